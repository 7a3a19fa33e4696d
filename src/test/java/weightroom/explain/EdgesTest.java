package weightroom.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weightroom.engine.State;
import weightroom.explain.Quantity.Kind;
import weightroom.explain.Section.Remark;
import weightroom.explain.Section.Result;
import weightroom.explain.Section.Step;

class EdgesTest {
    private static Subject subject(String hidden, double weight, String output, String loss, String optimizer) {
        return Shapes.subject(
                """
                { "weightroom": 1, "seed": 1, "data": { "rows": [[1, 2, 0], [3, 1, 1]], "inputs": 2 },
                  "network": { "layers": [{ "units": 2, "activation": "%s" }, { "units": 1, "activation": "%s" }] },
                  "start": { "weights": [[[%5$s, %5$s], [%5$s, %5$s]], [[%5$s, %5$s]]], "biases": [[0, 0], [0]] },
                  "training": { "loss": "%s", "optimizer": %s } }
                """
                        .formatted(hidden, output, loss, optimizer, weight));
    }

    private static void derivesAll(Subject subject) {
        for (Sample sample : List.of(Sample.row(subject, 0), Sample.batch(subject))) {
            Pass pass = Pass.of(subject, sample, true);
            for (Quantity quantity : DerivationTest.quantities(subject.network())) {
                Derivation derivation = Derivation.of(pass, quantity, 0);
                assertThat(derivation.sections()).isNotEmpty();
                assertThat(derivation.text()).doesNotContain("NaN").doesNotContain("Infinity");
                assertThat(Guess.of(pass, quantity, 0, "12345").sentence()).isNotEmpty();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "tanh, 60, sigmoid, binary-cross-entropy",
        "tanh, 60, sigmoid, focal",
        "tanh, -60, sigmoid, mse",
        "relu, -2, linear, mse",
        "relu, 0, sigmoid, binary-cross-entropy",
        "elu, 3e4, linear, huber",
        "sigmoid, 1e-30, linear, log-cosh"
    })
    void saturatedDeadAndTinyNumbersAreDerivedToo(String hidden, double weight, String output, String loss) {
        derivesAll(subject(hidden, weight, output, loss, "{ \"id\": \"adam\", \"learning-rate\": 0.1 }"));
    }

    @Test
    void anInfiniteSlopeByThePredictionIsSaidToBeOne() {
        Subject subject = subject("tanh", 60, "sigmoid", "binary-cross-entropy", "{ \"id\": \"sgd\" }");
        Pass pass = Pass.of(subject, Sample.row(subject, 0), true);
        Quantity slope = Quantity.unit(Kind.D_ACTIVATION, 1, 0);

        assertThat(pass.value(slope, 0)).isNaN();
        assertThat(Derivation.of(pass, slope, 0).sections())
                .noneMatch(Result.class::isInstance)
                .anyMatch(section ->
                        section instanceof Remark remark && remark.sentence().contains("infinite"));
    }

    @Test
    void theSlopeByThePredictionIsKnownWhereTheProgramNeedsItNot() {
        Subject subject = subject("tanh", 0.5, "sigmoid", "binary-cross-entropy", "{ \"id\": \"sgd\" }");
        Pass pass = Pass.of(subject, Sample.row(subject, 0), true);
        double p = pass.value(Quantity.unit(Kind.ACTIVATION, 1, 0), 0);

        // −log(1 − p) by p
        assertThat(pass.value(Quantity.unit(Kind.D_ACTIVATION, 1, 0), 0)).isCloseTo(1 / (1 - p), within(1e-12));
    }

    @Test
    void aDivergedPassSaysSo() {
        Subject fresh = subject("relu", 1, "linear", "mse", "{ \"id\": \"sgd\" }");
        float[] parameters = fresh.state().parameters().clone();
        parameters[0] = Float.NaN;
        Subject lost = new Subject(fresh.setup(), fresh.plan(), new State(1, parameters, new float[0][]));

        Derivation derivation =
                Derivation.of(Pass.of(lost, Sample.row(lost, 0), true), Quantity.weight(0, 0, 0), Derivation.ALL);

        assertThat(derivation.sections()).hasSize(1).first().isInstanceOf(Remark.class);
    }

    @Test
    void aRuleThatDividesByZeroSaysSo() {
        Subject dead = subject("relu", -2, "linear", "mse", "{ \"id\": \"rmsprop\", \"epsilon\": 0 }");

        List<Section> sections = Derivation.of(
                        Pass.of(dead, Sample.row(dead, 0), true), Quantity.weight(0, 0, 0), Derivation.ALL)
                .sections();

        assertThat(sections).noneMatch(Step.class::isInstance);
        assertThat(((Remark) sections.get(sections.size() - 1)).sentence()).contains("divides by 0");
    }
}
