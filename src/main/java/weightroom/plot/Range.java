package weightroom.plot;

import java.util.List;

/**
 * What the axes of a line plot reach over.
 *
 * @param logarithmic whether the vertical axis is: asked for, and there is a positive value
 * @param empty whether there is nothing to draw: one point makes no line
 */
record Range(double xLow, double xHigh, double yLow, double yHigh, boolean logarithmic, boolean empty) {
    private static final Range NOTHING = new Range(0, 100, 0, 1, false, true);
    private static final int MOST_DECADES = 12;

    static Range of(List<LinePlot.Line> lines, boolean logarithmic) {
        double xLow = Double.POSITIVE_INFINITY;
        double xHigh = Double.NEGATIVE_INFINITY;
        double yLow = Double.POSITIVE_INFINITY;
        double yHigh = Double.NEGATIVE_INFINITY;
        int longest = 0;
        for (LinePlot.Line line : lines) {
            Curve curve = line.curve();
            longest = Math.max(longest, curve.size());
            if (curve.size() > 0) {
                xLow = Math.min(xLow, curve.x(0));
                xHigh = Math.max(xHigh, curve.x(curve.size() - 1));
                yLow = Math.min(yLow, curve.low(0, curve.size()));
                yHigh = Math.max(yHigh, curve.high(0, curve.size()));
            }
        }
        if (longest < 2 || !(yLow <= yHigh)) {
            return NOTHING;
        }
        double right = xHigh > xLow ? xHigh : xLow + 1;
        yHigh = Math.min(yHigh, Float.MAX_VALUE);
        if (logarithmic && yHigh > 0) {
            double low = yLow > 0 ? yLow : yHigh * 1e-6;
            low = Math.max(low, yHigh * Math.pow(10, -MOST_DECADES));
            return new Range(xLow, right, low / 1.25, yHigh * 1.25, true, false);
        }
        double low = Math.min(0, yLow);
        double high = Math.max(0, yHigh);
        double room = high > low ? 0.05 * (high - low) : 1;
        return new Range(xLow, right, low < 0 ? low - room : 0, high + room, false, false);
    }
}
