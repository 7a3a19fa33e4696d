package weightroom.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weightroom.engine.Layout.Slice;

class LayoutTest {
    private static Network network(int inputs, int... units) {
        return new Network(
                inputs,
                Arrays.stream(units)
                        .mapToObj(u -> new Layer(u, Activation.TANH))
                        .toList(),
                false);
    }

    /** 4-3-2-1: 15 + 8 + 3; 3-4-1: 16 + 5; 784-128-128-10: 100,480 + 16,512 + 1,290. */
    @ParameterizedTest
    @CsvSource({"4 3 2 1, 26", "3 4 1, 21", "784 128 128 10, 118282", "2 8 8 1, 105", "2 1, 3"})
    void parametersAreCountedAsInTheTextbook(String widths, int parameters) {
        int[] all =
                Arrays.stream(widths.split(" ", -1)).mapToInt(Integer::parseInt).toArray();
        Layout layout = Layout.of(network(all[0], Arrays.copyOfRange(all, 1, all.length)));
        assertEquals(parameters, layout.trainable());
        assertEquals(parameters, layout.total());
    }

    /** 2-3-1 with batch norm, then prelu: 6 weights, 3 γ, 3 β, α; 3 weights, bias; then 3 means and 3 variances. */
    @Test
    void measuredNumbersStandBehindTrainedOnes() {
        Layer norm = new Layer(3, Activation.PRELU).withBatchNorm();
        Layout layout = Layout.of(new Network(2, List.of(norm, new Layer(1, Activation.LINEAR)), false));
        assertEquals(new Slice(2, 3, 0, Layout.NONE, 6, 9, 12, 17, 20), layout.slice(0));
        assertEquals(
                new Slice(3, 1, 13, 16, Layout.NONE, Layout.NONE, Layout.NONE, Layout.NONE, Layout.NONE),
                layout.slice(1));
        assertEquals(17, layout.trainable());
        assertEquals(23, layout.total());
        assertEquals(6, layout.slice(0).weightsEnd());
    }

    @Test
    void aBlankStartHasGammaOneVarianceOneAndAlphaOfTheLayer() {
        Layer norm = new Layer(2, Activation.PRELU, 0.3, 0, true);
        Network network = new Network(1, List.of(norm), false);
        float[] start =
                new Start.Drawn(Initializer.ZEROS, List.of(), Initializer.ZEROS, List.of()).parameters(network, 1);
        assertEquals("[0.0, 0.0, 1.0, 1.0, 0.0, 0.0, 0.3, 0.0, 0.0, 1.0, 1.0]", Arrays.toString(start));
    }

    /** l1: 0.1·(1 + 2 + 3) over weights 1, −2, 3; l2: 0.01·(1 + 4 + 9); the biases 50 and 60 are left out. */
    @Test
    void penaltiesAreOfWeightsOnly() {
        Layout layout = Layout.of(network(2, 1, 1));
        float[] parameters = {1, -2, 50, 3, 60};
        assertEquals(0.6 + 0.14, layout.penalty(parameters, 0.1, 0.01), 1e-12);
        assertEquals(0, layout.penalty(parameters, 0, 0));
    }

    @Test
    void networksBeyondTheLimitAreRefusedWithTheirSize() {
        InvalidInput refusal = assertThrows(InvalidInput.class, () -> network(3000, 3000));
        assertTrue(refusal.getMessage().contains("9003000 parameters"), refusal.getMessage());
        assertThrows(InvalidInput.class, () -> network(Integer.MAX_VALUE, Integer.MAX_VALUE));
        assertThrows(InvalidInput.class, () -> network(0, 1));
        assertThrows(InvalidInput.class, () -> new Layer(0, Activation.TANH));
        assertThrows(InvalidInput.class, () -> new Layer(1, Activation.TANH).withDropout(1));
        assertThrows(InvalidInput.class, () -> new Layer(1, Activation.TANH).withDropout(Double.NaN));
    }
}
