package weightroom.engine.opencl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import weightroom.engine.Activation;
import weightroom.engine.Layer;
import weightroom.engine.Layout;
import weightroom.engine.Loss;
import weightroom.engine.Network;
import weightroom.engine.Optimizer;
import weightroom.engine.Plan;
import weightroom.engine.Replica;

/** The text and the layout of the fused program, which need no device. */
class FusedSourceTest {
    private static Network network(int inputs, Activation hidden, Activation output, int... units) {
        List<Layer> layers = IntStream.range(0, units.length)
                .mapToObj(l -> new Layer(units[l], l == units.length - 1 ? output : hidden))
                .toList();
        return new Network(inputs, layers, false);
    }

    private static String text(Network network, Loss loss, int batch, Optimizer... rules) {
        List<Replica> replicas =
                Arrays.stream(rules).map(rule -> new Replica(1, rule, 0.1)).toList();
        return new FusedSource(new Plan(network, loss, batch, true, 10, replicas), 500).text();
    }

    @ParameterizedTest
    @EnumSource(
            value = Activation.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"STEP", "SIGN"})
    void theFormulasOfAnActivationStandInTheSource(Activation activation) {
        String text = text(network(2, activation, Activation.LINEAR, 8, 1), Loss.MSE, 10, Optimizer.SGD);
        assertTrue(text.contains("as[i] = " + activation.kernel().value() + ";"));
        assertTrue(text.contains("d[i] *= " + activation.kernel().slope() + ";"));
        assertTrue(text.contains("h1[u] = " + activation.kernel().value() + ";"), "in the predicting kernel too");
    }

    @ParameterizedTest
    @EnumSource(Loss.class)
    void theFormulasOfALossStandInTheSource(Loss loss) {
        Network plain = network(2, Activation.TANH, Activation.LINEAR, 8, 3);
        Network network =
                switch (loss.fit()) {
                    case SIGMOID -> network(2, Activation.TANH, Activation.SIGMOID, 8, 1);
                    case SOFTMAX -> new Network(2, plain.layers(), true);
                    default -> plain;
                };
        String text = text(network, loss, 10, Optimizer.SGD);
        assertTrue(text.contains("each[s * OUTPUTS + k] = " + loss.kernel().value() + ";"));
        assertTrue(text.contains("const float slope = " + loss.kernel().slope() + ";"));
    }

    @Test
    void onlyTheRulesInUseStandInTheSourceEachOnce() {
        String text = text(
                network(2, Activation.TANH, Activation.LINEAR, 8, 1),
                Loss.MSE,
                10,
                Optimizer.ADAM,
                Optimizer.SGD,
                Optimizer.ADAM);
        assertEquals(text.indexOf(Optimizer.ADAM.kernel()), text.lastIndexOf(Optimizer.ADAM.kernel()));
        assertTrue(text.contains(Optimizer.SGD.kernel()));
        assertFalse(text.contains(Optimizer.LION.kernel()));
        assertTrue(text.contains("#define SLOTS 2"), "room for what the greediest rule needs");
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "4, 4", "10, 10", "16, 16", "17, 9", "32, 16", "500, 16", "2147483647, 16"})
    void aBatchIsCutIntoEqualTilesOfAtMost16Rows(int batch, int tile) {
        String text = text(network(2, Activation.TANH, Activation.LINEAR, 8, 1), Loss.MSE, batch, Optimizer.SGD);
        assertTrue(text.contains("#define TILE " + tile + "\n"));
    }

    @Test
    void ratesKnobsAndPenaltiesAreNoPartOfTheSource() {
        Network network = network(2, Activation.TANH, Activation.LINEAR, 8, 1);
        Replica other = new Replica(9, Optimizer.MOMENTUM, 0.7);
        String before = text(network, Loss.MSE, 10, Optimizer.MOMENTUM);
        String after = new FusedSource(new Plan(network, Loss.MSE, 10, false, 99, other), 500).text();
        assertEquals(before, after, "so that turning a knob builds no kernel");
    }

    /** Widths on both sides of a vector, and outputs whose lanes are inputs. */
    @ParameterizedTest
    @CsvSource({"1, 1", "2, 8 8 1", "3, 2 2", "2, 4 3", "5, 9 16 17 3", "33, 65 2"})
    void packingGivesEachNumberAPlaceOfItsOwn(int inputs, String widths) {
        int[] units =
                Arrays.stream(widths.split(" ", -1)).mapToInt(Integer::parseInt).toArray();
        Network network = network(inputs, Activation.PRELU, Activation.LINEAR, units);
        FusedShape shape = new FusedShape(network);
        Layout layout = Layout.of(network);
        float[] flat = new float[layout.trainable()];
        for (int i = 0; i < flat.length; i++) {
            flat[i] = i + 1;
        }
        float[] packed = new float[shape.floats()];
        shape.pack(layout, flat, packed, 0);
        Set<Float> found = new HashSet<>();
        for (float number : packed) {
            assertTrue(number == 0 || found.add(number), "a number stands twice");
        }
        assertEquals(flat.length, found.size());
        float[] back = new float[flat.length];
        shape.unpack(layout, packed, 0, back);
        assertArrayEquals(flat, back);
    }
}
