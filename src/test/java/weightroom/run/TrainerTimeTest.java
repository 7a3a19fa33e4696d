package weightroom.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import weightroom.engine.Plan;
import weightroom.experiment.Experiment;
import weightroom.experiment.OptimizerSpec;
import weightroom.experiment.SavedRun;
import weightroom.run.Snapshot.Notice;

/** Time travel as the window asks for it. */
class TrainerTimeTest extends TrainerHarness {
    private static final Experiment SPIRAL =
            Experiment.spiral().withTraining(Experiment.spiral().training().withEpochs(1_000_000));

    TrainerTimeTest() {
        super(SPIRAL);
    }

    private static Experiment withRate(double rate) {
        OptimizerSpec optimizer = SPIRAL.training().optimizer();
        return SPIRAL.withTraining(SPIRAL.training().withOptimizer(new OptimizerSpec(optimizer.optimizer(), rate)));
    }

    @Test
    void scrubbingBackTurningAKnobAndPlayingOnMakesABranch() {
        send(new Command.Step(3000));
        Snapshot end = settled();
        send(new Command.Seek(1000), new Command.Change(withRate(0.1)), new Command.Step(50));
        Snapshot branched = await(now -> now.state().step() == 1050);
        assertEquals(1, branched.timeline().branches().size());
        assertEquals(3000, branched.timeline().branches().get(0).last().step());
        send(new Command.GoTo(branched.timeline().branches().get(0).id()));
        assertEquals(end.state(), settled().state());
        send(new Command.GoTo(77));
        assertEquals(Notice.Kind.ERROR, settled().notice().orElseThrow().kind(), "there is no such branch");
    }

    @Test
    void aBranchWithoutAChangeKeepsTheFutureAndGoesTheSameWayAgain() {
        send(new Command.Step(300), new Command.Seek(100), new Command.Branch());
        Snapshot parted = settled();
        assertEquals(100, parted.timeline().latest().step());
        Timeline.Branch kept = parted.timeline().branches().get(0);
        assertEquals(100, kept.first().step());
        assertEquals(300, kept.last().step());
        send(new Command.Step(200));
        Snapshot again = await(now -> now.state().step() == 300);
        assertEquals(1, again.timeline().branches().size());
        send(new Command.GoTo(kept.id()));
        assertEquals(again.state(), settled().state());
        send(new Command.Branch());
        assertEquals(1, settled().timeline().branches().size());
    }

    @Test
    void aLongSeekShowsHowFarItIsAndAPauseEndsItWhereItIs() {
        send(new Command.Step(300_000));
        await(now -> now.state().step() == 300_000);
        send(new Command.Reset(), new Command.Undo());
        settled();
        // Coming back from another run, most keyframes are gone, so that the way is long.
        send(new Command.Seek(290_000));
        Snapshot underway =
                await(now -> now.timeline().travel().isPresent() || now.state().step() == 290_000);
        if (underway.timeline().travel().isPresent()) {
            send(new Command.Pause());
            Snapshot stopped = settled();
            assertTrue(stopped.state().step() <= 290_000);
            assertTrue(stopped.timeline().travel().isEmpty());
        }
        send(new Command.Seek(5));
        assertEquals(5, settled().state().step());
    }

    @Test
    void theNewestOfManySeeksIsWhereItStandsInTheEnd() {
        send(new Command.Step(20_000));
        await(now -> now.state().step() == 20_000);
        for (int i = 1; i <= 50; i++) {
            send(new Command.Seek(20_000 - 300L * i));
        }
        assertEquals(5000, settled().state().step());
        for (int i = 0; i < 10; i++) {
            send(new Command.StepBack());
        }
        assertEquals(4990, settled().state().step());
    }

    @Test
    void aPauseEndsALongRowOfSteps() {
        send(new Command.Step(Long.MAX_VALUE / 4), new Command.StepEpoch());
        await(now -> now.state().step() > 100);
        send(new Command.Pause());
        Snapshot paused = settled();
        send(Command.Watch.NOTHING);
        assertEquals(paused.state().step(), settled().state().step());
    }

    @Test
    void steppingBySampleGoesThroughTheBatchAndThenMakesTheUpdate() {
        send(new Command.Step(7));
        Snapshot before = settled();
        Plan plan = before.setup().plan();
        int rows = before.setup().data().get(0).train().count();
        int[] order = new int[rows];
        plan.order(plan.replicas().get(0).seed(), plan.epochOf(7, rows), order);
        int[] batch =
                Arrays.copyOfRange(order, plan.batchStart(7, rows), plan.batchStart(7, rows) + plan.batchSize(7, rows));
        assertArrayEquals(batch, before.batchRows());
        assertEquals(-1, before.cursor());
        for (int i = 0; i < batch.length; i++) {
            send(new Command.StepSample());
            assertEquals(i, settled().cursor());
        }
        send(new Command.StepSample());
        Snapshot after = settled();
        assertEquals(8, after.state().step());
        assertEquals(-1, after.cursor());
        assertFalse(Arrays.equals(batch, after.batchRows()));
    }

    @Test
    void anEditedWeightIsInTheNextSnapshotWithItsLoss() {
        send(new Command.Step(100));
        Snapshot before = settled();
        send(new Command.Edit(Map.of(2, 4f)));
        Snapshot edited = settled();
        assertEquals(4f, edited.state().parameters()[2]);
        int last = edited.history().size() - 1;
        assertEquals(100, edited.history().step(last));
        assertNotEquals(before.history().train(last - 1), edited.history().train(last));
        send(new Command.Edit(Map.of(99_999, 4f)));
        Snapshot refused = settled();
        assertEquals(Notice.Kind.ERROR, refused.notice().orElseThrow().kind());
        assertEquals(edited.state(), refused.state());
    }

    @Test
    void aRunIsHandedOverForAFileAndOpensAsItWas() {
        AtomicReference<Optional<SavedRun>> received = new AtomicReference<>(Optional.empty());
        send(new Command.Step(500), new Command.Save(2000, run -> received.set(Optional.of(run))));
        Snapshot saved = settled();
        int points = saved.history().size();
        send(new Command.Step(100));
        Snapshot later = settled();
        send(new Command.New(SPIRAL.withSeed(8), Path.of("")));
        assertEquals(8, settled().setup().experiment().seed());
        send(new Command.Open(received.get().orElseThrow()));
        Snapshot opened = settled();
        assertEquals(saved.state(), opened.state());
        assertEquals(points, opened.history().size());
        for (int i = 0; i < points; i++) {
            assertEquals(saved.history().point(i), opened.history().point(i), "accuracy and penalty too");
        }
        send(new Command.Step(100));
        assertEquals(later.state(), settled().state());
        send(new Command.Undo(), new Command.Undo());
        assertEquals(later.state(), settled().state());
    }

    @Test
    void playingFromThePastGoesOnIntoTheFuture() {
        send(new Command.Step(2000));
        Snapshot end = settled();
        send(new Command.Seek(100), new Command.Speed(Double.POSITIVE_INFINITY), new Command.Play());
        await(now -> now.state().step() > 2500);
        send(new Command.Pause());
        Snapshot later = settled();
        for (int i = 0; i < end.history().size(); i++) {
            assertEquals(end.history().train(i), later.history().train(i));
        }
        assertTrue(later.timeline().branches().isEmpty());
        send(new Command.Seek(2000));
        assertEquals(end.state(), settled().state());
    }
}
