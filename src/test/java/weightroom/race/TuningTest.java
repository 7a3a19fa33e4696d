package weightroom.race;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import weightroom.data.DataSource;
import weightroom.engine.Activation;
import weightroom.engine.Loss;
import weightroom.engine.Optimizer;
import weightroom.engine.Plan;
import weightroom.experiment.DataSpec;
import weightroom.experiment.Experiment;
import weightroom.experiment.LayerSpec;
import weightroom.experiment.NetworkSpec;
import weightroom.experiment.OptimizerSpec;
import weightroom.experiment.Setup;
import weightroom.experiment.StartSpec;
import weightroom.experiment.StopSpec;
import weightroom.experiment.TrainingSpec;
import weightroom.race.RaceSnapshot.Tuned;
import weightroom.run.Devices;
import weightroom.run.Run;

class TuningTest {
    private static final Devices DEVICES = new Devices();
    private static final double INFINITE = Double.POSITIVE_INFINITY;

    @AfterAll
    static void close() {
        DEVICES.close();
    }

    /** XOR with a rate that is far too small. */
    private static Experiment xor() {
        return new Experiment(
                "XOR",
                5,
                new DataSpec(new DataSpec.Source(DataSource.XOR, 4, 0, 2), 1, 0, List.of(), false),
                new NetworkSpec(List.of(new LayerSpec(4, Activation.TANH), new LayerSpec(1, Activation.SIGMOID))),
                StartSpec.DEFAULT,
                TrainingSpec.of(Loss.BINARY_CROSS_ENTROPY, new OptimizerSpec(Optimizer.SGD, 1e-6))
                        .withBatch(Plan.FULL)
                        .withEpochs(100)
                        .withStop(new StopSpec(0.3, Double.NaN, 0)));
    }

    private static Contest contest(int trials, String... optimizers) {
        Lane whole = new Lane("xor", "xor.json", xor(), Path.of(""));
        List<Lane> lanes =
                Lanes.of(List.of(whole), List.of(Variation.of("training.optimizer.id", Arrays.asList(optimizers))));
        return new Contest(lanes, 2, Target.USUAL, trials);
    }

    private static List<FoundRate> found(Contest contest) {
        try (Tuning tuning = new Tuning(contest, DEVICES, DEVICES.java())) {
            double share = 0;
            while (!tuning.work(2_000_000)) {
                assertThat(tuning.share()).isBetween(share, 1.0);
                share = tuning.share();
            }
            assertThat(tuning.share()).isEqualTo(1);
            long rows = tuning.found().stream()
                    .flatMap(Optional::stream)
                    .mapToLong(lane -> lane.tuned().samples())
                    .sum();
            assertThat(tuning.samples()).isEqualTo(rows);
            return tuning.found().stream().flatMap(Optional::stream).toList();
        }
    }

    private static double lossAlone(Experiment experiment, double rate, long seed) {
        TrainingSpec training = experiment.training().withStop(StopSpec.NEVER);
        Experiment tried = experiment
                .withSeed(seed)
                .withTraining(training.withOptimizer(training.optimizer().withLearningRate(rate)));
        try (Run run = new Run(Setup.of(tried, Path.of("")), DEVICES, DEVICES.java())) {
            while (run.end().isEmpty()) {
                run.advance(1000, 1);
            }
            return run.history().train(run.history().size() - 1);
        }
    }

    @Test
    void everyLaneTriesAsManyRatesAndAllDecades() {
        List<FoundRate> found = found(contest(10, "sgd", "adam", "adagrad"));
        assertThat(found).hasSize(3);
        for (FoundRate lane : found) {
            Tuned tuned = lane.tuned();
            assertThat(tuned.rates()).hasSize(10).isSorted().doesNotHaveDuplicates();
            assertThat(tuned.rates()).contains(0.0001, 0.001, 0.01, 0.1, 1.0, 10.0);
            assertThat(tuned.losses()).hasSize(10);
            assertThat(tuned.samples())
                    .as("10 rates, 3 seeds, 100 epochs of 4 rows")
                    .isEqualTo(12_000);
            assertThat(tuned.seconds()).isPositive();
        }
    }

    @Test
    void theRateFoundIsTheOneWithTheLowestLossAndBetterThanTheOneThatWasSet() {
        Contest contest = contest(8, "sgd", "adam");
        List<FoundRate> found = found(contest);
        for (int lane = 0; lane < 2; lane++) {
            Tuned tuned = found.get(lane).tuned();
            int best = tuned.rates().indexOf(found.get(lane).learningRate());
            assertThat(tuned.losses().get(best))
                    .isEqualTo(tuned.losses().stream().min(Double::compare).orElseThrow());
            Experiment experiment = contest.lanes().get(lane).experiment();
            for (long seed = 5; seed < 7; seed++) {
                assertThat(lossAlone(experiment, found.get(lane).learningRate(), seed))
                        .isLessThan(0.7 * lossAlone(experiment, 1e-6, seed));
            }
        }
    }

    @Test
    void aScoreIsTheMedianUnderTheThreeSeedsBeforeTheRaces() {
        Contest contest = contest(3, "sgd");
        Tuned tuned = found(contest).get(0).tuned();
        assertThat(tuned.rates()).containsExactly(0.01, 0.1, 1.0);
        for (int i = 0; i < 3; i++) {
            double[] losses = new double[3];
            for (int trial = 0; trial < 3; trial++) {
                losses[trial] = lossAlone(
                        contest.lanes().get(0).experiment(), tuned.rates().get(i), 4 - trial);
            }
            Arrays.sort(losses);
            assertThat(tuned.losses().get(i)).isEqualTo(losses[1]);
        }
    }

    @Test
    void whatALaneFindsDoesNotDependOnTheOthers() {
        List<FoundRate> one = found(contest(7, "sgd", "adam", "adam"));
        List<FoundRate> other = found(contest(7, "adam", "sgd"));
        assertThat(one.get(0).tuned().losses()).isEqualTo(other.get(1).tuned().losses());
        assertThat(one.get(1).tuned().losses()).isEqualTo(other.get(0).tuned().losses());
        assertThat(one.get(1).tuned().rates()).isEqualTo(one.get(2).tuned().rates());
        assertThat(one.get(1).learningRate()).isEqualTo(other.get(0).learningRate());
    }

    @Test
    void trialsThatDoNotFitSideBySideFindTheSame() {
        Contest contest = contest(7, "sgd", "adam");
        List<FoundRate> whole = found(contest);
        try (Tuning single = new Tuning(contest, DEVICES, DEVICES.java(), 1)) {
            while (!single.work(1_000_000)) {
                assertThat(single.share()).isLessThan(1);
            }
            for (int lane = 0; lane < 2; lane++) {
                Tuned tuned = single.found().get(lane).orElseThrow().tuned();
                assertThat(tuned.losses()).isEqualTo(whole.get(lane).tuned().losses());
                assertThat(tuned.samples()).isEqualTo(whole.get(lane).tuned().samples());
            }
        }
    }

    @Test
    void ratesGoRoundTheLanesOwnBest() {
        List<Double> decades = Rates.decades(6);
        assertThat(decades).containsExactly(0.0001, 0.001, 0.01, 0.1, 1.0, 10.0);
        assertThat(Rates.decades(1)).containsExactly(0.1);
        assertThat(Rates.decades(4)).containsExactly(0.001, 0.01, 0.1, 1.0);
        List<Double> losses = List.of(9.0, 3.0, 1.0, 2.0, 9.0, INFINITE);
        assertThat(Rates.around(decades, losses, 2)).containsExactly(0.0032, 0.032);
        assertThat(Rates.around(decades, losses, 3))
                .as("0.1 did better than 0.001")
                .containsExactly(0.0032, 0.022, 0.046);
        assertThat(Rates.around(decades, List.of(1.0, 2.0, 3.0, 4.0, 5.0, 6.0), 1))
                .containsExactly(0.00032);
        assertThat(Rates.around(decades, List.of(6.0, 5.0, 4.0, 3.0, 2.0, 1.0), 2))
                .containsExactly(3.2, 32.0);
        assertThat(Rates.best(List.of(INFINITE, 2.0, 1.0, 1.0)))
                .as("of equals the smaller rate")
                .isEqualTo(2);
        assertThat(Rates.best(List.of(INFINITE, INFINITE))).isZero();
        for (int trials = 7; trials <= Contest.MOST_TRIALS; trials++) {
            assertThat(Rates.around(decades, losses, trials - 6))
                    .hasSize(trials - 6)
                    .isSorted()
                    .doesNotHaveDuplicates()
                    .doesNotContainAnyElementsOf(decades);
        }
    }

    @Test
    void itMayBeLeftAtAnyTime() {
        Tuning tuning = new Tuning(contest(10, "sgd", "adam"), DEVICES, DEVICES.java());
        tuning.work(1);
        assertThat(tuning.share()).isLessThan(1);
        tuning.close();
        tuning.close();
    }
}
