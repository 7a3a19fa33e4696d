package weightroom.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;
import weightroom.engine.Device;
import weightroom.engine.InvalidInput;
import weightroom.experiment.DataSpec;
import weightroom.experiment.Experiment;
import weightroom.experiment.ExperimentReader;
import weightroom.experiment.SavedRun;
import weightroom.experiment.SavedRunReader;
import weightroom.experiment.Setup;
import weightroom.run.Devices;
import weightroom.run.Run;

/**
 * A file that can be trained, read and checked.
 *
 * @param folder that files named by the experiment are relative to
 * @param saved what the run goes on from, where the file holds one
 */
record TrainingJob(Setup setup, Path folder, Optional<SavedRun> saved) {
    /**
     * Reads an experiment or a saved run.
     *
     * @param adjust what the command line changes
     * @throws InvalidInput naming the file and what is wrong in it
     */
    static TrainingJob read(Path file, UnaryOperator<Experiment> adjust) {
        if (SavedRunReader.looksLikeOne(file)) {
            SavedRun saved = SavedRunReader.read(file);
            Experiment adjusted = adjust.apply(saved.experiment());
            return named(file, adjusted, () -> goOn(saved, adjusted));
        }
        Experiment experiment = adjust.apply(ExperimentReader.read(file));
        Path parent = file.toAbsolutePath().getParent();
        Path folder = parent == null ? Path.of("") : parent;
        return named(file, experiment, () -> new TrainingJob(Setup.of(experiment, folder), folder, Optional.empty()));
    }

    private static TrainingJob goOn(SavedRun saved, Experiment adjusted) {
        Setup before = saved.setup();
        Setup after = adjusted.equals(saved.experiment()) ? before : before.with(adjusted, saved.folder());
        if (!Run.keepsWeights(before, after)) {
            throw new InvalidInput(Text.of("set.weights"));
        }
        return new TrainingJob(after, saved.folder(), Optional.of(saved));
    }

    Run start(Devices devices, Device device) {
        return saved.map(run -> new Run(setup, devices, device, run)).orElseGet(() -> new Run(setup, devices, device));
    }

    @FunctionalInterface
    private interface Reading {
        TrainingJob read();
    }

    /** Faults that show only when the parts meet do not know which file they are in. */
    private static TrainingJob named(Path file, Experiment experiment, Reading reading) {
        try {
            return reading.read();
        } catch (InvalidInput e) {
            String message = String.valueOf(e.getMessage());
            boolean names = message.startsWith(file.toString())
                    || experiment.data().origin() instanceof DataSpec.OwnFile own && message.contains(own.path());
            throw names ? e : new InvalidInput(file + ": " + message, e);
        }
    }
}
