package weightroom.lesson;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;
import weightroom.engine.Chunk.Measurement;
import weightroom.engine.Device;
import weightroom.engine.Layer;
import weightroom.engine.Layout;
import weightroom.engine.Layout.Slice;
import weightroom.engine.Network;
import weightroom.engine.Plan;
import weightroom.engine.Probe.LayerPass;
import weightroom.engine.Program;
import weightroom.engine.Replica;
import weightroom.engine.Rows;
import weightroom.engine.State;
import weightroom.engine.Task;
import weightroom.experiment.Setup;
import weightroom.lesson.Condition.Side;
import weightroom.run.History;
import weightroom.run.Insight;
import weightroom.run.LayerInsight;

/**
 * Reads metrics off runs. What has to be computed is computed on a network of its own that holds the run's numbers, so that
 * the run is not disturbed. For one thread.
 */
public final class Measure implements AutoCloseable {
    /** A weight below this counts as 0. */
    public static final double ZERO = 0.001;

    private final Device device;
    private Optional<Kit> kit = Optional.empty();

    /** @param device what is computed on */
    public Measure(Device device) {
        this.device = device;
    }

    /** What is made once for a setup; without dropout, which no metric knows. */
    private record Kit(Setup setup, Plan plan, Program program) {}

    /**
     * Whether a condition holds of one run.
     *
     * @throws weightroom.engine.InvalidInput when the run does not have what is asked for, such as a layer
     */
    public boolean holds(Condition condition, Moment moment) {
        return condition.holds(value(condition.left(), moment), value(condition.right(), moment));
    }

    /**
     * One side of a condition on one run.
     *
     * @throws weightroom.engine.InvalidInput as {@link #holds}
     */
    public double value(Side side, Moment moment) {
        return side instanceof Side.Measured measured
                ? measured.factor() * of(measured.metric(), moment)
                : ((Side.Constant) side).value();
    }

    /**
     * The number.
     *
     * @return NaN where it has no meaning, such as the saturation of ReLU
     * @throws weightroom.engine.InvalidInput as {@link #holds}
     */
    public double of(Metric metric, Moment moment) {
        Workbench.checkFits(metric, moment.setup());
        return switch (metric.kind()) {
            case EPOCHS -> moment.epoch();
            case STEPS -> moment.state().step();
            case DIVERGED -> moment.diverged() ? 1 : 0;
            case EPOCHS_TO -> epochsTo(metric.level(), moment);
            case PARAMETERS -> layout(moment).trainable();
            case WEIGHT, LARGEST_WEIGHT, ZEROS, PENALTY -> ofWeights(metric, moment);
            case RIGHT -> right(moment);
            case OUTPUT -> output(metric, moment);
            case SUM, ACTIVATION, GRADIENT -> ofPass(metric, moment);
            case SATURATED, DEAD -> ofUnits(metric, moment);
            default -> measured(metric, moment);
        };
    }

    private double measured(Metric metric, Moment moment) {
        Measurement now = program(moment).program().measure(0);
        return switch (metric.kind()) {
            case TRAIN_LOSS -> now.train();
            case VALIDATION_LOSS -> now.validation();
            case TEST_LOSS -> now.test();
            case TRAIN_ACCURACY -> now.accuracy().train();
            case VALIDATION_ACCURACY -> now.accuracy().validation();
            default -> now.accuracy().test();
        };
    }

    private static double epochsTo(double level, Moment moment) {
        History history = moment.history();
        int count = history.countUpTo(moment.state().step());
        return IntStream.range(0, count)
                .filter(i -> history.train(i) <= level)
                .mapToDouble(history::epoch)
                .findFirst()
                .orElse(Double.POSITIVE_INFINITY);
    }

    private static double ofWeights(Metric metric, Moment moment) {
        float[] numbers = moment.state().parameters();
        Layout layout = layout(moment);
        return switch (metric.kind()) {
            case WEIGHT -> weight(metric, layout.slice(metric.at().get(0)), numbers);
            case LARGEST_WEIGHT ->
                fold(layout.slice(metric.at().get(0)), numbers, (most, size) -> Math.max(most, size));
            case ZEROS ->
                layout.slices().stream()
                        .mapToDouble(slice -> fold(slice, numbers, (count, size) -> count + (size < ZERO ? 1 : 0)))
                        .sum();
            default -> {
                Replica replica = moment.setup().plan().replicas().get(0);
                yield layout.penalty(numbers, replica.l1(), replica.l2());
            }
        };
    }

    private static double weight(Metric metric, Slice slice, float[] numbers) {
        int unit = metric.at().get(1);
        int input = metric.at().get(2);
        return input == Metric.BIAS
                ? numbers[slice.biases() + unit]
                : numbers[slice.weights() + unit * slice.in() + input];
    }

    /** Takes in the size of one weight after the other. */
    private static double fold(Slice slice, float[] numbers, DoubleBinaryOperator take) {
        double result = 0;
        for (int i = slice.weights(); i < slice.weightsEnd(); i++) {
            result = take.applyAsDouble(result, Math.abs(numbers[i]));
        }
        return result;
    }

    private double right(Moment moment) {
        Rows rows = moment.setup().data().get(0).train();
        Task task = moment.setup().rows().task();
        int c = moment.setup().plan().network().outputs();
        float[] outputs = new float[rows.count() * c];
        program(moment).program().predict(0, rows.inputs(), rows.count(), outputs);
        return IntStream.range(0, rows.count())
                .filter(row -> task.classOf(outputs, row, c) == task.classOf(rows.targets(), row, c))
                .count();
    }

    private double output(Metric metric, Moment moment) {
        Network network = moment.setup().plan().network();
        int row = metric.at().get(0);
        float[] inputs = new float[network.inputs()];
        float[] all = moment.setup().data().get(0).train().inputs();
        System.arraycopy(all, row * network.inputs(), inputs, 0, network.inputs());
        float[] outputs = new float[network.outputs()];
        program(moment).program().predict(0, inputs, 1, outputs);
        return outputs[metric.at().size() > 1 ? metric.at().get(1) : 0];
    }

    private double ofPass(Metric metric, Moment moment) {
        Program program = program(moment).program();
        int layer = metric.at().get(0);
        boolean allRows = metric.kind() == Metric.Kind.GRADIENT
                || moment.setup().plan().network().hasBatchNorm();
        int count = moment.setup().data().get(0).train().count();
        int[] rows = allRows
                ? IntStream.range(0, count).toArray()
                : new int[] {metric.at().get(2)};
        LayerPass pass = program.probe(0, rows).layers().get(layer);
        if (metric.kind() == Metric.Kind.GRADIENT) {
            double sum = 0;
            for (float gradient : pass.weightGradients()) {
                sum += Math.abs(gradient);
            }
            return sum / pass.weightGradients().length;
        }
        int units = moment.setup().plan().network().layers().get(layer).units();
        int at = (allRows ? metric.at().get(2) : 0) * units + metric.at().get(1);
        return metric.kind() == Metric.Kind.SUM ? pass.preActivations()[at] : pass.activations()[at];
    }

    private double ofUnits(Metric metric, Moment moment) {
        Kit now = program(moment);
        int count = moment.setup().data().get(0).train().count();
        List<LayerInsight> layers =
                Insight.layers(now.plan(), count, moment.state().parameters(), rows -> now.program()
                        .probe(0, rows));
        LayerInsight layer = layers.get(metric.at().get(0));
        if (metric.kind() == Metric.Kind.DEAD) {
            return layer.dead();
        }
        int units =
                moment.setup().plan().network().layers().get(metric.at().get(0)).units();
        return Double.isNaN(layer.saturated()) ? Double.NaN : (double) layer.saturatedUnits().length / units;
    }

    /** A program that holds the run's numbers. */
    @SuppressWarnings("ReferenceEquality")
    private Kit program(Moment moment) {
        Kit now = kit.filter(made -> made.setup() == moment.setup()).orElseGet(() -> make(moment.setup()));
        kit = Optional.of(now);
        State state = moment.state();
        now.program().restore(0, new State(state.step(), state.parameters(), slots(now.plan())));
        return now;
    }

    private Kit make(Setup setup) {
        close();
        Plan own = setup.plan();
        List<Layer> layers = own.network().layers().stream()
                .map(layer -> layer.withDropout(0))
                .toList();
        Network still =
                new Network(own.network().inputs(), layers, own.network().softmax());
        Plan plan = new Plan(still, own.loss(), own.batch(), own.shuffle(), own.epochs(), own.replicas(), own.task());
        return new Kit(setup, plan, device.compile(plan, setup.data()));
    }

    /** The optimizer has no part in what is measured. */
    private static float[][] slots(Plan plan) {
        return State.fresh(plan, plan.replicas().get(0), new float[0]).slots();
    }

    private static Layout layout(Moment moment) {
        return Layout.of(moment.setup().plan().network());
    }

    @Override
    public void close() {
        kit.ifPresent(made -> made.program().close());
        kit = Optional.empty();
    }
}
