package weightroom.ui.learn;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import weightroom.experiment.Assignment;
import weightroom.experiment.StopSpec;
import weightroom.lesson.Condition;
import weightroom.lesson.Metric;
import weightroom.lesson.Part;
import weightroom.run.History;
import weightroom.run.Snapshot;
import weightroom.ui.learn.Prediction.Point;
import weightroom.ui.model.RunModel;

/** Plays what a lesson asks for, and knows when that has come to its end. */
final class LessonPlayer {
    /** Lessons read no files. */
    static final Path NOWHERE = Path.of("");

    private final RunModel run;
    private final Goal.Reader reader;
    private Optional<Journey> journey = Optional.empty();

    /**
     * What is being played.
     *
     * @param to the epoch it ends at
     * @param prediction that wants to know the truth
     */
    private record Journey(long to, Optional<Condition> until, Optional<Prediction> prediction) {}

    LessonPlayer(RunModel run, Goal.Reader reader) {
        this.run = run;
        this.reader = reader;
    }

    /** Plays what a prediction is about; the truth of one about nothing that is played is known at once. */
    void play(Prediction prediction) {
        Optional<Part.Play> then = prediction.question().then();
        if (then.isPresent()) {
            play(then.get(), Optional.of(prediction));
        } else {
            prediction.know(List.of());
        }
    }

    void play(Part.Play wanted) {
        play(wanted, Optional.empty());
    }

    private void play(Part.Play wanted, Optional<Prediction> prediction) {
        long from = run.snapshot().get().epoch();
        if (wanted.experiment().isPresent()) {
            run.transport().begin(wanted.experiment().get(), NOWHERE);
            from = 0;
        } else {
            if (!wanted.set().isEmpty()) {
                run.change(now -> Assignment.applyAll(wanted.set(), now));
                from = run.pending().get().isPresent() ? 0 : from;
                run.startFresh();
            }
            if (wanted.fresh()) {
                run.reset();
                from = 0;
            }
        }
        journey.flatMap(Journey::prediction)
                .ifPresent(earlier -> know(earlier, run.snapshot().get()));
        if (wanted.epochs() == 0) {
            prediction.ifPresent(asked -> asked.know(List.of()));
            journey = Optional.empty();
            return;
        }
        journey = Optional.of(new Journey(from + wanted.epochs(), wanted.until(), prediction));
        run.transport().playTo(from + wanted.epochs());
    }

    /** Looks whether what is played has come to its end; returns whether it has. */
    boolean accept(Snapshot now) {
        if (journey.isEmpty() || !run.caughtUp()) {
            return false;
        }
        Journey under = journey.get();
        boolean arrived =
                under.until().filter(condition -> holds(condition, now)).isPresent();
        if (arrived && now.playing()) {
            run.transport().pause();
        }
        boolean stopped = !now.playing() && stopsEarly(now);
        if (arrived || stopped || now.epoch() >= under.to() || now.divergence().isPresent()) {
            journey = Optional.empty();
            under.prediction().ifPresent(prediction -> know(prediction, now));
            return true;
        }
        return false;
    }

    /** Whether the experiment may end before its epochs are over. */
    private static boolean stopsEarly(Snapshot now) {
        return !now.setup().experiment().training().stop().equals(StopSpec.NEVER)
                || now.epoch() >= now.setup().plan().epochs();
    }

    private boolean holds(Condition condition, Snapshot now) {
        return condition.holds(side(condition.left(), now), side(condition.right(), now));
    }

    private double side(Condition.Side side, Snapshot now) {
        return side instanceof Condition.Side.Measured measured
                ? measured.factor() * reader.now(measured.metric(), now)
                : ((Condition.Side.Constant) side).value();
    }

    private static void know(Prediction prediction, Snapshot now) {
        List<Point> truth = new ArrayList<>();
        if (prediction.question().answer() instanceof Part.Answer.Drawn drawn) {
            History history = now.history();
            int size = history.size();
            for (int i = 0; i < size && history.epoch(i) <= drawn.epochs(); i++) {
                truth.add(new Point(history.epoch(i), value(history, i, drawn.over())));
            }
        }
        prediction.know(truth);
    }

    private static double value(History history, int index, Metric metric) {
        return switch (metric.kind()) {
            case VALIDATION_LOSS -> history.validation(index);
            case TEST_LOSS -> history.test(index);
            default -> history.train(index);
        };
    }
}
