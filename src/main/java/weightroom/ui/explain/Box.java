package weightroom.ui.explain;

/** A rectangle of the picture, in pixels. */
record Box(double x, double y, double width, double height) {
    double right() {
        return x + width;
    }

    double bottom() {
        return y + height;
    }

    double centerX() {
        return x + width / 2;
    }

    double centerY() {
        return y + height / 2;
    }

    boolean contains(double px, double py) {
        return px >= x && px <= right() && py >= y && py <= bottom();
    }

    /** Whether they come nearer to each other than this. */
    boolean near(Box other, double gap) {
        return x < other.right() + gap
                && other.x < right() + gap
                && y < other.bottom() + gap
                && other.y < bottom() + gap;
    }

    /** Whether a straight line runs through it. */
    boolean crossedBy(double x1, double y1, double x2, double y2) {
        if (Math.max(x1, x2) < x || Math.min(x1, x2) > right() || Math.max(y1, y2) < y || Math.min(y1, y2) > bottom()) {
            return false;
        }
        double above = side(x, y, x1, y1, x2, y2);
        boolean same = above * side(right(), y, x1, y1, x2, y2) > 0
                && above * side(x, bottom(), x1, y1, x2, y2) > 0
                && above * side(right(), bottom(), x1, y1, x2, y2) > 0;
        return !same;
    }

    /** On which side of a line a point lies, by its sign. */
    private static double side(double px, double py, double x1, double y1, double x2, double y2) {
        return (x2 - x1) * (py - y1) - (y2 - y1) * (px - x1);
    }
}
