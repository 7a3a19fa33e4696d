package weightroom.arithmetic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import weightroom.engine.Knob;
import weightroom.engine.Optimizer;
import weightroom.engine.WrittenRule;

class RoundingTest {
    private static final int ROUNDS = 2000;

    private final Random random = new Random(6);

    /** Of either sign, between 10^low and 10^high. */
    private double number(double low, double high) {
        double size = Math.pow(10, low + (high - low) * random.nextDouble());
        return random.nextBoolean() ? size : -size;
    }

    private static Map<String, Shown> cards(Map<String, Double> numbers) {
        Map<String, Shown> cards = new HashMap<>();
        numbers.forEach((symbol, value) -> cards.put(symbol, Shown.card(value)));
        return cards;
    }

    /** The line agrees, keeps the digits of its result, shows at least what cards show, and no digit too many. */
    private void holds(String latex, Map<String, Double> numbers) {
        Arithmetic formula = Arithmetic.parse(latex);
        Shown result = Shown.card(formula.value(numbers));
        Map<String, Shown> cards = cards(numbers);
        Rounding rounding = Rounding.of(formula, cards, result);
        String line = latex + " = " + formula.written(rounding.numbers()) + " = " + rounding.result();
        assertEquals(result, rounding.result(), line);
        double gap = gap(formula.written(rounding.numbers()), result);
        assertTrue(gap <= 1, () -> line + " is " + gap + " off in the last digit");
        assertEquals(formula.symbols(), rounding.numbers().keySet());
        rounding.numbers().forEach((symbol, shown) -> {
            Shown card = cards.get(symbol);
            assertEquals(card.exact(), shown.exact());
            int more = shown.number().scale() - card.number().scale();
            assertTrue(more == 0 || shown.number().scale() <= all(card), () -> line + " invents digits of " + symbol);
            assertTrue(more >= 0, () -> line + " hides digits of " + symbol);
            if (more > 0) {
                Map<String, Shown> fewer = new HashMap<>(rounding.numbers());
                fewer.put(symbol, shown.withDecimals(shown.number().scale() - 1));
                assertTrue(
                        !(gap(formula.written(fewer), result) <= 0.999),
                        () -> line + " needs not all digits of " + symbol);
            }
        });
    }

    private static int all(Shown shown) {
        return BigDecimal.valueOf(shown.exact()).scale();
    }

    /** How far the line, worked out in decimals, is from its result, in units of the last digit. */
    private static double gap(String written, Shown result) {
        BigDecimal unit = BigDecimal.ONE.scaleByPowerOfTen(-result.number().scale());
        try {
            return OnPaper.value(written)
                    .subtract(result.number())
                    .abs()
                    .divide(unit, MathContext.DECIMAL64)
                    .doubleValue();
        } catch (ArithmeticException divisionByZero) {
            return Double.POSITIVE_INFINITY;
        }
    }

    @Test
    void productsOfVeryDifferentFactorsAgree() {
        for (int round = 0; round < ROUNDS; round++) {
            Map<String, Double> numbers = new LinkedHashMap<>();
            int factors = 2 + random.nextInt(8);
            for (int i = 1; i <= factors; i++) {
                numbers.put("x_" + i, number(-6, 5));
            }
            holds(String.join(" \\cdot ", numbers.keySet()), numbers);
        }
    }

    @Test
    void sumsWhoseTermsCancelAgree() {
        for (int round = 0; round < ROUNDS; round++) {
            Map<String, Double> numbers = new LinkedHashMap<>();
            int terms = 2 + random.nextInt(6);
            double sum = 0;
            for (int i = 1; i < terms; i++) {
                double term = number(-3, 3);
                numbers.put("x_" + i, term);
                sum += term;
            }
            numbers.put("y", sum + number(-6, -1));
            holds(String.join(" + ", numbers.keySet()).replace("+ y", "- y"), numbers);
        }
    }

    @Test
    void weightedSumsAgree() {
        for (int round = 0; round < ROUNDS; round++) {
            int inputs = 1 + random.nextInt(24);
            Map<String, Double> numbers = new LinkedHashMap<>();
            for (int i = 1; i <= inputs; i++) {
                numbers.put("w_{" + i + "}", random.nextGaussian());
                numbers.put("x_{" + i + "}", random.nextGaussian() * (i == 1 ? 300 : 1));
            }
            numbers.put("b", number(-3, 0));
            String sum = IntStream.rangeClosed(1, inputs)
                    .mapToObj(i -> "w_{" + i + "} x_{" + i + "}")
                    .collect(Collectors.joining(" + "));
            holds(sum + " + b", numbers);
        }
    }

    @Test
    void fractionsAgree() {
        List<String> formulas = List.of(
                "\\frac{p - y}{p (1 - p)}",
                "-\\frac{y}{p}",
                "\\frac{1}{1 - p}",
                "\\frac{x - m}{\\sqrt{v + q}}",
                "a (1 - a)",
                "1 - a^2",
                "\\frac{p^2}{1 - p} - 2 p (1 - p)",
                "2 (p - y) \\cdot p (1 - p) \\cdot v \\cdot (1 - a^2) \\cdot x");
        for (int round = 0; round < ROUNDS; round++) {
            double p = 1 / (1 + Math.exp(-8 * random.nextGaussian()));
            Map<String, Double> numbers = Map.of(
                    "p", p,
                    "y", random.nextDouble(),
                    "x", number(-4, 3),
                    "m", number(-3, 1),
                    "v", Math.abs(number(-7, 2)),
                    "q", 1e-5,
                    "a", Math.tanh(4 * random.nextGaussian()));
            holds(formulas.get(round % formulas.size()), numbers);
        }
    }

    @ParameterizedTest
    @EnumSource(value = Optimizer.class, mode = EnumSource.Mode.EXCLUDE, names = "PERCEPTRON")
    void theLinesOfOptimizersAgree(Optimizer optimizer) {
        WrittenRule rule = optimizer.written();
        for (int round = 0; round < ROUNDS / 10; round++) {
            Paper paper = Paper.ofCards();
            paper.give("\\eta", Math.abs(number(-4, 0)));
            paper.give("t", 1 + random.nextInt(500));
            for (int i = 0; i < rule.knobs().size(); i++) {
                Knob knob = optimizer.knobs().get(i);
                paper.give(rule.knobs().get(i), knob.initial());
            }
            rule.slots().forEach(slot -> paper.round(slot, Math.abs(number(-9, 0))));
            paper.round("\\theta", number(-2, 1));
            paper.round("g", number(-7, 1));
            for (WrittenRule.Line line : rule.lines()) {
                Reckoning reckoning = paper.reckon(line.symbol(), line.formula());
                double gap = gap(reckoning.numbers(), reckoning.result());
                assertTrue(gap <= 1, () -> reckoning + " is " + gap + " off in the last digit");
                assertEquals(Shown.card(reckoning.value()), reckoning.result());
            }
        }
    }

    /** Where the result has fewer digits than a card, those that it has agree all the same. */
    @Test
    void numbersAtTheEdgesOfDoublePrecisionAgreeOrAreRefused() {
        double[] edges = {0, -1, 1e-150, 1e150, 1 - 1e-16, 1 + 2e-16, 1e-17, 0.99999999, 1e16, 36.7};
        List<String> formulas = List.of(
                "x y",
                "x + y - w",
                "\\frac{x}{y}",
                "\\ln(1 + e^x)",
                "x (1 - x)",
                "\\frac{x - y}{x (1 - x)}",
                "\\sqrt{x^2}");
        int written = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Paper paper = Paper.ofCards();
            for (String symbol : List.of("x", "y", "w")) {
                paper.round(symbol, random.nextBoolean() ? edges[random.nextInt(edges.length)] : number(-150, 150));
            }
            try {
                Reckoning line = paper.reckon("r", formulas.get(round % formulas.size()));
                double again = Arithmetic.parse(line.numbers()).value(Map.of());
                double unit = Math.pow(10, -line.result().number().scale());
                boolean zero = line.result().number().signum() == 0;
                assertTrue(zero || Math.abs(again - line.result().value()) <= 1.0001 * unit, line::toString);
                written++;
            } catch (ArithmeticException overflow) {
                assertTrue(
                        overflow.getMessage().contains("Infinity")
                                || overflow.getMessage().contains("NaN"),
                        overflow::getMessage);
            }
        }
        assertTrue(written > ROUNDS / 2);
    }

    /** On paper 0.1 + 0.2 − 0.3 is 0; in double precision it is 5.551·10⁻¹⁷. */
    @Test
    void digitsThatAreOnlyLostPrecisionAreNotShown() {
        Arithmetic formula = Arithmetic.parse("a + b - c");
        Map<String, Double> numbers = Map.of("a", 0.1, "b", 0.2, "c", 0.3);
        Shown noise = Shown.card(formula.value(numbers));
        assertEquals("5.551·10⁻¹⁷", noise.text());
        assertEquals("0", Rounding.of(formula, cards(numbers), noise).result().text());
    }

    /** The program has 1 − p from the logit, where p itself is 1 to 16 digits. */
    @Test
    void aResultThatWasComputedBetterThanItsLineShowsWhatBothAgreeOn() {
        double z = 34;
        double rest = 1 / (1 + Math.exp(z));
        Paper paper = Paper.ofCards();
        paper.round("p", 1 / (1 + Math.exp(-z)));
        Reckoning reckoning = paper.reckon("q", Arithmetic.parse("1 - p"), rest);
        assertEquals(rest, reckoning.value());
        assertEquals("1.714·10⁻¹⁵", Shown.card(rest).text());
        assertEquals("2·10⁻¹⁵", reckoning.result().text());
        assertTrue(gap(reckoning.numbers(), reckoning.result()) <= 1);
    }

    @Test
    void cardsThatAgreeStayAsTheyAre() {
        Paper paper = Paper.ofCards();
        paper.round("a", 0.253199);
        assertEquals(
                "0.2532 \\cdot (1 - 0.2532)", paper.reckon("s", "a (1 - a)").numbers());
        assertEquals("0.1891", paper.reckon("s", "a (1 - a)").result().latex());
    }

    /** By hand: 0.00004 of 300 is 0.012, which four digits of w hide. */
    @Test
    void aWeightOfALargeInputShowsTheDigitsThatCount() {
        Paper paper = Paper.ofCards();
        paper.round("w", 0.12344);
        paper.give("x", 300);
        Reckoning line = paper.reckon("z", "w x");
        assertEquals("0.12344 \\cdot 300", line.numbers());
        assertEquals("37.0320", line.result().latex());
    }

    @Test
    void whatHasNoFiniteValueIsRefused() {
        Paper paper = Paper.ofCards();
        paper.give("p", 0);
        assertThrows(ArithmeticException.class, () -> paper.reckon("g", "\\frac{1}{p}"));
        assertThrows(IllegalArgumentException.class, () -> paper.reckon("g", "\\frac{1}{q}"));
    }
}
