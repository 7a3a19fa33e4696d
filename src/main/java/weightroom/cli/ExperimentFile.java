package weightroom.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import weightroom.engine.InvalidInput;
import weightroom.experiment.DataSpec;
import weightroom.experiment.Experiment;
import weightroom.experiment.ExperimentReader;
import weightroom.experiment.SavedRun;
import weightroom.experiment.SavedRunReader;

/**
 * What a file of the command line holds.
 *
 * @param experiment with what the command line changes
 * @param folder that files named by the experiment are relative to
 * @param saved the run, where the file holds one
 */
record ExperimentFile(Path file, Experiment experiment, Path folder, Optional<SavedRun> saved) {
    /**
     * Reads an experiment or a saved run.
     *
     * @param adjust what the command line changes
     * @throws InvalidInput naming the file and what is wrong in it
     */
    static ExperimentFile read(Path file, UnaryOperator<Experiment> adjust) {
        if (SavedRunReader.looksLikeOne(file)) {
            SavedRun saved = SavedRunReader.read(file);
            return new ExperimentFile(file, adjust.apply(saved.experiment()), saved.folder(), Optional.of(saved));
        }
        Experiment experiment = adjust.apply(ExperimentReader.read(file));
        Path parent = file.toAbsolutePath().getParent();
        return new ExperimentFile(file, experiment, parent == null ? Path.of("") : parent, Optional.empty());
    }

    /** Makes something of it. Faults that show only when the parts meet do not know which file they are in. */
    <T> T named(Supplier<T> making) {
        try {
            return making.get();
        } catch (InvalidInput e) {
            String message = String.valueOf(e.getMessage());
            boolean names = message.startsWith(file.toString())
                    || experiment.data().origin() instanceof DataSpec.OwnFile own && message.contains(own.path());
            throw names ? e : new InvalidInput(file + ": " + message, e);
        }
    }
}
