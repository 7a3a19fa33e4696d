package weightroom.arithmetic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShownTest {
    @ParameterizedTest
    @CsvSource({
        "0.05196, 0.0520, 0.0520, 0.05196",
        "0.88, 0.8800, 0.8800, 0.88",
        "-1.08179, -1.0818, −1.0818, −1.08179",
        "0.00005, 5.000 \\cdot 10^{-5}, 5.000·10⁻⁵, 0.00005",
        "-0.000999996, -1.000 \\cdot 10^{-3}, −1.000·10⁻³, −0.000999996",
        "0.001, 0.0010, 0.0010, 0.001",
        "9999.99996, 10000.0000, 10000.0000, 9999.99996",
        "12345.6, 1.235 \\cdot 10^{4}, 1.235·10⁴, 12345.6",
        "-1e10, -1.000 \\cdot 10^{10}, −1.000·10¹⁰, −10¹⁰",
        "1.5e-300, 1.500 \\cdot 10^{-300}, 1.500·10⁻³⁰⁰, 1.5·10⁻³⁰⁰",
        "0, 0, 0, 0",
        "-0.0, 0, 0, 0",
    })
    void aCardShowsFourDigitsAfterThePointOrFourInAll(double value, String latex, String text, String all) {
        Shown shown = Shown.card(value);
        assertEquals(latex, shown.latex());
        assertEquals(text, shown.text());
        assertEquals(all, shown.allDigits());
        assertEquals(value, shown.exact());
    }

    @Test
    void halvesAreRoundedAwayFromZeroAsAtSchool() {
        assertEquals("2.68", Shown.fixed(2.675, 2).latex());
        assertEquals("-2.68", Shown.fixed(-2.675, 2).latex());
        assertEquals("0.13", Shown.significant(0.125, 2).latex());
    }

    @Test
    void zerosAtTheEndAreKeptOnCardsOnly() {
        assertEquals("0.25", Shown.significant(0.25, 6).latex());
        assertEquals("0.2500", Shown.card(0.25).latex());
        assertEquals(0.25, Shown.card(0.25).value());
    }

    @Test
    void whatIsNoNumberIsRefused() {
        assertThrows(NumberFormatException.class, () -> Shown.card(Double.NaN));
        assertThrows(NumberFormatException.class, () -> Shown.exact(Double.POSITIVE_INFINITY));
    }
}
