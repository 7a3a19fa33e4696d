package weightroom.run;

import java.util.Optional;
import weightroom.engine.Divergence;
import weightroom.engine.State;
import weightroom.experiment.Setup;

/**
 * A training run at one moment, never changed after it was published.
 *
 * @param setup the experiment with its plan and data; the same object as long as neither changes
 * @param state parameters and optimizer state
 * @param epoch passes over the training rows finished
 * @param samples rows trained on so far
 * @param playing whether it goes on by itself
 * @param device id of the device in use
 * @param deviceDescription its name for people
 * @param samplesPerSecond rows trained on per second of late; 0 while paused
 * @param history the losses measured; grows after the snapshot was taken
 * @param field outputs over the plane, where watched and there are two inputs
 * @param answers outputs for the rows, where watched
 * @param divergence why the run stands still, where it diverged
 * @param notice what the user should know: a device that failed, a change that was refused, a fresh start
 * @param serial counts snapshots
 */
public record Snapshot(
        Setup setup,
        State state,
        long epoch,
        long samples,
        boolean playing,
        String device,
        String deviceDescription,
        double samplesPerSecond,
        History history,
        Optional<Field> field,
        Optional<Answers> answers,
        Optional<Divergence> divergence,
        Optional<Notice> notice,
        long serial) {
    /** The same moment, paused, with another notice. */
    Snapshot paused(Optional<Notice> changedNotice, long changedSerial) {
        return new Snapshot(
                setup,
                state,
                epoch,
                samples,
                false,
                device,
                deviceDescription,
                0,
                history,
                field,
                answers,
                divergence,
                changedNotice,
                changedSerial);
    }

    /**
     * Outputs over the input plane.
     *
     * @param outputs number of outputs, c
     * @param values {@code (rows, columns, c)}, the bottom row first
     */
    public record Field(Grid grid, int outputs, float[] values) {}

    /** Outputs for the training and the test rows, each {@code (n, c)} in the order of the setup data. */
    public record Answers(float[] train, float[] test) {}

    /** A sentence for the user; the same serial means the same notice. */
    public record Notice(long serial, Kind kind, String text) {
        /** How much it matters. */
        public enum Kind {
            INFORMATION,
            WARNING,
            ERROR
        }
    }
}
