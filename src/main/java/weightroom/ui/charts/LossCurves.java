package weightroom.ui.charts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import weightroom.plot.Curve;
import weightroom.plot.LinePlot;
import weightroom.run.History;
import weightroom.run.Timeline;

/** The losses of a run as curves over epochs, and behind them those of runs and branches that were left. */
final class LossCurves {
    private final Curve train = new Curve();
    private final Curve validation = new Curve();
    private final Curve test = new Curve();
    private final Map<Timeline.Branch, Curve> branches = new HashMap<>();
    private final Map<Timeline.Earlier, Curve> earlier = new HashMap<>();
    private @Nullable History history;
    private int taken;

    Curve train() {
        return train;
    }

    Curve validation() {
        return validation;
    }

    Curve test() {
        return test;
    }

    /** Takes over the losses measured since; returns whether there are any, or others than before. */
    @SuppressWarnings("ReferenceEquality") // Another history is another object.
    boolean take(History now) {
        int size = now.size();
        boolean other = history != now;
        if (other) {
            history = now;
            taken = common(now, size);
            train.shorten(taken);
            validation.shorten(taken);
            test.shorten(taken);
        }
        if (!other && size == taken) {
            return false;
        }
        for (; taken < size; taken++) {
            long epoch = now.epoch(taken);
            train.append(epoch, now.train(taken));
            validation.append(epoch, now.validation(taken));
            test.append(epoch, now.test(taken));
        }
        return true;
    }

    /** How many points at the beginning are those that were taken over already. */
    private int common(History now, int size) {
        int same = 0;
        int most = Math.min(size, train.size());
        while (same < most
                && now.epoch(same) == train.x(same)
                && Double.compare(now.train(same), train.y(same)) == 0
                && Double.compare(now.validation(same), validation.y(same)) == 0
                && Double.compare(now.test(same), test.y(same)) == 0) {
            same++;
        }
        return same;
    }

    /** The training losses of branches that were left, from where they part, and of runs that were replaced. */
    List<LinePlot.Line> background(Timeline.View timeline) {
        branches.keySet().retainAll(timeline.branches());
        earlier.keySet().retainAll(timeline.earlier());
        List<LinePlot.Line> lines = new ArrayList<>();
        for (Timeline.Branch branch : timeline.branches()) {
            Curve curve = branches.computeIfAbsent(
                    branch, left -> curve(left.history(), left.first().epoch()));
            lines.add(LinePlot.Line.abandoned(branch.label(), curve));
        }
        for (Timeline.Earlier run : timeline.earlier()) {
            Curve curve = earlier.computeIfAbsent(run, replaced -> curve(replaced.history(), 0));
            lines.add(LinePlot.Line.earlier(run.label(), curve));
        }
        return lines;
    }

    private static Curve curve(History history, double from) {
        Curve curve = new Curve();
        int size = history.size();
        for (int i = 0; i < size; i++) {
            if (history.epoch(i) >= Math.floor(from)) {
                curve.append(history.epoch(i), history.train(i));
            }
        }
        return curve;
    }
}
