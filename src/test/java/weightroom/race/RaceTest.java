package weightroom.race;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import weightroom.data.DataSource;
import weightroom.engine.Activation;
import weightroom.engine.DeviceFailure;
import weightroom.engine.InvalidInput;
import weightroom.engine.Optimizer;
import weightroom.engine.State;
import weightroom.experiment.DataSpec;
import weightroom.experiment.Experiment;
import weightroom.experiment.SavedRun;
import weightroom.experiment.Setup;
import weightroom.race.RaceCommand.Watch;
import weightroom.race.RaceSnapshot.Fate;
import weightroom.race.RaceSnapshot.Tuned;
import weightroom.race.RaceSnapshot.Watched;
import weightroom.run.DeviceTrial;
import weightroom.run.Devices;
import weightroom.run.Insight;
import weightroom.run.LooseCable;
import weightroom.run.Run;
import weightroom.run.Snapshot.Field;

class RaceTest {
    private final Devices devices = new Devices();

    @AfterEach
    void close() {
        devices.close();
    }

    private static Contest contest(int seeds, List<Experiment> experiments) {
        List<Lane> lanes = new ArrayList<>();
        for (Experiment one : experiments) {
            lanes.add(new Lane("lane " + lanes.size(), "", one, Spirals.HERE));
        }
        return new Contest(lanes, seeds, new Target(Figure.TRAIN_LOSS, 0.6), 0);
    }

    private Race race(Contest contest) {
        return new Race(Lineup.of(contest), devices, devices.java());
    }

    private static void toTheEnd(Race race) {
        while (!race.over()) {
            race.advance(Long.MAX_VALUE, 2_000_000);
        }
    }

    @Test
    @DisplayName("every epoch is a round, the first one before the first step, and an end is told as a fate")
    void rounds() {
        Contest contest =
                contest(2, List.of(Spirals.of(Optimizer.ADAM, 0.02), Spirals.wild(), Spirals.stopping(0.62, 0)));
        try (Race race = race(contest)) {
            assertEquals(1, race.history().size());
            toTheEnd(race);
            RaceHistory history = race.history();
            assertEquals(Spirals.EPOCHS + 1, history.size());
            for (int round = 0; round < history.size(); round++) {
                assertEquals(round, history.epoch(round));
            }
            Fate wild = race.fates().get(2);
            assertTrue(wild.diverged() > 0 && wild.over() == -1);
            int gone = history.roundAt((wild.diverged() - 1.0) / race.ticksPerEpoch()) + 1;
            assertTrue(Double.isFinite(history.value(Figure.TRAIN_LOSS, gone - 1, new Entrant(1, 0))));
            assertTrue(Double.isNaN(history.value(Figure.TRAIN_LOSS, gone, new Entrant(1, 0))));
            Fate adam = race.fates().get(0);
            assertEquals(Spirals.EPOCHS, adam.over());
            int reached = (int) adam.reached();
            assertTrue(history.value(Figure.TRAIN_LOSS, reached, new Entrant(0, 0)) <= 0.6);
            assertTrue(history.value(Figure.TRAIN_LOSS, reached - 1, new Entrant(0, 0)) > 0.6);
            Fate stopped = race.fates().get(4);
            double at = history.value(Figure.TRAIN_LOSS, (int) stopped.over(), new Entrant(2, 0));
            assertTrue(at <= 0.62 && stopped.over() < Spirals.EPOCHS);
            assertEquals(at, history.value(Figure.TRAIN_LOSS, Spirals.EPOCHS, new Entrant(2, 0)));
            for (int lane = 0; lane < 3; lane++) {
                for (int round = 1; round < history.size(); round++) {
                    assertTrue(history.seconds(round, lane) >= history.seconds(round - 1, lane));
                }
            }
            assertTrue(
                    history.seconds(Spirals.EPOCHS, 0) > history.seconds(Spirals.EPOCHS, 2),
                    "who stops early pays less");
        }
    }

    @Test
    @DisplayName("a race goes back and on to the same bits, and records nothing twice")
    void seeks() {
        try (Race race = race(contest(2, Spirals.mixed()))) {
            Entrant last = new Entrant(10, 1);
            race.advance(100);
            State then = race.state(new Entrant(3, 1));
            toTheEnd(race);
            long end = race.tick();
            State atTheEnd = race.state(new Entrant(3, 1));
            State wild = race.state(last);
            RaceHistory history = race.history();
            List<Fate> fates = race.fates();
            for (int turn = 0; turn < 2; turn++) {
                go(race, 100);
                assertEquals(100, race.tick());
                assertEquals(then, race.state(new Entrant(3, 1)));
                assertEquals(end, race.clock(false, 0).latest());
                go(race, end);
                assertEquals(atTheEnd, race.state(new Entrant(3, 1)));
                assertEquals(wild, race.state(last));
                assertSame(history, race.history());
                assertEquals(Spirals.EPOCHS + 1, history.size());
                assertEquals(fates, race.fates());
            }
        }
    }

    private static void go(Race race, long tick) {
        race.seek(tick);
        while (race.travelling()) {
            race.travelOn(3_000_000);
        }
    }

    @Test
    @DisplayName("a lane with fewer updates per epoch has made its share of them at every tick")
    void clock() {
        Contest contest = contest(1, List.of(Spirals.batch(10), Spirals.batch(64)));
        try (Race race = race(contest)) {
            // 240 training rows: 24 and 4 updates.
            race.advance(17);
            assertEquals(17, race.state(new Entrant(0, 0)).step());
            assertEquals(2, race.state(new Entrant(1, 0)).step());
            race.advance(7);
            assertEquals(4, race.state(new Entrant(1, 0)).step());
            assertEquals(2, race.history().size());
            assertEquals(480, race.samples());
        }
    }

    @Test
    @DisplayName("rounds thin out when they take too much, and the last one is there")
    void thinned() {
        Contest contest = contest(1, List.of(Spirals.of(Optimizer.SGD, 0.3)));
        long room = 9 * RaceHistory.bytesPerRound(1, 1);
        try (Race race = new Race(Lineup.of(contest), devices, devices.java(), room)) {
            RaceHistory first = race.history();
            toTheEnd(race);
            RaceHistory history = race.history();
            assertNotSame(first, history);
            assertTrue(history.size() <= 9);
            assertEquals(0, history.epoch(0));
            assertEquals(4, history.epoch(1));
            assertEquals(Spirals.EPOCHS, history.epoch(history.size() - 1));
        }
    }

    @Test
    @DisplayName("where all diverge the race ends with the epoch in which the last one did, and a round shows it")
    void allGone() {
        try (Race race = race(contest(2, List.of(Spirals.wild())))) {
            toTheEnd(race);
            assertEquals(race.ticksPerEpoch(), race.tick());
            assertEquals(0, race.advance(Long.MAX_VALUE));
            assertEquals(2, race.history().size());
            assertTrue(Double.isNaN(race.history().value(Figure.TRAIN_LOSS, 1, new Entrant(0, 1))));
            assertEquals(race.tick(), race.clock(false, 0).end());
        }
    }

    @Test
    @DisplayName("a contest that is soon done is raced in Java, and a device that there is not is refused")
    void device() {
        List<Setup> few =
                Lineup.of(contest(1, List.of(Spirals.of(Optimizer.SGD, 0.3)))).setups();
        DeviceTrial trial = new DeviceTrial(devices);
        assertSame(devices.java(), Pack.choose(Devices.AUTO, few, trial));
        assertSame(devices.java(), Pack.choose("java", few, trial));
        assertThrows(DeviceFailure.class, () -> Pack.choose("opencl:77", few, trial));
    }

    @Test
    @DisplayName("a device that is lost costs what lies since the last good tick, and Java goes on")
    void lost() {
        LooseCable cable = new LooseCable();
        Contest contest = contest(2, List.of(Spirals.of(Optimizer.ADAM, 0.02), Spirals.batch(7), Spirals.wild()));
        try (Devices loose = cable.devices();
                Race race = new Race(Lineup.of(contest), loose, loose.byId(cable.id()));
                Race whole = race(contest)) {
            // So often that the last good tick is hardly ever the last one.
            for (int tick = 0; tick < 200; tick++) {
                race.advance(1);
            }
            cable.pull();
            assertEquals(0, race.advance(40));
            assertTrue(race.takeNotice().orElseThrow().contains("loose cable"));
            assertSame(loose.java(), race.device());
            assertTrue(race.tick() <= 200);
            assertEquals(race.tick() / race.ticksPerEpoch() + 1, race.history().size());
            toTheEnd(race);
            toTheEnd(whole);
            assertEquals(whole.fates(), race.fates());
            for (int round = 0; round <= Spirals.EPOCHS; round++) {
                assertEquals(
                        whole.history().spread(Figure.TRAIN_LOSS, round, 1),
                        race.history().spread(Figure.TRAIN_LOSS, round, 1));
            }
            assertEquals(whole.state(new Entrant(2, 0)), race.state(new Entrant(2, 0)));
        }
    }

    @Test
    @DisplayName("fields and insight are of the entrants that are watched, each over its own rows")
    void looks() {
        Contest contest = contest(2, List.of(Spirals.of(Optimizer.ADAM, 0.02), Spirals.batch(64)));
        Entrant one = new Entrant(0, 1);
        Entrant slow = new Entrant(1, 0);
        try (Race race = race(contest)) {
            race.watch(new Watch(6, List.of(one), List.of(one, slow)));
            race.advance(123);
            Watched watched = race.look();
            assertSame(watched, race.look());
            Setup setup = race.lineup().setup(one);
            Field field = watched.fields().get(one);
            assertEquals(
                    setup.rows().dataset().plane().orElseThrow().low1(),
                    field.grid().x1Low());
            try (Run run = new Run(setup, devices, devices.java())) {
                run.advance(123, 0);
                float[] points = new float[72];
                for (int i = 0; i < 36; i++) {
                    points[2 * i] = (float) field.grid().x1(i % 6);
                    points[2 * i + 1] = (float) field.grid().x2(i / 6);
                }
                assertEquals(text(run.predict(points, 36)), text(field.values()));
            }
            Insight insight = watched.insight().get(one);
            assertEquals(123, insight.step());
            assertTrue(insight.layers().get(0).updateRatio() > 0, "the last update was made by itself");
            assertTrue(watched.insight().get(slow).layers().get(0).updateRatio() > 0);
            assertEquals(123 * 4 / 24, watched.insight().get(slow).step());
        }
    }

    private static String text(float[] numbers) {
        return Arrays.toString(numbers);
    }

    @Test
    @DisplayName("an entrant that is taken out goes on in Train as it does here")
    void taken() {
        Contest contest = contest(2, List.of(Spirals.of(Optimizer.ADAM, 0.02), Spirals.plateau()));
        Entrant entrant = new Entrant(1, 1);
        try (Race race = race(contest)) {
            race.advance(222);
            SavedRun saved = race.take(entrant);
            assertEquals(222 / 24 + 1, saved.history().size());
            assertEquals(120, saved.history().get(5).step());
            toTheEnd(race);
            try (Run run = new Run(saved.setup(), devices, devices.java(), saved)) {
                while (run.end().isEmpty()) {
                    run.advance(99, 1);
                }
                assertEquals(race.state(entrant), run.state());
                for (int round = 0; round <= Spirals.EPOCHS; round++) {
                    assertEquals(
                            race.history().value(Figure.TRAIN_LOSS, round, entrant),
                            run.history().train(round));
                }
            }
        }
    }

    @Test
    @DisplayName("lanes share rows, weights and batches where they are the same, and fairness says where not")
    void fairness() {
        Experiment spiral = Spirals.spiral();
        Experiment noisy = spiral.withData(
                spiral.data().withOrigin(DataSpec.Source.of(DataSource.SPIRAL).withNoise(0.3)));
        List<Experiment> lanes = List.of(
                spiral,
                Spirals.of(Optimizer.ADAM, 0.02),
                Spirals.batch(64),
                Spirals.hidden(Activation.TANH, 5),
                noisy,
                spiral.withTraining(spiral.training().withShuffle(false)));
        Lineup lineup = Lineup.of(contest(3, lanes));
        Fairness fairness = lineup.fairness();
        assertEquals(List.of(4), fairness.otherRows());
        assertEquals(List.of(3), fairness.otherWeights());
        assertEquals(List.of(2, 5), fairness.otherBatches());
        for (int seed = 0; seed < 3; seed++) {
            Setup first = lineup.setup(new Entrant(0, seed));
            for (int lane : new int[] {1, 2, 5}) {
                Setup other = lineup.setup(new Entrant(lane, seed));
                assertSame(first.data().get(0), other.data().get(0), "the rows are held once");
            }
            assertSame(
                    first.start().parameters(),
                    lineup.setup(new Entrant(5, seed)).start().parameters());
        }
        assertTrue(new Fairness(List.of(), List.of(), List.of()).whole());
    }

    @Test
    @DisplayName("a lane races with the rate that was found for it")
    void foundRates() {
        Contest contest = contest(2, List.of(Spirals.of(Optimizer.ADAM, 0.02), Spirals.of(Optimizer.SGD, 0.3)));
        Tuned tuned = new Tuned(List.of(0.1, 0.7), List.of(0.5, 0.4), 1000, 0.1);
        Lineup lineup = Lineup.of(contest, List.of(Optional.empty(), Optional.of(new FoundRate(0.7, tuned))));
        assertEquals(0.02, lineup.lanes().get(0).learningRate());
        assertEquals(0.7, lineup.lanes().get(1).learningRate());
        assertEquals(Optional.of(tuned), lineup.lanes().get(1).tuned());
        assertEquals(24, lineup.lanes().get(1).stepsPerEpoch());
        Setup setup = lineup.setup(new Entrant(1, 1));
        assertEquals(0.7, setup.experiment().training().optimizer().learningRate());
        assertEquals(8, setup.experiment().seed());
    }

    @Test
    @DisplayName("a contest that takes more memory than there is is refused, with the number of seeds that fit")
    void tooLarge() {
        Contest contest = contest(64, List.of(Spirals.of(Optimizer.ADAM, 0.02)));
        List<Setup> first = List.of(Lineup.of(contest(1, List.of(Spirals.of(Optimizer.ADAM, 0.02))))
                .setups()
                .get(0));
        Footprint footprint = new Footprint(contest);
        footprint.check(first, footprint.bytes(first, 64));
        InvalidInput refused =
                assertThrows(InvalidInput.class, () -> footprint.check(first, footprint.bytes(first, 40) + 1));
        assertTrue(String.valueOf(refused.getMessage()).contains("At most 40 seeds fit"), refused.getMessage());
    }
}
