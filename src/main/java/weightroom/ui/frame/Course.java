package weightroom.ui.frame;

import java.util.ArrayList;
import java.util.List;
import weightroom.ui.model.TimelineReading;
import weightroom.ui.model.TimelineReading.Curve;
import weightroom.ui.model.TimelineReading.Side;

/**
 * Where things stand on the timeline: places from left to right, the logarithm of the loss from bottom to top.
 * Positions are in pixels.
 *
 * @param width pixels that the places take
 * @param top where the greatest loss stands
 * @param bottom where the least one stands
 * @param last what stands at the right end, 1 or more
 * @param low the least loss, more than 0
 * @param high the greatest loss, more than {@code low}
 */
record Course(double width, double top, double bottom, long last, double low, double high) {
    private static final double SMALLEST = 1e-12;
    private static final double[] NICE = {1, 2, 5, 10};
    private static final double TICK_PIXELS = 120;

    /** What fits all curves into a place. */
    static Course of(TimelineReading timeline, double width, double top, double bottom) {
        long last = Math.max(1, timeline.span().latest());
        double low = Double.POSITIVE_INFINITY;
        double high = 0;
        List<Curve> all = new ArrayList<>(List.of(timeline.curve()));
        for (Side side : timeline.sides()) {
            last = Math.max(last, side.last());
            all.add(side.curve());
        }
        for (Curve one : all) {
            for (double loss : one.losses()) {
                if (Double.isFinite(loss)) {
                    low = Math.min(low, Math.max(SMALLEST, loss));
                    high = Math.max(high, loss);
                }
            }
        }
        boolean any = low <= high;
        return new Course(width, top, bottom, last, any ? low : SMALLEST, any ? Math.max(high, low * 1.001) : 1);
    }

    double x(long place) {
        return width * Math.min(place, last) / last;
    }

    /** The place nearest to a pixel, 0 to {@code last}. */
    long place(double x) {
        return Math.round(Math.max(0, Math.min(1, x / Math.max(1, width))) * last);
    }

    double y(double loss) {
        double share = Math.log(Math.max(low, loss) / low) / Math.log(high / low);
        return bottom - Math.min(1, share) * (bottom - top);
    }

    /** The curve between two places as x, y, x, y …; losses that are no numbers are left out. */
    List<Double> line(Curve curve, long from, long to) {
        List<Double> line = new ArrayList<>();
        for (int i = 0; i < curve.places().length; i++) {
            long place = curve.places()[i];
            if (place >= from && place <= to && Double.isFinite(curve.losses()[i])) {
                line.add(x(place));
                line.add(y(curve.losses()[i]));
            }
        }
        return line;
    }

    /** Round numbers of epochs with room for their text between them. */
    List<Long> ticks(double lastEpoch) {
        List<Long> ticks = new ArrayList<>();
        long pitch = pitch(lastEpoch * TICK_PIXELS / Math.max(1, width));
        for (long epoch = 0; epoch <= lastEpoch; epoch += pitch) {
            ticks.add(epoch);
        }
        return ticks;
    }

    private static long pitch(double least) {
        double decade = Math.pow(10, Math.floor(Math.log10(Math.max(1, least))));
        for (double nice : NICE) {
            if (nice * decade >= least) {
                return Math.max(1, Math.round(nice * decade));
            }
        }
        return Math.round(10 * decade);
    }
}
