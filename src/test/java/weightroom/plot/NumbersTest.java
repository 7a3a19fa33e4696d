package weightroom.plot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
    @ParameterizedTest
    @CsvSource({
        "0.0003, 2, 0.0003",
        "0.00930, 2, 0.0093",
        "9.31e-5, 2, 9.3e−5",
        "0.1, 3, 0.1",
        "-2.5, 2, −2.5",
        "0.999999, 3, 1",
        "1234567, 3, 1.23e6",
        "0, 3, 0",
        "NaN, 3, n/a",
        "-Infinity, 3, −∞"
    })
    void significantDigitsAreKeptAndTrailingZerosDropped(double number, int digits, String text) {
        assertThat(Numbers.significant(number, digits)).isEqualTo(text);
    }

    @Test
    void thousandsAreSetApartByAThinSpaceAndMinusIsNoHyphen() {
        assertThat(Numbers.count(49_560)).isEqualTo("49\u2009560");
        assertThat(Numbers.count(-1_234_567)).isEqualTo("\u22121\u2009234\u2009567");
        assertThat(Numbers.count(999)).isEqualTo("999");
        assertThat(Numbers.fixed(-1234.5, 2)).isEqualTo("\u22121\u2009234.50");
    }

    @Test
    void aZeroHasNoSign() {
        assertThat(Numbers.fixed(-0.0004, 2)).isEqualTo("0.00");
    }

    @ParameterizedTest
    @CsvSource({
        "0.02964, 0.0296",
        "0.00012345, 0.000123",
        "1.5e-7, 1.5e−7",
        "0, 0.0000",
        "123.456789, 123.46",
        "1000, 1\u2009000.0",
        "123456, 123\u2009456",
        "NaN, n/a"
    })
    void lossesKeepDigitsThatMove(double loss, String text) {
        assertThat(Numbers.loss(loss)).isEqualTo(text);
    }
}
