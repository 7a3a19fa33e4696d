package weightroom.ui.explain;

/** Which part of the graph is seen, and how large. */
final class GraphViewport {
    private static final double LEAST_ZOOM = 0.1;
    private static final double MOST_ZOOM = 3;
    /** Of a graph that is fitted in. */
    private static final double MOST_FITTED = 1.5;
    /** In pixels, from what has to be seen to the border. */
    private static final double MARGIN = 90;

    private double zoom = 1;
    /** Where the drawing's upper left corner stands. */
    private double x;

    private double y;

    double zoom() {
        return zoom;
    }

    /** Where something of the drawing is seen. */
    double seenX(double drawn) {
        return x + drawn * zoom;
    }

    double seenY(double drawn) {
        return y + drawn * zoom;
    }

    /** What of the drawing is seen at a place. */
    double drawnX(double seen) {
        return (seen - x) / zoom;
    }

    double drawnY(double seen) {
        return (seen - y) / zoom;
    }

    void move(double dx, double dy) {
        x += dx;
        y += dy;
    }

    /** Enlarges around a place that is seen. */
    void enlarge(double factor, double px, double py) {
        double before = zoom;
        zoom = Math.max(LEAST_ZOOM, Math.min(MOST_ZOOM, zoom * factor));
        x = px - (px - x) * zoom / before;
        y = py - (py - y) * zoom / before;
    }

    /** As large as it can be so that all of a drawing is seen. */
    void fit(double drawnWidth, double drawnHeight, double width, double height) {
        double wanted = Math.min(width / Math.max(1, drawnWidth), height / Math.max(1, drawnHeight));
        zoom = Math.max(LEAST_ZOOM, Math.min(MOST_FITTED, wanted));
    }

    /** Leaves no room beside the drawing that it could fill, and sets what is smaller into the middle. */
    void clamp(double drawnWidth, double drawnHeight, double width, double height) {
        x = clamp(x, drawnWidth * zoom, width);
        y = clamp(y, drawnHeight * zoom, height);
    }

    private static double clamp(double at, double size, double room) {
        return size <= room ? (room - size) / 2 : Math.max(room - size, Math.min(0, at));
    }

    /** Moves a place of the drawing into the middle, unless it is well seen. */
    void reveal(double px, double py, double width, double height) {
        double sx = seenX(px);
        double sy = seenY(py);
        x += sx < MARGIN || sx > width - MARGIN ? width / 2 - sx : 0;
        y += sy < MARGIN || sy > height - MARGIN ? height / 2 - sy : 0;
    }
}
