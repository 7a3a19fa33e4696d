package weightroom.plot;

/**
 * What points of one of several classes look like besides their colour; all of about the same area. The first five classes
 * have shapes of their own, and the next five the same again.
 */
enum PointShape {
    CIRCLE,
    SQUARE(-0.89, -0.89, 0.89, -0.89, 0.89, 0.89, -0.89, 0.89),
    UP(0, -1.55, 1.35, 0.78, -1.35, 0.78),
    DIAMOND(0, -1.26, 1.26, 0, 0, 1.26, -1.26, 0),
    DOWN(0, 1.55, -1.35, -0.78, 1.35, -0.78);

    private static final PointShape[] ALL = values();

    private final double[] corners;

    /** @param corners x and y of each in turn, in radii of the circle */
    PointShape(double... corners) {
        this.corners = corners;
    }

    /** That of a point by its target: circles unless there are several classes. */
    static PointShape of(DecisionPlot.Scale scale, double target) {
        return scale.severalClasses() ? ofClass((int) target) : CIRCLE;
    }

    static PointShape ofClass(int index) {
        return ALL[Math.floorMod(index, ALL.length)];
    }

    void fill(Pen pen, double x, double y, double radius) {
        if (corners.length == 0) {
            pen.fillCircle(x, y, radius);
        } else {
            pen.fillPolygon(places(0, x, radius), places(1, y, radius), corners.length / 2);
        }
    }

    void stroke(Pen pen, double x, double y, double radius) {
        if (corners.length == 0) {
            pen.strokeCircle(x, y, radius);
        } else {
            pen.polyline(places(0, x, radius), places(1, y, radius), corners.length / 2 + 1);
        }
    }

    /** The corners' x or y, the first once more at the end. */
    private double[] places(int axis, double centre, double radius) {
        double[] places = new double[corners.length / 2 + 1];
        for (int i = 0; i < places.length; i++) {
            places[i] = centre + radius * corners[(2 * i + axis) % corners.length];
        }
        return places;
    }
}
