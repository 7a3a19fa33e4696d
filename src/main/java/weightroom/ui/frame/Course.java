package weightroom.ui.frame;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import weightroom.run.History;
import weightroom.run.Timeline;

/**
 * Where things stand on the timeline: steps from left to right, the logarithm of the training loss from bottom to top.
 * Positions are in pixels.
 *
 * @param width pixels that the steps take
 * @param top where the greatest loss stands
 * @param bottom where the least one stands
 * @param lastStep what stands at the right end, 1 or more
 * @param low the least loss, more than 0
 * @param high the greatest loss, more than {@code low}
 */
record Course(double width, double top, double bottom, long lastStep, double low, double high) {
    /** More points than that no eye tells apart. */
    private static final int POINTS = 500;

    private static final double SMALLEST = 1e-12;
    private static final double[] NICE = {1, 2, 5, 10};
    private static final double TICK_PIXELS = 120;

    /** What fits a run and its branches into a place. */
    static Course of(History history, Timeline.View view, double width, double top, double bottom) {
        long last = Math.max(1, view.latest().step());
        double low = Double.POSITIVE_INFINITY;
        double high = 0;
        List<History> all = new ArrayList<>(List.of(history));
        for (Timeline.Branch branch : view.branches()) {
            last = Math.max(last, branch.last().step());
            all.add(branch.history());
        }
        for (History one : all) {
            for (int i : one.thinned(POINTS)) {
                double loss = one.train(i);
                if (Double.isFinite(loss)) {
                    low = Math.min(low, Math.max(SMALLEST, loss));
                    high = Math.max(high, loss);
                }
            }
        }
        boolean any = low <= high;
        return new Course(width, top, bottom, last, any ? low : SMALLEST, any ? Math.max(high, low * 1.001) : 1);
    }

    double x(long step) {
        return width * Math.min(step, lastStep) / lastStep;
    }

    /** The step nearest to a place, 0 to {@code lastStep}. */
    long step(double x) {
        return Math.round(Math.max(0, Math.min(1, x / Math.max(1, width))) * lastStep);
    }

    double y(double loss) {
        double share = Math.log(Math.max(low, loss) / low) / Math.log(high / low);
        return bottom - Math.min(1, share) * (bottom - top);
    }

    /** The curve between two steps as x, y, x, y …; losses that are no numbers are left out. */
    List<Double> curve(History history, long from, long to) {
        List<Double> line = new ArrayList<>();
        for (int i : history.thinned(POINTS)) {
            long step = history.step(i);
            if (step >= from && step <= to && Double.isFinite(history.train(i))) {
                line.add(x(step));
                line.add(y(history.train(i)));
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

    /** When so many epochs were done, between the points measured; empty where that is beyond them. */
    static Optional<Long> stepAt(History history, double epoch) {
        int right = history.firstAt(epoch);
        if (right == history.size()) {
            return Optional.empty();
        }
        if (right == 0 || history.epoch(right) == epoch) {
            return Optional.of(history.step(right));
        }
        int left = right - 1;
        double share = (epoch - history.epoch(left)) / (history.epoch(right) - history.epoch(left));
        return Optional.of(history.step(left) + Math.round(share * (history.step(right) - history.step(left))));
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
