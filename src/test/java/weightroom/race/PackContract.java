package weightroom.race;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import weightroom.engine.Chunk.Measurement;
import weightroom.engine.Device;
import weightroom.engine.Optimizer;
import weightroom.engine.State;
import weightroom.experiment.Experiment;
import weightroom.experiment.OptimizerSpec;
import weightroom.experiment.SavedRun;
import weightroom.experiment.Setup;
import weightroom.race.Pack.Round;
import weightroom.run.Devices;
import weightroom.run.History;
import weightroom.run.Run;

/** What a pack promises on every device. */
abstract class PackContract {
    private Devices devices;
    private Device device;

    abstract Device device(Devices all);

    @BeforeEach
    void open() {
        devices = new Devices();
        device = device(devices);
    }

    @AfterEach
    void close() {
        devices.close();
    }

    private Pack pack(List<Setup> setups) {
        return Pack.of(setups, devices, device);
    }

    /** One experiment trained to its end by itself. */
    private Run alone(Setup setup) {
        Run run = new Run(setup, devices, device);
        while (run.end().isEmpty()) {
            run.advance(1000, 1);
        }
        return run;
    }

    private static String text(Measurement measured) {
        return measured.train() + " " + measured.test() + " "
                + (float) measured.accuracy().test();
    }

    @Test
    @DisplayName("every member gives the bits and the losses that it gives alone")
    void asAlone() {
        List<Setup> setups = Spirals.setups(Spirals.mixed(), 2);
        try (Pack pack = pack(setups)) {
            List<Round> rounds = new ArrayList<>();
            for (long tick = 0; pack.tick() < pack.end(); tick += 333) {
                rounds.addAll(pack.advanceTo(tick));
            }
            assertEquals(Spirals.EPOCHS, rounds.size());
            int diverged = 0;
            int early = 0;
            for (int m = 0; m < setups.size(); m++) {
                try (Run run = alone(setups.get(m))) {
                    assertEquals(run.state(), pack.state(m), "member " + m);
                    assertEquals(run.step(), pack.step(m), "member " + m);
                    assertEquals(run.rateScale(), pack.rateScale(m));
                    History history = run.history();
                    for (int i = 0; i < history.size(); i++) {
                        Measurement told = rounds.get(i).figures().get(m);
                        assertEquals(text(history.point(i)), text(told), "member " + m + " epoch " + (i + 1));
                    }
                    assertEquals(
                            run.divergence().map(d -> d.step()).orElse(-1L),
                            pack.fate(m).diverged());
                    assertEquals(
                            run.divergence().isPresent() ? -1 : run.epoch(),
                            pack.fate(m).over());
                    assertEquals(
                            run.best(), pack.take(m, Spirals.HERE, List.of()).best());
                    diverged += run.divergence().isPresent() ? 1 : 0;
                    early += run.divergence().isEmpty() && run.epoch() < Spirals.EPOCHS ? 1 : 0;
                }
            }
            assertEquals(2, diverged, "the wild ones");
            assertTrue(early >= 2, "some stopped early: " + early);
            assertTrue(pack.rateScale(6) < 1, "a plateau was met");
        }
    }

    @Test
    @DisplayName("back in time and on again gives the same bits, before and past ends, divergences and cut rates")
    void backAndOn() {
        List<Setup> setups = Spirals.setups(Spirals.mixed(), 1);
        try (Pack pack = pack(setups)) {
            PackFrame start = pack.first();
            pack.advanceTo(30);
            PackFrame early = pack.save();
            pack.advanceTo(pack.ticksPerEpoch() * 9L + 5);
            PackFrame middle = pack.save();
            List<State> inTheMiddle = states(pack);
            pack.advanceTo(pack.end());
            List<State> atTheEnd = states(pack);
            for (PackFrame from : List.of(middle, start, early)) {
                pack.restore(from);
                assertEquals(from.tick(), pack.tick());
                assertEquals(List.of(), pack.advanceTo(Math.max(from.tick(), 40)), "nothing is told twice");
                if (from.tick() <= middle.tick()) {
                    pack.advanceTo(middle.tick());
                    assertEquals(inTheMiddle, states(pack));
                }
                assertEquals(List.of(), pack.advanceTo(pack.end()));
                assertEquals(atTheEnd, states(pack));
            }
        }
    }

    private static List<State> states(Pack pack) {
        List<State> states = new ArrayList<>();
        for (int m = 0; m < pack.size(); m++) {
            states.add(pack.state(m));
        }
        return states;
    }

    @Test
    @DisplayName("members with equal settings stay equal, and the order of the members changes nothing")
    void order() {
        Experiment one = Spirals.of(Optimizer.ADAM, 0.01);
        Experiment other = Spirals.plateau();
        Experiment wild = Spirals.wild();
        List<State> forward;
        try (Pack pack = pack(Spirals.setups(List.of(one, other, one, wild), 1))) {
            pack.advanceTo(pack.end());
            forward = states(pack);
            assertEquals(forward.get(0), forward.get(2));
            assertFalse(forward.get(0).equals(forward.get(1)));
        }
        try (Pack pack = pack(Spirals.setups(List.of(wild, other, one), 1))) {
            pack.advanceTo(pack.end());
            assertEquals(List.of(forward.get(3), forward.get(1), forward.get(0)), states(pack));
        }
    }

    @Test
    @DisplayName("a member that diverges disturbs no other")
    void diverging() {
        Experiment wild = Spirals.wild();
        Experiment calm = wild.withTraining(wild.training().withOptimizer(new OptimizerSpec(Optimizer.ADAM, 0.01)));
        Experiment slow = wild.withTraining(wild.training().withOptimizer(new OptimizerSpec(Optimizer.SGD, 0.02)));
        List<State> without;
        try (Pack pack = pack(Spirals.setups(List.of(calm, slow), 2))) {
            pack.advanceTo(pack.end());
            without = states(pack);
        }
        try (Pack pack = pack(Spirals.setups(List.of(calm, wild, slow), 2))) {
            pack.advanceTo(60);
            PackFrame past = pack.save();
            pack.advanceTo(pack.end());
            for (int turn = 0; turn < 3; turn++) {
                List<State> states = states(pack);
                assertTrue(pack.fate(2).diverged() > 0 && pack.fate(3).diverged() > 0);
                assertEquals(pack.fate(2).diverged() - 1, states.get(2).step());
                assertEquals(without, List.of(states.get(0), states.get(1), states.get(4), states.get(5)));
                pack.restore(turn == 0 ? pack.first() : past);
                pack.advanceTo(pack.end());
            }
        }
    }

    @Test
    @DisplayName("a run that is taken out goes on as the member does")
    void taken() {
        List<Setup> setups = Spirals.setups(List.of(Spirals.plateau(), Spirals.stopping(Double.NaN, 3)), 1);
        try (Pack pack = pack(setups)) {
            List<Round> rounds = pack.advanceTo(pack.ticksPerEpoch() * 8L + 3);
            for (int m = 0; m < 2; m++) {
                int member = m;
                List<Measurement> history = rounds.stream()
                        .map(round -> round.figures().get(member))
                        .toList();
                SavedRun saved = pack.take(m, Spirals.HERE, history);
                try (Run run = new Run(saved.setup(), devices, device, saved);
                        Run alone = alone(setups.get(m))) {
                    while (run.end().isEmpty()) {
                        run.advance(1000, 1);
                    }
                    assertEquals(alone.state(), run.state());
                    assertEquals(alone.rateScale(), run.rateScale());
                    assertEquals(alone.history().size(), run.history().size());
                }
            }
        }
    }
}
