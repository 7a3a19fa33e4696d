package weightroom.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import weightroom.engine.InvalidInput;
import weightroom.experiment.ExperimentReader;
import weightroom.experiment.Setup;
import weightroom.explain.Quantity.Kind;

class PassTest {
    /** Rounding at every step by hand costs up to one in the last digit. */
    private static final Offset<Double> FOUR_DIGITS = within(1.5e-4);

    @Test
    void gradientsOfOneRowAreTheirFiniteDifferences() {
        Setup setup = Setup.of(
                ExperimentReader.parse(
                        "xor.json",
                        """
                        { "weightroom": 1, "seed": 3, "data": { "source": "xor" },
                          "network": { "layers": [{ "units": 2, "activation": "tanh" }, { "units": 1, "activation": "sigmoid" }] },
                          "training": { "loss": "binary-cross-entropy", "optimizer": { "id": "sgd", "learning-rate": 0.5 } } }
                        """),
                Path.of(""));
        Subject subject = Subject.fresh(setup);
        Pass pass = Pass.of(subject, Sample.row(subject, 1), true);

        assertThat(pass.gradient()).hasSize(9);
        for (int i = 0; i < 9; i++) {
            assertThat(pass.gradient()[i]).isCloseTo(pass.finiteDifference(i), within(1e-7));
        }
        assertThat(pass.phases()).hasSize(11);
        assertThat(pass.value(Quantity.weight(0, 1, 0).as(Kind.D_WEIGHT), 0)).isEqualTo(pass.gradient()[2]);
    }

    /**
     * By hand, rounded to four digits at every step: z₁ = 0.88·0.6 − 0.54·(−0.8) − 0.26 = 0.7, a₁ = tanh 0.7 = 0.6044,
     * z₂ = −0.552, a₂ = −0.5020, z = −0.58·0.6044 + 0.64·(−0.5020) − 0.41 = −1.0818, a = 0.2532, L = 0.7468² = 0.5577.
     * Back: 2·(−0.7468) = −1.4936, times a(1 − a) = 0.1891 gives −0.2824, times v₁ gives 0.1638, times 1 − a₁² = 0.6347
     * gives 0.1040, times x₁ gives 0.0624; the rate is 0.1.
     */
    @Test
    void aTwoTwoOneNetworkHasTheNumbersWorkedOutByHand() {
        Subject subject = Example.XOR.subject();
        Pass pass = Pass.of(subject, Sample.row(subject, 0), true);

        assertNumbers(pass, 0, Kind.SUM, 0.7, -0.552);
        assertNumbers(pass, 0, Kind.ACTIVATION, 0.6044, -0.5020);
        assertNumbers(pass, 1, Kind.SUM, -1.0818);
        assertNumbers(pass, 1, Kind.ACTIVATION, 0.2532);
        assertThat(pass.value(Quantity.LOSS, 0)).isCloseTo(0.5577, FOUR_DIGITS);
        assertNumbers(pass, 1, Kind.D_ACTIVATION, -1.4936);
        assertNumbers(pass, 1, Kind.D_SUM, -0.2824);
        assertNumbers(pass, 0, Kind.D_ACTIVATION, 0.1638, -0.1807);
        assertNumbers(pass, 0, Kind.D_SUM, 0.1040, -0.1352);
        assertNumbers(pass, 0, Kind.D_BIAS, 0.1040, -0.1352);
        assertNumbers(pass, 1, Kind.D_BIAS, -0.2824);
        double[] weights = {0.0624, -0.0832, -0.0811, 0.1082};
        for (int i = 0; i < 4; i++) {
            Quantity weight = Quantity.weight(0, i / 2, i % 2);
            assertThat(pass.value(weight.as(Kind.D_WEIGHT), 0)).isCloseTo(weights[i], FOUR_DIGITS);
        }
        assertThat(pass.value(Quantity.weight(1, 0, 0).as(Kind.D_WEIGHT), 0)).isCloseTo(-0.1707, FOUR_DIGITS);
        assertThat(pass.value(Quantity.weight(1, 0, 1).as(Kind.D_WEIGHT), 0)).isCloseTo(0.1418, FOUR_DIGITS);
        assertThat(pass.value(Quantity.weight(0, 0, 0).as(Kind.NEW_WEIGHT), 0)).isCloseTo(0.8738, FOUR_DIGITS);
    }

    private static void assertNumbers(Pass pass, int layer, Kind kind, double... expected) {
        for (int u = 0; u < expected.length; u++) {
            assertThat(pass.value(Quantity.unit(kind, layer, u), 0))
                    .as("%s of unit %d in layer %d", kind, u, layer)
                    .isCloseTo(expected[u], FOUR_DIGITS);
        }
    }

    @Test
    void aBatchOfTooManyRowsIsRefusedWithTheNumberThatWouldDo() {
        String many =
                """
                { "weightroom": 1, "data": { "source": "circle", "samples": 6000 },
                  "network": { "layers": [{ "units": %d, "activation": "tanh" }, { "units": 1, "activation": "sigmoid" }] },
                  "training": { "loss": "binary-cross-entropy", "batch": "full" } }
                """;
        Subject small = subject(many.formatted(2));
        assertThatThrownBy(() -> Sample.batch(small))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("at most 4096 are explained at a time with 9 parameters");
        Subject large = subject(many.formatted(10_000));
        assertThatThrownBy(() -> Sample.batch(large))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("at most 991 are explained at a time with 40001 parameters");
        assertThat(Pass.of(large, Sample.row(large, 7), true).loss()).isFinite();
    }

    private static Subject subject(String text) {
        return Subject.fresh(Setup.of(ExperimentReader.parse("many.json", text), Path.of("")));
    }
}
