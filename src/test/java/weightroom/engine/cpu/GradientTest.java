package weightroom.engine.cpu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weightroom.engine.Activation;
import weightroom.engine.Layer;
import weightroom.engine.Layout;
import weightroom.engine.Layout.Slice;
import weightroom.engine.Loss;
import weightroom.engine.Network;
import weightroom.engine.Optimizer;
import weightroom.engine.Plan;
import weightroom.engine.RandomStream;
import weightroom.engine.RandomStream.Purpose;
import weightroom.engine.Replica;
import weightroom.engine.Rows;
import weightroom.engine.SampleRows;
import weightroom.engine.Schedule;

/** The reference's gradient against finite differences in double precision: (L(θ + h) − L(θ − h)) / 2h. */
class GradientTest {
    /** Near the cube root of the precision of doubles, where cutting off and rounding cost alike. */
    private static final double H = 1e-5;

    private static final double RELATIVE = 1e-6;
    private static final double ABSOLUTE = 1e-8;

    private static final double NO_CLIP = Double.POSITIVE_INFINITY;
    private static final int KEY = 12345;

    /** A plan at some point θ with a batch, its penalty included. */
    private record Point(Plan plan, double[] theta, Batch batch) {
        static Point of(Network network, Loss loss, int n, double l1, double l2) {
            Replica replica = new Replica(
                    1, 0, Optimizer.SGD, List.of(), 0.1, 1, Schedule.CONSTANT, List.of(), 0, l1, l2, NO_CLIP, NO_CLIP);
            RandomStream stream = new RandomStream(40 + loss.ordinal(), Purpose.START, n);
            double[] theta = new double[Layout.of(network).total()];
            Arrays.setAll(theta, i -> stream.nextDouble(-1, 1));
            int[] order = new int[n];
            Arrays.setAll(order, i -> i);
            Rows rows = SampleRows.of(loss.targets(), n, network.inputs(), network.outputs(), 60 + n);
            return new Point(new Plan(network, loss, Plan.FULL, false, 1, replica), theta, Batch.of(rows, order, 0, n));
        }

        double[] gradient() {
            double[] gradient = ReferencePass.training(plan, theta, batch, KEY).gradient();
            Descent.addPenalty(Layout.of(plan.network()), theta, plan.replicas().get(0), gradient);
            return gradient;
        }

        /** l1·Σ|w| + l2·Σw² written out once more, so that its slope is checked against something else. */
        double total(double[] at) {
            Replica replica = plan.replicas().get(0);
            double total = ReferencePass.training(plan, at, batch, KEY).loss();
            for (Slice slice : Layout.of(plan.network()).slices()) {
                for (int i = slice.weights(); i < slice.weights() + slice.in() * slice.units(); i++) {
                    total += replica.l1() * Math.abs(at[i]) + replica.l2() * at[i] * at[i];
                }
            }
            return total;
        }

        double slope(int i) {
            double[] up = theta.clone();
            double[] down = theta.clone();
            up[i] += H;
            down[i] -= H;
            return (total(up) - total(down)) / (2 * H);
        }

        /** The first parameter whose component of the gradient is not the slope. */
        OptionalInt firstWrong(double[] gradient) {
            for (int i = 0; i < gradient.length; i++) {
                double slope = slope(i);
                if (!(Math.abs(gradient[i] - slope) <= ABSOLUTE + RELATIVE * Math.abs(slope))) {
                    return OptionalInt.of(i);
                }
            }
            return OptionalInt.empty();
        }

        void check(String what) {
            double[] gradient = gradient();
            OptionalInt wrong = firstWrong(gradient);
            assertTrue(
                    wrong.isEmpty(),
                    () -> what + ": parameter " + wrong.getAsInt() + " has " + gradient[wrong.getAsInt()]
                            + " but the slope is " + slope(wrong.getAsInt()));
            assertTrue(Arrays.stream(gradient).anyMatch(g -> Math.abs(g) > 1e-3), what + " is flat: no case to check");
        }
    }

    /** Every activation, hidden and at the output, before every loss that fits. */
    @TestFactory
    Stream<DynamicTest> everyActivationAndLossThatFitHaveTheRightGradient() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Activation hidden : Activation.values()) {
            Set<Activation> outputs = new LinkedHashSet<>(List.of(hidden, Activation.SIGMOID, Activation.LINEAR));
            for (Activation output : outputs) {
                add(tests, hidden, new Network(3, layers(hidden, output), false));
            }
            add(tests, hidden, new Network(3, layers(hidden, Activation.LINEAR), true));
        }
        assertTrue(tests.size() > 350, "12 activations, each before some 30 outputs and losses");
        return tests.stream();
    }

    private static List<Layer> layers(Activation hidden, Activation output) {
        return List.of(new Layer(4, hidden), new Layer(3, output));
    }

    private static void add(List<DynamicTest> tests, Activation hidden, Network network) {
        if (!hidden.hasSlope()) {
            return;
        }
        String end =
                network.softmax() ? "softmax" : network.output().activation().id();
        for (Loss loss : Plan.fittingLosses(network)) {
            String what = hidden.id() + ", " + end + ", " + loss.id();
            tests.add(DynamicTest.dynamicTest(
                    what, () -> Point.of(network, loss, 5, 0, 0).check(what)));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 9})
    void everyShapeHasTheRightGradient(int n) {
        for (int[] widths : new int[][] {{1, 1}, {7, 16, 1}, {2, 3, 4, 5}}) {
            List<Layer> layers = Arrays.stream(widths)
                    .mapToObj(u -> new Layer(u, Activation.TANH))
                    .toList();
            for (int inputs : new int[] {1, 2, 7}) {
                Network network = new Network(inputs, layers, false);
                Point.of(network, Loss.LOG_COSH, n, 0, 0).check(network + " with " + n + " rows");
            }
        }
    }

    /** γ, β and the weights below, whose effect goes through mean and variance as well. */
    @Test
    void batchNormHasTheRightGradient() {
        for (Activation activation : new Activation[] {Activation.TANH, Activation.RELU, Activation.PRELU}) {
            List<Layer> layers = List.of(
                    new Layer(5, activation).withBatchNorm(),
                    new Layer(4, activation),
                    new Layer(3, Activation.LINEAR).withBatchNorm());
            Network scores = new Network(3, layers, false);
            Point.of(scores, Loss.MSE, 6, 0, 0).check("batch norm, " + activation.id());
            Network shares = new Network(3, layers, true);
            Point.of(shares, Loss.CATEGORICAL_CROSS_ENTROPY, 6, 0, 0).check("batch norm, softmax");
        }
    }

    @Test
    void dropoutHasTheRightGradientForTheMaskOfTheStep() {
        List<Layer> layers = List.of(
                new Layer(9, Activation.SIGMOID).withDropout(0.5),
                new Layer(6, Activation.PRELU).withBatchNorm().withDropout(0.3),
                new Layer(2, Activation.TANH));
        Network network = new Network(3, layers, false);
        Point point = Point.of(network, Loss.HUBER, 7, 0, 0);
        point.check("dropout");
        double[] activations = ReferencePass.training(point.plan, point.theta, point.batch, KEY)
                .layers()
                .get(0)
                .activations();
        long dropped = Arrays.stream(activations).filter(a -> a == 0).count();
        assertEquals(0.5, dropped / 63.0, 0.2, "about half of 9 units in 7 rows");
    }

    @Test
    void penaltiesHaveTheRightGradient() {
        Network network = new Network(2, layers(Activation.TANH, Activation.LINEAR), false);
        Point.of(network, Loss.MSE, 5, 0.3, 0).check("l1");
        Point.of(network, Loss.MSE, 5, 0, 0.3).check("l2");
        Point.of(network, Loss.MSE, 5, 0.1, 0.2).check("both");
    }

    @Test
    void anAlphaOfTheLayersOwnHasTheRightGradient() {
        for (Activation activation : new Activation[] {Activation.LEAKY_RELU, Activation.ELU, Activation.PRELU}) {
            List<Layer> layers = List.of(new Layer(5, activation, 0.6, 0, false), new Layer(1, Activation.LINEAR));
            Point.of(new Network(3, layers, false), Loss.MSE, 5, 0, 0).check(activation.id());
        }
    }

    /** The negative control: an error of a thousandth in any one component does not pass, nor does another slope. */
    @Test
    void aFalsifiedGradientIsFound() {
        Network network = new Network(3, layers(Activation.TANH, Activation.SIGMOID), false);
        Point point = Point.of(network, Loss.BINARY_CROSS_ENTROPY, 5, 0, 0);
        double[] right = point.gradient();
        for (int i = 0; i < right.length; i++) {
            double[] wrong = right.clone();
            wrong[i] *= 1.001;
            assertEquals(OptionalInt.of(i), point.firstWrong(wrong));
        }
        Network other = new Network(3, layers(Activation.SWISH, Activation.SIGMOID), false);
        Point elsewhere = new Point(
                new Plan(other, Loss.BINARY_CROSS_ENTROPY, Plan.FULL, false, 1, point.plan.replicas()),
                point.theta,
                point.batch);
        assertTrue(point.firstWrong(elsewhere.gradient()).isPresent());
    }

    /** Σ_i ∂L/∂z_i δ_i agrees with what moving the pre-activation by its bias does, layer by layer. */
    @Test
    void preActivationGradientsSumToThoseOfTheBiases() {
        Network network = new Network(3, layers(Activation.ELU, Activation.TANH), false);
        Point point = Point.of(network, Loss.MSE, 6, 0, 0);
        ReferencePass pass = ReferencePass.training(point.plan, point.theta, point.batch, KEY);
        for (int l = 0; l < 2; l++) {
            Slice at = Layout.of(network).slice(l);
            double[] dZ = pass.layers().get(l).preActivationGradients();
            for (int u = 0; u < at.units(); u++) {
                double sum = 0;
                for (int s = 0; s < 6; s++) {
                    sum += dZ[s * at.units() + u];
                }
                assertEquals(point.slope(at.biases() + u), sum, 1e-8);
            }
        }
    }
}
