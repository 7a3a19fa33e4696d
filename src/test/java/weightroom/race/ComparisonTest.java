package weightroom.race;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import weightroom.engine.InvalidInput;
import weightroom.experiment.Experiment;
import weightroom.experiment.Setup;
import weightroom.run.Devices;
import weightroom.run.Run;

class ComparisonTest {
    private static final Devices DEVICES = new Devices();

    /** Tells nobody, and remembers. */
    private static final class Ear implements Comparison.Listener {
        private final List<Long> epochs = new ArrayList<>();

        @Override
        public void reached(long done, double samplesPerSecond, double loss) {
            epochs.add(done);
        }

        @Override
        public void notice(String text) {
            throw new AssertionError(text);
        }
    }

    @AfterAll
    static void close() {
        DEVICES.close();
    }

    /** Optimizers, one of which diverges, and a deeper network. */
    private static Contest contest(int seeds, int trials) {
        Experiment spiral = Spirals.spiral();
        Lane whole = new Lane("spiral", "spiral.json", spiral, Path.of(""));
        List<Lane> lanes = new ArrayList<>(Lanes.of(
                List.of(whole), List.of(Variation.of("training.optimizer.id", List.of("sgd", "adam", "momentum")))));
        lanes.add(new Lane("wild", "wild.json", Spirals.wild(), Path.of("")));
        lanes.addAll(Lanes.of(List.of(whole), List.of(Variation.of("network.depth", List.of("3")))));
        return new Contest(lanes, seeds, Target.parse("train-loss=0.5"), trials);
    }

    private static Outcome run(Contest contest, long room) {
        return new Comparison(contest, DEVICES, DEVICES.java(), room)
                .run(new Ear(), () -> false)
                .orElseThrow();
    }

    private static double lossAlone(Contest contest, Entrant entrant) {
        Setup setup = Setup.of(contest.experiment(entrant), Path.of(""));
        try (Run run = new Run(setup, DEVICES, DEVICES.java())) {
            while (run.end().isEmpty()) {
                run.advance(1000, 1);
            }
            return run.loss(setup.data().get(0).train());
        }
    }

    @Test
    void everyLossIsTheOneOfTheSameRunAloneAlsoWhereItDiverged() {
        Contest contest = contest(3, 0);
        Outcome outcome = run(contest, Footprint.room());
        Entrant.all(contest).forEach(entrant -> {
            boolean wild = entrant.lane() == 3;
            assertThat(outcome.loss(entrant)).as(entrant.toString()).isEqualTo(lossAlone(contest, entrant));
            assertThat(outcome.results().fate(entrant).diverged() >= 0).isEqualTo(wild);
        });
        assertThat(outcome.standings().rows().get(4).lane()).isEqualTo(3);
        assertThat(outcome.allDiverged()).isFalse();
        assertThat(outcome.fairness().otherWeights()).containsExactly(3, 4);
    }

    @Test
    void groupsGiveTheSameNumbersAsOnePiece() {
        Contest contest = contest(5, 0);
        Outcome whole = run(contest, Footprint.room());
        // Room for nothing: every entrant is a group of its own.
        Outcome single = run(contest, 1);
        Outcome pairs = run(
                contest,
                new Footprint(contest)
                        .bytes(
                                Lineup.of(contest).setups().stream()
                                        .filter(setup -> setup.experiment().seed() == contest.seed(0))
                                        .toList(),
                                2));
        for (Outcome parts : List.of(single, pairs)) {
            assertThat(parts.losses()).isEqualTo(whole.losses());
            assertThat(parts.results().fates()).isEqualTo(whole.results().fates());
            assertThat(parts.evidence()).isEqualTo(whole.evidence());
            RaceHistory mine = parts.results().history();
            RaceHistory its = whole.results().history();
            assertThat(mine.size()).isEqualTo(its.size());
            for (int round = 0; round < its.size(); round++) {
                assertThat(mine.epoch(round)).isEqualTo(its.epoch(round));
                for (int lane = 0; lane < its.lanes(); lane++) {
                    assertThat(mine.spread(Figure.TEST_LOSS, round, lane))
                            .isEqualTo(its.spread(Figure.TEST_LOSS, round, lane));
                }
            }
        }
    }

    @Test
    void whereAllDivergeTheLastRoundShowsIt() {
        Lane wild = new Lane("wild", "wild.json", Spirals.wild(), Path.of(""));
        Outcome outcome = run(new Contest(List.of(wild), 3, Target.USUAL, 0), Footprint.room());
        assertThat(outcome.allDiverged()).isTrue();
        Standings.Row row = outcome.standings().rows().get(0);
        assertThat(row.diverged()).isEqualTo(3);
        assertThat(row.value().median()).isInfinite();
        assertThat(row.divergedIn()).isEqualTo(outcome.standings().epoch());
        assertThat(outcome.losses()).allMatch(loss -> loss > 1e9);
    }

    @Test
    void theOrderOfLanesChangesNothing() {
        Contest contest = contest(3, 7);
        List<Lane> turned = new ArrayList<>(contest.lanes());
        Collections.reverse(turned);
        Outcome one = run(contest, Footprint.room());
        Outcome other = run(new Contest(turned, 3, contest.target(), 7), Footprint.room());
        for (int lane = 0; lane < turned.size(); lane++) {
            for (int seed = 0; seed < 3; seed++) {
                int mirrored = turned.size() - 1 - lane;
                assertThat(one.loss(new Entrant(lane, seed))).isEqualTo(other.loss(new Entrant(mirrored, seed)));
                assertThat(one.results().lanes().get(lane).learningRate())
                        .isEqualTo(other.results().lanes().get(mirrored).learningRate());
            }
        }
        assertThat(one.evidence().sentence()).isEqualTo(other.evidence().sentence());
        assertThat(one.evidence().sentence()).startsWith("With each lane's own best rate: ");
    }

    @Test
    void longComparisonsKeepTheFirstEpochAndTheLastAndFewerThanTwoThousand() {
        Experiment line = Spirals.spiral();
        Experiment longer = line.withTraining(line.training().withEpochs(4001).withBatch(80));
        Lane lane = new Lane("long", "long", longer, Path.of(""));
        RaceHistory history = run(new Contest(List.of(lane), 1, Target.USUAL, 0), Footprint.room())
                .results()
                .history();
        assertThat(history.size()).isBetween(1000, Comparison.KEPT_EPOCHS + 1);
        assertThat(history.epoch(0)).isZero();
        assertThat(history.epoch(1)).isEqualTo(1);
        assertThat(history.epoch(history.size() - 1)).isEqualTo(4001);
    }

    @Test
    void itTellsHowFarItIsAndStopsWhenAsked() {
        Contest contest = contest(2, 2);
        Ear ear = new Ear();
        assertThat(new Comparison(contest, DEVICES, DEVICES.java(), 1).run(ear, () -> false))
                .isPresent();
        assertThat(ear.epochs).isSorted();
        assertThat(ear.epochs.get(ear.epochs.size() - 1)).isLessThanOrEqualTo(Comparison.epochs(contest));
        assertThat(new Comparison(contest, DEVICES, DEVICES.java()).run(new Ear(), () -> true))
                .isEmpty();
    }

    @Test
    void aTargetThatNobodyCanReachIsRefused() {
        Contest contest = contest(2, 0);
        Contest never = new Contest(contest.lanes(), 2, Target.parse("validation-loss=0.1"), 0);
        assertThatThrownBy(() -> run(never, Footprint.room()))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("validation-loss, which the lane SGD does not have");
    }
}
