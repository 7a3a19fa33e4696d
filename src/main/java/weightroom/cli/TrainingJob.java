package weightroom.cli;

import java.nio.file.Path;
import java.util.function.UnaryOperator;
import weightroom.engine.Device;
import weightroom.experiment.Experiment;
import weightroom.experiment.ExperimentReader;
import weightroom.experiment.Setup;
import weightroom.run.Devices;
import weightroom.run.Run;

/** A file that can be trained, read and checked. */
record TrainingJob(Setup setup) {
    static TrainingJob read(Path file, UnaryOperator<Experiment> adjust) {
        Experiment experiment = adjust.apply(ExperimentReader.read(file));
        Path parent = file.toAbsolutePath().getParent();
        return new TrainingJob(Setup.of(experiment, parent == null ? Path.of("") : parent));
    }

    Run start(Devices devices, Device device) {
        return new Run(setup, devices, device);
    }
}
