package weightroom.run;

import java.util.Optional;
import weightroom.engine.Divergence;
import weightroom.engine.Plan;
import weightroom.engine.State;
import weightroom.experiment.Setup;

/**
 * A training run at one moment, never changed after it was published.
 *
 * @param setup the experiment with its plan and data; the same object as long as neither changes
 * @param state parameters and optimizer state
 * @param progress the counters, and whether they run
 * @param used the device in use
 * @param history the losses measured, those beyond this moment too after a seek back; grows after the snapshot was taken,
 *     and is another object as soon as it is not the continuation of what it was
 * @param timeline what lies behind and beyond this moment, and what can be undone
 * @param watched what {@link Command.Watch} asked for
 * @param divergence why the run stands still, where it diverged
 * @param notice what the user should know: a device that failed, a change that was refused, a fresh start
 * @param desk whose run it is, as {@link Command.Desk} names it
 * @param serial counts snapshots
 */
public record Snapshot(
        Setup setup,
        State state,
        Progress progress,
        Used used,
        History history,
        Timeline.View timeline,
        Watched watched,
        Optional<Divergence> divergence,
        Optional<Notice> notice,
        String desk,
        long serial) {
    /** The same moment, paused, with another notice, after so many commands. */
    Snapshot paused(Optional<Notice> changedNotice, long commands, long changedSerial) {
        return new Snapshot(
                setup,
                state,
                progress.paused(commands),
                used,
                history,
                timeline,
                watched,
                divergence,
                changedNotice,
                desk,
                changedSerial);
    }

    /** Passes over the training rows finished. */
    public long epoch() {
        return progress.epoch();
    }

    /** Rows trained on so far. */
    public long samples() {
        return progress.samples();
    }

    /** Whether it goes on by itself. */
    public boolean playing() {
        return progress.playing();
    }

    /** Rows trained on per second of late; 0 while paused. */
    public double samplesPerSecond() {
        return progress.samplesPerSecond();
    }

    /** The training rows of the batch in use; see {@link Progress#batchRows()}. */
    public int[] batchRows() {
        return progress.batchRows();
    }

    /** What the next update is made by: the setup's plan with what plateaus and changes of the batch have done to it. */
    public Plan plan() {
        Plan plan = setup.plan();
        return plan.with(plan.replicas().get(0).withRateScale(progress.rateScale()))
                .withAhead(progress.ahead());
    }

    /** Which of the batch's rows is looked at; see {@link Progress#cursor()}. */
    public int cursor() {
        return progress.cursor();
    }

    /** Id of the device in use. */
    public String device() {
        return used.id();
    }

    /** The device's name for people. */
    public String deviceDescription() {
        return used.description();
    }

    /** Outputs over the plane, where watched. */
    public Optional<Field> field() {
        return watched.field();
    }

    /** Outputs for the rows, where watched. */
    public Optional<Answers> answers() {
        return watched.answers();
    }

    /** What the layers are like, where watched. */
    public Optional<Insight> insight() {
        return watched.insight();
    }

    /** What the layers were like before, as far as it was watched. */
    public InsightHistory insights() {
        return watched.insights();
    }

    /** What every unit makes of the plane, where watched. */
    public Optional<Tiles> tiles() {
        return watched.tiles();
    }

    /**
     * How far it is.
     *
     * @param epoch passes over the training rows finished
     * @param samples rows trained on so far
     * @param playing whether it goes on by itself
     * @param samplesPerSecond rows trained on per second of late; 0 while paused
     * @param batchRows which training rows the next update is made from, in their order; empty while it plays over more
     *     rows than anybody could tell apart. Not to be written
     * @param cursor the row that {@link Command.StepSample} has come to, an index into {@code batchRows}; −1 before the
     *     first
     * @param commands how many of the commands sent to the trainer have been carried out to their end, or refused: a snapshot
     *     that counts all that somebody sent shows what has become of them
     * @param rateScale what plateaus have multiplied the learning rate by
     * @param ahead as {@link Plan#ahead}
     */
    public record Progress(
            long epoch,
            long samples,
            boolean playing,
            double samplesPerSecond,
            int[] batchRows,
            int cursor,
            long commands,
            double rateScale,
            long ahead) {
        /** Counters of a run whose rate no plateau has cut and whose batch never changed. */
        public Progress(
                long epoch,
                long samples,
                boolean playing,
                double samplesPerSecond,
                int[] batchRows,
                int cursor,
                long commands) {
            this(epoch, samples, playing, samplesPerSecond, batchRows, cursor, commands, 1, 0);
        }

        /** Counters without a batch, as of a run that is not stepped by sample. */
        public static Progress of(long epoch, long samples, boolean playing, double samplesPerSecond) {
            return new Progress(epoch, samples, playing, samplesPerSecond, new int[0], -1, 0);
        }

        private Progress paused(long obeyed) {
            return new Progress(epoch, samples, false, 0, batchRows, cursor, obeyed, rateScale, ahead);
        }
    }

    /**
     * The device in use.
     *
     * @param description its name for people
     */
    public record Used(String id, String description) {}

    /**
     * What was computed because somebody watches it; empty where nobody does, or where it does not apply.
     *
     * @param field outputs over the plane
     * @param answers outputs for the rows
     * @param insight what the layers are like
     * @param insights what they were like before, as far as it was watched; another object where the run is not the
     *     continuation of what it was
     * @param tiles what every unit makes of the plane
     */
    public record Watched(
            Optional<Field> field,
            Optional<Answers> answers,
            Optional<Insight> insight,
            InsightHistory insights,
            Optional<Tiles> tiles) {
        /** Nobody watches. */
        public static final Watched NOTHING = new Watched(
                Optional.empty(), Optional.empty(), Optional.empty(), new InsightHistory(0), Optional.empty());
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
