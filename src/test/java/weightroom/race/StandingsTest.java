package weightroom.race;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import weightroom.race.RaceHistory.Spread;

class StandingsTest {
    private static final Yardstick LOSS = new Yardstick(Figure.TRAIN_LOSS, false);
    private static final Yardstick TARGET = new Yardstick(Figure.TRAIN_LOSS, true);
    private static final double GONE = Double.NaN;

    private static List<Integer> lanes(Standings standings) {
        return standings.rows().stream().map(Standings.Row::lane).toList();
    }

    private static List<Integer> ranks(Standings standings) {
        return standings.rows().stream().map(Standings.Row::rank).toList();
    }

    @Test
    void overAllSeedsTheMedianDecidesAndUnderOneItsOwnNumber() {
        Results results = new HandMade(new double[][] {{0.5, 0.3, 0.1}, {0.2, 0.2, 0.2}}).results("Adam", "SGD");
        Standings all = Standings.of(results, LOSS, 1);
        assertThat(lanes(all)).containsExactly(1, 0);
        assertThat(ranks(all)).containsExactly(1, 2);
        assertThat(all.rows().get(1).value()).isEqualTo(new Spread(0.2, 0.3, 0.4));
        assertThat(all.epoch()).isEqualTo(10);
        Standings last = Standings.of(results, LOSS, 1, 2);
        assertThat(lanes(last)).containsExactly(0, 1);
        assertThat(last.rows().get(0).value()).isEqualTo(new Spread(0.1, 0.1, 0.1));
        assertThat(last.rows().get(0).seeds()).isEqualTo(1);
    }

    @Test
    void equalsShareARankInTheOrderOfTheContest() {
        Results results = new HandMade(new double[][] {{0.3}, {0.2}, {0.2}, {0.1}}).results("a", "b", "c", "d");
        Standings standings = Standings.of(results, LOSS, 1);
        assertThat(lanes(standings)).containsExactly(3, 1, 2, 0);
        assertThat(ranks(standings)).containsExactly(1, 2, 2, 4);
    }

    @Test
    void whatDivergedIsLastAndFewerFallenSeedsAreBetter() {
        Results results = new HandMade(new double[][] {{GONE, GONE, GONE}, {GONE, 0.1, GONE}, {9, 9, 9}})
                .diverged(0, 0, 9)
                .diverged(0, 1, 33)
                .diverged(0, 2, 40)
                .diverged(1, 0, 1)
                .diverged(1, 2, 4)
                .results("a", "b", "c");
        Standings standings = Standings.of(results, LOSS, 1);
        assertThat(lanes(standings)).containsExactly(2, 1, 0);
        assertThat(ranks(standings)).containsExactly(1, 2, 3);
        Standings.Row worst = standings.rows().get(2);
        assertThat(worst.diverged()).isEqualTo(3);
        assertThat(worst.divergedIn()).as("epochs 3, 9 and 10").isEqualTo(9);
        assertThat(worst.value().median()).isInfinite();
        assertThat(standings.rows().get(1).divergedIn()).isEqualTo(1);
        assertThat(standings.rows().get(0).divergedIn()).isNaN();
    }

    @Test
    void theWayToTheTargetIsTheMedianOfThoseThatReachedIt() {
        Results results = new HandMade(3, 4)
                .round(Map.of(Figure.TRAIN_LOSS, new double[][] {{1, 1, 1, 1}, {1, 1, 1, 1}, {1, 1, 1, 1}}))
                .round(Map.of(Figure.TRAIN_LOSS, new double[][] {{.1, .1, .1, .1}, {.2, .2, .2, .2}, {.3, .3, .3, .3}}))
                .epochs(20)
                .reached(1, 0, 12)
                .reached(1, 2, 20)
                .reached(2, 0, 0)
                .reached(2, 1, 15)
                .reached(2, 3, 18)
                .results("a", "b", "c");
        Standings end = Standings.of(results, TARGET, 2);
        assertThat(lanes(end)).as("3 of 4 solved, then 2, then none").containsExactly(2, 1, 0);
        Standings.Row second = end.rows().get(1);
        assertThat(second.solved()).isEqualTo(2);
        assertThat(second.epochs()).isEqualTo(16);
        assertThat(second.seconds()).as("rounds 1 and 2 of the second lane").isEqualTo(1.5);
        assertThat(end.rows().get(0).epochs()).isEqualTo(15);
        assertThat(end.rows().get(2).epochs()).isNaN();
        Standings before = Standings.of(results, TARGET, 1);
        assertThat(before.rows().get(0).solved())
                .as("what comes later has not happened")
                .isEqualTo(1);
        assertThat(lanes(Standings.of(results, LOSS, 2))).containsExactly(0, 1, 2);
        assertThat(lanes(Standings.of(results, TARGET, 2, 2))).containsExactly(1, 0, 2);
    }

    @Test
    void testFiguresAreMediansAndMissingWithoutRows() {
        double[][] ones = {{1, 1}, {1, 1}};
        Results results =
                new HandMade(2, 2).round(Map.of(Figure.TRAIN_LOSS, ones)).results("a", "b");
        assertThat(Standings.of(results, LOSS, 1).rows().get(0).testLoss()).isNaN();
        Results tested = withTests().results("a", "b");
        Standings standings = Standings.of(tested, new Yardstick(Figure.TEST_ACCURACY, false), 1);
        assertThat(lanes(standings)).as("the higher the better").containsExactly(1, 0);
        assertThat(standings.rows().get(0).testAccuracy()).isEqualTo(0.75);
        assertThat(standings.rows().get(0).testLoss()).isEqualTo(3);
        assertThat(Standings.of(tested, LOSS, 1, 1).rows().get(0).testLoss()).isEqualTo(2);
    }

    private static HandMade withTests() {
        Map<Figure, double[][]> values = Map.of(
                Figure.TRAIN_LOSS,
                new double[][] {{1, 1}, {1, 1}},
                Figure.TEST_LOSS,
                new double[][] {{1, 2}, {2, 4}},
                Figure.TEST_ACCURACY,
                new double[][] {{0.5, 0.5}, {0.5, 1}});
        return new HandMade(values).round(values);
    }

    @Test
    void sixteenLanesOfSixtyFourSeedsAreRankedInAMoment() {
        double[][] losses = new double[16][64];
        String[] names = new String[16];
        for (int lane = 0; lane < 16; lane++) {
            names[lane] = "lane " + lane;
            for (int seed = 0; seed < 64; seed++) {
                losses[lane][seed] = (lane * 31 + seed * 17) % 97;
            }
        }
        Results results = new HandMade(losses).results(names);
        long begin = System.nanoTime();
        for (int i = 0; i < 100; i++) {
            Standings.of(results, LOSS, 1);
        }
        assertThat((System.nanoTime() - begin) / 100).as("nanoseconds each").isLessThan(20_000_000L);
    }
}
