package weightroom.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weightroom.engine.Loss.Fit;
import weightroom.engine.Loss.Targets;

/** The part of {@link ProgramContract} about numbers: all that a plan can say agrees with the reference. */
abstract class AgreementContract extends ShapesContract {
    private static final double NO_CLIP = Double.POSITIVE_INFINITY;

    /** Every activation, hidden and at the output, each with two of the losses that any output fits: 24 programs. */
    @TestFactory
    Stream<DynamicTest> everyActivationAgreesWithTheReference() {
        List<Loss> losses = Arrays.stream(Loss.values())
                .filter(loss -> loss.fit() == Fit.ANY)
                .toList();
        List<DynamicTest> tests = new ArrayList<>();
        for (Activation activation : Activation.values()) {
            for (int k = 0; k < 2 && activation.hasSlope(); k++) {
                Loss loss = losses.get((activation.ordinal() + 3 * k) % losses.size());
                Network network = network(3, activation, activation, 5, 4, 1 + k);
                tests.add(agreement(activation.id() + " with " + loss.id(), network, loss));
            }
        }
        return tests.stream();
    }

    /** Every loss behind every output it asks for, softmax with losses of any output among them: 20 programs. */
    @TestFactory
    Stream<DynamicTest> everyLossAgreesWithTheReference() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Loss loss : Loss.values()) {
            List<Network> networks =
                    switch (loss.fit()) {
                        case ANY -> List.of(softmax(3, Activation.TANH, 6, 3));
                        case SIGMOID ->
                            List.of(
                                    network(3, Activation.TANH, Activation.SIGMOID, 6, 1),
                                    network(3, Activation.SWISH, Activation.SIGMOID, 6, 3));
                        case SOFTMAX -> List.of(softmax(3, Activation.TANH, 6, 3));
                        case LINEAR ->
                            List.of(
                                    network(3, Activation.TANH, Activation.LINEAR, 6, 1),
                                    network(3, Activation.SWISH, Activation.LINEAR, 6, 3));
                        case LINEAR_ROW -> List.of(network(3, Activation.TANH, Activation.LINEAR, 6, 3));
                    };
            for (Network network : networks) {
                tests.add(agreement(loss.id() + " behind " + network, network, loss));
            }
        }
        return tests.stream();
    }

    private DynamicTest agreement(String what, Network network, Loss loss) {
        List<Replica> replicas = List.of(replica(1, Optimizer.SGD), replica(2, Optimizer.MOMENTUM), steadyAdam(3));
        float low = loss.targets() == Targets.SIGNS ? -1 : 0;
        Task task = network.outputs() == 1 ? new Task.Binary(low, 1, List.of()) : new Task.Classes(List.of("a", "b"));
        Plan plan = new Plan(network, loss, 4, true, 10, replicas, task);
        Rows rows = SampleRows.of(loss.targets(), 11, network.inputs(), network.outputs(), 17 + loss.ordinal());
        return DynamicTest.dynamicTest(what, () -> agrees(what, plan, STEPS, split(rows)));
    }

    /**
     * Adam with a larger ε. Where a loss has slopes of ±1 the gradient of a bias can cancel to 0, and the default would
     * blow up what rounding leaves of it.
     */
    private static Replica steadyAdam(long seed) {
        List<Replica> one = new ArrayList<>();
        knobs(one, seed, Optimizer.ADAM, 0.9, 0.999, 1e-3);
        return one.get(0);
    }

    /** All rules side by side in one program. */
    @Test
    void everyOptimizerAgreesWithTheReference() {
        List<Replica> replicas = Arrays.stream(Optimizer.values())
                .filter(optimizer -> optimizer != Optimizer.PERCEPTRON)
                .map(optimizer -> replica(5 + optimizer.ordinal(), optimizer))
                .toList();
        Network network = network(2, Activation.TANH, Activation.SIGMOID, 8, 8, 1);
        Rows rows = SampleRows.of(Targets.BITS, 26, 2, 1, 3);
        agrees("optimizers", new Plan(network, Loss.BINARY_CROSS_ENTROPY, 10, true, 10, replicas), STEPS, split(rows));
    }

    /** Knobs that are not the defaults, of every rule that has any. */
    @Test
    void everyKnobOfAnOptimizerIsHeard() {
        List<Replica> replicas = new ArrayList<>();
        knobs(replicas, 31, Optimizer.MOMENTUM, 0.7, 0.7);
        knobs(replicas, 31, Optimizer.NESTEROV, 0.5);
        knobs(replicas, 31, Optimizer.ADAGRAD, 1e-3);
        knobs(replicas, 31, Optimizer.RMSPROP, 0.8, 1e-4);
        knobs(replicas, 31, Optimizer.ADADELTA, 0.8, 1e-4);
        knobs(replicas, 31, Optimizer.ADAM, 0.7, 0.9, 1e-4);
        knobs(replicas, 31, Optimizer.ADAMW, 0.7, 0.9, 1e-4, 0.2);
        knobs(replicas, 31, Optimizer.NADAM, 0.7, 0.9, 1e-4);
        knobs(replicas, 31, Optimizer.LION, 0.7, 0.9, 0.2);
        Network network = network(2, Activation.TANH, Activation.LINEAR, 7, 1);
        Rows rows = SampleRows.of(Targets.REAL, 12, 2, 1, 4);
        agrees("knobs", new Plan(network, Loss.MSE, Plan.FULL, false, 10, replicas), STEPS, split(rows));
    }

    private static void knobs(List<Replica> replicas, long seed, Optimizer optimizer, Double... knobs) {
        Replica plain = replica(seed, optimizer);
        replicas.add(new Replica(
                plain.seed(),
                0,
                optimizer,
                List.of(knobs),
                plain.learningRate(),
                1,
                Schedule.CONSTANT,
                List.of(),
                0,
                0,
                0,
                NO_CLIP,
                NO_CLIP));
    }

    @Test
    void dropoutDrawsTheSameMasksAsTheReference() {
        List<Layer> layers = List.of(
                new Layer(17, Activation.TANH).withDropout(0.5),
                new Layer(7, Activation.RELU).withDropout(0.2),
                new Layer(1, Activation.SIGMOID));
        Rows rows = SampleRows.of(Targets.BITS, 23, 2, 1, 9);
        List<Replica> replicas = List.of(replica(1, Optimizer.SGD), replica(2, Optimizer.MOMENTUM));
        Plan plan = new Plan(new Network(2, layers, false), Loss.BINARY_CROSS_ENTROPY, 10, true, 10, replicas);
        agrees("dropout", plan, STEPS, split(rows));
    }

    /** 21 rows in batches of 5 leave one over, which is skipped; 22 rows leave two, which are not. */
    @ParameterizedTest
    @CsvSource({"21", "22"})
    void batchNormAgreesWithTheReference(int n) {
        List<Layer> layers = List.of(
                new Layer(7, Activation.RELU).withBatchNorm(),
                new Layer(5, Activation.PRELU).withBatchNorm(),
                new Layer(3, Activation.LINEAR));
        Rows rows = SampleRows.of(Targets.ONE_HOT, n, 4, 3, 10);
        List<Replica> replicas = List.of(replica(1, Optimizer.SGD), replica(2, Optimizer.MOMENTUM));
        Plan plan = new Plan(new Network(4, layers, true), Loss.CATEGORICAL_CROSS_ENTROPY, 5, true, 10, replicas);
        agrees("batch norm", plan, STEPS, split(rows));
    }

    @Test
    void batchNormAndDropoutInOneLayerAgreeWithTheReference() {
        List<Layer> layers = List.of(
                new Layer(16, Activation.ELU).withBatchNorm().withDropout(0.25),
                new Layer(2, Activation.TANH).withBatchNorm());
        Rows rows = SampleRows.of(Targets.REAL, 24, 3, 2, 11);
        List<Replica> replicas = List.of(replica(1, Optimizer.SGD), replica(2, Optimizer.NESTEROV));
        Plan plan = new Plan(new Network(3, layers, false), Loss.LOG_COSH, 8, true, 10, replicas);
        agrees("batch norm with dropout", plan, STEPS, split(rows));
    }

    /** Penalties and both ways of clipping, a copy for each and one for all. */
    @Test
    void penaltiesAndClippingAgreeWithTheReference() {
        List<Replica> replicas = List.of(
                limits(0.01, 0, NO_CLIP, NO_CLIP),
                limits(0, 0.05, NO_CLIP, NO_CLIP),
                limits(0, 0, 0.02, NO_CLIP),
                limits(0, 0, NO_CLIP, 0.1),
                limits(0.01, 0.05, 0.05, 0.1));
        Network network = network(2, Activation.TANH, Activation.LINEAR, 8, 7, 2);
        Rows rows = SampleRows.of(Targets.REAL, 23, 2, 2, 12);
        agrees("limits", new Plan(network, Loss.MSE, 10, true, 10, replicas), STEPS, split(rows));
    }

    private static Replica limits(double l1, double l2, double clipValue, double clipNorm) {
        return new Replica(
                1, 0, Optimizer.SGD, List.of(), 0.3, 1, Schedule.CONSTANT, List.of(), 0, l1, l2, clipValue, clipNorm);
    }

    /** Seven epochs of three steps; the copies differ in nothing but the schedule. */
    @Test
    void everyScheduleAgreesWithTheReference() {
        List<Replica> replicas = new ArrayList<>();
        scheduled(replicas, Schedule.CONSTANT, 0, 0.5);
        scheduled(replicas, Schedule.CONSTANT, 4, 1);
        scheduled(replicas, Schedule.STEP, 0, 1, 0.5, 2.0);
        scheduled(replicas, Schedule.EXPONENTIAL, 0, 1, 0.6);
        scheduled(replicas, Schedule.INVERSE_TIME, 0, 1, 0.5);
        scheduled(replicas, Schedule.COSINE, 0, 1, 0.01);
        scheduled(replicas, Schedule.COSINE, 3, 1, 0.0);
        scheduled(replicas, Schedule.PLATEAU, 0, 0.25, 0.5, 10.0);
        Network network = network(2, Activation.TANH, Activation.LINEAR, 6, 1);
        Rows rows = SampleRows.of(Targets.REAL, 12, 2, 1, 13);
        agrees("schedules", new Plan(network, Loss.MSE, 4, true, 7, replicas), STEPS, split(rows));
    }

    /** As after a change of the batch: epochs are counted from elsewhere, in the middle of one. */
    @Test
    void epochsCountedFromElsewhereAgreeWithTheReference() {
        List<Replica> replicas = new ArrayList<>();
        scheduled(replicas, Schedule.STEP, 0, 1, 0.5, 2.0);
        scheduled(replicas, Schedule.COSINE, 3, 1, 0.0);
        Network network = network(2, Activation.TANH, Activation.LINEAR, 6, 1);
        Rows rows = SampleRows.of(Targets.REAL, 12, 2, 1, 13);
        Plan plan = new Plan(network, Loss.MSE, 4, true, 7, replicas).withAhead(4);
        agrees("counted from elsewhere", plan, STEPS, split(rows));
        try (Program program = program(plan, split(rows))) {
            List<String> measured = program.train(9, 2).measurements().stream()
                    .filter(point -> point.replica() == 0)
                    .map(point -> "epoch %d, step %d".formatted(point.epoch(), point.step()))
                    .toList();
            assertEquals(List.of("epoch 2, step 2", "epoch 4, step 8"), measured);
        }
    }

    private static void scheduled(
            List<Replica> replicas, Schedule schedule, int warmUp, double rateScale, Double... knobs) {
        replicas.add(new Replica(
                1,
                0,
                Optimizer.SGD,
                List.of(),
                0.2,
                rateScale,
                schedule,
                List.of(knobs),
                warmUp,
                0,
                0,
                NO_CLIP,
                NO_CLIP));
    }

    /** α fixed by the layer rather than by default. */
    @Test
    void anAlphaOfTheLayersOwnIsHeard() {
        List<Layer> layers = List.of(
                new Layer(7, Activation.LEAKY_RELU, 0.2, 0, false),
                new Layer(6, Activation.ELU, 0.5, 0, false),
                new Layer(5, Activation.PRELU, 0.1, 0, false),
                new Layer(1, Activation.LINEAR));
        Rows rows = SampleRows.of(Targets.REAL, 12, 3, 1, 14);
        Plan plan = new Plan(new Network(3, layers, false), Loss.MSE, 4, true, 10, replica(1, Optimizer.SGD));
        agrees("alpha", plan, STEPS, split(rows));
    }

    /** Perceptrons of several units, with step and with sign outputs. */
    @ParameterizedTest
    @CsvSource({"STEP, BITS", "SIGN, SIGNS"})
    void thePerceptronRuleAgreesWithTheReference(Activation activation, Targets kind) {
        Rows rows = SampleRows.of(kind, 13, 7, 3, 15);
        List<Replica> replicas =
                List.of(new Replica(1, Optimizer.PERCEPTRON, 1), new Replica(2, Optimizer.PERCEPTRON, 0.1));
        Plan plan = new Plan(network(7, activation, activation, 3), Loss.MSE, Plan.FULL, true, 10, replicas);
        agrees("perceptron", plan, STEPS, split(rows));
    }
}
