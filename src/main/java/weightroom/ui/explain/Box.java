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
        double low = 0;
        double high = 1;
        double[] starts = {x1, y1};
        double[] ways = {x2 - x1, y2 - y1};
        double[] mins = {x, y};
        double[] maxs = {right(), bottom()};
        for (int axis = 0; axis < 2; axis++) {
            if (ways[axis] == 0) {
                if (starts[axis] < mins[axis] || starts[axis] > maxs[axis]) {
                    return false;
                }
            } else {
                double enter = (mins[axis] - starts[axis]) / ways[axis];
                double leave = (maxs[axis] - starts[axis]) / ways[axis];
                low = Math.max(low, Math.min(enter, leave));
                high = Math.min(high, Math.max(enter, leave));
            }
        }
        return low <= high;
    }
}
