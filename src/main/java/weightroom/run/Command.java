package weightroom.run;

import java.util.Optional;
import weightroom.experiment.Experiment;

/** What may be asked of a {@link Trainer}; commands are carried out in order, between two chunks of steps. */
public sealed interface Command {
    /** Train on until told otherwise. */
    record Play() implements Command {}

    /** Stand still, keeping everything. */
    record Pause() implements Command {}

    /** Pause, then make exactly so many updates. */
    record Step(long updates) implements Command {}

    /** Pause, then train to the end of the current epoch. */
    record StepEpoch() implements Command {}

    /** Back to the start of the experiment: the same seed, the same first weights. Playing or not stays as it was. */
    record Reset() implements Command {}

    /**
     * Go on with a changed experiment: live where weights and data keep their meaning, else from a fresh start. One that
     * cannot be used changes nothing and is answered by {@link Snapshot#notice()}.
     */
    record Change(Experiment experiment) implements Command {}

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
     * @param answers whether to predict the training and test rows
     */
    record Watch(Optional<Grid> field, boolean answers) implements Command {}
}
