package weightroom.run;

import java.util.List;
import java.util.Optional;

/** What a run has been through: how far it came, where its knobs were turned, and what was tried instead. */
public final class Timeline {
    private Timeline() {}

    /**
     * A place on the timeline.
     *
     * @param step updates made
     * @param epoch passes over the training rows, with the part of the pass that is under way
     */
    public record Moment(long step, double epoch) {
        /** Before the first update. */
        public static final Moment START = new Moment(0, 0);
    }

    /**
     * A place where something was changed.
     *
     * @param text what, as {@code learning rate 0.01 → 0.05}
     */
    public record Mark(Moment at, String text) {}

    /**
     * A future that was left for another one; {@link Command.GoTo} makes it the present one again.
     *
     * @param id names it as long as the run lasts
     * @param label what happened where it begins, as {@code learning rate 0.05}
     * @param first where it parts from the run that was taken instead
     * @param last how far it came
     * @param history all of its losses from the start of the run; those up to {@code first} it has in common with that run
     */
    public record Branch(int id, String label, Moment first, Moment last, History history) {}

    /**
     * A run that a fresh start replaced.
     *
     * @param label what the fresh start was for
     */
    public record Earlier(String label, History history) {}

    /**
     * A seek under way.
     *
     * @param to the step it is to end at
     * @param share how much of the way is done, 0 to 1
     */
    public record Travel(long to, double share) {}

    /**
     * The timeline at one moment, never changed after it was published.
     *
     * @param earliest where a seek can go back to: 0, or where a saved run was opened
     * @param latest the furthest that the present run came, whether or not it stands there now
     * @param marks in order of their steps
     * @param branches the oldest first
     * @param earlier the oldest first, at most 8
     * @param undo what {@link Command.Undo} would take back, as {@code learning rate 0.01 → 0.05}; empty for nothing
     * @param redo what {@link Command.Redo} would do again; empty for nothing
     * @param travel the seek under way, if there is one
     */
    public record View(
            Moment earliest,
            Moment latest,
            List<Mark> marks,
            List<Branch> branches,
            List<Earlier> earlier,
            Optional<String> undo,
            Optional<String> redo,
            Optional<Travel> travel) {
        /** That of a run that has just begun. */
        public static final View START = new View(
                Moment.START,
                Moment.START,
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());

        public View {
            marks = List.copyOf(marks);
            branches = List.copyOf(branches);
            earlier = List.copyOf(earlier);
        }
    }
}
