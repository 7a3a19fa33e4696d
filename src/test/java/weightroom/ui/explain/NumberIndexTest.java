package weightroom.ui.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import weightroom.engine.Layout;
import weightroom.engine.Network;
import weightroom.experiment.ExperimentReader;
import weightroom.experiment.Setup;
import weightroom.explain.Quantity;
import weightroom.explain.Quantity.Kind;
import weightroom.explain.Symbols;

class NumberIndexTest {
    private static NumberIndex index(String layers, String loss) {
        Network network = Setup.of(
                        ExperimentReader.parse(
                                "xor.json",
                                """
                                { "weightroom": 1, "seed": 3, "data": { "source": "xor", "samples": 40 },
                                  "network": { "layers": [%s] },
                                  "training": { "loss": "%s", "optimizer": { "id": "sgd", "learning-rate": 0.5 } } }
                                """
                                        .formatted(layers, loss)),
                        Path.of(""))
                .plan()
                .network();
        return new NumberIndex(Layout.of(network).slices(), NumberIndex.UNIT, Symbols.of(network)::name);
    }

    private static final String XOR =
            "{ \"units\": 2, \"activation\": \"tanh\" }, { \"units\": 1, \"activation\": \"sigmoid\" }";

    @Test
    void everyParameterAndEveryUnitIsInTheIndexOnce() {
        NumberIndex index = index(XOR, "mse");

        assertThat(new HashSet<>(index)).hasSameSizeAs(index);
        assertThat(index.stream().filter(quantity -> quantity.kind().parameter()))
                .hasSize(9);
        assertThat(index)
                .startsWith(Quantity.LOSS, Quantity.unit(Kind.SUM, 0, 0), Quantity.unit(Kind.ACTIVATION, 0, 0))
                .contains(Quantity.weight(0, 1, 0), Quantity.bias(0, 1), Quantity.weight(1, 0, 1), Quantity.bias(1, 0))
                .contains(Quantity.unit(Kind.D_SUM, 0, 1), Quantity.unit(Kind.D_ACTIVATION, 1, 0));
        assertThat(index.get(index.size() - 1)).isEqualTo(Quantity.bias(1, 0));
    }

    @Test
    void batchNormHasScaleAndShiftInThePlaceOfBiasAndALearnedSlopeStandsAfterItsLayer() {
        NumberIndex index = index(
                "{ \"units\": 3, \"activation\": \"prelu\", \"batch-norm\": true },"
                        + " { \"units\": 1, \"activation\": \"sigmoid\" }",
                "mse");

        assertThat(index)
                .contains(Quantity.unit(Kind.GAMMA, 0, 2), Quantity.unit(Kind.BETA, 0, 0))
                .doesNotContain(Quantity.bias(0, 0))
                .contains(Quantity.unit(Kind.ALPHA, 0, 0), Quantity.bias(1, 0));
        // 3 × (2 + 2) + α of the first layer, 3 + 1 of the second.
        assertThat(index.stream().filter(quantity -> quantity.kind().parameter()))
                .hasSize(17);
    }

    @Test
    void aPartOfTheNameFindsItWithUsualDigitsToo() {
        NumberIndex index = index(XOR, "mse");

        assertThat(index.find("w21").get(0)).isEqualTo(Quantity.weight(0, 1, 0));
        assertThat(index.find("hidden 2 bias")).containsExactly(Quantity.bias(0, 1));
        assertThat(index.find("B₂")).first().isEqualTo(Quantity.bias(0, 1));
        assertThat(index.find("nothing of the kind")).isEmpty();
        assertThat(index.find("  ")).isSameAs(index);
    }

    @Test
    void amongThousandsAFewHundredAreFound() {
        NumberIndex index = index(
                "{ \"units\": 300, \"activation\": \"relu\" }, { \"units\": 200, \"activation\": \"relu\" },"
                        + " { \"units\": 1, \"activation\": \"sigmoid\" }",
                "mse");

        assertThat(index).hasSizeGreaterThan(60_000);
        List<Quantity> found = index.find("w");
        assertThat(found).hasSize(NumberIndex.MOST_FOUND);
        assertThat(index.find("unit 300 of layer 1 unit 200 of layer 2")).contains(Quantity.weight(1, 199, 299));
    }
}
