package weightroom.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import weightroom.engine.InvalidInput;
import weightroom.experiment.Assignment;
import weightroom.experiment.Experiment;
import weightroom.lesson.Condition.Side;
import weightroom.lesson.Part.Goal;
import weightroom.lesson.Part.Play;
import weightroom.run.Devices;
import weightroom.run.History;

/** Whether goals are reached by their solutions, and by nothing less. */
final class GoalCheck {
    private GoalCheck() {}

    /** What is wrong with a goal for one seed of its solution; empty for nothing. */
    static List<String> solve(Goal goal, long seed, Devices devices) {
        Experiment solution = goal.solution().experiment().withSeed(seed);
        try (Trial trial = new Trial(devices, lasting(solution, goal.within()));
                Measure measure = new Measure(devices.java())) {
            Optional<Long> reached =
                    trial.trainUntil((looking, moment) -> looking.holds(goal.reach(), moment), measure, goal.within());
            if (reached.isPresent()) {
                return List.of();
            }
            return List.of("seed %d: %s is not reached within %d epochs: at the end %s"
                    .formatted(seed, goal.reach().text(), goal.within(), numbers(goal.reach(), trial, measure)));
        }
    }

    /**
     * Walks through a lesson as a student who does what it asks for, and nothing else.
     *
     * @return goals that are met when their step begins, each with what is wrong about it
     */
    static List<Met> walk(Lesson lesson, Devices devices) {
        List<Met> met = new ArrayList<>();
        int last = lastStepWithGoal(lesson);
        try (Trial trial = new Trial(devices, lesson.experiment());
                Measure measure = new Measure(devices.java())) {
            for (int s = 0; s <= last; s++) {
                Lesson.Step step = lesson.steps().get(s);
                for (Goal goal : step.parts(Goal.class)) {
                    if (isMet(goal, trial, measure)) {
                        met.add(new Met(
                                goal,
                                "is met when the step begins, before anything is done: "
                                        + numbers(goal.reach(), trial, measure)));
                    }
                }
                for (Part part : s < last ? step.parts() : List.<Part>of()) {
                    play(part, trial, measure);
                }
            }
        }
        return met;
    }

    /** A goal that asks for nothing. */
    record Met(Goal goal, String problem) {}

    private static int lastStepWithGoal(Lesson lesson) {
        int last = -1;
        for (int s = 0; s < lesson.steps().size(); s++) {
            last = lesson.steps().get(s).parts(Goal.class).isEmpty() ? last : s;
        }
        return last;
    }

    /** Whether it is met as the run stands, or was at any epoch that counts. */
    private static boolean isMet(Goal goal, Trial trial, Measure measure) {
        try {
            Moment now = trial.moment();
            return goal.when().stream().allMatch(must -> must.holdsIn(trial.experiment()))
                    && (measure.holds(goal.reach(), now) || wasMet(goal, now.history()));
        } catch (InvalidInput asksForWhatIsNotThere) {
            return false;
        }
    }

    private static boolean wasMet(Goal goal, History history) {
        boolean known = goal.reach().measured().stream()
                .allMatch(side -> side.metric().kind().hasHistory());
        return known
                && IntStream.range(0, history.size())
                        .filter(i -> history.epoch(i) <= goal.within())
                        .anyMatch(i -> goal.reach()
                                .holds(
                                        value(goal.reach().left(), history, i),
                                        value(goal.reach().right(), history, i)));
    }

    private static double value(Side side, History history, int index) {
        if (!(side instanceof Side.Measured measured)) {
            return ((Side.Constant) side).value();
        }
        return measured.factor()
                * switch (measured.metric().kind()) {
                    case VALIDATION_LOSS -> history.validation(index);
                    case TEST_LOSS -> history.test(index);
                    default -> history.train(index);
                };
    }

    private static void play(Part part, Trial trial, Measure measure) {
        if (part instanceof Part.Predict predict && predict.then().isPresent()) {
            Play then = predict.then().get();
            trial.change(then.experiment().orElseGet(trial::experiment), true);
            play(then, trial, measure);
        } else if (part instanceof Part.Do doing) {
            trial.change(
                    Assignment.applyAll(doing.play().set(), trial.experiment()),
                    doing.play().fresh());
            play(doing.play(), trial, measure);
        }
    }

    private static void play(Play play, Trial trial, Measure measure) {
        if (play.epochs() > 0) {
            trial.change(lasting(trial.experiment(), trial.moment().epoch() + play.epochs()), false);
            trial.trainUntil(
                    (looking, moment) -> play.until()
                            .filter(until -> looking.holds(until, moment))
                            .isPresent(),
                    measure,
                    play.epochs());
        }
    }

    private static Experiment lasting(Experiment experiment, long epochs) {
        long most = Math.max(epochs, experiment.training().epochs());
        return experiment.withTraining(experiment.training().withEpochs(most));
    }

    private static String numbers(Condition condition, Trial trial, Measure measure) {
        List<String> numbers = new ArrayList<>();
        for (Side.Measured side : condition.measured()) {
            numbers.add(ClaimCheck.name(side) + " is " + ClaimCheck.number(measure.value(side, trial.moment())));
        }
        return String.join(", ", numbers);
    }
}
