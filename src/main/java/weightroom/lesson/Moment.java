package weightroom.lesson;

import weightroom.engine.State;
import weightroom.experiment.Setup;
import weightroom.run.History;
import weightroom.run.Run;
import weightroom.run.Snapshot;

/**
 * A run at one moment, as far as metrics ask for it.
 *
 * @param setup the experiment with its rows
 * @param state the numbers
 * @param history what was measured, perhaps beyond this moment too
 * @param epoch passes over the training rows made
 * @param diverged whether the run stands still because its numbers stopped being finite
 */
public record Moment(Setup setup, State state, History history, long epoch, boolean diverged) {
    /** Where a run stands. */
    public static Moment of(Run run) {
        return new Moment(
                run.setup(),
                run.state(),
                run.history(),
                run.epoch(),
                run.divergence().isPresent());
    }

    /** What a snapshot shows. */
    public static Moment of(Snapshot snapshot) {
        return new Moment(
                snapshot.setup(),
                snapshot.state(),
                snapshot.history(),
                snapshot.epoch(),
                snapshot.divergence().isPresent());
    }
}
