package weightroom.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import weightroom.arithmetic.Arithmetic;
import weightroom.explain.Section.Check;
import weightroom.explain.Section.Factors;
import weightroom.explain.Section.Given;
import weightroom.explain.Section.InSymbols;
import weightroom.explain.Section.Line;
import weightroom.explain.Section.Remark;
import weightroom.explain.Section.Result;
import weightroom.explain.Section.Step;

class PerceptronTest {
    /** z = 0.5·1 + 0.4·(−2) + 0.1 = −0.2, so the answer is 0; wanted is 1. */
    private static List<Section> sections(Quantity quantity) {
        return sections(quantity, "");
    }

    private static List<Section> sections(Quantity quantity, String more) {
        Subject subject = Shapes.subject(
                """
                { "weightroom": 1, "seed": 1, "data": { "rows": [[1, -2, 1], [0, 1, 0]], "inputs": 2 },
                  "network": { "layers": [{ "units": 1, "activation": "step" }] },
                  "start": { "weights": [[[0.5, 0.4]]], "biases": [[0.1]] },
                  "training": { "loss": "mse", "optimizer": { "id": "perceptron", "learning-rate": 0.5 } %s } }
                """
                        .formatted(more));
        return Derivation.of(Pass.of(subject, Sample.row(subject, 0), true), quantity, 0)
                .sections();
    }

    @Test
    void theRuleMultipliesTheErrorByTheInputWithoutAChainRule() {
        List<Section> sections = sections(Quantity.weight(0, 0, 1));

        assertThat(sections.get(0)).isEqualTo(new InSymbols("g", List.of("(a - y) \\cdot x_{2}")));
        // (0 − 1)·(−2)
        Result result = sections.stream()
                .filter(Result.class::isInstance)
                .map(Result.class::cast)
                .findFirst()
                .orElseThrow();
        assertThat(result.value().exact()).isEqualTo(2);
        assertThat(result.meaning()).isEqualTo("positive: the rule lowers w₂");
        // 0.4 − 0.5·2
        Step step = (Step) sections.get(sections.size() - 1);
        assertThat(step.after().text()).isEqualTo("−0.6000");
    }

    @Test
    void noFiniteDifferenceStandsBesideItAndItSaysWhy() {
        List<Section> sections = sections(Quantity.weight(0, 0, 1));

        assertThat(sections).noneMatch(Check.class::isInstance);
        assertThat(sections)
                .anyMatch(section -> section instanceof Remark remark
                        && remark.sentence().contains("no slope")
                        && remark.sentence().contains("no finite difference"));
    }

    @Test
    void aBiasMovesByTheErrorAlone() {
        List<Section> sections = sections(Quantity.bias(0, 0));

        assertThat(((Factors) sections.get(1)).factors().get(1).value().exact()).isEqualTo(1);
        Step step = (Step) sections.get(sections.size() - 1);
        // 0.1 + 0.5
        assertThat(step.after().text()).isEqualTo("0.6000");
    }

    @Test
    void whatIsCutByValueIsScaledByNormFromThere() {
        // −1 by w₁ and b, 2 by w₂, cut to −0.5, 0.5 and −0.5, whose length is √0.75
        List<Section> sections = sections(Quantity.weight(0, 0, 1), ", \"clip\": { \"value\": 0.5, \"norm\": 0.25 }");

        Given given = (Given)
                sections.stream().filter(Given.class::isInstance).findFirst().orElseThrow();
        Line scaled = given.lines().get(1);
        assertThat(Arithmetic.parse(scaled.numbers()).value(Map.of()))
                .isCloseTo(0.5 * 0.25 / Math.sqrt(0.75), within(1e-4));
        assertThat(given.value()).isEqualTo(scaled.value());
    }
}
