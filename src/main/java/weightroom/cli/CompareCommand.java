package weightroom.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
import weightroom.experiment.Setup;
import weightroom.race.Comparison;
import weightroom.race.Contest;
import weightroom.race.Entrant;
import weightroom.race.Lane;
import weightroom.race.Lanes;
import weightroom.race.Outcome;
import weightroom.race.Target;
import weightroom.race.Variation;
import weightroom.run.DeviceTrial;
import weightroom.run.Devices;
import weightroom.run.Interruption;

/** {@code compare}: trains experiments that differ in one thing side by side, under many seeds, and says what holds. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        resourceBundle = "weightroom.cli.messages")
final class CompareCommand implements Callable<Integer> {
    private static final String LEARNING_RATE = "training.optimizer.learning-rate";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final boolean onTerminal;

    @Parameters(arity = "1..*", paramLabel = "FILE", descriptionKey = "compare.files")
    private List<Path> files = List.of();

    @Option(names = "--vary", paramLabel = "PATH=A,B", descriptionKey = "compare.vary")
    private List<String> variations = List.of();

    @Option(names = "--seeds", defaultValue = "8", paramLabel = "N", descriptionKey = "compare.seeds")
    private int seeds = 8;

    @Option(names = "--target", paramLabel = "FIGURE=VALUE", descriptionKey = "compare.target")
    private Optional<String> target = Optional.empty();

    @Option(names = "--tune", defaultValue = "0", paramLabel = "N", descriptionKey = "compare.tune")
    private int trials;

    @Mixin
    private Changes changes = new Changes();

    @Option(names = "--device", defaultValue = Devices.AUTO, paramLabel = "ID", descriptionKey = "compare.device")
    private String device = Devices.AUTO;

    @ArgGroup(exclusive = true)
    private Form form = new Form();

    /** In what form the result is printed. */
    static final class Form {
        @Option(names = "--json", descriptionKey = "json")
        private boolean json;

        @Option(names = "--csv", descriptionKey = "compare.csv")
        private boolean csv;
    }

    /** @param onTerminal whether messages go to a terminal, where a bar can be drawn */
    CompareCommand(boolean onTerminal) {
        this.onTerminal = onTerminal;
    }

    @Override
    public Integer call() throws IOException {
        Contest contest = contest();
        Setup first = ready(contest);
        PrintWriter err = spec.commandLine().getErr();
        Optional<Outcome> outcome;
        try (Interruption interruption = new Interruption();
                Devices devices = new Devices()) {
            Device chosen =
                    new DeviceTrial(devices).choose(device, first, contest.entrants() * TrainCommand.steps(first));
            Progress progress = Progress.on(err, onTerminal, Comparison.epochs(contest), 0);
            try (progress) {
                outcome = new Comparison(contest, devices, chosen).run(listener(progress), interruption::asked);
            }
        }
        if (outcome.isEmpty()) {
            err.println(Text.of("compare.stopped"));
            return WeightroomCommand.DONE;
        }
        print(new CompareResult(outcome.get()));
        return outcome.get().allDiverged() ? WeightroomCommand.DIVERGED : WeightroomCommand.DONE;
    }

    /** All that is wrong with the command line is said before anything is trained. */
    private Contest contest() {
        List<Variation> what = new ArrayList<>();
        for (String variation : variations) {
            what.add(option("--vary", variation, () -> Variation.parse(variation)));
        }
        if (trials > 0 && what.stream().anyMatch(one -> one.path().equals(LEARNING_RATE))) {
            throw new InvalidInput(Text.of("compare.tune.rate", LEARNING_RATE));
        }
        List<Lane> wholes = new ArrayList<>();
        for (Path path : files) {
            ExperimentFile file = ExperimentFile.read(path, changes::applyTo);
            String name = String.valueOf(path.getFileName());
            wholes.add(new Lane(name, name, file.experiment(), file.folder()));
        }
        List<Lane> lanes =
                option("--vary", String.join(" --vary ", variations), () -> Lanes.of(Lanes.titled(wholes), what));
        Target wanted = target.map(text -> option("--target", text, () -> Target.parse(text)))
                .orElseGet(() -> Target.of(lanes.get(0).experiment()));
        return new Contest(lanes, seeds, wanted, trials);
    }

    private static <T> T option(String name, String text, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (InvalidInput e) {
            throw text.isEmpty()
                    ? e
                    : new InvalidInput(Text.of("option.wrong", name, text, String.valueOf(e.getMessage())), e);
        }
    }

    /** Every lane under the first seed, so that what does not fit its data is found before anything is trained. */
    private Setup ready(Contest contest) {
        List<Setup> setups = new ArrayList<>();
        for (int lane = 0; lane < contest.lanes().size(); lane++) {
            Lane one = contest.lanes().get(lane);
            try {
                setups.add(Setup.of(contest.experiment(new Entrant(lane, 0)), one.folder()));
            } catch (InvalidInput e) {
                throw new InvalidInput(Text.of("compare.lane", one.spoken(), String.valueOf(e.getMessage())), e);
            }
        }
        option("--target", target.orElse(""), () -> {
            Comparison.checkTarget(contest, setups);
            return contest;
        });
        return setups.get(0);
    }

    private static Comparison.Listener listener(Progress progress) {
        return new Comparison.Listener() {
            @Override
            public void reached(long epochs, double samplesPerSecond, double loss) {
                progress.show(epochs, samplesPerSecond, loss);
            }

            @Override
            public void notice(String text) {
                progress.say(text);
            }
        };
    }

    private void print(CompareResult result) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        if (form.json) {
            result.printJson(out);
        } else if (form.csv) {
            result.printCsv(out);
        } else {
            result.printText(out);
        }
    }
}
