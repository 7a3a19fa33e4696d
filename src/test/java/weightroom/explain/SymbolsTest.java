package weightroom.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import weightroom.engine.Activation;
import weightroom.engine.Layer;
import weightroom.engine.Network;
import weightroom.explain.Quantity.Kind;

class SymbolsTest {
    private static Symbols of(int inputs, int... units) {
        List<Layer> layers = Arrays.stream(units)
                .mapToObj(n -> new Layer(n, Activation.TANH))
                .toList();
        return Symbols.of(new Network(inputs, layers, false));
    }

    @Test
    void aSmallNetworkIsWrittenAsOnABlackboard() {
        Symbols symbols = of(2, 2, 1);

        assertThat(symbols.text(Quantity.weight(0, 0, 1))).isEqualTo("w₁₂");
        assertThat(symbols.latex(Quantity.weight(0, 0, 1))).isEqualTo("w_{12}");
        assertThat(symbols.text(Quantity.weight(1, 0, 1))).isEqualTo("v₂");
        assertThat(symbols.text(Quantity.bias(0, 1))).isEqualTo("b₂");
        assertThat(symbols.text(Quantity.bias(1, 0))).isEqualTo("c");
        assertThat(symbols.text(Quantity.unit(Kind.SUM, 0, 0))).isEqualTo("z₁");
        assertThat(symbols.text(Quantity.unit(Kind.ACTIVATION, 1, 0))).isEqualTo("a");
        assertThat(symbols.text(Quantity.weight(0, 0, 0).as(Kind.D_WEIGHT))).isEqualTo("∂L/∂w₁₁");
        assertThat(symbols.latex(Quantity.bias(1, 0).as(Kind.D_BIAS))).isEqualTo("\\frac{\\partial L}{\\partial c}");
    }

    @Test
    void aNameSaysWhereItStands() {
        Symbols small = of(2, 2, 1);
        Symbols deep = of(3, 4, 4, 2);

        assertThat(small.name(Quantity.weight(0, 0, 0))).isEqualTo("w₁₁, from x₁ to hidden 1");
        assertThat(small.name(Quantity.weight(1, 0, 1))).isEqualTo("v₂, from hidden 2 to output");
        assertThat(deep.name(Quantity.weight(1, 2, 3)))
                .isEqualTo("w₃₄⁽²⁾, from unit 4 of layer 1 to unit 3 of layer 2");
        assertThat(deep.name(Quantity.bias(2, 1))).isEqualTo("b₂⁽³⁾, bias of output 2");
        assertThat(deep.spoken(Quantity.weight(1, 2, 3).as(Kind.D_WEIGHT)))
                .isEqualTo("derivative of the loss by w 3 4 of layer 2");
    }

    @Test
    void indicesOfTwoDigitsAreKeptApart() {
        Symbols symbols = of(784, 128, 10);

        assertThat(symbols.latex(Quantity.weight(0, 11, 782))).isEqualTo("w_{12,783}^{(1)}");
        assertThat(symbols.text(Quantity.weight(0, 11, 782))).isEqualTo("w₁₂,₇₈₃⁽¹⁾");
    }

    @Test
    void aSingleLayerHasNoOtherToTellItFrom() {
        assertThat(of(2, 1).text(Quantity.weight(0, 0, 1))).isEqualTo("w₂");
        assertThat(of(2, 1).text(Quantity.unit(Kind.SUM, 0, 0))).isEqualTo("z");
        assertThat(of(2, 3).text(Quantity.weight(0, 2, 1))).isEqualTo("w₃₂");
        assertThat(of(2, 3).text(Quantity.unit(Kind.TARGET, 0, 2))).isEqualTo("y₃");
    }

    @Test
    void noTwoNumbersOfANetworkHaveOneName() {
        for (int[] units : new int[][] {{1}, {2, 1}, {4, 3}, {3, 2, 1}, {1, 1}, {3}}) {
            assertThat(everything(units)).doesNotHaveDuplicates();
        }
    }

    private static List<String> everything(int... units) {
        Symbols symbols = of(2, units);
        List<String> names = new ArrayList<>();
        for (int l = 0; l < units.length; l++) {
            for (int u = 0; u < units[l]; u++) {
                names.add(symbols.text(Quantity.bias(l, u)));
                names.add(symbols.text(Quantity.unit(Kind.SUM, l, u)));
                names.add(symbols.text(Quantity.unit(Kind.ACTIVATION, l, u)));
                names.add(symbols.text(Quantity.weight(l, u, 0)));
            }
        }
        return names;
    }
}
