package weightroom.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import weightroom.data.DataSource.Options;
import weightroom.engine.Activation;
import weightroom.engine.InvalidInput;
import weightroom.engine.Layer;
import weightroom.engine.Loss;
import weightroom.engine.Network;
import weightroom.engine.Rows;
import weightroom.engine.Task;

class PreparationTest {
    private static Network network(int inputs, int outputs, Activation activation) {
        return new Network(inputs, List.of(new Layer(outputs, activation)), false);
    }

    @Test
    void withoutPreparationTheTrainingRowsAreTheFile() {
        Dataset xor = DataSource.XOR.generate(DataSource.XOR.defaults(), 1);
        Prepared prepared =
                Preparation.NONE.prepare(xor, network(2, 1, Activation.SIGMOID), Loss.BINARY_CROSS_ENTROPY, 7);
        Rows train = prepared.split().train();
        assertArrayEquals(new float[] {0, 0, 0, 1, 1, 0, 1, 1}, train.inputs());
        assertArrayEquals(new float[] {0, 1, 1, 0}, train.targets());
        assertTrue(prepared.split().validation().isEmpty()
                && prepared.split().test().isEmpty());
        assertArrayEquals(new int[] {0, 1, 2, 3}, prepared.parts().train());
        assertEquals(new Task.Binary(0, 1, List.of("0", "1")), prepared.task());
        assertEquals(List.of("x1", "x2"), prepared.featureNames());
        assertSame(xor, prepared.dataset());
    }

    @Test
    void featuresAreComputedFromRawInputs() {
        Preparation preparation = new Preparation(List.of("x1*x2", "x1^2", "x2"), Shares.ALL, false);
        Dataset rows = Dataset.ofRows("f", new double[][] {{2, 3, 1}, {-1, 4, 0}}, 2);
        assertEquals(3, preparation.width(rows));
        assertEquals(2, Preparation.NONE.width(rows));
        Prepared prepared = preparation.prepare(rows, network(3, 1, Activation.LINEAR), Loss.MSE, 1);
        assertArrayEquals(
                new float[] {6, 4, 3, -4, 1, 4}, prepared.split().train().inputs());
        assertArrayEquals(new float[] {10, 4, 5}, prepared.map().apply(new double[][] {{2, 5}}));
        assertEquals(List.of("x1*x2", "x1^2", "x2"), prepared.featureNames());
    }

    @Test
    void scalingIsMeasuredOnTheTrainingPartOnly() {
        Dataset iris = DataSource.IRIS.generate(DataSource.IRIS.defaults(), 1);
        Prepared prepared = new Preparation(List.of(), new Shares(0.5, 0.25), true)
                .prepare(iris, softmax(4, 3), Loss.CATEGORICAL_CROSS_ENTROPY, 3);
        Rows train = prepared.split().train();
        for (int j = 0; j < 4; j++) {
            double sum = 0;
            double squares = 0;
            for (int i = 0; i < 75; i++) {
                double x = train.inputs()[i * 4 + j];
                sum += x / 75;
                squares += x * x / 75;
            }
            assertEquals(0, sum, 1e-6);
            assertEquals(1, squares, 1e-5);
        }
        int row = prepared.parts().test()[0];
        float scaled = prepared.split().test().inputs()[2];
        assertEquals(iris.inputs()[row][2], prepared.map().scaling().restore(2, scaled), 1e-6);
        assertArrayEquals(
                Arrays.copyOf(prepared.split().test().inputs(), 4),
                prepared.map().apply(new double[][] {iris.inputs()[row]}));
    }

    @Test
    void everyPartHoldsTheRowsThatItNames() {
        Dataset spiral = DataSource.SPIRAL.generate(new Options(50, 0.1, 2), 1);
        Prepared prepared = new Preparation(List.of(), new Shares(0.6, 0.2), false)
                .prepare(spiral, network(2, 1, Activation.TANH), Loss.MSE, 3);
        int[] labels = ((Target.Labels) spiral.target()).labels();
        Rows test = prepared.split().test();
        assertEquals(10, test.count());
        for (int i = 0; i < 10; i++) {
            int row = prepared.parts().test()[i];
            assertEquals((float) spiral.inputs()[row][1], test.inputs()[2 * i + 1]);
            assertEquals(labels[row] == 1 ? 1f : -1f, test.targets()[i]);
        }
    }

    @Test
    void aNetworkOfAnotherWidthIsRefused() {
        Dataset xor = DataSource.XOR.generate(DataSource.XOR.defaults(), 1);
        assertRefused(
                () -> Preparation.NONE.prepare(xor, network(3, 1, Activation.TANH), Loss.MSE, 1),
                "the network takes 3 inputs; xor gives 2 features");
    }

    @Test
    void aFeatureBeyondAFloatNamesItsRow() {
        Dataset rows = Dataset.ofRows("f.csv", new double[][] {{1, 0}, {1e20, 1}}, 1);
        Preparation squared = new Preparation(List.of("x1^2"), Shares.ALL, false);
        assertRefused(
                () -> squared.prepare(rows, network(1, 1, Activation.LINEAR), Loss.MSE, 1),
                "f.csv, row 2, feature x1^2: ");
    }

    @Test
    void aPointWhereAFormulaHasNoValueIsNotANumber() {
        Dataset rows = Dataset.ofRows("f", new double[][] {{1, 0}, {2, 1}}, 1);
        Prepared prepared = new Preparation(List.of("log(x1)"), Shares.ALL, false)
                .prepare(rows, network(1, 1, Activation.LINEAR), Loss.MSE, 1);
        assertTrue(Float.isNaN(prepared.map().apply(new double[][] {{-1}})[0]));
    }

    static Network softmax(int inputs, int outputs) {
        return new Network(inputs, List.of(new Layer(outputs, Activation.LINEAR)), true);
    }

    private static void assertRefused(Runnable code, String message) {
        String found = assertInstanceOf(InvalidInput.class, assertThrows(RuntimeException.class, code::run))
                .getMessage();
        assertTrue(found.startsWith(message), found);
    }
}
