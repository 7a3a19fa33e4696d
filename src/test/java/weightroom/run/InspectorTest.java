package weightroom.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import weightroom.engine.Activation;
import weightroom.engine.Loss;
import weightroom.engine.Optimizer;
import weightroom.engine.Plan;
import weightroom.engine.State;
import weightroom.experiment.DataSpec;
import weightroom.experiment.Experiment;
import weightroom.experiment.LayerSpec;
import weightroom.experiment.NetworkSpec;
import weightroom.experiment.OptimizerSpec;
import weightroom.experiment.Setup;
import weightroom.experiment.StartSpec;
import weightroom.experiment.TrainingSpec;

class InspectorTest {
    private final Devices devices = new Devices();

    @AfterEach
    void closeDevices() {
        devices.close();
    }

    @Test
    void gradientAndUpdateRatioAreThoseOfACalculationByHand() {
        // p = 2x for x = 1 and 3, targets 0: ∂L/∂w = mean 2·p·x = (4 + 36)/2 = 20; with η = 0.01, Δw = −0.2
        Setup setup = setup(
                List.of(List.of(1.0, 0.0), List.of(3.0, 0.0)),
                List.of(new LayerSpec(1, Activation.LINEAR)),
                List.of(List.of(List.of(2.0))),
                List.of(List.of(0.0)));
        try (Run run = new Run(setup, devices, devices.java())) {
            State before = run.state();
            LayerInsight first = look(run, Optional.empty()).get(0);
            run.advance(1, 0);
            LayerInsight second = look(
                            run,
                            Optional.of(new Inspector.Move(
                                    before.parameters(), run.state().parameters())))
                    .get(0);
            assertThat(first.gradient()).isEqualTo(20);
            assertThat(first.gradientDeviation()).isZero();
            assertThat(first.weightGradients()).containsExactly(20);
            assertThat(first.updateRatio()).isNaN();
            assertThat(first.updates()).isEmpty();
            assertThat(first.activationMean()).isEqualTo(4);
            assertThat(first.activationDeviation()).isEqualTo(2);
            assertThat(second.updateRatio()).isEqualTo(0.1, within(1e-6));
            assertThat(second.updates()[0]).isEqualTo(-0.2f, within(1e-6f));
        }
    }

    @Test
    void onlyFlatPairsOfSaturatingUnitsCountAsSaturated() {
        Setup setup = setup(
                List.of(List.of(1.0, 0.0), List.of(-1.0, 0.0)),
                List.of(new LayerSpec(2, Activation.TANH), new LayerSpec(1, Activation.LINEAR)),
                List.of(List.of(List.of(100.0), List.of(0.1)), List.of(List.of(1.0, 1.0))),
                List.of(List.of(0.0, 0.0), List.of(0.0)));
        List<LayerInsight> layers = looked(setup);
        assertThat(layers.get(0).saturated()).isEqualTo(0.5);
        assertThat(layers.get(0).saturatedUnits()).containsExactly(0);
        assertThat(layers.get(1).saturatedUnits()).isEmpty();
        assertThat(layers.get(0).dead()).isZero();
        assertThat(layers.get(0).preActivations().low()).isEqualTo(-100);
        assertThat(layers.get(0).preActivationMean()).isEqualTo(0, within(1e-6));
        assertThat(layers.get(0).weightQuantiles()[4]).isEqualTo(100);
        assertThat(layers.get(1).saturated()).isNaN();
        assertThat(layers.get(1).dead()).isNaN();
    }

    @Test
    void deadUnitsAreNamedAndDropoutKillsNone() {
        LayerSpec relu = new LayerSpec(3, Activation.RELU).withDropout(0.9);
        Setup setup = setup(
                List.of(List.of(1.0, 0.0), List.of(2.0, 0.0)),
                List.of(relu, new LayerSpec(1, Activation.LINEAR)),
                List.of(List.of(List.of(1.0), List.of(-1.0), List.of(3.0)), List.of(List.of(1.0, 1.0, 1.0))),
                List.of(List.of(0.0, 0.0, 0.0), List.of(0.0)));
        LayerInsight layer = looked(setup).get(0);
        assertThat(layer.deadUnits()).containsExactly(1);
        assertThat(layer.dead()).isEqualTo(1 / 3.0);
        assertThat(layer.saturated()).isNaN();
        assertThat(layer.activationMean()).describedAs("of 1, 2, 0, 0, 3 and 6").isEqualTo(2, within(1e-6));
    }

    @Test
    void oppositeUnitsAreTwinsOnlyWhereTheActivationIsSymmetric() {
        assertThat(twins(Activation.TANH)).containsExactly(new int[] {0, 2, 3}, new int[] {1, 4});
        assertThat(twins(Activation.SIGMOID)).containsExactly(new int[] {0, 2, 3}, new int[] {1, 4});
        assertThat(twins(Activation.RELU)).containsExactly(new int[] {0, 2}, new int[] {1, 4});
    }

    /** Units 0 and 2 are equal, 3 is their opposite; 1 and 4 are equal; 5 differs from 1 in its bias only. */
    private List<int[]> twins(Activation activation) {
        List<List<Double>> hidden =
                List.of(List.of(0.5), List.of(0.7), List.of(0.5), List.of(-0.5), List.of(0.7), List.of(0.7));
        Setup setup = setup(
                List.of(List.of(1.0, 0.0), List.of(2.0, 0.0)),
                List.of(new LayerSpec(6, activation), new LayerSpec(1, Activation.LINEAR)),
                List.of(hidden, List.of(List.of(1.0, 1.0, 1.0, 1.0, 1.0, 1.0))),
                List.of(List.of(0.2, 0.1, 0.2, -0.2, 0.1, 0.3), List.of(0.0)));
        List<LayerInsight> layers = looked(setup);
        assertThat(layers.get(1).twins())
                .describedAs("outputs have targets of their own")
                .isEmpty();
        return layers.get(0).twins();
    }

    @Test
    void looksAtAFewHundredRowsSpreadOverAll() {
        Setup setup = setup(
                List.of(List.of(1.0, 0.0)),
                List.of(new LayerSpec(1, Activation.LINEAR)),
                List.of(List.of(List.of(2.0))),
                List.of(List.of(0.0)));
        int[] rows = new Inspector(setup.plan(), 5120).rows();
        assertThat(rows).hasSize(512).startsWith(0, 10, 20).endsWith(5110);
        assertThat(new Inspector(setup.plan(), 3).rows()).containsExactly(0, 1, 2);
    }

    @Test
    void quantilesLieBetweenTheNumbers() {
        assertThat(Inspector.quantiles(new float[] {9, 4, 1, 3, 2, 9}, 1, 5)).containsExactly(1, 1.75, 2.5, 3.25, 4);
    }

    private List<LayerInsight> looked(Setup setup) {
        try (Run run = new Run(setup, devices, devices.java())) {
            return look(run, Optional.empty());
        }
    }

    private static List<LayerInsight> look(Run run, Optional<Inspector.Move> move) {
        Inspector inspector = new Inspector(
                run.setup().plan(), run.setup().data().get(0).train().count());
        return inspector.inspect(run.state().parameters(), run.probe(inspector.rows()), move);
    }

    /** Rows of one input and one target, all in one batch, and the numbers to start from. */
    private static Setup setup(
            List<List<Double>> rows,
            List<LayerSpec> layers,
            List<List<List<Double>>> weights,
            List<List<Double>> biases) {
        Experiment experiment = new Experiment(
                "",
                1,
                new DataSpec(new DataSpec.OwnRows(rows, 1), 1, 0, List.of(), false),
                new NetworkSpec(layers),
                new StartSpec(new StartSpec.GivenWeights(weights), new StartSpec.GivenBiases(biases)),
                TrainingSpec.of(Loss.MSE, new OptimizerSpec(Optimizer.SGD, 0.01))
                        .withBatch(Plan.FULL));
        return Setup.of(experiment, Path.of(""));
    }
}
