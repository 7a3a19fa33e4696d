package weightroom.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import weightroom.engine.Activation;
import weightroom.engine.Loss;
import weightroom.engine.Optimizer;
import weightroom.engine.State;
import weightroom.experiment.DataSpec;
import weightroom.experiment.Experiment;
import weightroom.experiment.LayerSpec;
import weightroom.experiment.NetworkSpec;
import weightroom.experiment.OptimizerSpec;
import weightroom.experiment.Setup;
import weightroom.experiment.StartSpec;
import weightroom.experiment.TrainingSpec;
import weightroom.run.Snapshot.Watched;

class WatchingTest {
    private static final Grid GRID = new Grid(2, 2, 0, 2, 10, 14);
    private static final Command.Watch EVERYTHING = new Command.Watch(
            Optional.of(GRID), new Slice(2, 0, new double[] {0, 5, 0}), true, true, Optional.of(GRID));

    private final Devices devices = new Devices();
    private final Watching watching = new Watching();
    private final InsightHistory insights = new InsightHistory(1);

    @AfterEach
    void closeDevices() {
        devices.close();
    }

    /** p = x1 + 10·x2 + 100·x3. */
    private Run run() {
        Experiment experiment = new Experiment(
                "",
                1,
                new DataSpec(
                        new DataSpec.OwnRows(List.of(List.of(1.0, 2.0, 3.0, 0.0), List.of(0.0, 0.0, 0.0, 0.0)), 3),
                        1,
                        0,
                        List.of(),
                        false),
                new NetworkSpec(List.of(new LayerSpec(1, Activation.LINEAR))),
                new StartSpec(
                        new StartSpec.GivenWeights(List.of(List.of(List.of(1.0, 10.0, 100.0)))),
                        new StartSpec.GivenBiases(List.of(List.of(0.0)))),
                TrainingSpec.of(Loss.MSE, new OptimizerSpec(Optimizer.SGD, 1e-6))
                        .withEpochs(1_000_000));
        return new Run(Setup.of(experiment, Path.of("")), devices, devices.java());
    }

    @Test
    void fieldAndTilesLieOnAPlaneThroughAnyNumberOfInputs() {
        try (Run run = run()) {
            watching.watch(EVERYTHING);
            Watched watched = watching.look(run, run.state(), insights, false);
            float[] plane = {50 + 11 + 50, 50 + 11 + 150, 50 + 13 + 50, 50 + 13 + 150};
            assertThat(watched.field().orElseThrow().values()).containsExactly(plane);
            List<Tiles.LayerTiles> layers = watched.tiles().orElseThrow().layers();
            assertThat(layers).hasSize(2);
            assertThat(layers.get(0).values()[0]).containsExactly(11, 11, 13, 13);
            assertThat(layers.get(0).values()[1]).containsExactly(5, 5, 5, 5);
            assertThat(layers.get(0).values()[2]).containsExactly(0.5f, 1.5f, 0.5f, 1.5f);
            assertThat(layers.get(1).values()[0]).containsExactly(plane);
            assertThat(layers.get(1).low()[0]).isEqualTo(111);
            assertThat(layers.get(1).high()[0]).isEqualTo(213);
            assertThat(watched.answers().orElseThrow().train()).hasSize(2);
        }
    }

    @Test
    void aPlaneOfInputsThatThereAreNotIsLeftOut() {
        try (Run run = run()) {
            Slice beyond = new Slice(0, 3, new double[0]);
            watching.watch(new Command.Watch(Optional.of(GRID), beyond, false, false, Optional.of(GRID)));
            Watched watched = watching.look(run, run.state(), insights, false);
            assertThat(watched.field()).isEmpty();
            assertThat(watched.tiles()).isEmpty();
        }
    }

    @Test
    void standingStillItLooksAgainOnlyWhenSomethingChanged() {
        try (Run run = run()) {
            watching.watch(EVERYTHING);
            Watched first = watching.look(run, run.state(), insights, false);
            assertThat(watching.look(run, run.state(), insights, false)).isSameAs(first);
            run.advance(1, 0);
            Watched second = watching.look(run, run.state(), insights, false);
            assertThat(second).isNotSameAs(first);
            assertThat(second.insight().orElseThrow().step()).isEqualTo(1);
            watching.watch(Command.Watch.NOTHING);
            assertThat(watching.look(run, run.state(), insights, false).insight())
                    .isEmpty();
        }
    }

    @Test
    void whilePlayingItLooksAtMostFifteenTimesASecond() {
        try (Run run = run()) {
            watching.watch(EVERYTHING);
            Set<Long> steps = new HashSet<>();
            long begin = System.nanoTime();
            long elapsed = 0;
            while (elapsed < 400_000_000L) {
                run.advance(100, 0);
                steps.add(watching.look(run, run.state(), insights, true)
                        .insight()
                        .orElseThrow()
                        .step());
                elapsed = System.nanoTime() - begin;
            }
            assertThat(steps.size()).isBetween(2, (int) (elapsed / 66_000_000L) + 1);
            assertThat(insights.series().size()).isEqualTo(steps.size());
        }
    }

    @Test
    void goingBackAddsNothingToTheCourseUntilItIsPassed() {
        try (Run run = run()) {
            watching.watch(EVERYTHING);
            State start = run.state();
            run.advance(4, 0);
            watching.look(run, run.state(), insights, false);
            Insight back = watching.look(run, start, insights, false).insight().orElseThrow();
            assertThat(back.step()).isZero();
            assertThat(insights.series().size()).isEqualTo(1);
        }
    }
}
