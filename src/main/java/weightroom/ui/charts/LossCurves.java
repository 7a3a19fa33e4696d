package weightroom.ui.charts;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import weightroom.plot.Curve;
import weightroom.plot.LinePlot;
import weightroom.run.History;
import weightroom.run.Timeline;

/** What a run measured as curves over epochs, and behind them those of runs and branches that were left. */
final class LossCurves {
    /** What is measured at every point. */
    enum Measure {
        TRAIN(History::train),
        VALIDATION(History::validation),
        TEST(History::test),
        PENALTY(History::penalty),
        TRAIN_ACCURACY(History::trainAccuracy),
        VALIDATION_ACCURACY(History::validationAccuracy),
        TEST_ACCURACY(History::testAccuracy);

        private final Reader reader;

        Measure(Reader reader) {
            this.reader = reader;
        }

        double of(History history, int point) {
            return reader.of(history, point);
        }

        private interface Reader {
            double of(History history, int point);
        }
    }

    private final Map<Measure, Curve> curves = new EnumMap<>(Measure.class);
    private final Map<Left, Curve> background = new HashMap<>();
    private @Nullable History history;
    private int taken;

    /** A branch or an earlier run, by what of it is shown. */
    private record Left(Object run, Measure measure) {}

    LossCurves() {
        for (Measure measure : Measure.values()) {
            curves.put(measure, new Curve());
        }
    }

    Curve curve(Measure measure) {
        return curves.getOrDefault(measure, new Curve());
    }

    /** Takes over what was measured since; returns whether there is anything, or something else than before. */
    @SuppressWarnings("ReferenceEquality") // Another history is another object.
    boolean take(History now) {
        int size = now.size();
        boolean other = history != now;
        if (other) {
            history = now;
            taken = common(now, size);
            curves.values().forEach(curve -> curve.shorten(taken));
        }
        if (!other && size == taken) {
            return false;
        }
        int from = taken;
        curves.forEach((measure, curve) -> append(now, measure, from, size, curve));
        taken = size;
        return true;
    }

    /** How many points at the beginning are those that were taken over already. */
    private int common(History now, int size) {
        int same = 0;
        int most = Math.min(size, taken);
        while (same < most && isSame(now, same)) {
            same++;
        }
        return same;
    }

    private boolean isSame(History now, int point) {
        boolean same = now.epoch(point) == curve(Measure.TRAIN).x(point);
        for (Measure loss : List.of(Measure.TRAIN, Measure.VALIDATION, Measure.TEST)) {
            same = same && Double.compare(loss.of(now, point), curve(loss).y(point)) == 0;
        }
        return same;
    }

    /** One measure of branches that were left, from where they part, and of runs that were replaced. */
    List<LinePlot.Line> background(Timeline.View timeline, Measure measure) {
        Set<Object> there = new HashSet<>(timeline.branches());
        there.addAll(timeline.earlier());
        background.keySet().removeIf(left -> !there.contains(left.run()));
        List<LinePlot.Line> lines = new ArrayList<>();
        for (Timeline.Branch branch : timeline.branches()) {
            int from = branch.history().firstAt(Math.floor(branch.first().epoch()));
            lines.add(LinePlot.Line.abandoned(branch.label(), left(branch, branch.history(), from, measure)));
        }
        for (Timeline.Earlier run : timeline.earlier()) {
            lines.add(LinePlot.Line.earlier(run.label(), left(run, run.history(), 0, measure)));
        }
        return lines;
    }

    private Curve left(Object run, History itsHistory, int from, Measure measure) {
        return background.computeIfAbsent(new Left(run, measure), left -> {
            Curve curve = new Curve();
            append(itsHistory, measure, from, itsHistory.size(), curve);
            return curve;
        });
    }

    private static void append(History history, Measure measure, int from, int to, Curve curve) {
        for (int i = from; i < to; i++) {
            curve.append(history.epoch(i), measure.of(history, i));
        }
    }
}
