package weightroom.experiment;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32C;
import weightroom.data.CsvReader;
import weightroom.data.Dataset;
import weightroom.data.IdxReader;
import weightroom.data.Preparation;
import weightroom.data.Prepared;
import weightroom.data.Shares;
import weightroom.engine.Initializer;
import weightroom.engine.InvalidInput;
import weightroom.engine.Layout;
import weightroom.engine.Network;
import weightroom.engine.Plan;
import weightroom.engine.Replica;
import weightroom.engine.Rows;
import weightroom.engine.Split;
import weightroom.engine.Start;
import weightroom.engine.State;
import weightroom.engine.Task;

/**
 * An experiment made ready to train: its rows read or generated and encoded, its network sized to them, its first weights
 * drawn.
 *
 * @param experiment what it was made from
 * @param rows the data, raw and as the engine takes it
 * @param data what programs are compiled with: the one split of {@code rows}
 * @param plan for a program of one replica
 * @param start parameters and optimizer state before the first step
 */
public record Setup(Experiment experiment, Prepared rows, List<Split> data, Plan plan, State start) {
    /**
     * Makes an experiment ready.
     *
     * @param folder that files named by the experiment are relative to
     * @throws InvalidInput when parts of the experiment do not fit each other or its data
     */
    public static Setup of(Experiment experiment, Path folder) {
        return of(experiment, load(experiment.data(), experiment.seed(), folder));
    }

    /**
     * The same for a changed experiment. What the change leaves as it was is taken over: raw rows are not read or drawn
     * again, and {@link #data()} stays the same object while the network would see the same numbers. Links of inputs that
     * changed data no longer give are no longer locked or off.
     */
    public Setup with(Experiment changed, Path folder) {
        boolean drawn = experiment.data().origin() instanceof DataSpec.Source;
        boolean sameSeed = changed.seed() == experiment.seed();
        boolean sameRows = changed.data().origin().equals(experiment.data().origin()) && (sameSeed || !drawn);
        Dataset dataset = sameRows ? rows.dataset() : load(changed.data(), changed.seed(), folder);
        boolean sameSpec = changed.data().equals(experiment.data());
        int inputs = preparation(changed.data()).width(dataset);
        Experiment fitted =
                sameSpec ? changed : changed.withNetwork(changed.network().withinInputs(inputs));
        if (sameRows && sameSpec && sameSeed && sameTargets(fitted)) {
            return of(fitted, rows, data).sharing(start);
        }
        Setup next = of(fitted, dataset);
        boolean sameData = sameRows && sameSpec && same(next.rows.split(), rows.split());
        return (sameData ? new Setup(next.experiment, rows, data, next.plan, next.start) : next).sharing(start);
    }

    /** The same numbers are kept once, however many changes of a run are remembered. */
    private Setup sharing(State known) {
        return start.equals(known) ? new Setup(experiment, rows, data, plan, known) : this;
    }

    /** Whether targets are written in the same numbers, which the loss and the output decide. */
    private boolean sameTargets(Experiment changed) {
        List<LayerSpec> before = experiment.network().layers();
        List<LayerSpec> after = changed.network().layers();
        return changed.training().loss() == experiment.training().loss()
                && after.get(after.size() - 1).equals(before.get(before.size() - 1));
    }

    /** What the targets mean. */
    public Task task() {
        return rows.task();
    }

    /**
     * A number that is the same for the same rows in the same order, and almost surely another for others: the CRC-32C
     * (Castagnoli et al. 1993) of all inputs, and of all targets.
     */
    public long fingerprint() {
        CRC32C inputs = new CRC32C();
        CRC32C targets = new CRC32C();
        Split split = rows.split();
        for (Rows part : List.of(split.train(), split.validation(), split.test())) {
            update(inputs, part.inputs());
            update(targets, part.targets());
        }
        return inputs.getValue() << 32 | targets.getValue();
    }

    private static void update(CRC32C sum, float[] numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES);
        for (float number : numbers) {
            sum.update(bytes.putFloat(0, number).array(), 0, Float.BYTES);
        }
    }

    /**
     * The parameters before the first step, drawn or written out as the experiment says, with links that are off at 0.
     *
     * @param network the experiment's, over as many inputs as its data give
     * @throws InvalidInput when numbers written out do not have the network's shape
     */
    public static float[] firstParameters(Experiment experiment, Network network) {
        float[] parameters = start(experiment.start()).parameters(network, experiment.seed());
        switchOff(experiment.network().off().keySet(), network, parameters);
        return parameters;
    }

    private static Setup of(Experiment experiment, Dataset dataset) {
        Preparation preparation = preparation(experiment.data());
        Network network = experiment.network().over(preparation.width(dataset));
        // What does not fit the network is refused before the rows are looked at.
        plan(experiment, network);
        Prepared rows =
                preparation.prepare(dataset, network, experiment.training().loss(), experiment.seed());
        return of(experiment, rows, List.of(rows.split()));
    }

    private static Setup of(Experiment experiment, Prepared rows, List<Split> data) {
        Network network =
                experiment.network().over(preparation(experiment.data()).width(rows.dataset()));
        Plan plan = plan(experiment, network).with(rows.task());
        float[] parameters = firstParameters(experiment, network);
        return new Setup(
                experiment, rows, data, plan, State.fresh(plan, plan.replicas().get(0), parameters));
    }

    private static Plan plan(Experiment experiment, Network network) {
        TrainingSpec training = experiment.training();
        return new Plan(
                network,
                training.loss(),
                training.batch(),
                training.shuffle(),
                training.epochs(),
                replica(experiment).withFrozen(experiment.network().frozen(network)));
    }

    private static Preparation preparation(DataSpec spec) {
        return new Preparation(spec.features(), new Shares(spec.train(), spec.validation()), spec.standardize());
    }

    private static void switchOff(Set<Link> off, Network network, float[] parameters) {
        Layout layout = Layout.of(network);
        off.forEach(link -> parameters[NetworkSpec.index(link, layout)] = 0f);
    }

    /**
     * A state that was reached under another setup with the same weights, as this one goes on from it: links that are off
     * now are 0, links that are on again have the number that was kept for them.
     *
     * @param before the network of that setup
     */
    public State takeOver(NetworkSpec before, State state) {
        Map<Link, Double> off = experiment.network().off();
        if (before.off().keySet().equals(off.keySet())) {
            return state;
        }
        Network network = plan.network();
        Layout layout = Layout.of(network);
        float[] parameters = state.parameters().clone();
        before.off().forEach((link, kept) -> parameters[NetworkSpec.index(link, layout)] = kept.floatValue());
        switchOff(off.keySet(), network, parameters);
        return new State(state.step(), parameters, state.slots());
    }

    private static Dataset load(DataSpec spec, long seed, Path folder) {
        if (spec.origin() instanceof DataSpec.Source source) {
            return source.source().generate(source.options(), seed);
        }
        if (spec.origin() instanceof DataSpec.OwnRows own) {
            double[][] numbers = own.rows().stream()
                    .map(row -> row.stream().mapToDouble(Double::doubleValue).toArray())
                    .toArray(double[][]::new);
            return Dataset.ofRows("data.rows", numbers, own.inputs());
        }
        DataSpec.OwnFile file = (DataSpec.OwnFile) spec.origin();
        Path path = folder.resolve(file.path());
        return file.labels()
                .map(labels -> IdxReader.read(path, folder.resolve(labels)))
                .orElseGet(() -> CsvReader.read(path, file.table()));
    }

    private static Replica replica(Experiment experiment) {
        TrainingSpec training = experiment.training();
        return new Replica(
                experiment.seed(),
                0,
                training.optimizer().optimizer(),
                training.optimizer().knobs(),
                training.optimizer().learningRate(),
                1,
                training.schedule().schedule(),
                training.schedule().knobs(),
                training.schedule().warmUp(),
                training.l1(),
                training.l2(),
                training.clipValue(),
                training.clipNorm());
    }

    private static Start start(StartSpec spec) {
        Start drawn = new Start.Drawn(
                initializer(spec.weights()), knobs(spec.weights()), initializer(spec.biases()), knobs(spec.biases()));
        Start start = drawn;
        if (spec.biases() instanceof StartSpec.GivenBiases biases) {
            start = new Start.Mixed(drawn, new Start.Given(List.of(), biases.numbers()));
        }
        if (spec.weights() instanceof StartSpec.GivenWeights weights) {
            start = new Start.Mixed(new Start.Given(weights.numbers(), List.of()), start);
        }
        return start;
    }

    /** What to draw from; zeros where the numbers are written out and take their place. */
    private static Initializer initializer(Object spec) {
        return spec instanceof StartSpec.Drawn drawn ? drawn.initializer() : Initializer.ZEROS;
    }

    private static List<Double> knobs(Object spec) {
        return spec instanceof StartSpec.Drawn drawn ? drawn.knobs() : List.of();
    }

    private static boolean same(Split one, Split other) {
        return same(one.train(), other.train())
                && same(one.validation(), other.validation())
                && same(one.test(), other.test());
    }

    private static boolean same(Rows one, Rows other) {
        return Arrays.equals(one.targets(), other.targets()) && Arrays.equals(one.inputs(), other.inputs());
    }
}
