package weightroom.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;
import weightroom.engine.Device;
import weightroom.engine.InvalidInput;
import weightroom.experiment.Experiment;
import weightroom.experiment.SavedRun;
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
    static TrainingJob read(Path path, UnaryOperator<Experiment> adjust) {
        ExperimentFile file = ExperimentFile.read(path, adjust);
        return file.named(() -> new TrainingJob(ready(file), file.folder(), file.saved()));
    }

    private static Setup ready(ExperimentFile file) {
        if (file.saved().isEmpty()) {
            return Setup.of(file.experiment(), file.folder());
        }
        SavedRun saved = file.saved().get();
        Setup before = saved.setup();
        boolean asSaved = file.experiment().equals(saved.experiment());
        Setup after = asSaved ? before : before.with(file.experiment(), file.folder());
        if (!Run.keepsWeights(before, after)) {
            throw new InvalidInput(Text.of("set.weights"));
        }
        return after;
    }

    Run start(Devices devices, Device device) {
        return saved.map(run -> new Run(setup, devices, device, run)).orElseGet(() -> new Run(setup, devices, device));
    }
}
