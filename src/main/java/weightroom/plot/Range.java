package weightroom.plot;

import java.util.List;

/** How far the axes of a line plot reach when nothing is zoomed. */
final class Range {
    static final Span NO_X = new Span(0, 100, false);
    static final Span NO_Y = new Span(0, 1, false);
    private static final int MOST_DECADES = 12;

    private Range() {}

    /** Whether there is nothing to draw: one point makes no line. */
    static boolean empty(List<Curve> curves) {
        for (Curve curve : curves) {
            if (curve.size() > 1 && curve.low(0, curve.size()) <= curve.high(0, curve.size())) {
                return false;
            }
        }
        return true;
    }

    /** From the leftmost point to the rightmost. */
    static Span x(List<Curve> curves) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (Curve curve : curves) {
            if (curve.size() > 0) {
                low = Math.min(low, curve.x(0));
                high = Math.max(high, curve.x(curve.size() - 1));
            }
        }
        return low <= high ? new Span(low, high > low ? high : low + 1, false) : NO_X;
    }

    /**
     * Room for all values of a stretch; a linear axis includes 0.
     *
     * @param logarithmic whether the axis is to be so; it is where there is a positive value
     */
    static Span y(List<Curve> curves, Span x, boolean logarithmic) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (Curve curve : curves) {
            int from = Math.max(0, curve.firstFrom(x.low()) - 1);
            int to = Math.min(curve.size(), curve.firstFrom(x.high()) + 1);
            low = Math.min(low, curve.low(from, to));
            high = Math.max(high, curve.high(from, to));
        }
        return y(low, high, logarithmic);
    }

    /** Room for all values between two; for none where {@code low} is more than {@code high}. */
    static Span y(double low, double high, boolean logarithmic) {
        if (!(low <= high)) {
            return NO_Y;
        }
        double most = Math.min(high, Float.MAX_VALUE);
        if (logarithmic && most > 0) {
            double least = low > 0 ? Math.min(low, most) : most * 1e-6;
            least = Math.max(least, most * Math.pow(10, -MOST_DECADES));
            return new Span(least / 1.25, most * 1.25, true);
        }
        double least = Math.max(Math.min(0, low), -Float.MAX_VALUE);
        most = Math.max(0, most);
        double room = most > least ? 0.05 * (most - least) : 1;
        return new Span(least < 0 ? least - room : 0, most + room, false);
    }
}
