package weightroom.arithmetic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import weightroom.engine.Activation;
import weightroom.engine.Loss;
import weightroom.engine.WrittenFunction;
import weightroom.engine.WrittenLoss;
import weightroom.formula.FormulaParser;

/** What activations and losses write is what they compute. */
class WrittenFormsTest {
    private static final int ROUNDS = 1000;
    private static final double H = 1e-6;

    private final Random random = new Random(9);

    private static void same(double expected, String latex, Map<String, Double> numbers) {
        FormulaParser.parse(latex);
        double found = Arithmetic.parse(latex).value(numbers);
        assertEquals(expected, found, 1e-9 * Math.abs(expected) + 1e-13, latex + " at " + numbers);
    }

    /** The line agrees as cards show it. */
    private static void agrees(String latex, Map<String, Double> numbers) {
        Paper paper = Paper.ofCards();
        numbers.forEach(paper::round);
        Reckoning line = paper.reckon("f", latex);
        FormulaParser.parse(line.numbers());
        double again = Arithmetic.parse(line.numbers()).value(Map.of());
        double unit = Math.pow(10, -line.result().number().scale());
        assertTrue(Math.abs(again - line.result().value()) <= unit * 1.000001, line::toString);
        assertEquals(Shown.card(line.value()), line.result());
    }

    private static void holds(String condition, Map<String, Double> numbers) {
        if (condition.isEmpty()) {
            return;
        }
        FormulaParser.parse(condition);
        String[] parts = condition.split(" (?=<|>|=|\\\\le|\\\\ge)|(?<=<|>|=|\\\\le|\\\\ge) ");
        for (int i = 0; i + 2 < parts.length; i += 2) {
            double left = Arithmetic.parse(parts[i]).value(numbers);
            double right = Arithmetic.parse(parts[i + 2]).value(numbers);
            boolean met =
                    switch (parts[i + 1]) {
                        case "<" -> left < right;
                        case ">" -> left > right;
                        case "=" -> left == right;
                        case "\\le" -> left <= right;
                        case "\\ge" -> left >= right;
                        default -> throw new AssertionError(condition);
                    };
            assertTrue(met, () -> condition + " at " + numbers);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "LINEAR, 1",
        "STEP, 2",
        "SIGN, 2",
        "SIGMOID, 1",
        "TANH, 1",
        "HARD_TANH, 3",
        "RELU, 2",
        "LEAKY_RELU, 2",
        "PRELU, 2",
        "ELU, 2",
        "SELU, 2",
        "SOFTPLUS, 1",
        "GELU, 1",
        "SWISH, 1"
    })
    void anActivationWritesItsValueAndItsSlope(Activation activation, int pieces) {
        Set<String> conditions = new HashSet<>();
        for (int round = 0; round < ROUNDS; round++) {
            double z = round < 5 ? round / 2 - 1 : 2 * random.nextGaussian();
            double alpha = 0.01 + random.nextDouble();
            double a = activation.value(z, alpha);
            WrittenFunction written = activation.written(z);
            Map<String, Double> numbers = Map.of("z", z, "a", a, "\\alpha", alpha);
            conditions.add(written.condition());
            holds(written.condition(), numbers);
            same(a, written.value(), numbers);
            same(activation.slope(z, a, alpha), written.slope(), numbers);
            agrees(written.value(), numbers);
            agrees(written.slope(), numbers);
        }
        assertEquals(pieces, conditions.size(), conditions::toString);
    }

    @ParameterizedTest
    @EnumSource(Activation.class)
    void theWrittenSlopeIsTheDerivativeOfTheWrittenValue(Activation activation) {
        for (int round = 0; round < ROUNDS; round++) {
            double z = 2 * random.nextGaussian();
            double alpha = 0.01 + random.nextDouble();
            WrittenFunction written = activation.written(z);
            Map<String, Double> numbers = Map.of("z", z, "a", activation.value(z, alpha), "\\alpha", alpha);
            double slope = Arithmetic.parse(written.value()).slopes(numbers).by("z");
            same(slope, written.slope(), numbers);
        }
    }

    /** A row of outputs such as the loss allows, with targets of every kind it is defined for. */
    private Loss.Terms[] row(Loss loss, int round) {
        int c = loss.fit() == Loss.Fit.SOFTMAX || loss.fit() == Loss.Fit.LINEAR_ROW ? 3 : 1;
        Loss.Terms[] row = new Loss.Terms[c];
        double sum = 0;
        double targets = 0;
        int label = random.nextInt(c);
        for (int j = 0; j < c; j++) {
            row[j] = new Loss.Terms();
            row[j].z = 2 * random.nextGaussian();
            row[j].y = target(loss.targets(), j == label);
            sum += Math.exp(row[j].z);
            targets += row[j].y;
        }
        for (Loss.Terms o : row) {
            o.y = loss.targets() == Loss.Targets.DISTRIBUTION && targets > 0 && round % 2 == 0 ? o.y / targets : o.y;
            o.p = switch (loss.fit()) {
                case SOFTMAX -> Math.exp(o.z) / sum;
                case SIGMOID -> Activation.SIGMOID.value(o.z, 0);
                default -> o.z;
            };
            o.logp = Math.log(o.p);
        }
        for (Loss.Terms o : row) {
            for (Loss.Terms other : row) {
                o.t += other.y * other.p;
                o.ySum += other.y;
            }
        }
        for (Loss.Terms o : row) {
            for (Loss.Terms other : row) {
                o.v += other.y == 0 && other.p - o.t + 1 > 0 ? 1 : 0;
            }
        }
        if (loss == Loss.QUANTILE && round % 10 == 0) {
            row[0].p = row[0].y;
        }
        return row;
    }

    private double target(Loss.Targets targets, boolean labelled) {
        return switch (targets) {
            case REAL, NONZERO -> 2 * random.nextGaussian();
            case UNIT_INTERVAL -> random.nextInt(3) == 0 ? random.nextDouble() : random.nextInt(2);
            case BITS -> random.nextInt(2);
            case SIGNS -> random.nextBoolean() ? 1 : -1;
            case ONE_HOT, LABEL -> labelled ? 1 : 0;
            case DISTRIBUTION -> labelled ? 0 : random.nextDouble();
        };
    }

    private static Map<String, Double> numbers(Loss.Terms o) {
        Map<String, Double> numbers = new HashMap<>();
        numbers.put("p", o.p);
        numbers.put("y", o.y);
        numbers.put("t", o.t);
        numbers.put("v", o.v);
        numbers.put("\\Sigma_y", o.ySum);
        return numbers;
    }

    @ParameterizedTest
    @CsvSource({
        "MSE, 1",
        "MAE, 1",
        "MAPE, 1",
        "HUBER, 2",
        "LOG_COSH, 1",
        "QUANTILE, 3",
        "BINARY_CROSS_ENTROPY, 3",
        "HINGE, 2",
        "EXPONENTIAL, 1",
        "FOCAL, 2",
        "CATEGORICAL_CROSS_ENTROPY, 2",
        "SPARSE_CATEGORICAL_CROSS_ENTROPY, 2",
        "MULTICLASS_HINGE, 3",
        "KL_DIVERGENCE, 2",
        "WASSERSTEIN, 1"
    })
    void aLossWritesItsTermAndItsDerivatives(Loss loss, int pieces) {
        Set<String> conditions = new HashSet<>();
        for (int round = 0; round < ROUNDS; round++) {
            Loss.Terms[] row = row(loss, round);
            for (Loss.Terms o : row) {
                WrittenLoss written = loss.written(o);
                Map<String, Double> numbers = numbers(o);
                conditions.add(written.condition());
                holds(written.condition(), numbers);
                same(loss.value(o), written.value(), numbers);
                agrees(written.value(), numbers);
                agrees(written.byPrediction(), numbers);
                assertEquals(loss.fromLogits(), !written.byLogit().isEmpty());
                if (loss.fromLogits()) {
                    same(loss.slope(o), written.byLogit(), numbers);
                    agrees(written.byLogit(), numbers);
                } else {
                    same(loss.slope(o), written.byPrediction(), numbers);
                }
            }
            if (loss.fromLogits()) {
                carriedThroughTheOutputGivesTheShortForm(loss, row);
            }
        }
        assertEquals(pieces, conditions.size(), conditions::toString);
    }

    /** ∂L/∂z_j = Σ_k ∂L/∂p_k · ∂p_k/∂z_j. */
    private static void carriedThroughTheOutputGivesTheShortForm(Loss loss, Loss.Terms[] row) {
        for (Loss.Terms o : row) {
            double sum = 0;
            for (Loss.Terms k : row) {
                double byPrediction =
                        Arithmetic.parse(loss.written(k).byPrediction()).value(numbers(k));
                sum += byPrediction * k.p * ((k == o ? 1 : 0) - (loss.fit() == Loss.Fit.SIGMOID ? k.p : o.p));
            }
            assertEquals(loss.slope(o), sum, 1e-9 * (1 + Math.abs(sum)), loss + " at " + numbers(o));
        }
    }

    @ParameterizedTest
    @EnumSource(Loss.class)
    void theDerivativeByThePredictionIsTheSlopeOfTheTerm(Loss loss) {
        for (int round = 0; round < ROUNDS; round++) {
            Loss.Terms o = row(loss, round)[0];
            WrittenLoss written = loss.written(o);
            if (loss == Loss.MULTICLASS_HINGE || Math.abs(Math.abs(o.p - o.y) - 1) < 10 * H || o.p == o.y) {
                continue;
            }
            Map<String, Double> numbers = numbers(o);
            double byPrediction = Arithmetic.parse(written.byPrediction()).value(numbers);
            double slope = Arithmetic.parse(written.value()).slopes(numbers).by("p");
            assertEquals(slope, byPrediction, 1e-9 * (1 + Math.abs(slope)), loss + " at " + numbers);
            double difference = (at(loss, o, o.p + H * o.p) - at(loss, o, o.p - H * o.p)) / (2 * H * o.p);
            assertEquals(difference, byPrediction, 1e-5 * (1 + Math.abs(difference)), loss + " at " + numbers);
        }
    }

    /** The term where the prediction alone is another one, and the logit with it. */
    private static double at(Loss loss, Loss.Terms o, double p) {
        Loss.Terms moved = new Loss.Terms();
        moved.y = o.y;
        moved.t = o.t;
        moved.v = o.v;
        moved.ySum = o.ySum;
        moved.p = p;
        moved.z = loss.fit() == Loss.Fit.SIGMOID ? Math.log(p / (1 - p)) : p;
        moved.logp = Math.log(p);
        return loss.value(moved);
    }

    @Test
    void aReaderMayKnowThePredictionByAnotherName() {
        Loss.Terms o = new Loss.Terms();
        o.y = 1;
        o.p = 0.25;
        Arithmetic byPrediction = Arithmetic.parse(
                        Loss.BINARY_CROSS_ENTROPY.written(o).byPrediction())
                .renamed(Map.of("p", "a^{(2)}_1"));
        assertEquals("\\frac{a^{(2)}_1 - y}{a^{(2)}_1 (1 - a^{(2)}_1)}", byPrediction.latex());
        assertEquals(List.of("a^{(2)}_1", "y"), List.copyOf(byPrediction.symbols()));
        assertEquals(-4, byPrediction.value(Map.of("a^{(2)}_1", 0.25, "y", 1.0)), 1e-15);
    }
}
