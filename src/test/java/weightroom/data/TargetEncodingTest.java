package weightroom.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import weightroom.engine.Activation;
import weightroom.engine.InvalidInput;
import weightroom.engine.Layer;
import weightroom.engine.Loss;
import weightroom.engine.Network;
import weightroom.engine.Task;

class TargetEncodingTest {
    private static final Target TWO = new Target.Labels(List.of("no", "yes"), new int[] {0, 1, 1});
    private static final Target THREE = new Target.Labels(List.of("a", "b", "c"), new int[] {2, 0, 1});

    private static Network units(int outputs, Activation activation) {
        return new Network(1, List.of(new Layer(outputs, activation)), false);
    }

    private static Network softmax(int outputs) {
        return PreparationTest.softmax(1, outputs);
    }

    private static TargetEncoding encode(Target target, Network network, Loss loss) {
        return TargetEncoding.of(
                Dataset.of("f.csv", List.of("x1"), new double[target.count()][1], target), network, loss);
    }

    /** One column of targets, or several: rows of numbers. */
    private static Target numbers(double[]... rows) {
        return new Target.Amounts(Dataset.numbered("y", rows[0].length), rows);
    }

    private static Target column(double... values) {
        return numbers(
                Arrays.stream(values).mapToObj(value -> new double[] {value}).toArray(double[][]::new));
    }

    @ParameterizedTest
    @CsvSource({
        "SIGMOID, BINARY_CROSS_ENTROPY, 0",
        "SIGMOID, FOCAL, 0",
        "SIGMOID, MSE, 0",
        "LINEAR, MSE, 0",
        "STEP, MSE, 0",
        "RELU, MAE, 0",
        "GELU, MSE, 0",
        "TANH, MSE, -1",
        "HARD_TANH, HUBER, -1",
        "SIGN, MSE, -1",
        "TANH, MAPE, -1",
        "LINEAR, HINGE, -1",
        "LINEAR, EXPONENTIAL, -1",
        "LINEAR, WASSERSTEIN, -1",
    })
    void twoClassesOnOneOutputAreWhatLossAndOutputAskFor(Activation output, Loss loss, float low) {
        TargetEncoding encoded = encode(TWO, units(1, output), loss);
        assertArrayEquals(new float[] {low, 1, 1}, encoded.pick(new int[] {0, 1, 2}));
        assertEquals(new Task.Binary(low, 1, List.of("no", "yes")), encoded.task());
    }

    @ParameterizedTest
    @EnumSource(names = {"CATEGORICAL_CROSS_ENTROPY", "SPARSE_CATEGORICAL_CROSS_ENTROPY", "KL_DIVERGENCE", "MSE"})
    void severalOutputsGetOneHotRows(Loss loss) {
        TargetEncoding encoded = encode(THREE, softmax(3), loss);
        assertArrayEquals(new float[] {0, 0, 1, 0, 1, 0}, encoded.pick(new int[] {0, 2}));
        assertEquals(new Task.Classes(List.of("a", "b", "c")), encoded.task());
    }

    @Test
    void twoClassesMayHaveAnOutputEach() {
        assertArrayEquals(
                new float[] {1, 0, 0, 1},
                encode(TWO, softmax(2), Loss.CATEGORICAL_CROSS_ENTROPY).pick(new int[] {0, 1}));
    }

    @Test
    void hingeOnSeveralOutputsTellsEachClassFromTheRest() {
        TargetEncoding encoded = encode(THREE, units(3, Activation.LINEAR), Loss.HINGE);
        assertArrayEquals(new float[] {-1, -1, 1}, encoded.pick(new int[] {0}));
        assertArrayEquals(
                new float[] {0, 0, 1},
                encode(THREE, units(3, Activation.LINEAR), Loss.MULTICLASS_HINGE)
                        .pick(new int[] {0}));
    }

    @Test
    void classesThatDoNotMatchTheOutputsAreRefused() {
        assertRefused(
                THREE,
                units(1, Activation.SIGMOID),
                Loss.MSE,
                "f.csv has 3 classes, the output layer has 1 unit; expected 3 units");
        assertRefused(
                THREE,
                softmax(4),
                Loss.CATEGORICAL_CROSS_ENTROPY,
                "f.csv has 3 classes, the output layer has 4 units; expected 3 units");
        assertRefused(
                TWO, softmax(3), Loss.MSE, "f.csv has 2 classes, the output layer has 3 units; expected 1 or 2 units");
        Target one = new Target.Labels(List.of("only"), new int[] {0});
        assertRefused(
                one,
                units(1, Activation.SIGMOID),
                Loss.MSE,
                "f.csv: every row is of class [only]; expected at least two classes");
    }

    @Test
    void amountsStayExactlyAsTheyAre() {
        TargetEncoding encoded = encode(
                numbers(new double[] {0.25, -7}, new double[] {1e6, 0.01}), units(2, Activation.LINEAR), Loss.MSE);
        assertArrayEquals(new float[] {1e6f, 0.01f, 0.25f, -7}, encoded.pick(new int[] {1, 0}));
        assertEquals(new Task.Regression(List.of("y1", "y2")), encoded.task());
    }

    @ParameterizedTest
    @CsvSource({
        "SIGMOID, BINARY_CROSS_ENTROPY, 0, 1, 0, 1",
        "SIGMOID, BINARY_CROSS_ENTROPY, 0.1, 0.9, 0, 1",
        "SIGMOID, BINARY_CROSS_ENTROPY, 1, 1, 0, 1",
        "LINEAR, HINGE, -1, 1, -1, 1",
        "STEP, MSE, 0, 1, 0, 1",
        "SIGN, MSE, 1, -1, -1, 1",
        "TANH, MSE, -1, 1, -1, 1",
        "SIGMOID, MSE, 0.9, 0.1, 0.1, 0.9",
    })
    void twoNumbersOnASquashedOutputAreTwoClasses(
            Activation output, Loss loss, double first, double second, float low, float high) {
        TargetEncoding encoded = encode(column(first, second), units(1, output), loss);
        Task.Binary task = (Task.Binary) encoded.task();
        assertEquals(low, task.low());
        assertEquals(high, task.high());
        assertEquals(2, task.names().size());
        assertArrayEquals(new float[] {(float) first, (float) second}, encoded.pick(new int[] {0, 1}));
    }

    @Test
    void classesThatAreNumbersAreNamedAsTheyAreWritten() {
        assertEquals(
                List.of("0.1", "0.9"),
                encode(column(0.1, 0.9), units(1, Activation.SIGMOID), Loss.MSE)
                        .task()
                        .names());
        assertEquals(
                List.of("-1", "1"),
                encode(column(-1, 1), units(1, Activation.LINEAR), Loss.HINGE)
                        .task()
                        .names());
    }

    @Test
    void otherNumbersAreAmounts() {
        assertEquals(
                new Task.Regression(List.of("y1")),
                encode(column(0, 1), units(1, Activation.LINEAR), Loss.MSE).task());
        assertEquals(
                new Task.Regression(List.of("y1")),
                encode(column(0, 0.5, 1), units(1, Activation.TANH), Loss.MSE).task());
        assertEquals(
                new Task.Regression(List.of("y1")),
                encode(column(1, 1), units(1, Activation.SIGMOID), Loss.MSE).task());
    }

    @Test
    void wholeLabelsBecomeOneHotRows() {
        TargetEncoding encoded = encode(column(2, 0, 1), softmax(3), Loss.SPARSE_CATEGORICAL_CROSS_ENTROPY);
        assertArrayEquals(new float[] {0, 0, 1, 1, 0, 0, 0, 1, 0}, encoded.pick(new int[] {0, 1, 2}));
        assertEquals(new Task.Classes(List.of("0", "1", "2")), encoded.task());
        assertEquals(
                encoded.task(),
                encode(column(2, 0, 1), units(3, Activation.LINEAR), Loss.MULTICLASS_HINGE)
                        .task());
    }

    @Test
    void rowsThatAreOneHotOrSharesAreClasses() {
        double[][] oneHot = {{1, 0}, {0, 1}};
        Task classes = new Task.Classes(List.of("y1", "y2"));
        assertEquals(
                classes,
                encode(numbers(oneHot), softmax(2), Loss.CATEGORICAL_CROSS_ENTROPY)
                        .task());
        assertEquals(
                classes,
                encode(numbers(oneHot), units(2, Activation.SIGMOID), Loss.BINARY_CROSS_ENTROPY)
                        .task());
        assertEquals(
                classes,
                encode(numbers(new double[] {0.3, 0.70005}), softmax(2), Loss.KL_DIVERGENCE)
                        .task());
        assertEquals(
                classes,
                encode(numbers(new double[] {-1, 1}), units(2, Activation.LINEAR), Loss.HINGE)
                        .task());
        assertEquals(
                new Task.Regression(List.of("y1", "y2")),
                encode(numbers(new double[] {1, 1}), units(2, Activation.SIGMOID), Loss.BINARY_CROSS_ENTROPY)
                        .task(),
                "several labels at once are no classes");
    }

    @Test
    void aTargetWithoutMeaningForTheLossNamesRowValueAndWhatWouldFit() {
        assertRefused(
                column(1, 0),
                units(1, Activation.LINEAR),
                Loss.HINGE,
                "f.csv, row 2: the target is 0; hinge expects −1 or +1. Losses that fit these targets: mse, mae, huber, log-cosh, quantile.");
        assertRefused(
                column(1, 0),
                units(1, Activation.SIGMOID),
                Loss.MAPE,
                "f.csv, row 2: the target is 0; mape expects any finite number but 0."
                        + " Losses that fit these targets: mse, mae, huber, log-cosh, quantile, binary-cross-entropy, focal.");
        assertRefused(
                column(0.5, -1),
                units(1, Activation.SIGMOID),
                Loss.BINARY_CROSS_ENTROPY,
                "f.csv, row 2: the target is -1; binary-cross-entropy expects a number from 0 to 1."
                        + " Losses that fit these targets: mse, mae, mape,");
        assertRefused(
                column(0.1),
                units(1, Activation.SIGMOID),
                Loss.FOCAL,
                "f.csv, row 1: the target is 0.1; focal expects 0 or 1. Losses that fit these targets: mse,");
        assertRefused(
                numbers(new double[] {1, 0}, new double[] {1, 1}),
                softmax(2),
                Loss.CATEGORICAL_CROSS_ENTROPY,
                "f.csv, row 2: the target is 1, 1; categorical-cross-entropy expects a one-hot row: one 1, the others 0."
                        + " Losses that fit these targets: mse,");
        assertRefused(
                numbers(new double[] {0.5, 0.4}),
                softmax(2),
                Loss.KL_DIVERGENCE,
                "f.csv, row 1: the target is 0.5, 0.4; kl-divergence expects shares of at least 0 that sum to 1.");
        assertRefused(
                numbers(new double[] {1.5, -0.5}),
                softmax(2),
                Loss.KL_DIVERGENCE,
                "f.csv, row 1: the target is 1.5, -0.5;");
        assertRefused(TWO, units(1, Activation.SIGMOID), Loss.MAPE, "f.csv, row 1: the target is 0; mape expects");
        assertRefused(
                column(1e200),
                units(1, Activation.LINEAR),
                Loss.MSE,
                "f.csv, row 1: the target is 1.0E200; expected a number of at most 3.4028235E38 in size");
    }

    @ParameterizedTest
    @CsvSource({"3", "-1", "0.5"})
    void aLabelThatIsNoClassIsRefused(String label) {
        assertRefused(
                column(0, Double.parseDouble(label)),
                softmax(3),
                Loss.SPARSE_CATEGORICAL_CROSS_ENTROPY,
                "f.csv, row 2: the target is " + label
                        + "; sparse-categorical-cross-entropy expects a whole label from 0 to 2");
    }

    @Test
    void asManyNumbersAsOutputsAreAskedFor() {
        assertRefused(
                column(1),
                softmax(3),
                Loss.CATEGORICAL_CROSS_ENTROPY,
                "f.csv has 1 target number per row, the output layer has 3 units; expected as many of one as of the other, or a loss that takes labels: sparse-categorical-cross-entropy");
        assertRefused(
                column(1),
                units(2, Activation.TANH),
                Loss.MSE,
                "f.csv has 1 target number per row, the output layer has 2 units; expected as many of one as of the other");
        assertRefused(
                numbers(new double[] {1, 0}),
                units(1, Activation.LINEAR),
                Loss.MSE,
                "f.csv has 2 target numbers per row, the output layer has 1 unit; expected as many of one as of the other");
        assertRefused(
                numbers(new double[] {1, 0}),
                softmax(2),
                Loss.SPARSE_CATEGORICAL_CROSS_ENTROPY,
                "f.csv has 2 target numbers per row, the output layer has 2 units; expected one label per row for sparse-categorical-cross-entropy");
    }

    private static void assertRefused(Target target, Network network, Loss loss, String message) {
        String found = assertThrows(InvalidInput.class, () -> encode(target, network, loss))
                .getMessage();
        assertTrue(found.startsWith(message), found);
    }
}
