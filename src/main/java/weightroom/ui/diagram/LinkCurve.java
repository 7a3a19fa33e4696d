package weightroom.ui.diagram;

/**
 * A link as it is drawn: a cubic curve with its control points at half the horizontal distance.
 *
 * @param layer the layer it leads into, from 0
 * @param unit the unit it leads into
 * @param input the unit of the layer before, or the network's input, that it comes from
 * @param x0 where it leaves
 * @param y0 where it leaves
 * @param x1 where it arrives
 * @param y1 where it arrives
 */
record LinkCurve(int layer, int unit, int input, double x0, double y0, double x1, double y1) {
    /** A weight as large as this, in size, is drawn as strongly as any. */
    private static final double STRONG = 2.2;

    /** Width in pixels of a link of weight w: 0.5 + min(5, 1.7 |w|). */
    static double width(double w) {
        return 0.5 + Math.min(5, 1.7 * Math.abs(w));
    }

    /** Opacity of a link of weight w: 0.22 + 0.63 min(1, |w| / 2.2). */
    static double opacity(double w) {
        return 0.22 + 0.63 * Math.min(1, Math.abs(w) / STRONG);
    }

    double control() {
        return (x0 + x1) / 2;
    }

    /** Height of the curve at a place between its ends. */
    double y(double x) {
        double share = (x - x0) / (x1 - x0);
        // x(t) = x0 + (x1 − x0)(1.5 t(1 − t) + t³) rises with t, so halving finds t.
        double low = 0;
        double high = 1;
        for (int i = 0; i < 24; i++) {
            double t = (low + high) / 2;
            if (1.5 * t * (1 - t) + t * t * t < share) {
                low = t;
            } else {
                high = t;
            }
        }
        double t = (low + high) / 2;
        return y0 + (y1 - y0) * t * t * (3 - 2 * t);
    }

    /** Distance in pixels from a point to the curve, across its slope there; infinite beside its ends. */
    double distance(double px, double py) {
        if (px < x0 || px > x1 || py < Math.min(y0, y1) - 12 || py > Math.max(y0, y1) + 12) {
            return Double.POSITIVE_INFINITY;
        }
        double step = Math.min(1, (x1 - x0) / 4);
        double left = Math.max(x0, px - step);
        double right = Math.min(x1, px + step);
        double slope = (y(right) - y(left)) / (right - left);
        return Math.abs(py - y(px)) / Math.hypot(1, slope);
    }
}
