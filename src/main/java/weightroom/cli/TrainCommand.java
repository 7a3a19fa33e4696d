package weightroom.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import weightroom.engine.Device;
import weightroom.engine.InvalidInput;
import weightroom.experiment.Experiment;
import weightroom.experiment.Settings;
import weightroom.experiment.Setup;
import weightroom.run.DeviceTrial;
import weightroom.run.Devices;
import weightroom.run.Interruption;
import weightroom.run.Run;

/** {@code train}: trains experiments to their end and prints what came out. */
@Command(name = "train", mixinStandardHelpOptions = true, resourceBundle = "weightroom.cli.messages")
final class TrainCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "1..*", paramLabel = "FILE", descriptionKey = "train.files")
    private List<Path> files = List.of();

    @Option(names = "--epochs", descriptionKey = "train.epochs")
    private Optional<Long> epochs = Optional.empty();

    @Option(names = "--device", defaultValue = Devices.AUTO, descriptionKey = "train.device")
    private String device = Devices.AUTO;

    @Option(names = "--set", paramLabel = "PATH=VALUE", descriptionKey = "train.set")
    private List<String> settings = List.of();

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    @Option(names = "--save", paramLabel = "RUN", descriptionKey = "train.save")
    private Optional<Path> save = Optional.empty();

    @Override
    public Integer call() throws IOException {
        if (save.isPresent() && files.size() > 1) {
            throw new InvalidInput("--save keeps one run, but there are %d files; expected one file with --save"
                    .formatted(files.size()));
        }
        List<TrainingJob> jobs = new ArrayList<>();
        for (Path file : files) {
            jobs.add(TrainingJob.read(file, this::adjust));
        }
        int status = WeightroomCommand.DONE;
        try (Devices devices = new Devices()) {
            DeviceTrial trial = new DeviceTrial(devices);
            for (TrainingJob job : jobs) {
                status = Math.max(status, train(job, devices, trial));
            }
        }
        return status;
    }

    /** The experiment with what the command line changes. */
    private Experiment adjust(Experiment experiment) {
        Experiment adjusted = experiment;
        for (String assignment : settings) {
            adjusted = Settings.apply(adjusted, assignment);
        }
        return epochs.isPresent() ? Settings.apply(adjusted, "training.epochs=" + epochs.get()) : adjusted;
    }

    private int train(TrainingJob job, Devices devices, DeviceTrial trial) throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        Setup setup = job.setup();
        long steps = setup.plan().epochs()
                * setup.plan().stepsPerEpoch(setup.data().get(0).train().count());
        Device chosen = trial.choose(device, setup, steps);
        try (Run run = job.start(devices, chosen);
                Interruption interruption = new Interruption()) {
            Training training = new Training(run, Progress.on(err, setup), interruption::asked);
            training.toTheEnd();
            run.takeNotice().ifPresent(err::println);
            if (save.isPresent()) {
                err.printf("Saved %s at epoch %d.%n", save.get(), run.epoch());
            }
            print(TrainingResult.of(run, training.samplesPerSecond()));
            return outcome(run, err);
        }
    }

    private void print(TrainingResult result) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            result.printJson(out);
        } else {
            result.printText(out);
        }
    }

    private static int outcome(Run run, PrintWriter err) {
        if (run.divergence().isPresent()) {
            err.println(run.divergence().get().message());
            return WeightroomCommand.DIVERGED;
        }
        return WeightroomCommand.DONE;
    }
}
