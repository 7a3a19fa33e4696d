package weightroom.run;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import weightroom.experiment.Experiment;
import weightroom.experiment.SavedRun;

/**
 * What may be asked of a {@link Trainer}; commands are carried out in order, between two chunks of steps. One that cannot
 * be carried out changes nothing and is answered by {@link Snapshot#notice()}.
 */
public sealed interface Command {
    /** Train on until told otherwise; after a seek back, along the recorded future and beyond it. */
    record Play() implements Command {}

    /**
     * Train on until so many epochs are done, and stand still there; a run that is as far already stays where it is.
     *
     * @param epochs counted from the first weights
     */
    record PlayTo(long epochs) implements Command {}

    /** Stand still, keeping everything; a seek under way ends where it is. */
    record Pause() implements Command {}

    /** Pause, then make exactly so many updates. */
    record Step(long updates) implements Command {}

    /** Pause, then train to the end of the current epoch. */
    record StepEpoch() implements Command {}

    /**
     * Pause, then move the cursor to the next row of the batch in use: the first one when it was on none. Passing the last
     * row makes the update.
     */
    record StepSample() implements Command {}

    /** Pause, then go one update back. */
    record StepBack() implements Command {}

    /** Back to the start of the experiment: the same seed, the same first weights. Playing or not stays as it was. */
    record Reset() implements Command {}

    /**
     * Pause, then go to where the run stood after so many updates, bit for bit the same on the same device. A step beyond
     * the latest means the latest. What lies beyond stays: playing on follows it, a change makes a branch.
     */
    record Seek(long step) implements Command {}

    /** Pause, then go to the furthest that the run came. */
    record Latest() implements Command {}

    /**
     * Pause, then make a branch the present run and go to its end; what was the present run from there on becomes a
     * branch.
     *
     * @param branch {@link Timeline.Branch#id()}
     */
    record GoTo(int branch) implements Command {}

    /**
     * Keep what lies beyond this moment as a branch and go on from here without it; until something is changed, the same
     * happens again. Nothing at the latest step.
     */
    record Branch() implements Command {}

    /** Go on with a changed experiment: live where weights and data keep their meaning, else from a fresh start. */
    record Change(Experiment experiment) implements Command {}

    /**
     * Go on with other weights or biases from here.
     *
     * @param parameters index into the flat array of {@link weightroom.engine.Layout} to the new, finite value
     */
    record Edit(Map<Integer, Float> parameters) implements Command {
        public Edit {
            parameters = Map.copyOf(parameters);
        }
    }

    /**
     * Take the last change back: a live change is changed back and training goes on from where it stands; edited parameters
     * get their old values; after a fresh start the replaced run comes back as it stood, paused.
     */
    record Undo() implements Command {}

    /** Do again what was undone last. */
    record Redo() implements Command {}

    /** Forget the histories of replaced runs and the branches. */
    record ClearEarlier() implements Command {}

    /** Go on, paused, with a run that was saved. */
    record Open(SavedRun run) implements Command {}

    /**
     * Start anew, paused, with another experiment.
     *
     * @param folder that files named by the experiment are relative to
     */
    record New(Experiment experiment, Path folder) implements Command {}

    /**
     * Put the present run with everything done to it aside, paused, and take up what stands on another desk as it was left.
     * A desk without anything on it begins with the experiment. The {@value Desks#MOST_ASIDE} last ones are kept aside, and
     * always the {@linkplain #FIRST first}.
     *
     * @param name of the desk; the present one's changes nothing
     * @param folder that files named by the experiment are relative to
     */
    record Desk(String name, Experiment experiment, Path folder) implements Command {
        /** Name of the desk that a trainer begins at. */
        public static final String FIRST = "first";
    }

    /**
     * Hand over the run as it stands, to be kept in a file.
     *
     * @param points the most points of the history to keep; {@link SavedRun#MAX_HISTORY} for as many as a file holds
     * @param receiver called once, on the trainer's thread; writing the file should be left to another one
     */
    record Save(int points, Consumer<SavedRun> receiver) implements Command {}

    /**
     * Hand over all that is needed to train the run again elsewhere, up to where it stands.
     *
     * @param receiver called once, on the trainer's thread
     */
    record Recall(Consumer<Past> receiver) implements Command {}

    /**
     * How fast to play.
     *
     * @param epochsPerSecond more than 0; infinity for as fast as it goes
     */
    record Speed(double epochsPerSecond) implements Command {}

    /** Go on, from where the run stands, on another device: an id or {@code auto}. */
    record UseDevice(String id) implements Command {}

    /** Look for every device there is, which may take a moment; the answer is {@link Trainer#choices()}. */
    record FindDevices() implements Command {}

    /**
     * What the next snapshots should hold beyond counters and losses.
     *
     * @param field where to compute the outputs over the input plane; empty for nowhere
     * @param slice which plane that is, and that of the tiles
     * @param answers whether to predict the training and test rows
     * @param insight whether to look into the layers: gradients, activations, weights
     * @param tiles where to compute the activations of every unit over the input plane; empty for nowhere
     */
    record Watch(Optional<Grid> field, Slice slice, boolean answers, boolean insight, Optional<Grid> tiles)
            implements Command {
        /** Nothing. */
        public static final Watch NOTHING =
                new Watch(Optional.empty(), Slice.FIRST_TWO, false, false, Optional.empty());
    }
}
