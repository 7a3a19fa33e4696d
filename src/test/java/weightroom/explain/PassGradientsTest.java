package weightroom.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import weightroom.engine.Activation;
import weightroom.engine.DropoutMask;
import weightroom.engine.Frozen;
import weightroom.engine.Layer;
import weightroom.engine.Layout;
import weightroom.engine.Loss;
import weightroom.engine.Network;
import weightroom.engine.Optimizer;
import weightroom.engine.Plan;
import weightroom.engine.Replica;
import weightroom.explain.Quantity.Kind;

/** The gradients of a pass against finite differences of its loss. */
class PassGradientsTest {
    /** A difference over ±0.0001 is off by h²/6 of the third derivative. */
    private static final double RELATIVE = 1e-5;

    private static final double ABSOLUTE = 1e-6;

    private static void check(Pass pass, String what) {
        double[] gradient = pass.gradient();
        double[] differences = pass.finiteDifferences().orElseThrow();
        assertThat(gradient).hasSameSizeAs(differences);
        for (int i = 0; i < gradient.length; i++) {
            assertThat(gradient[i])
                    .as("%s, parameter %d".formatted(what, i))
                    .isCloseTo(differences[i], within(ABSOLUTE + RELATIVE * Math.abs(differences[i])));
        }
        assertThat(Arrays.stream(gradient).anyMatch(g -> Math.abs(g) > 1e-3))
                .as(what + " has a gradient")
                .isTrue();
    }

    private static void check(Subject subject, boolean dropout, String what) {
        boolean flat = true;
        for (int row = 0; row < Subjects.ROWS; row++) {
            Pass pass = Pass.of(subject, Sample.row(subject, row), dropout);
            if (Arrays.stream(pass.gradient()).anyMatch(g -> Math.abs(g) > 1e-3)) {
                flat = false;
                check(pass, what + ", row " + row);
            }
        }
        assertThat(flat).as(what + " is flat for every row").isFalse();
        check(Pass.of(subject, Sample.batch(subject), dropout), what + ", batch");
    }

    /** Every activation, hidden and at the output, before every loss that fits; every row, and the batch. */
    @TestFactory
    Stream<DynamicTest> everyActivationBeforeEveryLossHasItsFiniteDifferences() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Activation hidden : Activation.values()) {
            if (hidden.hasSlope()) {
                Set<Activation> outputs = new LinkedHashSet<>(List.of(hidden, Activation.SIGMOID, Activation.LINEAR));
                outputs.forEach(output -> add(tests, new Network(3, layers(hidden, output), false)));
                add(tests, new Network(3, layers(hidden, Activation.LINEAR), true));
            }
        }
        assertThat(tests).hasSizeGreaterThan(350);
        return tests.stream();
    }

    private static List<Layer> layers(Activation hidden, Activation output) {
        return List.of(new Layer(4, hidden), new Layer(3, output));
    }

    private static void add(List<DynamicTest> tests, Network network) {
        String end =
                network.softmax() ? "softmax" : network.output().activation().id();
        for (Loss loss : Plan.fittingLosses(network)) {
            String what = network.layers().get(0).activation().id() + ", " + end + ", " + loss.id();
            tests.add(DynamicTest.dynamicTest(what, () -> check(Subjects.of(network, loss), true, what)));
        }
    }

    @Test
    void batchNormHasItsFiniteDifferencesWithRunningStatisticsAndWithItsOwn() {
        for (Activation activation : List.of(Activation.TANH, Activation.SOFTPLUS, Activation.PRELU)) {
            List<Layer> layers = List.of(
                    new Layer(4, activation).withBatchNorm(),
                    new Layer(3, activation),
                    new Layer(2, Activation.LINEAR).withBatchNorm());
            Subject subject = Subjects.of(new Network(3, layers, false), Loss.MSE);
            check(subject, true, "batch norm, " + activation.id());
            check(Subjects.of(new Network(3, layers, true), Loss.CATEGORICAL_CROSS_ENTROPY), true, "with softmax");
        }
    }

    @Test
    void aRowMeetsRunningStatisticsAndABatchItsOwn() {
        List<Layer> layers = List.of(new Layer(2, Activation.TANH).withBatchNorm(), new Layer(1, Activation.LINEAR));
        Subject subject = Subjects.of(new Network(3, layers, false), Loss.MSE);
        Pass row = Pass.of(subject, Sample.row(subject, 2), true);
        Pass batch = Pass.of(subject, Sample.batch(subject), true);
        Layout.Slice at = subject.layout().slice(0);
        for (int u = 0; u < 2; u++) {
            double[] theta = subject.parameters();
            assertThat(row.layer(0).mean()[u]).isEqualTo(theta[at.runningMean() + u]);
            assertThat(row.layer(0).variance()[u]).isEqualTo(theta[at.runningVariance() + u]);
            double sum = 0;
            double squares = 0;
            for (int s = 0; s < Subjects.ROWS; s++) {
                double x = batch.value(Quantity.unit(Kind.NORMALIZED, 0, u), s);
                sum += x;
                squares += x * x;
            }
            assertThat(sum / Subjects.ROWS).isCloseTo(0, within(1e-12));
            assertThat(squares / Subjects.ROWS).isCloseTo(1, within(1e-3));
        }
    }

    @Test
    void dropoutHasItsFiniteDifferencesOnAndOff() {
        List<Layer> layers = List.of(
                new Layer(9, Activation.SIGMOID).withDropout(0.5),
                new Layer(5, Activation.PRELU).withBatchNorm().withDropout(0.3),
                new Layer(2, Activation.TANH));
        Subject subject = Subjects.of(new Network(3, layers, false), Loss.HUBER);
        check(subject, true, "dropped");
        check(subject, false, "whole");
    }

    @Test
    void dropoutDropsWhatTheNextUpdateDrops() {
        List<Layer> layers =
                List.of(new Layer(9, Activation.SIGMOID).withDropout(0.5), new Layer(1, Activation.LINEAR));
        Subject subject = Subjects.of(new Network(3, layers, false), Loss.MSE);
        Pass batch = Pass.of(subject, Sample.batch(subject), true);
        int key = DropoutMask.key(subject.replica().seed(), 0);
        int dropped = 0;
        for (int s = 0; s < Subjects.ROWS; s++) {
            for (int u = 0; u < 9; u++) {
                boolean gone = DropoutMask.draw(key, 0, u, s) < 0.5f;
                double f = batch.value(Quantity.unit(Kind.RESPONSE, 0, u), s);
                assertThat(batch.value(Quantity.unit(Kind.MASK, 0, u), s)).isEqualTo(gone ? 0 : 2);
                assertThat(batch.value(Quantity.unit(Kind.ACTIVATION, 0, u), s)).isEqualTo(gone ? 0 : 2 * f);
                assertThat(batch.value(Quantity.unit(Kind.D_RESPONSE, 0, u), s))
                        .isEqualTo((gone ? 0 : 2) * batch.value(Quantity.unit(Kind.D_ACTIVATION, 0, u), s));
                dropped += gone ? 1 : 0;
            }
        }
        assertThat(dropped).isBetween(15, 39);
        Pass whole = Pass.of(subject, Sample.batch(subject), false);
        assertThat(whole.dropout()).isFalse();
        assertThat(whole.value(Quantity.unit(Kind.MASK, 0, 0), 0)).isEqualTo(1);
        assertThat(whole.layer(0).activations()).isEqualTo(whole.layer(0).responses());
        assertThat(whole.phases()).noneMatch(phase -> phase.step() == Phase.Step.DROPOUT);
    }

    @Test
    void thePenaltyHasAGradientOfItsOwnAndIsNoPartOfTheLoss() {
        Network network = new Network(3, layers(Activation.TANH, Activation.LINEAR), false);
        double loss = Pass.of(Subjects.of(network, Loss.MSE), Sample.row(Subjects.of(network, Loss.MSE), 1), true)
                .loss();
        for (double[] lambda : new double[][] {{0.3, 0}, {0, 0.3}, {0.1, 0.2}}) {
            Replica replica = Subjects.replica(Optimizer.SGD, lambda[0], lambda[1], Subjects.NO_CLIP, Subjects.NO_CLIP);
            Subject subject = Subject.fresh(Subjects.setup(network, Loss.MSE, replica));
            Pass pass = Pass.of(subject, Sample.row(subject, 1), true);
            check(pass, "with a penalty");
            assertThat(pass.loss()).isEqualTo(loss);
            float[] theta = subject.state().parameters();
            double h = 1.0 / 1024;
            for (int i = 0; i < pass.penaltyGradient().length; i++) {
                float[] above = theta.clone();
                float[] below = theta.clone();
                above[i] += (float) h;
                below[i] -= (float) h;
                double slope = (subject.layout().penalty(above, lambda[0], lambda[1])
                                - subject.layout().penalty(below, lambda[0], lambda[1]))
                        / ((double) above[i] - below[i]);
                assertThat(pass.penaltyGradient()[i]).isCloseTo(slope, within(1e-4));
                assertThat(pass.applied()[i]).isEqualTo(pass.gradient()[i] + pass.penaltyGradient()[i]);
            }
            assertThat(pass.penalty()).isEqualTo(subject.layout().penalty(theta, lambda[0], lambda[1]));
        }
    }

    @Test
    void theOptimizerIsGivenWhatIsClippedAndNothingForWhatIsFrozen() {
        Network network = new Network(3, layers(Activation.TANH, Activation.LINEAR), false);
        Replica byValue =
                Subjects.replica(Optimizer.SGD, 0, 0.1, 0.05, Subjects.NO_CLIP).withFrozen(Frozen.of(0, 17));
        Subject valued = Subject.fresh(Subjects.setup(network, Loss.MSE, byValue));
        Pass cut = Pass.of(valued, Sample.batch(valued), true);
        boolean clipped = false;
        for (int i = 0; i < cut.applied().length; i++) {
            double whole = cut.gradient()[i] + cut.penaltyGradient()[i];
            boolean frozen = i == 0 || i == 17;
            assertThat(cut.applied()[i]).isEqualTo(frozen ? 0 : Math.max(-0.05, Math.min(0.05, whole)));
            assertThat(cut.update().parameters()[i])
                    .isEqualTo(frozen ? valued.parameters()[i] : valued.parameters()[i] - 0.1 * cut.applied()[i]);
            clipped |= Math.abs(whole) > 0.05;
        }
        assertThat(clipped).isTrue();

        Replica byNorm = Subjects.replica(Optimizer.SGD, 0, 0.1, Subjects.NO_CLIP, 0.2);
        Subject normed = Subject.fresh(Subjects.setup(network, Loss.MSE, byNorm));
        Pass scaled = Pass.of(normed, Sample.batch(normed), true);
        assertThat(length(scaled.applied())).isCloseTo(0.2, within(1e-12));
        double factor = scaled.applied()[3] / (scaled.gradient()[3] + scaled.penaltyGradient()[3]);
        for (int i = 0; i < scaled.applied().length; i++) {
            assertThat(scaled.applied()[i])
                    .isCloseTo(factor * (scaled.gradient()[i] + scaled.penaltyGradient()[i]), within(1e-12));
        }
    }

    private static double length(double[] numbers) {
        return Math.sqrt(Arrays.stream(numbers).map(x -> x * x).sum());
    }

    /** w += η(y − p)x: the error stands in the place of ∂L/∂z, and the loss has no say. */
    @Test
    void thePerceptronRuleMovesByItsError() {
        Network network = new Network(3, List.of(new Layer(1, Activation.STEP)), false);
        Replica replica = Subjects.replica(Optimizer.PERCEPTRON, 0, 0, Subjects.NO_CLIP, Subjects.NO_CLIP);
        Subject subject = Subject.fresh(Subjects.setup(network, Loss.MSE, replica));
        Sample sample = Sample.typed(subject, new double[] {0.5, -2, 3}, new double[] {1});
        Pass pass = Pass.of(subject, sample, true);
        double p = pass.value(Quantity.unit(Kind.ACTIVATION, 0, 0), 0);
        for (int i = 0; i < 3; i++) {
            assertThat(pass.gradient()[i]).isEqualTo((p - 1) * sample.batch().inputs()[i]);
        }
        assertThat(pass.gradient()[3]).isEqualTo(p - 1);
        assertThat(pass.finiteDifferences()).isEmpty();
        assertThat(pass.phases()).noneMatch(phase -> phase.step() == Phase.Step.D_ACTIVATION);
    }

    /** Whatever the loss is computed from, its derivative by the output is carried on by the output's slope. */
    @Test
    void theLossHasADerivativeByEveryOutput() {
        for (boolean softmax : new boolean[] {false, true}) {
            Network network =
                    new Network(3, layers(Activation.TANH, softmax ? Activation.LINEAR : Activation.SIGMOID), softmax);
            for (Loss loss : Plan.fittingLosses(network)) {
                Subject subject = Subjects.of(network, loss);
                Pass pass = Pass.of(subject, Sample.batch(subject), true);
                for (int s = 0; s < Subjects.ROWS; s++) {
                    double mean = 0;
                    for (int k = 0; k < 3; k++) {
                        mean += of(pass, Kind.ACTIVATION, k, s) * of(pass, Kind.D_ACTIVATION, k, s);
                    }
                    for (int j = 0; j < 3; j++) {
                        double a = of(pass, Kind.ACTIVATION, j, s);
                        double back = of(pass, Kind.D_ACTIVATION, j, s);
                        double expected = softmax ? a * (back - mean) : back * a * (1 - a);
                        assertThat(of(pass, Kind.D_SUM, j, s)).as(loss.id()).isCloseTo(expected, within(1e-12));
                    }
                }
            }
        }
    }

    private static double of(Pass pass, Kind kind, int unit, int row) {
        return pass.value(Quantity.unit(kind, 1, unit), row);
    }

    /** The negative control. */
    @Test
    void aDifferenceOfAnotherNetworkIsFound() {
        Subject tanh = Subjects.of(new Network(3, layers(Activation.TANH, Activation.SIGMOID), false), Loss.MSE);
        Subject swish = Subjects.of(new Network(3, layers(Activation.SWISH, Activation.SIGMOID), false), Loss.MSE);
        double[] gradient = Pass.of(tanh, Sample.batch(tanh), true).gradient();
        double[] other =
                Pass.of(swish, Sample.batch(swish), true).finiteDifferences().orElseThrow();
        int wrong = 0;
        for (int i = 0; i < gradient.length; i++) {
            wrong += Math.abs(gradient[i] - other[i]) > ABSOLUTE + RELATIVE * Math.abs(other[i]) ? 1 : 0;
        }
        assertThat(wrong).isGreaterThan(gradient.length / 2);
    }
}
