package weightroom.race;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignTestTest {
    /** From tables of the binomial distribution; R: binom.test(won, won + lost)$p.value. */
    @ParameterizedTest
    @CsvSource({
        "5, 0, 0.0625",
        "6, 0, 0.03125",
        "0, 6, 0.03125",
        "7, 1, 0.0703125",
        "8, 1, 0.0390625",
        "9, 1, 0.021484375",
        "8, 2, 0.109375",
        "15, 5, 0.04138947",
        "14, 6, 0.1153183",
        "27, 5, 0.0001130742",
        "18, 14, 0.5966149",
    })
    void itIsThatOfTheTables(int won, int lost, double p) {
        assertThat(SignTest.p(won, lost)).isCloseTo(p, within(5e-8));
    }

    @Test
    void evenPairsAndNoneAtAllSayNothing() {
        assertThat(SignTest.p(0, 0)).isEqualTo(1);
        assertThat(SignTest.p(4, 4)).isEqualTo(1);
        assertThat(SignTest.p(5, 4)).isEqualTo(1);
    }

    @Test
    void sixtyFourSeedsAreSummedExactly() {
        assertThat(SignTest.p(64, 0)).isEqualTo(2 * Math.pow(2, -64));
    }
}
