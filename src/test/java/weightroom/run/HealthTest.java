package weightroom.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import weightroom.data.DataSource;
import weightroom.engine.Activation;
import weightroom.engine.Initializer;
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
import weightroom.experiment.StartSpec.Drawn;
import weightroom.experiment.TrainingSpec;
import weightroom.run.Verdict.Kind;

/** Each verdict is shown by a training that has what it says. */
class HealthTest {
    private final Devices devices = new Devices();

    @AfterEach
    void closeDevices() {
        devices.close();
    }

    @Test
    void aSpiralWithAdamIsHealthy() {
        Health health = after(60, with(new OptimizerSpec(Optimizer.ADAM, 0.001)));
        assertThat(health.run().kind()).isEqualTo(Kind.HEALTHY);
        assertThat(health.layers()).extracting(Verdict::kind).containsOnly(Kind.HEALTHY);
        assertThat(health.run().sentence()).isEqualTo("All layers learn as they should.");
        assertThat(health.run().advice()).isEmpty();
    }

    @Test
    void aDeepSigmoidNetworkWithSmallWeightsVanishes() {
        NetworkSpec deep = layers(Collections.nCopies(6, new LayerSpec(8, Activation.SIGMOID)));
        StartSpec small = StartSpec.DEFAULT.withWeights(new Drawn(Initializer.NORMAL, List.of(0.0, 0.1)));
        Health health = after(20, Experiment.spiral().withNetwork(deep).withStart(small));
        assertThat(health.run().kind()).isEqualTo(Kind.VANISHING);
        assertThat(health.layers().get(0).kind()).isEqualTo(Kind.VANISHING);
        assertThat(health.layers().get(0).sentence()).contains("at Hidden 1").contains("at the output");
        assertThat(health.layers().get(0).advice()).startsWith("Take ReLU in place of an activation with bounds");
        assertThat(health.layers().get(6).kind()).isNotEqualTo(Kind.VANISHING);
    }

    @Test
    void aDeepReluNetworkThatVanishesIsNotToldToTakeRelu() {
        NetworkSpec deep = layers(Collections.nCopies(6, new LayerSpec(8, Activation.RELU)));
        StartSpec small = StartSpec.DEFAULT
                .withWeights(new Drawn(Initializer.NORMAL, List.of(0.0, 0.1)))
                .withBiases(new Drawn(Initializer.CONSTANT, List.of(0.1)));
        Health health = after(20, Experiment.spiral().withNetwork(deep).withStart(small));
        assertThat(health.layers().get(0).kind()).isEqualTo(Kind.VANISHING);
        assertThat(health.layers().get(0).advice()).startsWith("Take a Xavier or He start");
    }

    @Test
    void reluUnitsWithLargeNegativeBiasesAreDead() {
        Experiment experiment = Experiment.spiral()
                .withNetwork(layers(List.of(new LayerSpec(4, Activation.RELU))))
                .withStart(StartSpec.DEFAULT.withBiases(
                        new StartSpec.GivenBiases(List.of(List.of(-100.0, 0.0, 0.0, 0.0), List.of(0.0)))));
        Health health = after(5, experiment);
        assertThat(health.run().kind()).isEqualTo(Kind.DEAD);
        assertThat(health.layers().get(0).label()).isEqualTo("1 of 4 dead");
        assertThat(health.layers().get(0).sentence()).startsWith("Hidden 1: 1 of 4 units is 0 for every row");
        assertThat(health.layers().get(1).kind()).isNotEqualTo(Kind.DEAD);
    }

    @Test
    void aConstantStartMakesTwins() {
        StartSpec constant = StartSpec.DEFAULT.withWeights(new Drawn(Initializer.CONSTANT, List.of(0.3)));
        Health health = after(20, Experiment.spiral().withStart(constant));
        assertThat(health.run().kind()).isEqualTo(Kind.TWINS);
        assertThat(health.layers()).extracting(Verdict::kind).startsWith(Kind.TWINS, Kind.TWINS);
        assertThat(health.layers().get(0).sentence()).contains("the units 1, 2, 3, 4 … have the same weights");
    }

    @Test
    void aLearningRateOfTenDiverges() {
        Experiment wild = Experiment.spiral()
                .withNetwork(new NetworkSpec(
                        List.of(new LayerSpec(8, Activation.RELU), new LayerSpec(1, Activation.LINEAR))))
                .withTraining(TrainingSpec.of(Loss.MSE, new OptimizerSpec(Optimizer.SGD, 10)));
        Health health = after(200, wild);
        assertThat(health.run().kind()).isEqualTo(Kind.DIVERGED);
        assertThat(health.run().sentence()).startsWith("Training diverged at step");
        assertThat(health.run().advice()).contains("learning rate");
        assertThat(health.layers()).extracting(Verdict::kind).contains(Kind.DIVERGED);
    }

    @Test
    void hugeTargetsMakeTheGradientExplode() {
        List<List<Double>> rows = List.of(List.of(1.0, 1000.0), List.of(2.0, -500.0), List.of(3.0, 2000.0));
        Experiment experiment = Experiment.spiral()
                .withData(new DataSpec(new DataSpec.OwnRows(rows, 1), 1, 0, List.of(), false))
                .withNetwork(new NetworkSpec(
                        List.of(new LayerSpec(4, Activation.TANH), new LayerSpec(1, Activation.LINEAR))))
                .withTraining(TrainingSpec.of(Loss.MSE, new OptimizerSpec(Optimizer.SGD, 1e-6)));
        assertThat(after(3, experiment).run().kind()).isEqualTo(Kind.EXPLODING);
    }

    @Test
    void hugeWeightsSaturate() {
        StartSpec huge = StartSpec.DEFAULT.withWeights(new Drawn(Initializer.NORMAL, List.of(0.0, 10.0)));
        Health health = after(1, Experiment.spiral().withStart(huge));
        assertThat(health.layers().get(0).kind()).isEqualTo(Kind.SATURATING);
        assertThat(health.layers().get(2).kind())
                .describedAs("an output may be sure of itself")
                .isNotEqualTo(Kind.SATURATING);
    }

    @Test
    void aTinyLearningRateIsLowAndALargeOneHigh() {
        assertThat(after(5, with(new OptimizerSpec(Optimizer.ADAM, 1e-6))).layers())
                .extracting(Verdict::kind)
                .containsOnly(Kind.LOW);
        assertThat(after(5, with(new OptimizerSpec(Optimizer.ADAM, 0.1))).layers())
                .extracting(Verdict::kind)
                .contains(Kind.HIGH);
    }

    @Test
    void aNetworkThatCannotLearnStandsStillOnAPlateau() {
        Experiment line = Experiment.spiral()
                .withNetwork(new NetworkSpec(List.of(new LayerSpec(1, Activation.SIGMOID))))
                .withTraining(TrainingSpec.of(Loss.BINARY_CROSS_ENTROPY, new OptimizerSpec(Optimizer.SGD, 0.01)));
        assertThat(after(40, line).run().kind())
                .describedAs("too early to tell")
                .isNotEqualTo(Kind.PLATEAU);
        Health health = after(200, line);
        assertThat(health.run().kind()).isEqualTo(Kind.PLATEAU);
        assertThat(health.run().sentence()).isEqualTo("The training loss has stood still for 50 epochs.");
    }

    @Test
    void aLargeNetworkOnFewNoisyRowsOverfits() {
        Experiment noisy = Experiment.spiral()
                .withData(new DataSpec(
                        DataSpec.Source.of(DataSource.CIRCLE).withSamples(60).withNoise(0.5), 0.5, 0, List.of(), false))
                .withNetwork(layers(List.of(new LayerSpec(32, Activation.TANH), new LayerSpec(32, Activation.TANH))))
                .withTraining(TrainingSpec.of(Loss.BINARY_CROSS_ENTROPY, new OptimizerSpec(Optimizer.ADAM, 0.003))
                        .withBatch(Plan.FULL));
        Health health = after(600, noisy);
        assertThat(health.run().kind()).isEqualTo(Kind.OVERFITTING);
        assertThat(health.run().sentence()).contains("above its lowest point");
    }

    private static Experiment with(OptimizerSpec optimizer) {
        return Experiment.spiral().withTraining(Experiment.spiral().training().withOptimizer(optimizer));
    }

    /** Hidden layers with a sigmoid unit behind them. */
    private static NetworkSpec layers(List<LayerSpec> hidden) {
        return new NetworkSpec(hidden).plusLayer(hidden.size(), new LayerSpec(1, Activation.SIGMOID));
    }

    /** The health after so many epochs, looked at once in each of the last twenty. */
    private Health after(int epochs, Experiment experiment) {
        try (Run run = new Run(Setup.of(experiment, Path.of("")), devices, devices.java())) {
            run.continueBeyondEpochs();
            run.measure();
            Watching watching = new Watching();
            watching.watch(new Command.Watch(Optional.empty(), Slice.FIRST_TWO, false, true, Optional.empty()));
            InsightHistory insights =
                    new InsightHistory(run.setup().plan().network().layers().size());
            int perEpoch = run.stepsPerEpoch();
            run.advance((long) Math.max(0, epochs - 20) * perEpoch, 1);
            Optional<Insight> seen = Optional.empty();
            for (int e = 0; e < Math.min(20, epochs); e++) {
                run.advance(perEpoch - 1, 1);
                State before = run.state();
                run.advance(1, 1);
                watching.updated(insights, before, run.state());
                seen = watching.look(run, run.state(), insights, false).insight();
            }
            return seen.orElseThrow().health();
        }
    }
}
