package weightroom.ui.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weightroom.arithmetic.Arithmetic;
import weightroom.engine.Activation;
import weightroom.experiment.ExperimentReader;
import weightroom.experiment.Setup;
import weightroom.explain.Pass;
import weightroom.explain.Quantity;
import weightroom.explain.Quantity.Kind;
import weightroom.explain.Sample;
import weightroom.explain.Subject;
import weightroom.ui.explain.SumLine.Written;

class UnitSumsTest {
    private static final String DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private static final Pattern POWER = Pattern.compile("10(⁻?)([⁰¹²³⁴⁵⁶⁷⁸⁹]+)");

    private static CardWords words(String data, String loss, String hidden, String output, int seed) {
        String text = "{\"weightroom\": 1, \"seed\": %d, \"data\": {\"source\": \"%s\"}, ".formatted(seed, data)
                + "\"network\": {\"layers\": [%s, %s]}, \"training\": {\"loss\": \"%s\"}}"
                        .formatted(hidden, output, loss);
        Subject subject = Subject.fresh(Setup.of(ExperimentReader.parse("test.json", text), Path.of("")));
        return new CardWords(Pass.of(subject, Sample.row(subject, seed % 7), false), 0);
    }

    /** What someone gets who works out what stands there. */
    private static double workedOut(String how) {
        return Arithmetic.parse(latex(how)).value(Map.of());
    }

    private static String latex(String text) {
        String plain = text.replaceAll(" \\(\\d+ more\\)", "")
                .replace('\u2212', '-')
                .replace("×", "\\cdot")
                .replace("·", "\\cdot ");
        return POWER.matcher(plain).replaceAll(found -> {
            StringBuilder power = new StringBuilder("10^{" + (found.group(1).isEmpty() ? "" : "-"));
            found.group(2).chars().forEach(c -> power.append(DIGITS.indexOf(c)));
            return power.append("}").toString();
        });
    }

    /** One in the last place of a number as it is written. */
    private static double lastDigit(String number) {
        String mantissa = number.replaceAll("·.*", "");
        int point = mantissa.indexOf('.');
        double place = Math.pow(10, point < 0 ? 0 : point + 1 - mantissa.length());
        int power = number.indexOf("·");
        return power < 0 ? place : place * workedOut(number.substring(power + 1));
    }

    private static void assertWorksOut(Written line, double got) {
        assertThat(got)
                .as("%s = %s", line.how(), line.result())
                .isCloseTo(workedOut(line.result()), within(lastDigit(line.result()) * (1 + 1e-6)));
    }

    @Test
    void sumsOfRandomNetworksWorkOutWhateverPartOfThemIsWritten() {
        Random random = new Random(1);
        for (int i = 0; i < 120; i++) {
            int units = 1 + random.nextInt(9);
            String hidden = "{\"units\": %d, \"activation\": \"gelu\"%s}"
                    .formatted(units, i % 4 == 0 ? ", \"batch-norm\": true" : "");
            CardWords words = words("spiral", "mse", hidden, "{\"units\": 1, \"activation\": \"sigmoid\"}", i);
            for (int u = 0; u < units; u++) {
                UnitSums sums = new UnitSums(words, number -> true, new Spot.Unit(0, u));
                Written sum = sums.sum(1 + random.nextInt(2));
                assertWorksOut(sum, workedOut(sum.how()));
                sums.scaled().ifPresent(scaled -> assertWorksOut(scaled, workedOut(scaled.how())));
            }
            Written output = new UnitSums(words, number -> true, new Spot.Unit(1, 0)).sum(1 + random.nextInt(units));
            assertWorksOut(output, workedOut(output.how()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tanh", "sigmoid", "gelu", "swish", "softplus", "elu", "leaky-relu", "relu", "linear"})
    void anActivationOfTheNumberThatStandsThereGivesTheOneThatStandsThere(String id) {
        Activation activation =
                Activation.valueOf(id.toUpperCase(java.util.Locale.ROOT).replace("-", "_"));
        for (int seed = 0; seed < 15; seed++) {
            String hidden = "{\"units\": 4, \"activation\": \"" + id + "\"}";
            CardWords words = words("spiral", "mse", hidden, "{\"units\": 1, \"activation\": \"linear\"}", seed);
            for (int u = 0; u < 4; u++) {
                Written line = new UnitSums(words, number -> true, new Spot.Unit(0, u)).response();
                assertThat(line.how()).startsWith(id + "(");
                String[] inside = line.how()
                        .substring(id.length() + 1, line.how().length() - 1)
                        .split(", α = ");
                double z = workedOut(inside[0]);
                double alpha = inside.length > 1 ? workedOut(inside[1]) : Double.NaN;
                assertWorksOut(line, activation.value(z, alpha));
            }
        }
    }

    @Test
    void softmaxIsWrittenWithTheSumOfTheOthers() {
        for (int seed = 0; seed < 20; seed++) {
            CardWords words = words(
                    "iris",
                    "categorical-cross-entropy",
                    "{\"units\": 5, \"activation\": \"tanh\"}",
                    "{\"units\": 3, \"activation\": \"softmax\"}",
                    seed);
            Written line = new UnitSums(words, number -> true, new Spot.Unit(1, seed % 3)).response();
            String[] halves = line.how().split(" / ");
            assertWorksOut(line, powers(halves[0]) / powers(halves[1]));
            assertThat(line.how()).endsWith("(2 more))");
        }
    }

    private static double powers(String how) {
        return workedOut(how.replaceAll("exp\\(([^)]*)\\)", "e^{$1}"));
    }

    @Test
    void whatIsNotKnownYetStandsThereAsADashAndTellsNothingByItsDigits() {
        CardWords words = words(
                "spiral",
                "mse",
                "{\"units\": 2, \"activation\": \"tanh\"}",
                "{\"units\": 1, \"activation\": \"linear\"}",
                3);
        UnitSums sums = new UnitSums(
                words, number -> number.kind().parameter() || number.kind() == Kind.INPUT, new Spot.Unit(0, 0));

        Written sum = sums.sum(2);
        assertThat(sum.result()).isEqualTo(CardWords.UNKNOWN);
        assertThat(sum.how()).contains(words.number(Quantity.weight(0, 0, 0)).replace("\u2212", ""));
        assertThat(sums.response().how()).isEqualTo("tanh(" + CardWords.UNKNOWN + ")");
    }
}
