package weightroom.ui.learn;

import java.util.Optional;
import java.util.function.ToDoubleFunction;
import weightroom.experiment.Experiment;
import weightroom.lesson.Condition;
import weightroom.lesson.Metric;
import weightroom.lesson.Part;
import weightroom.run.History;
import weightroom.run.Snapshot;
import weightroom.run.Timeline.Moment;

/** Watches a run until a goal is reached, or can no longer be in this run. */
final class Goal {
    private final Part.Goal wanted;
    private Optional<Reached> reached = Optional.empty();
    private boolean failed;
    private Optional<History> history = Optional.empty();
    private int looked;

    Goal(Part.Goal wanted) {
        this.wanted = wanted;
    }

    /**
     * When it was reached.
     *
     * @param at the moment of the run
     * @param history of that run
     */
    record Reached(Moment at, History history) {}

    /** Reads numbers off a run. */
    interface Reader {
        /** A metric of the run as it stands; NaN where it cannot be told. */
        double now(Metric metric, Snapshot snapshot);
    }

    Part.Goal wanted() {
        return wanted;
    }

    /** When it was reached; stays so whatever is done afterwards. */
    Optional<Reached> reached() {
        return reached;
    }

    boolean met() {
        return reached.isPresent();
    }

    /** Was reached before, in a run that is gone. */
    void restore(long epoch) {
        reached = Optional.of(new Reached(new Moment(0, epoch), new History()));
    }

    /** Whether this run had its epochs without reaching it. */
    boolean failed() {
        return failed;
    }

    /** Looks at what has been measured since; returns whether anything about the goal has changed. */
    @SuppressWarnings("ReferenceEquality") // Another history is another object.
    boolean look(Snapshot now, Reader reader) {
        if (met()) {
            return false;
        }
        boolean before = failed;
        History present = now.history();
        if (history.isEmpty() || history.get() != present) {
            history = Optional.of(present);
            looked = 0;
        }
        failed = false;
        if (holds(now.setup().experiment())) {
            boolean kept = wanted.reach().measured().stream().allMatch(side -> isKept(side.metric()));
            if (kept) {
                lookBack(now);
            }
            // What was edited by hand is in no history.
            if (!met() && (!kept || !now.playing())) {
                lookNow(now, reader);
            }
            failed = !met() && now.epoch() >= wanted.within();
        }
        return met() || failed != before;
    }

    /** Whether the settings are as the goal asks for. */
    boolean holds(Experiment experiment) {
        return wanted.when().stream().allMatch(setting -> setting.holdsIn(experiment));
    }

    /** Whether the run's history tells it, so that no moment is missed between two snapshots. */
    private static boolean isKept(Metric metric) {
        return switch (metric.kind()) {
            case TRAIN_LOSS,
                    VALIDATION_LOSS,
                    TEST_LOSS,
                    TRAIN_ACCURACY,
                    VALIDATION_ACCURACY,
                    TEST_ACCURACY,
                    RIGHT,
                    EPOCHS,
                    STEPS -> true;
            default -> false;
        };
    }

    private void lookBack(Snapshot now) {
        History present = now.history();
        int rows = now.setup().data().get(0).train().count();
        int size = present.size();
        for (; looked < size && !met(); looked++) {
            int index = looked;
            // Epoch 0 is before the student has done anything.
            if (present.epoch(index) > 0
                    && present.epoch(index) <= wanted.within()
                    && holds(metric -> kept(present, index, metric, rows))) {
                Moment at = new Moment(present.step(index), present.epoch(index));
                reached = Optional.of(new Reached(at, present));
            }
        }
    }

    private void lookNow(Snapshot now, Reader reader) {
        if (now.epoch() <= wanted.within() && holds(metric -> reader.now(metric, now))) {
            Moment at = new Moment(now.state().step(), now.epoch());
            reached = Optional.of(new Reached(at, now.history()));
        }
    }

    private boolean holds(ToDoubleFunction<Metric> value) {
        Condition condition = wanted.reach();
        return condition.holds(side(condition.left(), value), side(condition.right(), value));
    }

    private static double side(Condition.Side side, ToDoubleFunction<Metric> value) {
        return side instanceof Condition.Side.Measured measured
                ? measured.factor() * value.applyAsDouble(measured.metric())
                : ((Condition.Side.Constant) side).value();
    }

    private static double kept(History history, int index, Metric metric, int rows) {
        return switch (metric.kind()) {
            case TRAIN_LOSS -> history.train(index);
            case VALIDATION_LOSS -> history.validation(index);
            case TEST_LOSS -> history.test(index);
            case TRAIN_ACCURACY -> history.trainAccuracy(index);
            case VALIDATION_ACCURACY -> history.validationAccuracy(index);
            case TEST_ACCURACY -> history.testAccuracy(index);
            case RIGHT -> Math.rint(history.trainAccuracy(index) * rows);
            case EPOCHS -> history.epoch(index);
            case STEPS -> history.step(index);
            default -> Double.NaN;
        };
    }
}
