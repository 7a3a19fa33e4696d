package weightroom.experiment;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import weightroom.engine.Chunk.Measurement;
import weightroom.engine.InvalidInput;
import weightroom.engine.Layout;
import weightroom.engine.State;

/**
 * A run at one moment, complete: whoever opens it goes on exactly where it stopped.
 *
 * @param experiment as it was set at that moment
 * @param folder that files named by the experiment are relative to
 * @param rows {@link Setup#fingerprint()} of the rows it was trained on
 * @param inputs width of what the network receives
 * @param state parameters, optimizer state and step
 * @param rateScale what plateaus have multiplied the learning rate by; 1 without any
 * @param watch what patience has seen so far
 * @param ahead what changes of the batch did to the counters
 * @param best the state with the best loss, where patience keeps one
 * @param history the losses measured, in order
 */
public record SavedRun(
        Experiment experiment,
        Path folder,
        long rows,
        int inputs,
        State state,
        double rateScale,
        Watch watch,
        Ahead ahead,
        Optional<State> best,
        List<Measurement> history) {
    /** The most points of a history that a file holds. */
    public static final int MAX_HISTORY = 2_000_000;

    public SavedRun {
        history = List.copyOf(history);
        folder = folder.toAbsolutePath().normalize();
    }

    /**
     * What the two patiences remember from epoch to epoch.
     *
     * @param bestLoss lowest loss so far, infinity before the first
     * @param bestEpoch when that was
     * @param plateauLoss lowest loss since the rate was last cut, infinity before the first
     * @param plateauEpoch when that was, or when the rate was last cut
     */
    public record Watch(double bestLoss, long bestEpoch, double plateauLoss, long plateauEpoch) {
        /** Nothing seen yet. */
        public static final Watch NOTHING = new Watch(Double.POSITIVE_INFINITY, 0, Double.POSITIVE_INFINITY, 0);
    }

    /**
     * What counters add to what the present batch alone would give, so that epochs and samples go on from where they stood
     * when the batch changed.
     *
     * @param steps as {@link weightroom.engine.Plan#ahead}
     * @param samples rows trained on beyond those of the epochs counted
     */
    public record Ahead(long steps, long samples) {
        /** The batch never changed. */
        public static final Ahead NONE = new Ahead(0, 0);
    }

    /** A run of this setup whose batch never changed. */
    public static SavedRun of(
            Setup setup,
            Path folder,
            State state,
            double rateScale,
            Watch watch,
            Optional<State> best,
            List<Measurement> history) {
        return of(setup, folder, state, rateScale, watch, Ahead.NONE, best, history);
    }

    /** A run of this setup. */
    public static SavedRun of(
            Setup setup,
            Path folder,
            State state,
            double rateScale,
            Watch watch,
            Ahead ahead,
            Optional<State> best,
            List<Measurement> history) {
        return new SavedRun(
                setup.experiment(),
                folder,
                setup.fingerprint(),
                setup.plan().network().inputs(),
                state,
                rateScale,
                watch,
                ahead,
                best,
                history);
    }

    /**
     * The experiment made ready again, from the same rows.
     *
     * @throws InvalidInput when the rows can no longer be read, or have changed since
     */
    public Setup setup() {
        Setup setup = Setup.of(experiment, folder);
        if (setup.fingerprint() != rows || Layout.of(setup.plan().network()).total() != state.parameters().length) {
            throw new InvalidInput("the rows of %s are not those that this run was trained on; expected the same %s"
                    .formatted(
                            setup.rows().dataset().name(),
                            experiment.data().origin() instanceof DataSpec.OwnFile
                                    ? "file, unchanged"
                                    : "data as in the version of the program that saved it"));
        }
        return setup;
    }
}
