package weightroom.race;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import weightroom.race.RaceHistory.Spread;

class QuartilesTest {
    private static final double NO_NUMBER = Double.NaN;

    @Test
    void oneNumberIsAllThree() {
        assertThat(Quartiles.of(new double[] {3}, true)).isEqualTo(new Spread(3, 3, 3));
    }

    /** Hyndman and Fan's type 7, as numpy.percentile([1, 2, 3, 4], [25, 50, 75]) gives. */
    @Test
    void betweenTwoNumbersLiesTheLineFromOneToTheOther() {
        assertThat(Quartiles.of(new double[] {4, 1, 3, 2}, true)).isEqualTo(new Spread(1.75, 2.5, 3.25));
        assertThat(Quartiles.of(new double[] {15, 6, 7, 36, 39, 40, 41, 42, 43, 47, 49}, true))
                .isEqualTo(new Spread(25.5, 40, 42.5));
    }

    @Test
    void whatDivergedIsWorseThanAllElse() {
        double infinite = Double.POSITIVE_INFINITY;
        assertThat(Quartiles.of(new double[] {NO_NUMBER, 1, 2, 3, 4}, true)).isEqualTo(new Spread(2, 3, 4));
        assertThat(Quartiles.of(new double[] {NO_NUMBER, 1, NO_NUMBER, 2}, true))
                .isEqualTo(new Spread(1.75, infinite, infinite));
        assertThat(Quartiles.of(new double[] {NO_NUMBER, NO_NUMBER}, true))
                .isEqualTo(new Spread(infinite, infinite, infinite));
        assertThat(Quartiles.of(new double[] {0.875, NO_NUMBER, 0.75}, false))
                .isEqualTo(new Spread(-infinite, 0.75, 0.8125));
    }
}
