package weightroom.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weightroom.engine.InvalidInput;

class FeatureTest {
    private static final List<String> XY = List.of("x1", "x2");

    /** x1 = 3, x2 = −2; results from a pocket calculator. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x1 | 3",
                "x2 | -2",
                "x1^2 | 9",
                "x1*x2 | -6",
                "sin(x1) | 0.1411200080598672",
                "cos(x2) | -0.4161468365471424",
                "tanh(x1) | 0.9950547536867305",
                "exp(x2) | 0.1353352832366127",
                "abs(x2) | 2",
                "sqrt(x1) | 1.7320508075688772",
                "log(x1) | 1.0986122886681098",
                "x1+x2*2 | -1",
                "(x1+x2)*2 | 2",
                "x1-x2-1 | 4",
                "12/x1/2 | 2",
                "-x1^2 | -9",
                "(-x1)^2 | 9",
                "2^3^2 | 512",
                "2^-1 | 0.5",
                "x2^3 | -8",
                "--x1 | 3",
                "+x1 | 3",
                "-2*-x1 | 6",
                " 1.5e1 + .5 - 2. * x1 | 9.5",
                "1e-3*x1 | 0.003",
                "sin ( x1 * 2 ) | -0.27941549819892586",
                "sqrt(x1^2 + x2^2) | 3.605551275463989",
            })
    void aFormulaIsWhatAPocketCalculatorSays(String formula, double expected) {
        assertEquals(
                expected,
                Feature.parse(formula, XY).value(new double[] {3, -2}),
                1e-15 * Math.max(1, Math.abs(expected)));
    }

    @Test
    void columnsAreKnownByNameAndByPlace() {
        List<String> names = List.of("petal_length", "sin", "größe", "two words", "x1");
        double[] row = {1, 2, 3, 4, 5};
        assertEquals(1, Feature.parse("petal_length", names).value(row));
        assertEquals(2, Feature.parse("sin", names).value(row));
        assertEquals(Math.sin(2), Feature.parse("sin(sin)", names).value(row), 1e-15);
        assertEquals(9, Feature.parse("größe^2", names).value(row));
        assertEquals(4, Feature.parse("two words", names).value(row));
        assertEquals(4, Feature.parse("x4", names).value(row));
        assertEquals(5, Feature.parse("x1", names).value(row), "a column's own name comes before its place");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "x3 | at character 1, has \"x3\"; expected x1, x2 or a function",
                "x1+y | at character 4, has \"y\"",
                "x0 | at character 1, has \"x0\"",
                "x1 x2 | at character 4, has \"x\"; expected an operator",
                "x1* | at character 4, ends; expected a number, an input",
                "*x1 | at character 1, has \"*\"; expected a number",
                "(x1 | at character 4, ends; expected \")\"",
                "x1) | at character 3, has \")\"; expected an operator",
                "sin x1 | at character 1, has \"sin\"",
                "sin() | at character 5, has \")\"",
                "tan(x1) | at character 1, has \"tan\"",
                "1.2.3 | at character 1, has \"1.2.3\"; expected a number",
                "1e | at character 1, has \"1e\"",
                "1e999 | at character 1, has \"1e999\"",
                "x1^ | at character 4, ends",
                "x1; System.exit(1) | at character 3, has \";\"",
                "x1 ? 1 : 0 | at character 4, has \"?\"",
                "x99999999999 | at character 1, has \"x99999999999\"",
                "x1\uD83D\uDE00 | at character 3, has \"\uD83D\uDE00\"",
                "NaN | at character 1, has \"NaN\"",
                "1/0x1 | at character 4, has \"x\"",
            })
    void aBadFormulaIsRefusedAtItsCharacter(String formula, String message) {
        String found = assertThrows(InvalidInput.class, () -> Feature.parse(formula, XY))
                .getMessage();
        assertTrue(found.startsWith("the feature \"" + formula + "\", " + message), found);
    }

    @Test
    void anEmptyFormulaIsRefused() {
        for (String empty : List.of("", "   ")) {
            String found = assertThrows(InvalidInput.class, () -> Feature.parse(empty, XY))
                    .getMessage();
            assertTrue(found.contains("ends; expected a number"), found);
        }
    }

    @Test
    void lengthAndDepthAreBounded() {
        assertRefused("x1+".repeat(100) + "x1", "302 characters is too long");
        assertRefused("(".repeat(90) + "x1" + ")".repeat(90), "at character 33, is nested more than 32 deep");
        assertRefused("-".repeat(150) + "x1", "nested more than 32 deep");
        assertRefused("x1^".repeat(60) + "x1", "nested more than 32 deep");
        assertRefused("sin(".repeat(40) + "x1", "nested more than 32 deep");
        assertEquals(
                3, Feature.parse("(".repeat(30) + "x1" + ")".repeat(30), XY).value(new double[] {3, 0}));
        assertEquals(98, Feature.parse("1+".repeat(98) + "0", XY).value(new double[2]));
    }

    @Test
    void manyInputsAreNotAllListedInAMessage() {
        String found = assertThrows(InvalidInput.class, () -> Feature.parse("q", Dataset.numbered("x", 64)))
                .getMessage();
        assertTrue(found.contains("x7, x8 … x64"), found);
    }

    @Test
    void tooManyFeaturesAreRefused() {
        List<String> many = Collections.nCopies(4_097, "x1");
        String found = assertThrows(InvalidInput.class, () -> Feature.parseAll(many, XY))
                .getMessage();
        assertTrue(found.startsWith("there are 4097 features; at most 4096"), found);
    }

    @Test
    void aValueThatIsNoNumberNamesTheRow() {
        Dataset dataset = Dataset.ofRows("f.csv", new double[][] {{4, 1}, {0, 1}, {-1, 1}}, 1);
        assertArrayEquals(
                new double[] {2, 0, 1},
                Feature.parse("sqrt(abs(x1))", List.of("x1")).evaluate(dataset));
        String log = assertThrows(InvalidInput.class, () -> Feature.parse("log(x1)", List.of("x1"))
                        .evaluate(dataset))
                .getMessage();
        assertTrue(log.startsWith("f.csv, row 2: the feature log(x1) is -Infinity; expected a finite number"), log);
        String root = assertThrows(InvalidInput.class, () -> Feature.parse("sqrt(x1)", List.of("x1"))
                        .evaluate(dataset))
                .getMessage();
        assertTrue(root.startsWith("f.csv, row 3: the feature sqrt(x1) is NaN"), root);
    }

    @Test
    void aFeatureIsShownAsItWasWritten() {
        assertEquals("x1 ^2", Feature.parse("x1 ^2", XY).toString());
    }

    private static void assertRefused(String formula, String message) {
        String found = assertThrows(InvalidInput.class, () -> Feature.parse(formula, XY))
                .getMessage();
        assertTrue(found.contains(message), found);
    }
}
