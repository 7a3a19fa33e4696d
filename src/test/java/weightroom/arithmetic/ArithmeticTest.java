package weightroom.arithmetic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArithmeticTest {
    private static final Map<String, Double> NUMBERS = Map.of(
            "x", 3.0, "y", -0.5, "\\sigma", 4.0, "w^{(1)}_{2,1}", 7.0, "\\frac{\\partial L}{\\partial a_1}", 2.0);

    @ParameterizedTest
    @CsvSource({
        "-x^2, -9",
        "2 x y, -3",
        "|y| x, 1.5",
        "|x (|y - 1| + 1)| - 1, 6.5",
        "x (|y| + 1)^2, 6.75",
        "e^{-y}, 1.6487212707001282",
        "\\exp(-y), 1.6487212707001282",
        "\\exp\\left(-y\\right), 1.6487212707001282",
        "\\ln(x) \\cdot 2, 2.1972245773362196",
        "\\sigma x, 12",
        "\\sigma(y), 0.3775406687981454",
        "\\sigma^2, 16",
        "\\cosh(y), 1.1276259652063807",
        "\\Phi(y), 0.3085375387259869",
        "\\varphi(y), 0.3520653267642995",
        "\\operatorname{sign}(y) x, -3",
        "\\prod_{i=1}^{x} i, 6",
        "'\\frac{\\partial L}{\\partial a_1} \\cdot w^{(1)}_{2,1}', 14",
        "\\frac{x}{\\sigma}, 0.75",
    })
    void aFormulaHasTheValueThatAPocketCalculatorGives(String latex, double value) {
        assertEquals(value, Arithmetic.parse(latex).value(NUMBERS), 1e-15 * Math.abs(value));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x^2 y - y^3",
                "\\frac{x y}{x + y}",
                "\\sqrt{x} \\tanh(y) \\ln(x)",
                "e^{x y} + \\exp(y) \\cosh(y)",
                "\\sigma(x) \\Phi(y) \\varphi(x)",
                "|y - x| + \\operatorname{sign}(y)",
                "x^y",
                "\\prod_{i=1}^{4} (x + i y)",
                "-(x - y) \\left(1 - x\\right)"
            })
    void slopesAreThoseOfFiniteDifferences(String latex) {
        Arithmetic formula = Arithmetic.parse(latex);
        Map<String, Double> at = Map.of("x", 1.3, "y", -0.7);
        Slopes slopes = formula.slopes(at);
        for (String symbol : List.of("x", "y")) {
            double h = 1e-5;
            Map<String, Double> above = new HashMap<>(at);
            Map<String, Double> below = new HashMap<>(at);
            above.merge(symbol, h, Double::sum);
            below.merge(symbol, -h, Double::sum);
            assertEquals((formula.value(above) - formula.value(below)) / (2 * h), slopes.by(symbol), 1e-8, symbol);
        }
        assertTrue(slopes.noise() > 0 && slopes.noise() < 1e-13);
    }

    /** 10⁸ + 1 − 10⁸: of sixteen digits eight are left. */
    @Test
    void noiseTellsWhatCancellingLeaves() {
        Slopes slopes = Arithmetic.parse("x + y - x").slopes(Map.of("x", 1e8, "y", 1.1));
        assertTrue(slopes.noise() > 1e-8 && slopes.noise() < 2e-7, () -> "" + slopes.noise());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a (1 - a)",
                "2 (p - y) \\frac{1}{n}",
                "x^{2} + 0.5 \\cdot 0.96^{0.004 t}",
                "(a^{(1)}_2)^{2}",
                "\\frac{\\partial L}{\\partial a} \\frac{\\partial a}{\\partial z} x_1",
                "-\\frac{y}{p}",
                "\\sigma(z) + |y|"
            })
    void aFormulaInSymbolsIsWrittenAsItWasRead(String latex) {
        assertEquals(latex, Arithmetic.parse(latex).latex());
    }

    @Test
    void newNamesStandInPowersWithoutTwoExponents() {
        Arithmetic slope = Arithmetic.parse("1 - a^2").renamed(Map.of("a", "a^{(1)}_2"));
        assertEquals("1 - (a^{(1)}_2)^{2}", slope.latex());
        assertEquals("1 - (-0.5000)^{2}", slope.written(Map.of("a^{(1)}_2", Shown.card(-0.5))));
    }

    @Test
    void aNumberBelowZeroStandsInBracketsBehindASign() {
        Map<String, Shown> numbers = Map.of("x", Shown.exact(-2), "y", Shown.exact(-2.5e-7));
        assertEquals("-2 \\cdot (-2.5 \\cdot 10^{-7})", Arithmetic.parse("x y").written(numbers));
        assertEquals("-(-2) + (-2)", Arithmetic.parse("-x + x").written(numbers));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2 + ", "(2 + x", "2x)", "|x", "\\frac{\\partial L}{a", "\\ln(", "e^"})
    void aFormulaThatCannotBeReadIsRefused(String latex) {
        assertThrows(IllegalArgumentException.class, () -> Arithmetic.parse(latex));
    }
}
