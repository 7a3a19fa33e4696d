package weightroom.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import weightroom.engine.Loss;
import weightroom.engine.Optimizer;
import weightroom.experiment.Experiment;
import weightroom.experiment.OptimizerSpec;
import weightroom.run.Snapshot.Notice;

class TrainerTest {
    private static final Experiment SPIRAL =
            Experiment.spiral().withTraining(Experiment.spiral().training().withEpochs(1_000_000));

    private final Devices devices = new Devices();
    private Trainer trainer = new Trainer(devices, SPIRAL, Path.of(""));

    @BeforeEach
    void standStill() {
        assertEquals(0, trainer.latest().epoch());
    }

    @AfterEach
    void close() {
        trainer.close();
        devices.close();
    }

    private Snapshot await(Predicate<Snapshot> condition) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (System.nanoTime() < end) {
            Snapshot now = trainer.latest();
            if (condition.test(now)) {
                return now;
            }
            LockSupport.parkNanos(1_000_000);
        }
        return fail("waited 20 s in vain; the latest snapshot is " + trainer.latest());
    }

    @Test
    void playsUntilItIsPausedAndThenStandsStill() {
        trainer.send(new Command.Play());
        await(snapshot -> snapshot.epoch() >= 5 && snapshot.playing() && snapshot.samplesPerSecond() > 0);
        trainer.send(new Command.Pause());
        Snapshot paused = await(snapshot -> !snapshot.playing());
        trainer.send(new Command.Step(3));
        Snapshot stepped = await(snapshot -> snapshot.serial() > paused.serial());
        assertEquals(paused.state().step() + 3, stepped.state().step());
        assertEquals(paused.samples() + 30, stepped.samples());
    }

    @Test
    void anEpochStepEndsAtTheEndOfTheEpoch() {
        trainer.send(new Command.Step(7));
        trainer.send(new Command.StepEpoch());
        Snapshot stepped = await(snapshot -> snapshot.epoch() == 1);
        assertEquals(
                stepped.setup()
                        .plan()
                        .stepsPerEpoch(stepped.setup().data().get(0).train().count()),
                stepped.state().step());
    }

    @Test
    void keepsTheSpeedItIsAskedFor() {
        trainer.send(new Command.Speed(20));
        trainer.send(new Command.Play());
        Snapshot first = await(snapshot -> snapshot.epoch() >= 1);
        long begin = System.nanoTime();
        Snapshot later = await(snapshot -> snapshot.epoch() >= first.epoch() + 10);
        double seconds = (System.nanoTime() - begin) * 1e-9;
        assertTrue(later.epoch() - first.epoch() <= 20 * seconds + 5, "10 epochs after " + seconds + " s");
    }

    @Test
    void resetGoesBackToTheSameWeights() {
        Snapshot start = trainer.latest();
        trainer.send(new Command.Step(50));
        await(snapshot -> snapshot.state().step() == 50);
        trainer.send(new Command.Reset());
        Snapshot reset = await(snapshot -> snapshot.state().step() == 0);
        assertEquals(start.state(), reset.state());
        assertEquals(1, reset.history().size());
    }

    @Test
    void aChangedRateIsLiveAndAChangedSeedIsAFreshStart() {
        trainer.send(new Command.Step(10));
        trainer.send(new Command.Change(
                SPIRAL.withTraining(SPIRAL.training().withOptimizer(new OptimizerSpec(Optimizer.SGD, 0.01)))));
        Snapshot live =
                await(snapshot -> snapshot.setup().plan().replicas().get(0).learningRate() == 0.01);
        assertEquals(10, live.state().step());
        assertSame(trainer.latest().setup().data(), live.setup().data());
        trainer.send(new Command.Change(SPIRAL.withSeed(99)));
        Snapshot fresh = await(snapshot -> snapshot.setup().experiment().seed() == 99);
        assertEquals(0, fresh.state().step());
        assertEquals(Notice.Kind.INFORMATION, fresh.notice().orElseThrow().kind());
    }

    @Test
    void aChangeThatCannotBeTrainedIsRefusedAndNothingIsLost() {
        trainer.send(new Command.Step(10));
        Snapshot before = await(snapshot -> snapshot.state().step() == 10);
        trainer.send(new Command.Change(SPIRAL.withTraining(SPIRAL.training().withLoss(Loss.HINGE))));
        Snapshot refused = await(snapshot -> snapshot.notice().isPresent());
        assertEquals(Notice.Kind.ERROR, refused.notice().get().kind());
        assertTrue(
                refused.notice().get().text().contains("hinge"),
                refused.notice().get().text());
        assertSame(before.setup(), refused.setup());
        assertEquals(before.state(), refused.state());
    }

    @Test
    void snapshotsHoldWhatIsWatched() {
        assertEquals(Optional.empty(), trainer.latest().field());
        Grid grid = new Grid(20, 10, -6, 6, -6, 6);
        trainer.send(new Command.Watch(Optional.of(grid), Slice.FIRST_TWO, true, false, Optional.empty()));
        Snapshot watched = await(snapshot -> snapshot.field().isPresent());
        assertEquals(200, watched.field().get().values().length);
        assertEquals(
                watched.setup().data().get(0).train().count(),
                watched.answers().orElseThrow().train().length);
        assertEquals(
                watched.setup().data().get(0).test().count(),
                watched.answers().orElseThrow().test().length);
    }

    @Test
    void aDeviceThatIsNotThereIsSaidAndJavaGoesOn() {
        trainer.send(new Command.UseDevice("opencl:77"));
        Snapshot told = await(snapshot -> snapshot.notice().isPresent());
        assertTrue(told.notice().get().text().contains("opencl:77"));
        assertEquals(devices.java().id(), told.device());
        trainer.send(new Command.Step(2));
        await(snapshot -> snapshot.state().step() == 2);
    }

    @Test
    void theSameStepsGiveTheSameBitsWhetherPlayedOrStepped() {
        trainer.send(new Command.Play());
        await(snapshot -> snapshot.state().step() > 200);
        trainer.send(new Command.Pause());
        Snapshot played = await(snapshot -> !snapshot.playing());
        trainer.send(new Command.Reset());
        trainer.send(new Command.Step(played.state().step()));
        Snapshot stepped = await(snapshot -> snapshot.serial() > played.serial()
                && snapshot.state().step() == played.state().step());
        assertEquals(played.state(), stepped.state());
        assertNotEquals(0, stepped.state().step());
    }
}
