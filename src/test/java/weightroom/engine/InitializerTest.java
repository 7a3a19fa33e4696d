package weightroom.engine;

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
import weightroom.engine.RandomStream.Purpose;

class InitializerTest {
    private static final int IN = 30;
    private static final int OUT = 20;
    private static final int N = 200_000;

    private static double[] draws(Initializer initializer, double... knobs) {
        RandomStream stream = new RandomStream(7, Purpose.START, 0);
        double[] draws = new double[N];
        for (int i = 0; i < N; i++) {
            draws[i] = initializer.draw(stream, IN, OUT, knobs);
        }
        return draws;
    }

    private static double moment(double[] draws, double mean, int power) {
        double sum = 0;
        for (double draw : draws) {
            sum += Math.pow(draw - mean, power);
        }
        return sum / draws.length;
    }

    /** Variances for 30 inputs and 20 outputs: 2/50, 2/30 and 1/30; flat ones have 9/5 of it squared as 4th moment. */
    @ParameterizedTest
    @CsvSource({
        "XAVIER_UNIFORM, 0.04, 1.8",
        "XAVIER_NORMAL, 0.04, 3",
        "HE_UNIFORM, 0.0666667, 1.8",
        "HE_NORMAL, 0.0666667, 3",
        "LECUN_UNIFORM, 0.0333333, 1.8",
        "LECUN_NORMAL, 0.0333333, 3"
    })
    void momentsAreThoseOfTheFormula(Initializer initializer, double variance, double kurtosis) {
        double[] draws = draws(initializer);
        assertEquals(0, moment(draws, 0, 1), 4 * Math.sqrt(variance / N));
        assertEquals(variance, moment(draws, 0, 2), 0.02 * variance);
        assertEquals(kurtosis, moment(draws, 0, 4) / (variance * variance), 0.1);
    }

    @ParameterizedTest
    @CsvSource({"XAVIER_UNIFORM, 0.34641", "HE_UNIFORM, 0.44721", "LECUN_UNIFORM, 0.31623"})
    void flatOnesStayWithinTheirBound(Initializer initializer, double bound) {
        double largest = 0;
        for (double draw : draws(initializer)) {
            largest = Math.max(largest, Math.abs(draw));
        }
        assertEquals(bound, largest, 1e-4);
        assertTrue(largest <= bound + 1e-5);
    }

    @Test
    void ownNumbersAreHeard() {
        assertEquals(0.25, draws(Initializer.CONSTANT, 0.25)[17]);
        assertEquals(0, draws(Initializer.ZEROS)[17]);
        double[] flat = draws(Initializer.UNIFORM, 2, 6);
        assertEquals(4, moment(flat, 0, 1), 0.02);
        assertEquals(16.0 / 12, moment(flat, 4, 2), 0.02);
        double[] bell = draws(Initializer.NORMAL, -1, 0.5);
        assertEquals(-1, moment(bell, 0, 1), 0.01);
        assertEquals(0.25, moment(bell, -1, 2), 0.005);
    }

    @ParameterizedTest
    @EnumSource(Initializer.class)
    void theSameSeedStartsTheSameAndChangingOneLayerLeavesTheOthers(Initializer initializer) {
        List<Double> knobs = Arrays.stream(initializer.defaults()).boxed().toList();
        Start start = new Start.Drawn(initializer, knobs, Initializer.UNIFORM, List.of(-1.0, 1.0));
        Network network = new Network(
                2,
                List.of(new Layer(3, Activation.TANH), new Layer(4, Activation.TANH), new Layer(1, Activation.TANH)),
                false);
        Network narrower = new Network(
                2,
                List.of(new Layer(3, Activation.TANH), new Layer(2, Activation.TANH), new Layer(1, Activation.TANH)),
                false);
        float[] first = start.parameters(network, 5);
        assertArrayEquals(first, start.parameters(network, 5));
        assertEquals(-1, Arrays.mismatch(first, 0, 9, start.parameters(narrower, 5), 0, 9));
        assertTrue(Arrays.mismatch(first, start.parameters(network, 6)) >= 0);
    }

    @Test
    void writtenOutNumbersOfAnotherShapeAreRefusedByPlace() {
        Network network = new Network(2, List.of(new Layer(2, Activation.TANH)), false);
        List<List<List<Double>>> weights = List.of(List.of(List.of(1.0, 2.0), List.of(3.0)));
        InvalidInput refusal =
                assertThrows(InvalidInput.class, () -> new Start.Given(weights, List.of()).parameters(network, 0));
        assertTrue(refusal.getMessage().contains("start.weights[0][1] has 1 inputs"), refusal.getMessage());
        float[] parameters = new Start.Given(
                        List.of(List.of(List.of(1.0, 2.0), List.of(3.0, 4.0))), List.of(List.of(5.0, 6.0)))
                .parameters(network, 0);
        assertArrayEquals(new float[] {1, 2, 3, 4, 5, 6}, parameters);
    }
}
