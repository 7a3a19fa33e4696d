package weightroom.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import weightroom.engine.Device;
import weightroom.engine.InvalidInput;
import weightroom.race.RaceBench;
import weightroom.run.Bench;
import weightroom.run.Devices;
import weightroom.run.Peer;
import weightroom.run.Workload;

/** {@code bench}: how fast the devices do fixed workloads, in turns with each other and with other programs. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        resourceBundle = "weightroom.cli.messages")
final class BenchCommand implements Callable<Integer> {
    private static final int MAX_ROUNDS = 1000;
    private static final String TRAIN = "train";
    private static final String COMPARE = "compare";
    private static final String EXPLAIN = "explain";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final WindowPort window;

    @Option(names = "--workload", split = ",", descriptionKey = "bench.workload")
    private List<String> workloads = List.of("W1", "W2", "W3", "W4", "W5");

    @Option(names = "--device", split = ",", descriptionKey = "bench.device")
    private List<String> devices = List.of();

    @Option(names = "--rounds", descriptionKey = "bench.rounds")
    private int rounds = 5;

    @Option(names = "--peer", descriptionKey = "bench.peer")
    private List<String> peers = List.of();

    @Option(names = "--ui", descriptionKey = "bench.ui")
    private boolean ui;

    @Option(names = "--hour", descriptionKey = "bench.hour")
    private boolean hour;

    @Option(names = "--view", defaultValue = TRAIN, paramLabel = "VIEW", descriptionKey = "bench.view")
    private String view = TRAIN;

    @Option(names = "--race", descriptionKey = "bench.race")
    private boolean race;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    BenchCommand(WindowPort window) {
        this.window = window;
    }

    @Override
    public Integer call() throws IOException {
        if (rounds < 1 || rounds > MAX_ROUNDS) {
            throw new InvalidInput(Text.of("rounds.wrong", Integer.toString(rounds), MAX_ROUNDS));
        }
        if (ui) {
            printWindow(measured());
            return WeightroomCommand.DONE;
        }
        List<Workload> wanted = wanted();
        List<Peer> others = peers.stream().map(Peer::parse).toList();
        PrintWriter err = spec.commandLine().getErr();
        try (Devices all = new Devices()) {
            List<Device> measured = devices.isEmpty()
                    ? all.all()
                    : devices.stream().map(all::byId).toList();
            checkNames(measured, others);
            if (race) {
                RaceBench races = new RaceBench(all, rounds, err::println);
                printRaces(measured.stream().map(races::measure).toList());
                return WeightroomCommand.DONE;
            }
            Bench bench = new Bench(rounds, err::println);
            List<Bench.Result> results = bench.measure(wanted, measured, others);
            if (json) {
                printJson(results);
            } else {
                printTable(results, measured.get(0).id());
            }
            return results.isEmpty() ? WeightroomCommand.DEVICE_FAILED : WeightroomCommand.DONE;
        }
    }

    private List<WindowPort.Figure> measured() {
        return switch (view) {
            case TRAIN -> window.measure(rounds, hour);
            case COMPARE -> window.measureRace(rounds);
            case EXPLAIN -> window.measureExplain(rounds);
            default ->
                throw new InvalidInput(
                        Text.of("choice.wrong", "--view", view, String.join(", ", TRAIN, COMPARE, EXPLAIN)));
        };
    }

    /** Results are told apart by name alone. */
    private static void checkNames(List<Device> measured, List<Peer> others) {
        Set<String> names = new HashSet<>();
        for (Device device : measured) {
            if (!names.add(device.id())) {
                throw new InvalidInput(Text.of("device.twice", device.id()));
            }
        }
        for (Peer peer : others) {
            if (!names.add(peer.name())) {
                throw new InvalidInput(Text.of("peer.twice", peer.name()));
            }
        }
    }

    private List<Workload> wanted() {
        Set<Workload> wanted = new LinkedHashSet<>();
        for (String name : workloads) {
            List<Workload> matching = Arrays.stream(Workload.values())
                    .filter(workload -> workload.name().startsWith(name.trim().toUpperCase(Locale.ROOT)))
                    .toList();
            if (matching.isEmpty() || name.isBlank()) {
                throw new InvalidInput(Text.of("workload.wrong", name));
            }
            wanted.addAll(matching);
        }
        return List.copyOf(wanted);
    }

    private void printTable(List<Bench.Result> results, String baseline) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(machine());
        out.printf(
                "%-9s %-12s %14s  %-10s %8s  %12s%n",
                Text.of("bench.head.workload"),
                Text.of("bench.head.by"),
                Text.of("bench.head.median"),
                Text.of("bench.head.unit"),
                "/" + baseline,
                Text.of("bench.head.check"));
        for (Bench.Result result : results) {
            double base = results.stream()
                    .filter(other ->
                            other.workload() == result.workload() && other.by().equals(baseline))
                    .mapToDouble(Bench.Result::median)
                    .findFirst()
                    .orElse(Double.NaN);
            out.printf(
                    Locale.ROOT,
                    "%-9s %-12s %,14.0f  %-10s %8.3f  %12.6g%n",
                    result.workload().id(),
                    result.by(),
                    result.median(),
                    result.workload().unit(),
                    result.median() / base,
                    result.check());
        }
    }

    private void printJson(List<Bench.Result> results) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        try (JsonGenerator to = JsonFactory.builder().build().createGenerator(out)) {
            to.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            to.writeStartObject();
            to.writeStringField("machine", machine());
            to.writeArrayFieldStart("results");
            for (Bench.Result result : results) {
                to.writeStartObject();
                to.writeStringField("workload", result.workload().id());
                to.writeStringField("device", result.by());
                to.writeStringField("unit", result.workload().unit());
                Json.number(to, "median", result.median());
                to.writeArrayFieldStart("runs");
                for (double run : result.runs()) {
                    Json.number(to, run);
                }
                to.writeEndArray();
                Json.number(to, "check", result.check());
                to.writeEndObject();
            }
            to.writeEndArray();
            to.writeEndObject();
        }
        out.println();
    }

    private void printRaces(List<RaceBench.Result> results) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            try (JsonGenerator to = JsonFactory.builder().build().createGenerator(out)) {
                to.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
                to.writeStartObject();
                to.writeStringField("machine", machine());
                to.writeArrayFieldStart("races");
                for (RaceBench.Result result : results) {
                    to.writeStartObject();
                    to.writeStringField("device", result.device());
                    to.writeNumberField("samples", result.samples());
                    Json.number(to, "seconds", result.medianSeconds());
                    Json.number(to, "cost", result.cost());
                    Json.number(to, "costOfBare", result.costOfBare());
                    to.writeEndObject();
                }
                to.writeEndArray();
                to.writeEndObject();
            }
            out.println();
            return;
        }
        out.println(machine());
        for (RaceBench.Result result : results) {
            out.println(Text.of(
                    "bench.race.result",
                    result.device(),
                    result.samples(),
                    result.medianSeconds(),
                    result.cost(),
                    result.costOfBare()));
        }
    }

    private void printWindow(List<WindowPort.Figure> figures) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            try (JsonGenerator to = JsonFactory.builder().build().createGenerator(out)) {
                to.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
                to.writeStartObject();
                to.writeStringField("machine", machine());
                for (WindowPort.Figure figure : figures) {
                    Json.number(to, figure.name(), figure.value());
                }
                to.writeEndObject();
            }
            out.println();
            return;
        }
        out.println(machine());
        for (WindowPort.Figure figure : figures) {
            out.printf(Locale.ROOT, "%-58s %,14.2f%n", Text.of("bench.ui." + figure.name()), figure.value());
        }
    }

    private static String machine() {
        return Text.of(
                "bench.machine",
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("java.version"),
                System.getProperty("java.vm.name"));
    }
}
