package weightroom.ui.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import weightroom.arithmetic.Shown;
import weightroom.experiment.ExperimentReader;
import weightroom.experiment.Setup;
import weightroom.explain.Derivation;
import weightroom.explain.Pass;
import weightroom.explain.Phase;
import weightroom.explain.Phase.Step;
import weightroom.explain.Quantity;
import weightroom.explain.Quantity.Kind;
import weightroom.explain.Sample;
import weightroom.explain.Section;
import weightroom.explain.Section.Factor;
import weightroom.explain.Section.Lead;
import weightroom.explain.Section.Line;
import weightroom.explain.Subject;

class RevealedTest {
    private static final Quantity WEIGHT = Quantity.weight(0, 0, 0);
    private static final Section.Factors FACTORS = new Section.Factors(List.of(
            factor("\\frac{\\partial L}{\\partial a}", "2(a - y)", "2 \\cdot (0.25 - 1)", -1.5, Kind.D_ACTIVATION, 1),
            factor("\\frac{\\partial a}{\\partial z}", "a(1 - a)", "0.25 \\cdot 0.75", 0.1875, Kind.ACTIVATION, 1)));
    private static final Section.Result RESULT =
            new Section.Result("\\frac{\\partial L}{\\partial w_{11}}", Shown.card(0.0312), "positive: 50 % of it");
    private static final Section.Step STEP = new Section.Step(
            "SGD",
            List.of(),
            List.of(new Line("", "w_{11}", "w_{11} - \\eta g", "0.88 - 0.1 \\cdot 0.0312", Shown.card(0.87688), true)),
            Shown.card(0.88),
            Shown.card(0.87688));
    private static final Derivation DERIVATION = new Derivation(
            WEIGHT,
            Derivation.ALL,
            "w₁₁, from x₁ to hidden 1",
            List.of(
                    new Section.InSymbols(
                            "\\frac{\\partial L}{\\partial w_{11}}",
                            List.of("\\frac{\\partial L}{\\partial a} \\cdot x_1")),
                    FACTORS,
                    RESULT,
                    STEP));

    private final Pass pass = pass();

    private static Factor factor(String symbol, String formula, String numbers, double value, Kind kind, int layer) {
        Lead lead = new Lead(Quantity.unit(kind, layer, 0), 0);
        return new Factor(symbol, formula, numbers, Shown.card(value), Optional.of(lead), "");
    }

    private static Pass pass() {
        Subject subject = Subject.fresh(Setup.of(
                ExperimentReader.parse(
                        "xor.json",
                        """
                        { "weightroom": 1, "seed": 3, "data": { "source": "xor" },
                          "network": { "layers": [{ "units": 2, "activation": "tanh" }, { "units": 1, "activation": "sigmoid" }] },
                          "training": { "loss": "mse", "optimizer": { "id": "sgd", "learning-rate": 0.1 } } }
                        """),
                Path.of("")));
        return Pass.of(subject, Sample.row(subject, 0), false);
    }

    /** As when the pass has come to a phase. */
    private Revealed at(Step step) {
        List<Phase> phases = pass.phases();
        int now = 0;
        while (phases.get(now).step() != step) {
            now++;
        }
        int place = now;
        return new Revealed(pass, WEIGHT, quantity -> Phase.revealing(phases, quantity) <= place);
    }

    @Test
    void aPartIsAheadUntilThePhaseOfItsNumbers() {
        Revealed forward = at(Step.SUM);
        assertThat(forward.ahead(FACTORS)).map(Phase::step).contains(Step.OUTPUT);
        assertThat(forward.ahead(RESULT)).map(Phase::step).contains(Step.D_PARAMETERS);
        assertThat(forward.ahead(STEP)).map(Phase::step).contains(Step.UPDATE);
        assertThat(forward.ahead(DERIVATION.sections().get(0))).isEmpty();

        Revealed back = at(Step.D_PARAMETERS);
        assertThat(back.ahead(FACTORS)).isEmpty();
        assertThat(back.ahead(RESULT)).isEmpty();
        assertThat(back.ahead(STEP)).map(Phase::step).contains(Step.UPDATE);
        assertThat(at(Step.UPDATE).ahead(STEP)).isEmpty();
    }

    @Test
    void afterTheOutputTheSlopeOfTheActivationIsKnownAndThatOfTheLossIsNot() {
        Revealed output = at(Step.OUTPUT);

        assertThat(output.ahead(FACTORS)).isEmpty();
        assertThat(output.knows(FACTORS.factors().get(0))).isFalse();
        assertThat(output.knows(FACTORS.factors().get(1))).isTrue();
    }

    @Test
    void whatIsCopiedHoldsNoNumberThatIsStillToCome() {
        Derivation seen = at(Step.OUTPUT).seen(DERIVATION);

        assertThat(seen.sections()).hasSize(2);
        assertThat(seen.text())
                .contains("w₁₁, from x₁ to hidden 1", "∂a/∂z = a(1 − a) = 0.25 · 0.75 = 0.1875", "2(a − y) = ?")
                .doesNotContain("1.5", "0.0312", "0.8769");
        assertThat(seen.latex()).contains("0.1875").doesNotContain("1.5", "0.0312", "0.8769");
        assertThat(at(Step.UPDATE).seen(DERIVATION)).isEqualTo(DERIVATION);
    }
}
