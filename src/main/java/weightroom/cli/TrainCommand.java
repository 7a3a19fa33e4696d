package weightroom.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import weightroom.engine.Device;
import weightroom.engine.InvalidInput;
import weightroom.engine.State;
import weightroom.experiment.Setup;
import weightroom.run.DeviceTrial;
import weightroom.run.Devices;
import weightroom.run.Interruption;
import weightroom.run.Run;

/** {@code train}: trains experiments to their end and prints what came out. */
@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        resourceBundle = "weightroom.cli.messages")
final class TrainCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final boolean onTerminal;

    @Parameters(arity = "1..*", paramLabel = "FILE", descriptionKey = "train.files")
    private List<Path> files = List.of();

    @Mixin
    private Changes changes = new Changes();

    @Option(names = "--device", defaultValue = Devices.AUTO, paramLabel = "ID", descriptionKey = "train.device")
    private String device = Devices.AUTO;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    @Option(names = "--save", paramLabel = "RUN", descriptionKey = "train.save")
    private Optional<Path> save = Optional.empty();

    @Option(names = "--best", descriptionKey = "train.best")
    private boolean best;

    /** @param onTerminal whether messages go to a terminal, where a bar can be drawn */
    TrainCommand(boolean onTerminal) {
        this.onTerminal = onTerminal;
    }

    @Override
    public Integer call() throws IOException {
        if (save.isPresent() && files.size() > 1) {
            throw new InvalidInput(Text.of("save.one", files.size()));
        }
        List<TrainingJob> jobs = new ArrayList<>();
        for (Path file : files) {
            jobs.add(TrainingJob.read(file, changes::applyTo));
        }
        Optional<SaveTarget> target = save.map(SaveTarget::checked);
        PrintWriter out = spec.commandLine().getOut();
        int status = WeightroomCommand.DONE;
        try (Interruption interruption = new Interruption();
                Devices devices = new Devices()) {
            DeviceTrial trial = new DeviceTrial(devices);
            for (TrainingJob job : jobs) {
                boolean nobodyReads = out.checkError();
                if (!interruption.asked() && !nobodyReads) {
                    Device chosen = trial.choose(device, job.setup(), steps(job.setup()));
                    status = Math.max(status, train(job, devices, chosen, interruption, target));
                }
            }
        }
        return status;
    }

    /** Updates that a run makes at most. */
    static long steps(Setup setup) {
        int rows = setup.data().get(0).train().count();
        return setup.plan().epochs() * setup.plan().stepsPerEpoch(rows);
    }

    private int train(
            TrainingJob job, Devices devices, Device chosen, Interruption interruption, Optional<SaveTarget> target)
            throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        Setup setup = job.setup();
        try (Run run = job.start(devices, chosen)) {
            Progress progress = Progress.on(err, onTerminal, setup.plan().epochs(), run.epoch());
            Training training = new Training(run, progress, interruption::asked);
            training.toTheEnd();
            run.best().ifPresent(state -> offer(run, state, err));
            if (interruption.asked() && target.isEmpty()) {
                return WeightroomCommand.DONE;
            }
            if (!interruption.asked()) {
                training.measureLast();
            }
            try {
                target.ifPresent(to -> {
                    to.write(run.saved(job.folder()));
                    err.println(Text.of("saved", to.file().toString(), Long.toString(run.epoch())));
                });
            } finally {
                training.measureLast();
                print(TrainingResult.of(run, training.samplesPerSecond()));
            }
            run.divergence().ifPresent(divergence -> err.println(divergence.message()));
            return run.divergence().isPresent() ? WeightroomCommand.DIVERGED : WeightroomCommand.DONE;
        }
    }

    /** The best parameters are offered back; whoever wants them says so beforehand, since nobody can answer later. */
    private void offer(Run run, State state, PrintWriter err) {
        long epoch = run.epochOf(state.step());
        boolean back = best && run.goBackToBest();
        err.println(Text.of(back ? "best.taken" : "best.offered", Long.toString(epoch)));
    }

    private void print(TrainingResult result) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            result.printJson(out);
        } else {
            result.printText(out);
        }
    }
}
