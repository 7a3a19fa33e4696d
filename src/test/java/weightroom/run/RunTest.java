package weightroom.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import weightroom.data.DataSource;
import weightroom.engine.Activation;
import weightroom.engine.Divergence;
import weightroom.engine.Loss;
import weightroom.engine.Optimizer;
import weightroom.engine.Rows;
import weightroom.engine.Schedule;
import weightroom.engine.State;
import weightroom.experiment.DataSpec;
import weightroom.experiment.Experiment;
import weightroom.experiment.LayerSpec;
import weightroom.experiment.NetworkSpec;
import weightroom.experiment.OptimizerSpec;
import weightroom.experiment.ScheduleSpec;
import weightroom.experiment.Setup;
import weightroom.experiment.StartSpec;
import weightroom.experiment.StopSpec;
import weightroom.experiment.TrainingSpec;

class RunTest {
    private final Devices devices = new Devices();

    @AfterEach
    void closeDevices() {
        devices.close();
    }

    private static Experiment xor() {
        return new Experiment(
                "",
                3,
                new DataSpec(DataSpec.Source.of(DataSource.XOR), 1, 0, List.of(), false),
                new NetworkSpec(List.of(new LayerSpec(4, Activation.TANH), new LayerSpec(1, Activation.SIGMOID))),
                StartSpec.DEFAULT,
                TrainingSpec.of(Loss.BINARY_CROSS_ENTROPY, new OptimizerSpec(Optimizer.SGD, 0.5))
                        .withBatch(4)
                        .withEpochs(500));
    }

    private Run run(Experiment experiment) {
        return new Run(Setup.of(experiment, Path.of("")), devices, devices.java());
    }

    private static void toTheEnd(Run run) {
        while (run.end().isEmpty()) {
            run.advance(50, 1);
        }
    }

    @Test
    void everyPointOfTheHistoryHasItsAccuracy() {
        try (Run run = run(xor())) {
            run.advance(3, 1);
            Rows rows = run.setup().rows().split().train();
            double right = run.setup().task().right(run.predict(rows), rows.targets(), 4, 1);
            assertEquals(right / 4, run.history().trainAccuracy(2));
            assertEquals(0, run.history().penalty(2), "nothing is penalized");
            assertTrue(Double.isNaN(run.history().testAccuracy(2)), "there are no test rows");
            assertEquals(run.history().point(2), run.measure());
        }
    }

    @Test
    void endsWhenItsEpochsAreUp() {
        try (Run run = run(xor())) {
            toTheEnd(run);
            assertEquals(Optional.of(Run.End.EPOCHS_DONE), run.end());
            assertEquals(500, run.epoch());
            assertEquals(2000, run.samples());
            assertEquals(500, run.history().size());
            assertEquals(0, run.advance(10, 1));
        }
    }

    @Test
    void goesOnBeyondItsEpochsOnlyWhenAsked() {
        try (Run run = run(xor())) {
            toTheEnd(run);
            run.continueBeyondEpochs();
            assertEquals(7, run.advance(7, 0));
            assertEquals(507, run.epoch());
        }
    }

    @Test
    void stopsAfterTheFirstEpochThatReachesTheLoss() {
        Experiment experiment = xor();
        try (Run run = run(experiment.withTraining(
                experiment.training().withEpochs(100_000).withStop(StopSpec.NEVER.withTrainLoss(0.3))))) {
            toTheEnd(run);
            assertEquals(Optional.of(Run.End.LOSS_REACHED), run.end());
            int last = run.history().size() - 1;
            assertTrue(run.history().train(last) <= 0.3);
            assertTrue(run.history().train(last - 1) > 0.3);
            assertEquals(run.history().step(last), run.step());
        }
    }

    @Test
    void losesPatienceWhenNothingGetsBetterAndKeepsTheBest() {
        Experiment experiment = xor();
        TrainingSpec still = experiment
                .training()
                .withOptimizer(new OptimizerSpec(Optimizer.SGD, 0))
                .withStop(StopSpec.NEVER.withPatience(12));
        try (Run run = run(experiment.withTraining(still))) {
            toTheEnd(run);
            assertEquals(Optional.of(Run.End.NO_BETTER), run.end());
            assertEquals(13, run.epoch());
            assertEquals(1, run.best().orElseThrow().step());
        }
    }

    @Test
    void cutsTheRateOnAPlateau() {
        Experiment experiment = xor();
        TrainingSpec still = experiment
                .training()
                .withOptimizer(new OptimizerSpec(Optimizer.SGD, 0))
                .withSchedule(new ScheduleSpec(Schedule.PLATEAU, List.of(0.5, 4.0), 0))
                .withEpochs(10);
        try (Run run = run(experiment.withTraining(still))) {
            toTheEnd(run);
            assertEquals(0.25, run.rateScale(), "epochs 5 and 9 see four epochs without a better loss");
        }
    }

    @Test
    void aLostDeviceIsReplacedByJavaFromTheLastGoodState() {
        Setup setup = Setup.of(xor(), Path.of(""));
        Run run = new Run(setup, devices, new FailingDevice(devices.java(), 3));
        try (run) {
            toTheEnd(run);
            assertEquals(devices.java(), run.device());
            String notice = run.takeNotice().orElseThrow();
            assertTrue(notice.contains("loose cable") && notice.contains("CL_DEVICE_NOT_AVAILABLE"), notice);
            assertFalse(run.takeNotice().isPresent());
            assertEquals(500, run.epoch());
            for (int i = 1; i < run.history().size(); i++) {
                assertEquals(run.history().epoch(i - 1) + 1, run.history().epoch(i), "no epoch twice or missing");
            }
        }
        try (Run undisturbed = run(xor())) {
            toTheEnd(undisturbed);
            assertEquals(undisturbed.history().train(499), run.history().train(499));
        }
    }

    @Test
    void aChangedRateTakesEffectAndKeepsTheWeights() {
        Experiment experiment = xor();
        try (Run run = run(experiment)) {
            run.advance(50, 1);
            State before = run.state();
            Setup changed = run.setup()
                    .with(
                            experiment.withTraining(
                                    experiment.training().withOptimizer(new OptimizerSpec(Optimizer.SGD, 0))),
                            Path.of(""));
            run.change(changed);
            run.advance(50, 1);
            assertEquals(100, run.step());
            assertEquals(
                    before, new State(50, run.state().parameters(), run.state().slots()));
        }
    }

    @Test
    void anotherOptimizerStartsWithItsOwnStateAndTheSameWeights() {
        Experiment experiment = xor();
        try (Run run = run(experiment)) {
            run.advance(50, 1);
            float[] before = run.state().parameters();
            run.change(run.setup()
                    .with(
                            experiment.withTraining(
                                    experiment.training().withOptimizer(new OptimizerSpec(Optimizer.ADAM, 0.01))),
                            Path.of("")));
            State after = run.state();
            assertEquals(50, after.step());
            assertEquals(2, after.slots().length);
            assertEquals(List.of(box(before)), List.of(box(after.parameters())));
            run.advance(1, 0);
            assertNotEquals(box(before), box(run.state().parameters()));
        }
    }

    @Test
    void aDivergedRunStandsAtTheLastFiniteStepAndCanGoOnWithALowerRate() {
        Experiment experiment = xor();
        NetworkSpec linear =
                new NetworkSpec(List.of(new LayerSpec(4, Activation.RELU), new LayerSpec(1, Activation.LINEAR)));
        TrainingSpec wild =
                TrainingSpec.of(Loss.MSE, new OptimizerSpec(Optimizer.SGD, 50)).withBatch(4);
        try (Run run = run(experiment.withNetwork(linear).withTraining(wild))) {
            toTheEnd(run);
            assertEquals(Optional.of(Run.End.DIVERGED), run.end());
            Divergence divergence = run.divergence().orElseThrow();
            assertEquals(divergence.step() - 1, run.step());
            for (float number : run.state().parameters()) {
                assertTrue(Float.isFinite(number));
            }
            run.change(run.setup()
                    .with(
                            experiment
                                    .withNetwork(linear)
                                    .withTraining(wild.withOptimizer(new OptimizerSpec(Optimizer.SGD, 0))),
                            Path.of("")));
            assertEquals(Optional.empty(), run.end());
            assertEquals(5, run.advance(5, 0));
        }
    }

    private static List<Float> box(float[] numbers) {
        List<Float> list = new ArrayList<>();
        for (float number : numbers) {
            list.add(number);
        }
        return list;
    }
}
