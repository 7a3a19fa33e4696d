package weightroom.race;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import weightroom.engine.Loss;
import weightroom.engine.Optimizer;
import weightroom.engine.State;
import weightroom.experiment.Experiment;
import weightroom.experiment.OptimizerSpec;
import weightroom.experiment.SavedRun;
import weightroom.race.RaceSnapshot.Phase;
import weightroom.run.LooseCable;
import weightroom.run.Snapshot.Notice;

class RaceTrainerTest {
    private static final long EPOCHS = 200;
    /** More than any test waits for. */
    private static final long ENDLESS = 1_000_000;

    private static final Entrant ADAM = new Entrant(1, 0);

    private final LooseCable cable = new LooseCable();
    private final RaceTrainer trainer = new RaceTrainer(cable.devices());

    @AfterEach
    void close() {
        trainer.close();
    }

    @Test
    void thereIsNoRaceBeforeOneIsAskedForAndThenItStandsBeforeItsFirstStep() {
        assertEquals(Optional.empty(), trainer.latest());
        RaceSnapshot first = begin(contest(2, 0));
        assertEquals(0, first.clock().tick());
        assertEquals(EPOCHS * first.clock().ticksPerEpoch(), first.clock().end());
        assertEquals(1, first.history().size());
        assertEquals(4, first.setups().size());
    }

    @Test
    void playsUntilItIsPausedAndThenStandsStill() {
        begin(contest(2, 0, ENDLESS));
        trainer.send(new RaceCommand.Speed(500));
        trainer.send(new RaceCommand.Play());
        await(now ->
                now.clock().epoch() >= 3 && now.clock().playing() && now.clock().epochsPerSecond() > 0);
        trainer.send(new RaceCommand.Pause());
        RaceSnapshot paused = await(now -> !now.clock().playing());
        trainer.send(new RaceCommand.Step(3));
        RaceSnapshot stepped = await(now -> now.commands() > paused.commands());
        assertEquals(paused.clock().tick() + 3, stepped.clock().tick());
        trainer.send(new RaceCommand.StepEpoch());
        RaceSnapshot epoch = await(now -> now.commands() > stepped.commands());
        assertEquals(0, epoch.clock().tick() % epoch.clock().ticksPerEpoch());
    }

    @Test
    void keepsTheSpeedItIsAskedFor() {
        begin(contest(1, 0, ENDLESS));
        trainer.send(new RaceCommand.Speed(20));
        trainer.send(new RaceCommand.Play());
        RaceSnapshot first = await(now -> now.clock().epoch() >= 1);
        long begin = System.nanoTime();
        double wanted = first.clock().epoch() + 10;
        RaceSnapshot later = await(now -> now.clock().epoch() >= wanted);
        double seconds = (System.nanoTime() - begin) * 1e-9;
        assertTrue(later.clock().epoch() - first.clock().epoch() <= 20 * seconds + 5, "10 epochs in " + seconds + " s");
    }

    @Test
    void finishesAtTheEndWhichCannotBePassed() {
        begin(contest(2, 0));
        trainer.send(new RaceCommand.Finish());
        RaceSnapshot done = await(
                now -> now.clock().tick() == now.clock().end() && !now.clock().playing());
        assertEquals(Phase.Kind.RACING, done.phase().kind());
        assertEquals(EPOCHS, done.history().epoch(done.history().size() - 1));
        trainer.send(new RaceCommand.Play());
        RaceSnapshot told = await(now -> now.notice().isPresent());
        assertEquals(Notice.Kind.INFORMATION, told.notice().get().kind());
        assertEquals(done.clock().tick(), told.clock().tick());
    }

    @Test
    void goingBackAndOnGivesTheSameBits() throws Exception {
        begin(contest(2, 0));
        trainer.send(new RaceCommand.Step(100));
        State there = take(ADAM);
        trainer.send(new RaceCommand.StepBack());
        RaceSnapshot before = await(now -> now.clock().tick() == 99);
        assertEquals(100, before.clock().latest());
        assertNotEquals(there, take(ADAM));
        trainer.send(new RaceCommand.Seek(40));
        trainer.send(new RaceCommand.Latest());
        await(now -> now.clock().tick() == 100);
        assertEquals(there, take(ADAM));
        trainer.send(new RaceCommand.Reset());
        RaceSnapshot reset = await(now -> now.clock().latest() == 0);
        assertEquals(1, reset.history().size());
        trainer.send(new RaceCommand.Step(100));
        assertEquals(there, take(ADAM));
    }

    @Test
    void aPauseEndsWhatIsUnderWayThoughOthersWaitForIt() {
        begin(contest(2, 0, ENDLESS));
        trainer.send(new RaceCommand.Step(Long.MAX_VALUE));
        trainer.send(new RaceCommand.StepEpoch());
        await(now -> now.clock().tick() > 0);
        trainer.send(new RaceCommand.Pause());
        RaceSnapshot paused = await(now -> now.commands() == 4);
        assertTrue(paused.clock().tick() < paused.clock().end(), () -> "at tick " + paused.clock());
    }

    @Test
    void eachLaneFindsARateOfItsOwnAndARaceWaitsForThat() {
        trainer.send(new RaceCommand.Begin(contest(1, 4)));
        trainer.send(new RaceCommand.Step(5));
        await(now -> now.phase().kind() == Phase.Kind.TUNING && now.phase().share() > 0);
        RaceSnapshot raced = await(now -> now.clock().tick() == 5);
        assertEquals(Phase.Kind.RACING, raced.phase().kind());
        raced.lanes().forEach(lane -> {
            assertEquals(4, lane.tuned().orElseThrow().rates().size());
            assertTrue(lane.tuned().get().rates().contains(lane.learningRate()));
        });
    }

    @Test
    void aPauseEndsTheSearchAndTheRatesStayAsTheyWereSet() {
        trainer.send(new RaceCommand.Begin(contest(1, 8, ENDLESS)));
        await(now -> now.phase().kind() == Phase.Kind.TUNING);
        trainer.send(new RaceCommand.Pause());
        RaceSnapshot paused = await(now -> now.phase().kind() == Phase.Kind.RACING);
        assertEquals(0.02, paused.lanes().get(1).learningRate(), 1e-9);
        trainer.send(new RaceCommand.Step(2));
        await(now -> now.clock().tick() == 2);
    }

    @Test
    void whatWasMeantForARaceThatAnotherOneReplacesIsLeftOut() {
        begin(contest(1, 0));
        Set<Integer> seen = ConcurrentHashMap.newKeySet();
        trainer.onPublish(
                () -> trainer.latest().ifPresent(now -> seen.add(now.contest().seeds())));
        CountDownLatch allSent = new CountDownLatch(1);
        trainer.send(new RaceCommand.Take(ADAM, run -> wait(allSent)));
        for (int seeds = 2; seeds <= 6; seeds++) {
            trainer.send(new RaceCommand.Begin(contest(seeds, 0)));
            trainer.send(new RaceCommand.Step(10));
        }
        trainer.send(new RaceCommand.Begin(contest(7, 0)));
        allSent.countDown();
        RaceSnapshot last = await(now -> now.commands() == 13);
        assertEquals(7, last.contest().seeds());
        assertEquals(0, last.clock().tick());
        assertEquals(Set.of(1, 7), seen);
    }

    private static void wait(CountDownLatch latch) {
        try {
            assertTrue(latch.await(20, TimeUnit.SECONDS));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aContestThatCannotBeTrainedIsRefusedAndTheRaceStays() {
        RaceSnapshot before = begin(contest(1, 0));
        Experiment spiral = experiment(Optimizer.SGD, 0.1, EPOCHS);
        Experiment wrong = spiral.withTraining(spiral.training().withLoss(Loss.HINGE));
        Lane lane = new Lane("hinge", "", wrong, Path.of(""));
        trainer.send(new RaceCommand.Begin(new Contest(List.of(lane), 1, Target.USUAL, 0)));
        RaceSnapshot refused = await(now -> now.notice().isPresent());
        assertEquals(Notice.Kind.ERROR, refused.notice().get().kind());
        assertTrue(
                refused.notice().get().text().contains("hinge"),
                refused.notice().get().text());
        assertSame(before.contest(), refused.contest());
        assertEquals(refused.notice(), trainer.picture().notice());
    }

    @Test
    void aLostDeviceIsSaidAndTheRaceGoesOnInJava() {
        trainer.send(new RaceCommand.UseDevice(cable.id()));
        assertEquals(cable.id(), begin(contest(2, 0, ENDLESS)).used().id());
        trainer.send(new RaceCommand.Step(20));
        await(now -> now.clock().tick() == 20);
        cable.pull();
        trainer.send(new RaceCommand.Play());
        RaceSnapshot told = await(now -> now.notice().isPresent() && now.clock().tick() > 20);
        assertEquals(Notice.Kind.WARNING, told.notice().get().kind());
        assertEquals("java", told.used().id());
    }

    @Test
    void aDeviceThatIsNotThereIsSaidAndNothingChanges() {
        begin(contest(1, 0));
        trainer.send(new RaceCommand.UseDevice("opencl:77"));
        RaceSnapshot told = await(now -> now.notice().isPresent());
        assertTrue(told.notice().get().text().contains("opencl:77"));
        trainer.send(new RaceCommand.Step(1));
        await(now -> now.clock().tick() == 1);
    }

    @Test
    void anErrorOfOurOwnStopsTheRaceAndNotTheThread() {
        begin(contest(1, 0));
        trainer.send(new RaceCommand.Take(ADAM, run -> {
            throw new IllegalStateException("planted");
        }));
        RaceSnapshot told = await(now -> now.notice().isPresent());
        assertEquals(Notice.Kind.ERROR, told.notice().get().kind());
        assertTrue(told.notice().get().text().contains("planted"));
        trainer.send(new RaceCommand.Step(1));
        await(now -> now.clock().tick() == 1);
    }

    @Test
    void whatIsWatchedIsShownWhileItPlaysAndWhileItStands() {
        begin(contest(2, 0, ENDLESS));
        Entrant other = new Entrant(0, 1);
        trainer.send(new RaceCommand.Watch(10, List.of(ADAM, other), List.of(other)));
        RaceSnapshot standing = await(now -> now.watched().fields().size() == 2);
        assertEquals(100, standing.watched().fields().get(ADAM).values().length);
        trainer.send(new RaceCommand.Speed(200));
        trainer.send(new RaceCommand.Play());
        RaceSnapshot moved = await(now -> now.clock().epoch() > 2
                && now.watched().insight().get(other) != null
                && now.watched().insight().get(other).step() > standing.clock().tick());
        assertTrue(moved.watched().insight().get(other).layers().get(0).updateRatio() > 0);
        assertNotEquals(
                standing.watched().fields().get(ADAM).values()[0],
                moved.watched().fields().get(ADAM).values()[0]);
    }

    @Test
    void whatWasWatchedOfAnotherContestIsLeftOutWhereItIsNotThere() {
        begin(contest(2, 0));
        trainer.send(new RaceCommand.Watch(4, List.of(ADAM, new Entrant(0, 1)), List.of(new Entrant(0, 1))));
        await(now -> now.watched().fields().size() == 2);
        begin(contest(1, 0));
        RaceSnapshot next = await(
                now -> now.contest().seeds() == 1 && !now.watched().fields().isEmpty());
        assertEquals(Set.of(ADAM), next.watched().fields().keySet());
        assertEquals(Optional.empty(), next.notice());
    }

    @Test
    void anEntrantThatIsNotThereCannotBeTaken() throws Exception {
        begin(contest(1, 0));
        CompletableFuture<Optional<SavedRun>> taken = new CompletableFuture<>();
        trainer.send(new RaceCommand.Take(new Entrant(0, 7), taken::complete));
        assertEquals(Optional.empty(), taken.get(20, TimeUnit.SECONDS));
    }

    @Test
    void everyPictureIsToldOf() {
        AtomicInteger heard = new AtomicInteger();
        trainer.onPublish(heard::incrementAndGet);
        begin(contest(1, 0));
        int before = heard.get();
        trainer.send(new RaceCommand.Step(1));
        await(now -> now.clock().tick() == 1 && heard.get() > before);
    }

    private static Experiment experiment(Optimizer optimizer, double rate, long epochs) {
        Experiment spiral = Experiment.spiral();
        return spiral.withTraining(
                spiral.training().withEpochs(epochs).withOptimizer(new OptimizerSpec(optimizer, rate)));
    }

    private static Contest contest(int seeds, int trials) {
        return contest(seeds, trials, EPOCHS);
    }

    private static Contest contest(int seeds, int trials, long epochs) {
        List<Lane> lanes = List.of(
                new Lane("SGD", "", experiment(Optimizer.SGD, 0.1, epochs), Path.of("")),
                new Lane("Adam", "", experiment(Optimizer.ADAM, 0.02, epochs), Path.of("")));
        return new Contest(lanes, seeds, Target.USUAL, trials);
    }

    private RaceSnapshot begin(Contest contest) {
        trainer.send(new RaceCommand.Begin(contest));
        return await(now -> now.contest().equals(contest));
    }

    private State take(Entrant entrant) throws InterruptedException, ExecutionException, TimeoutException {
        CompletableFuture<Optional<SavedRun>> taken = new CompletableFuture<>();
        trainer.send(new RaceCommand.Take(entrant, taken::complete));
        return taken.get(20, TimeUnit.SECONDS).orElseThrow().state();
    }

    private RaceSnapshot await(Predicate<RaceSnapshot> condition) {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (System.nanoTime() < end) {
            Optional<RaceSnapshot> now = trainer.latest();
            if (now.filter(condition).isPresent()) {
                return now.get();
            }
            LockSupport.parkNanos(1_000_000);
        }
        return fail("waited in vain; the latest picture is " + trainer.picture());
    }
}
