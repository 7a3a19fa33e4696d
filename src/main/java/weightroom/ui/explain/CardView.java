package weightroom.ui.explain;

/**
 * Which part of a picture is seen, and how large.
 *
 * @param zoom 1 for as it is laid out
 * @param x of the picture at the left edge, in its own pixels
 * @param y likewise at the upper edge
 */
record CardView(double zoom, double x, double y) {
    static final CardView FIT = new CardView(1, 0, 0);

    private static final double MOST = 3;
    private static final double LEAST = 0.3;

    /** The same within the picture's bounds; what is smaller than the room stands in its middle. */
    CardView within(double width, double height, double pictureWidth, double pictureHeight) {
        return new CardView(zoom, inside(x, width / zoom, pictureWidth), inside(y, height / zoom, pictureHeight));
    }

    private static double inside(double at, double room, double size) {
        return room >= size ? (size - room) / 2 : Math.max(0, Math.min(size - room, at));
    }

    /** Enlarged around a place of the screen. */
    CardView zoomed(double factor, double screenX, double screenY) {
        double next = Math.max(LEAST, Math.min(MOST, zoom * factor));
        return new CardView(next, x + screenX / zoom - screenX / next, y + screenY / zoom - screenY / next);
    }

    /** Moved by a way on the screen. */
    CardView moved(double dx, double dy) {
        return new CardView(zoom, x + dx / zoom, y + dy / zoom);
    }

    /** Moved as little as possible so that a place can be seen, with some room around it. */
    CardView showing(double px, double py, double width, double height) {
        double aroundX = Math.min(110, width / zoom / 2);
        double aroundY = Math.min(80, height / zoom / 2);
        double nextX = Math.max(px + aroundX - width / zoom, Math.min(px - aroundX, x));
        double nextY = Math.max(py + aroundY - height / zoom, Math.min(py - aroundY, y));
        return new CardView(zoom, nextX, nextY);
    }

    double pictureX(double screenX) {
        return x + screenX / zoom;
    }

    double pictureY(double screenY) {
        return y + screenY / zoom;
    }
}
