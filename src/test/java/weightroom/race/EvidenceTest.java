package weightroom.race;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import weightroom.experiment.Experiment;
import weightroom.experiment.StopSpec;
import weightroom.race.Evidence.Pair;
import weightroom.race.Evidence.Verdict;

class EvidenceTest {
    private static final Yardstick LOSS = new Yardstick(Figure.TRAIN_LOSS, false);
    private static final Yardstick TARGET = new Yardstick(Figure.TRAIN_LOSS, true);
    private static final double GONE = Double.NaN;

    /** The same loss under every seed. */
    private static double[] all(int seeds, double loss) {
        double[] losses = new double[seeds];
        Arrays.fill(losses, loss);
        return losses;
    }

    /** 0.1 under so many seeds, 0.9 under the others. */
    private static double[] low(int seeds, int count) {
        double[] losses = all(seeds, 0.9);
        Arrays.fill(losses, 0, count, 0.1);
        return losses;
    }

    private static String sentence(HandMade made, String... names) {
        return Evidence.of(made.results(names), LOSS, 1).sentence();
    }

    @Test
    void aLaneThatIsAheadNearlyAlwaysIsSupported() {
        Evidence evidence = Evidence.of(new HandMade(all(32, 0.5), low(32, 27)).results("SGD", "Adam"), LOSS, 1);
        assertThat(evidence.leader()).isEqualTo(1);
        assertThat(evidence.firsts()).containsExactly(5, 27);
        assertThat(evidence.pairs()).hasSize(1);
        Pair pair = evidence.pairs().get(0);
        assertThat(pair.lane()).isZero();
        assertThat(pair.ahead()).isEqualTo(27);
        assertThat(pair.behind()).isEqualTo(5);
        assertThat(pair.p()).isEqualTo(SignTest.p(27, 5));
        assertThat(pair.verdict()).isEqualTo(Verdict.AHEAD);
        assertThat(evidence.sentence())
                .isEqualTo("Adam is first in 27 of 32 seeds,"
                        + " and ahead of SGD by more than luck explains (sign test p < 0.001).");
    }

    @Test
    void aLaneThatIsAheadMoreOftenThanNotIsWithinTheNoise() {
        assertThat(sentence(new HandMade(low(32, 18), all(32, 0.5)), "Adam", "SGD"))
                .isEqualTo("Adam is first in 18 of 32 seeds;"
                        + " SGD is within the noise (ahead in 14 of 32 seeds, sign test p = 0.6).");
    }

    @Test
    void everyLaneIsHeldAgainstTheLeaderByItself() {
        HandMade made = new HandMade(low(12, 10), all(12, 0.5), all(12, 0.95), all(12, 0.1), low(12, 10));
        assertThat(sentence(made, "a", "b", "c", "d", "e"))
                .isEqualTo("d is first in 12 of 12 seeds, and ahead of b and c by more than luck explains"
                        + " (sign test, p < 0.05 each); a and e are within the noise (sign test, p ≥ 0.5).");
    }

    @Test
    void allOthersBehindAreSaidToBeSo() {
        assertThat(sentence(new HandMade(all(9, 3), all(9, 2), all(9, 1)), "a", "b", "c"))
                .isEqualTo("c is first in 9 of 9 seeds, and ahead of every other lane by more than luck explains"
                        + " (sign test, p < 0.05 each).");
    }

    @Test
    void fewerThanSixSeedsNeverTell() {
        assertThat(SignTest.p(Evidence.FEWEST_SEEDS - 1, 0)).isGreaterThan(Evidence.SUPPORTED_BELOW);
        assertThat(SignTest.p(Evidence.FEWEST_SEEDS, 0)).isLessThan(Evidence.SUPPORTED_BELOW);
        assertThat(sentence(new HandMade(all(5, 1), all(5, 2)), "Adam", "SGD"))
                .isEqualTo("Adam is first in 5 of 5 seeds; with fewer than 6 seeds no order can be told from luck.");
        assertThat(sentence(new HandMade(all(1, 1), all(1, 2)), "Adam", "SGD"))
                .isEqualTo("Adam is first under this seed; one seed cannot tell merit from luck.");
    }

    @Test
    void equalLanesAreLevelWhateverTheirOrder() {
        assertThat(sentence(new HandMade(all(8, 1), all(8, 1)), "Adam", "Adam (2)"))
                .isEqualTo("All lanes are level under every seed.");
        HandMade made = new HandMade(all(8, 1), all(8, 1), all(8, 2));
        String expected = "Adam is first in 8 of 8 seeds, and ahead of SGD by more than luck explains"
                + " (sign test p = 0.0078); Adam (2) is level with it under every seed.";
        assertThat(sentence(made, "Adam", "Adam (2)", "SGD")).isEqualTo(expected);
        assertThat(sentence(made, "Adam (2)", "Adam", "SGD")).isEqualTo(expected);
    }

    @Test
    void whatDivergedIsBehindAllElse() {
        double[] some = all(8, 2);
        some[3] = GONE;
        HandMade made = new HandMade(all(8, GONE), some);
        for (int seed = 0; seed < 8; seed++) {
            made.diverged(0, seed, 5);
        }
        Evidence evidence = Evidence.of(made.diverged(1, 3, 9).results("a", "b"), LOSS, 1);
        assertThat(evidence.leader()).isEqualTo(1);
        assertThat(evidence.firsts()).as("nobody is first where all diverged").containsExactly(0, 7);
        assertThat(evidence.pairs().get(0).ahead()).isEqualTo(7);
        HandMade gone = new HandMade(all(8, GONE), all(8, GONE));
        assertThat(sentence(gone, "a", "b"))
                .isEqualTo("Every lane diverged under every seed, so there is nothing to compare.");
    }

    @Test
    void theBestMedianIsNotAlwaysFirstMostOften() {
        double[][] losses = {
            {.5, .5, .5, .5, .5, .5, .5, .5, .5},
            {.4, .4, .9, .9, .9, .4, .9, .9, .4},
            {.9, .9, .9, .9, .9, .9, .9, .9, .3}
        };
        assertThat(sentence(new HandMade(losses), "a", "b", "c")).startsWith("a is first in 5 of 9 seeds");
        double[][] uneven = {{.5, .5, .5, .5, .5, .5, .5}, {.4, .4, .9, .9, .9, .9, .4}, {.9, .9, .3, .9, .3, .9, .9}};
        assertThat(sentence(new HandMade(uneven), "a", "b", "c"))
                .startsWith("a has the best median, though b is first in more seeds (3 of 7, against 2); b and c are"
                        + " within the noise");
    }

    @Test
    void theLaneOfTheBestMedianIsNamedWhereAnotherOneIsFirstMoreOften() {
        double[][] losses = {all(16, .5), low(16, 5), all(16, .95)};
        assertThat(sentence(new HandMade(losses), "a", "b", "c"))
                .startsWith("a is first in 11 of 16 seeds, and ahead of c by more");
        double[][] uneven = {
            {.5, .5, .5, .5, .5, .5, .5}, {.4, .4, .4, .9, .9, .9, .9}, {.9, .9, .9, .3, .3, .9, .9}, all(7, .95)
        };
        assertThat(sentence(new HandMade(uneven), "a", "b", "c", "d"))
                .startsWith("a has the best median, though b is first in more seeds (3 of 7, against 2);"
                        + " a is ahead of d by more than luck explains (sign test p = 0.016); b and c are within");
    }

    @Test
    void whatIsAsEvenAsCanBeIsSaidSo() {
        double[] a = {.4, .4, .4, .4, .6, .6, .6, .6};
        assertThat(sentence(new HandMade(a, all(8, .5)), "a", "b"))
                .isEqualTo("a is first in 4 of 8 seeds; b is within the noise (ahead in 4 of 8 seeds and behind in 4,"
                        + " as even as tosses of a coin).");
        assertThat(sentence(new HandMade(a, all(8, .5), all(8, .5)), "a", "b", "c"))
                .isEqualTo("a is first in 4 of 8 seeds; b and c are within the noise"
                        + " (each as often ahead as tosses of a coin would have it).");
    }

    @Test
    void nothingIsSaidToBeAtLeastMoreThanItIs() {
        assertThat(SignTest.p(12, 4)).isBetween(0.076, 0.077);
        assertThat(sentence(new HandMade(low(16, 12), all(16, 0.5), all(16, 0.5)), "a", "b", "c"))
                .endsWith("b and c are within the noise (sign test, p ≥ 0.076).");
    }

    @Test
    void aNumberSaysOfWhatItIs() {
        assertThat(sentence(new HandMade(all(8, 1), all(8, 2)), "0.1", "1"))
                .startsWith("name 0.1 is first in 8 of 8 seeds, and ahead of name 1 by more");
    }

    @Test
    void aRaceUnderWayAndRatesThatWereFoundAreSaid() {
        HandMade made = new HandMade(all(8, 1), all(8, 2)).epochs(300);
        assertThat(sentence(made, "Adam", "SGD")).startsWith("So far (epoch 10 of 300): Adam is first in 8 of 8 seeds");
        assertThat(sentence(made.tuned(), "Adam", "SGD"))
                .startsWith("So far (epoch 10 of 300), each lane at its own best rate: Adam is first in 8 of 8 seeds");
        assertThat(sentence(made.epochs(10), "Adam", "SGD"))
                .startsWith("With each lane's own best rate: Adam is first in 8 of 8 seeds");
    }

    @Test
    void oneLaneIsSaidToSolveOrNot() {
        assertThat(sentence(new HandMade(all(4, 1)).reached(0, 1, 5).reached(0, 3, 5), "Adam"))
                .isEqualTo("Adam reached a training loss of 0.05 under 2 of 4 seeds.");
        assertThat(sentence(new HandMade(all(1, 1)), "Adam"))
                .isEqualTo("Adam did not reach a training loss of 0.05 under this one seed, which says nothing of"
                        + " others.");
    }

    @Test
    void whereLanesStopAtALossTheWayToItDecides() {
        Experiment spiral = Experiment.spiral();
        Experiment stopping = spiral.withTraining(spiral.training().withStop(new StopSpec(0.05, Double.NaN, 0)));
        HandMade made = new HandMade(all(6, 0.049), all(6, 0.048));
        for (int seed = 0; seed < 6; seed++) {
            made.reached(0, seed, 4).reached(1, seed, 9);
        }
        Results results = made.results(stopping, "Adam", "SGD");
        Yardstick by = Yardstick.of(results.contest());
        assertThat(by).isEqualTo(TARGET);
        assertThat(Evidence.of(results, by, 1).sentence())
                .isEqualTo("Adam is first to a training loss of 0.05 in 6 of 6 seeds,"
                        + " and ahead of SGD by more than luck explains (sign test p = 0.031).");
        Results nobody = new HandMade(all(6, 0.5), all(6, 0.4)).results(stopping, "Adam", "SGD");
        assertThat(Evidence.of(nobody, by, 1).by()).isEqualTo(LOSS);
        assertThat(Yardstick.of(nobody.contest())).isEqualTo(TARGET);
    }
}
