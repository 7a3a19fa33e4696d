package weightroom.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import weightroom.engine.Device;
import weightroom.engine.InvalidInput;
import weightroom.experiment.AtomicFile;
import weightroom.experiment.Link;
import weightroom.explain.Pass;
import weightroom.explain.Quantity;
import weightroom.explain.Sample;
import weightroom.explain.Subject;
import weightroom.run.DeviceTrial;
import weightroom.run.Devices;
import weightroom.run.Interruption;
import weightroom.run.Run;

/** {@code explain}: one pass forward and back with every number, as Markdown or JSON. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        resourceBundle = "weightroom.cli.messages")
final class ExplainCommand implements Callable<Integer> {
    private static final long MOST_EPOCHS = 1_000_000_000L;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final boolean onTerminal;

    @Parameters(arity = "1", paramLabel = "FILE", descriptionKey = "explain.file")
    private Path file = Path.of("");

    @Option(names = "--epochs", defaultValue = "0", paramLabel = "N", descriptionKey = "explain.epochs")
    private long epochs;

    @Mixin
    private Sets sets = new Sets();

    @Option(names = "--device", defaultValue = Devices.AUTO, paramLabel = "ID", descriptionKey = "explain.device")
    private String device = Devices.AUTO;

    @ArgGroup(exclusive = true)
    private What what = new What();

    @Option(names = "--weight", paramLabel = "L/U/I", descriptionKey = "explain.weight")
    private Optional<String> weight = Optional.empty();

    @Option(names = "--no-dropout", descriptionKey = "explain.no-dropout")
    private boolean noDropout;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "OUT",
            descriptionKey = "explain.out")
    private Optional<Path> out = Optional.empty();

    /** What goes through the network. */
    static final class What {
        @Option(names = "--sample", paramLabel = "I", descriptionKey = "explain.sample")
        private Optional<Integer> row = Optional.empty();

        @Option(names = "--batch", descriptionKey = "explain.batch")
        private boolean batch;
    }

    /** @param onTerminal whether messages go to a terminal, where a bar can be drawn */
    ExplainCommand(boolean onTerminal) {
        this.onTerminal = onTerminal;
    }

    @Override
    public Integer call() throws IOException {
        if (epochs < 0 || epochs > MOST_EPOCHS) {
            throw new InvalidInput(Text.of("epochs.wrong", Long.toString(epochs)));
        }
        TrainingJob job = TrainingJob.read(file, sets::applyTo);
        // What is wrong with the command line is said before anything is trained.
        Subject before = Subject.fresh(job.setup());
        sample(before);
        Optional<Quantity> number = weight.map(text -> place(text, before));
        out.ifPresent(AtomicFile::check);
        Optional<Subject> subject = trained(job);
        if (subject.isEmpty()) {
            return WeightroomCommand.DIVERGED;
        }
        Pass pass = Pass.of(subject.get(), sample(subject.get()), !noDropout);
        print(new ExplainResult(pass, number));
        return WeightroomCommand.DONE;
    }

    /** The network after so many epochs; empty where it diverged. */
    private Optional<Subject> trained(TrainingJob job) {
        PrintWriter err = spec.commandLine().getErr();
        try (Interruption interruption = new Interruption();
                Devices devices = new Devices()) {
            long steps = epochs * job.setup().plan().stepsPerEpoch(rows(job));
            Device chosen = new DeviceTrial(devices).choose(device, job.setup(), steps);
            try (Run run = job.start(devices, chosen)) {
                long wanted = run.epoch() + epochs;
                if (epochs > 0) {
                    Progress progress = Progress.on(err, onTerminal, wanted, run.epoch());
                    new Training(run, progress, interruption::asked).epochs(epochs);
                }
                if (run.divergence().isPresent()) {
                    err.println(run.divergence().get().message());
                    return Optional.empty();
                }
                if (run.epoch() < wanted) {
                    err.println(Text.of("explain.stopped", Long.toString(run.epoch()), Long.toString(wanted)));
                }
                return Optional.of(new Subject(run.setup(), run.plan(), run.state()));
            }
        }
    }

    private static int rows(TrainingJob job) {
        return job.setup().data().get(0).train().count();
    }

    private Sample sample(Subject subject) {
        if (what.batch) {
            return option("--batch", () -> Sample.batch(subject));
        }
        int row = what.row.orElse(0);
        return option("--sample " + row, () -> Sample.row(subject, row));
    }

    private static Sample option(String option, Supplier<Sample> taking) {
        try {
            return taking.get();
        } catch (InvalidInput e) {
            throw new InvalidInput(option + ": " + e.getMessage(), e);
        }
    }

    /**
     * The number that a text such as {@code 0/2/1} or {@code 0/2/b} stands for.
     *
     * @throws InvalidInput naming what there is
     */
    private static Quantity place(String text, Subject subject) {
        Link link = Link.parse(text).orElseThrow(() -> new InvalidInput(Text.of("weight.form", text)));
        subject.setup()
                .experiment()
                .network()
                .fault(link, subject.network().inputs())
                .ifPresent(fault -> {
                    throw new InvalidInput(Text.of("weight.none", link, fault));
                });
        return Quantity.of(link);
    }

    private void print(ExplainResult result) throws IOException {
        PrintWriter standard = spec.commandLine().getOut();
        if (out.isEmpty()) {
            print(result, standard);
            return;
        }
        StringWriter text = new StringWriter();
        try (PrintWriter writer = new PrintWriter(text)) {
            print(result, writer);
        }
        AtomicFile.write(out.get(), stream -> stream.write(text.toString().getBytes(StandardCharsets.UTF_8)));
        spec.commandLine().getErr().println(Text.of("explain.written", out.get().toString()));
    }

    private void print(ExplainResult result, PrintWriter to) throws IOException {
        if (json) {
            result.printJson(to);
        } else {
            result.printMarkdown(to);
        }
    }
}
