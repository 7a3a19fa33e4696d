package weightroom.ui.charts;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import weightroom.engine.Layout;
import weightroom.engine.Replica;
import weightroom.engine.Rows;
import weightroom.engine.Task;
import weightroom.plot.Curve;
import weightroom.run.History;
import weightroom.run.Snapshot;

/**
 * Numbers that a run does not keep but its snapshots tell, noted as they come: the share of rows answered right, and the
 * penalty. Epochs that pass between two snapshots have none.
 */
final class Readings {
    private final Curve trainAccuracy = new Curve();
    private final Curve testAccuracy = new Curve();
    private final Curve penalty = new Curve();
    private @Nullable History history;
    private long lastStep = -1;

    /** Share of training rows that are answered right over epochs, from 0 to 1. */
    Curve trainAccuracy() {
        return trainAccuracy;
    }

    /** The same of the test rows. */
    Curve testAccuracy() {
        return testAccuracy;
    }

    /** l1·Σ|w| + l2·Σw² over epochs. */
    Curve penalty() {
        return penalty;
    }

    /** Notes what a snapshot tells, unless the run has been there before. */
    @SuppressWarnings("ReferenceEquality") // Another history is another object.
    void take(Snapshot now) {
        double epoch = epoch(now);
        if (history != now.history()) {
            history = now.history();
            forget(epoch);
            lastStep = trainAccuracy.size() == 0
                    ? -1
                    : Math.min(lastStep, now.state().step() - 1);
        }
        long step = now.state().step();
        Optional<Snapshot.Answers> answers = now.answers();
        if (step <= lastStep || answers.isEmpty()) {
            return;
        }
        lastStep = step;
        Task task = now.setup().task();
        trainAccuracy.append(
                epoch,
                accuracy(task, now.setup().rows().split().train(), answers.get().train()));
        testAccuracy.append(
                epoch,
                accuracy(task, now.setup().rows().split().test(), answers.get().test()));
        penalty.append(epoch, penalty(now));
    }

    /** Passes over the training rows, with the part of the current one. */
    static double epoch(Snapshot now) {
        int rows = Math.max(1, now.setup().rows().split().train().count());
        return (double) now.samples() / rows;
    }

    /** The penalty as it is. */
    static double penalty(Snapshot now) {
        Replica knobs = now.setup().plan().replicas().get(0);
        return Layout.of(now.setup().plan().network()).penalty(now.state().parameters(), knobs.l1(), knobs.l2());
    }

    /** Share of rows that are answered right; NaN for amounts, and where there are no rows or no answers. */
    static double accuracy(Task task, Rows rows, float[] outputs) {
        if (task instanceof Task.Regression || rows.isEmpty() || outputs.length == 0) {
            return Double.NaN;
        }
        int c = rows.targets().length / rows.count();
        int right = 0;
        for (int i = 0; i < rows.count(); i++) {
            right += task.classOf(rows.targets(), i, c) == task.classOf(outputs, i, c) ? 1 : 0;
        }
        return (double) right / rows.count();
    }

    /** Drops what was noted from an epoch on. */
    private void forget(double epoch) {
        int kept = trainAccuracy.firstFrom(epoch);
        trainAccuracy.shorten(kept);
        testAccuracy.shorten(kept);
        penalty.shorten(kept);
    }
}
