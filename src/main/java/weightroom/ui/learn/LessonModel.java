package weightroom.ui.learn;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import weightroom.lesson.Lesson;
import weightroom.lesson.Part;
import weightroom.lesson.Progress.OfLesson;
import weightroom.run.Snapshot;
import weightroom.run.Timeline;
import weightroom.ui.kit.Messages;
import weightroom.ui.model.RunModel;

/** A lesson that is open: where its reader is in it, what was answered, and what the run has come to. Knows no scene. */
final class LessonModel {
    private static final long NEVER = -1;

    private final RunModel run;
    private final LessonPlayer player;
    private final Goal.Reader reader;
    private final Answers answers;
    private final ReadOnlyIntegerWrapper step = new ReadOnlyIntegerWrapper();
    private final ReadOnlyLongWrapper changes = new ReadOnlyLongWrapper();
    private final Consumer<OfLesson> keep;
    private final boolean done;
    private long looked = NEVER;
    private Lesson lesson;

    /**
     * @param before what was done of the lesson when it was open last
     * @param keep remembers what is done of it
     * @param reader reads what goals are about
     */
    LessonModel(RunModel run, Lesson lesson, OfLesson before, Consumer<OfLesson> keep, Goal.Reader reader) {
        this.run = run;
        this.lesson = lesson;
        this.reader = reader;
        this.keep = keep;
        answers = new Answers(lesson, before);
        done = before.done();
        player = new LessonPlayer(run, reader);
        step.set(Math.max(0, Math.min(before.step(), lesson.steps().size() - 1)));
    }

    Lesson lesson() {
        return lesson;
    }

    RunModel run() {
        return run;
    }

    /** The step that is read, from 0. */
    ReadOnlyIntegerProperty step() {
        return step.getReadOnlyProperty();
    }

    /** Counts whatever has changed about answers and goals. */
    ReadOnlyLongProperty changes() {
        return changes.getReadOnlyProperty();
    }

    Lesson.Step current() {
        return lesson.steps().get(step.get());
    }

    boolean last() {
        return step.get() == lesson.steps().size() - 1;
    }

    /** Goes to a step, or as near to it as there is one. */
    void goTo(int wanted) {
        int next = Math.max(0, Math.min(wanted, lesson.steps().size() - 1));
        if (next != step.get()) {
            step.set(next);
            lookAgain();
            changed();
        }
    }

    /** Whether all goals of the step are met, and all its predictions made. */
    boolean ready() {
        return here(Part.Goal.class).stream()
                        .allMatch(place -> answers.goal(place).met())
                && here(Part.Predict.class).stream()
                        .allMatch(place -> answers.prediction(place).state() != Prediction.State.OPEN);
    }

    /** The places of the parts of a kind in the step that is read. */
    List<Place> here(Class<? extends Part> kind) {
        List<Place> places = new ArrayList<>();
        List<Part> parts = current().parts();
        for (int i = 0; i < parts.size(); i++) {
            if (kind.isInstance(parts.get(i))) {
                places.add(new Place(step.get(), i));
            }
        }
        return places;
    }

    Part part(Place place) {
        return Answers.part(lesson, place);
    }

    Prediction prediction(Place place) {
        return answers.prediction(place);
    }

    Goal goal(Place place) {
        return answers.goal(place);
    }

    /** The choice of a quiz that was made last. */
    OptionalInt quiz(Place place) {
        return answers.quiz(place);
    }

    /** Whether a hint or a reveal is open. */
    boolean isOpen(Place place) {
        return answers.isOpen(place);
    }

    /** Whether an answer must not be seen yet: in a presentation, until the teacher says so. */
    boolean hides(Place place) {
        return run.options().presentation().get() && !answers.isRevealed(place);
    }

    void give(Place place, Prediction.Given answer) {
        answers.prediction(place).give(answer);
        changed();
    }

    /** Locks an answer in, and plays what it is about. */
    void lockIn(Place place) {
        Prediction prediction = answers.prediction(place);
        if (prediction.lockIn()) {
            holdBack();
            run.dismiss();
            player.play(prediction);
            changed();
        }
    }

    /** Does what a card offers to do; nothing while a prediction is to be made before. */
    void perform(Part.Do offered) {
        if (run.hold().reason().get().isPresent()) {
            run.tell(run.hold().reason().get().get());
            return;
        }
        player.play(offered.play());
        changed();
    }

    /** Begins again from the first weights, and plays as long as a goal gives time. */
    void tryAgain(Goal goal) {
        run.reset();
        run.transport().playTo(goal.wanted().within());
    }

    void answer(Place place, int choice) {
        answers.answer(place, choice);
        changed();
    }

    /** Opens a hint or a reveal, or closes it; a reveal of a presentation waits for the teacher. */
    void toggle(Place place) {
        if (!(part(place) instanceof Part.Reveal) || !hides(place)) {
            answers.toggle(place);
            changed();
        }
    }

    /** The teacher's key: shows the next answer of the step that a presentation hides. */
    void revealNext() {
        here(Part.class).stream()
                .filter(place -> hasAnswer(place) && !answers.isRevealed(place))
                .findFirst()
                .ifPresent(place -> {
                    answers.reveal(place, part(place));
                    changed();
                });
    }

    private boolean hasAnswer(Place place) {
        Part part = part(place);
        return part instanceof Part.Reveal
                || part instanceof Part.Quiz && quiz(place).isPresent()
                || part instanceof Part.Predict && answers.prediction(place).state() == Prediction.State.KNOWN;
    }

    /** What is there by now. */
    Unlocked unlocked() {
        return new Unlocked(lesson, step.get());
    }

    /** Why the run must not go on: an unanswered prediction, unless another one is being played. */
    Optional<Place> unanswered() {
        List<Place> places = here(Part.Predict.class);
        boolean playing =
                places.stream().anyMatch(place -> answers.prediction(place).state() == Prediction.State.PLAYING);
        return playing
                ? Optional.empty()
                : places.stream()
                        .filter(place -> answers.prediction(place).state() == Prediction.State.OPEN)
                        .findFirst();
    }

    /** Looks at what the run has come to. */
    void accept(Snapshot now) {
        if (now.serial() == looked) {
            return;
        }
        looked = now.serial();
        boolean moved = player.accept(now);
        for (Place place : here(Part.Goal.class)) {
            moved |= answers.goal(place).look(now, reader);
        }
        List<Timeline.Mark> marks = milestones(now);
        if (!marks.equals(run.transport().milestones().get())) {
            run.transport().milestones().set(marks);
        }
        if (moved) {
            changed();
        }
    }

    /** Where the goals of this lesson were reached in the run that is there now, from left to right. */
    @SuppressWarnings("ReferenceEquality") // Another run has another history.
    List<Timeline.Mark> milestones(Snapshot now) {
        return answers.goals().stream()
                .filter(goal -> goal.reached()
                        .filter(at -> at.history() == now.history())
                        .isPresent())
                .map(goal -> new Timeline.Mark(
                        goal.reached().orElseThrow().at(),
                        Messages.text(
                                "learn.milestone",
                                ConditionWords.of(goal.wanted().reach()))))
                .sorted(Comparator.comparingLong(mark -> mark.at().step()))
                .toList();
    }

    /**
     * Takes the lesson as its file is now; what was answered stays where the question is still the same. Whoever shows it is
     * to build it anew.
     */
    void replace(Lesson edited) {
        boolean otherRun = !edited.experiment().equals(lesson.experiment());
        answers.follow(lesson, edited);
        lesson = edited;
        if (otherRun) {
            run.transport().begin(edited.experiment(), LessonPlayer.NOWHERE);
        }
        step.set(Math.min(step.get(), edited.steps().size() - 1));
        lookAgain();
        holdBack();
    }

    /** Other goals may be met by what the run has come to already. */
    private void lookAgain() {
        looked = NEVER;
        Snapshot now = run.snapshot().get();
        if (now.desk().equals(LearnModel.desk(lesson))) {
            accept(now);
        }
    }

    private void holdBack() {
        run.hold().reason().set(unanswered().map(place -> Questions.holdBack()));
    }

    /** Answers are hidden, or shown again. */
    void presentationChanged() {
        changed();
    }

    /** Begins or ends to be what the window shows. */
    void setSeen(boolean seen) {
        if (seen) {
            holdBack();
        } else {
            run.hold().reason().set(Optional.empty());
        }
    }

    private void changed() {
        holdBack();
        keep.accept(answers.kept(step.get(), done));
        changes.set(changes.get() + 1);
    }
}
