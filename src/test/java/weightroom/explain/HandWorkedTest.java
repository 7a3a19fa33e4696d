package weightroom.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import weightroom.engine.State;
import weightroom.explain.Quantity.Kind;
import weightroom.explain.Section.Check;
import weightroom.explain.Section.Factor;
import weightroom.explain.Section.Factors;
import weightroom.explain.Section.InSymbols;
import weightroom.explain.Section.Line;
import weightroom.explain.Section.Result;
import weightroom.explain.Section.Step;
import weightroom.explain.Section.Verdict;
import weightroom.explain.Section.WithNumbers;

/**
 * One network worked by hand, to six digits: two inputs, two tanh units, one sigmoid output, squared error,
 * x = (0.60, −0.80), y = 1.
 */
class HandWorkedTest {
    /** Weights are kept in single precision. */
    private static final Offset<Double> HAND = within(2e-6);

    private static final Subject SGD = subject("{ \"id\": \"sgd\", \"learning-rate\": 0.1 }");

    // z₁ = 0.88·0.60 + (−0.54)·(−0.80) − 0.26 = 0.528 + 0.432 − 0.26
    private static final double Z1 = 0.7;
    // tanh 0.7 = (e^1.4 − 1)/(e^1.4 + 1) = (4.055200 − 1)/(4.055200 + 1) = 3.055200/5.055200
    private static final double A1 = 0.604368;
    // z₂ = −0.46·0.60 + 0.22·(−0.80) − 0.10 = −0.276 − 0.176 − 0.10
    private static final double Z2 = -0.552;
    // tanh(−0.552) = (e^−1.104 − 1)/(e^−1.104 + 1) = (0.331542 − 1)/(0.331542 + 1) = −0.668458/1.331542
    private static final double A2 = -0.502018;
    // z = −0.58·0.604368 + 0.64·(−0.502018) − 0.41 = −0.350533 − 0.321292 − 0.41
    private static final double Z = -1.081825;
    // a = 1/(1 + e^1.081825) = 1/(1 + 2.950058)
    private static final double A = 0.253161;
    // L = (0.253161 − 1)² = (−0.746839)²
    private static final double L = 0.557769;
    // ∂L/∂a = 2·(0.253161 − 1)
    private static final double BY_A = -1.493678;
    // ∂a/∂z = 0.253161·0.746839
    private static final double SLOPE = 0.189070;
    // ∂L/∂z = −1.493678·0.189070
    private static final double BY_Z = -0.282410;
    // 1 − 0.604368² = 1 − 0.365261, and 1 − 0.502018² = 1 − 0.252022
    private static final double SLOPE1 = 0.634740;
    private static final double SLOPE2 = 0.747978;
    // −0.282410·(−0.58)·0.634740, and −0.282410·0.64·0.747978
    private static final double BY_Z1 = 0.103969;
    private static final double BY_Z2 = -0.135192;
    // 0.103969·0.60
    private static final double BY_W11 = 0.062381;

    static Subject subject(String optimizer) {
        return Shapes.subject(
                """
                { "weightroom": 1, "seed": 1, "data": { "rows": [[0.6, -0.8, 1], [0.1, 0.2, 0]], "inputs": 2 },
                  "network": { "layers": [{ "units": 2, "activation": "tanh" }, { "units": 1, "activation": "sigmoid" }] },
                  "start": { "weights": [[[0.88, -0.54], [-0.46, 0.22]], [[-0.58, 0.64]]],
                    "biases": [[-0.26, -0.10], [-0.41]] },
                  "training": { "loss": "mse", "optimizer": %s } }
                """
                        .formatted(optimizer));
    }

    private static Pass pass(Subject subject) {
        return Pass.of(subject, Sample.row(subject, 0), true);
    }

    private static void holds(Kind kind, int layer, int unit, double expected) {
        assertThat(pass(SGD).value(Quantity.unit(kind, layer, unit), 0)).isCloseTo(expected, HAND);
    }

    @Test
    void theWayForwardIsThatOfTheHand() {
        holds(Kind.SUM, 0, 0, Z1);
        holds(Kind.ACTIVATION, 0, 0, A1);
        holds(Kind.SUM, 0, 1, Z2);
        holds(Kind.ACTIVATION, 0, 1, A2);
        holds(Kind.SUM, 1, 0, Z);
        holds(Kind.ACTIVATION, 1, 0, A);
        assertThat(pass(SGD).loss()).isCloseTo(L, HAND);
    }

    @Test
    void theWayBackIsThatOfTheHand() {
        holds(Kind.D_ACTIVATION, 1, 0, BY_A);
        holds(Kind.D_SUM, 1, 0, BY_Z);
        // −0.282410·(−0.58), −0.282410·0.64
        holds(Kind.D_ACTIVATION, 0, 0, 0.163798);
        holds(Kind.D_ACTIVATION, 0, 1, -0.180743);
        holds(Kind.D_SUM, 0, 0, BY_Z1);
        holds(Kind.D_SUM, 0, 1, BY_Z2);

        double[] gradient = pass(SGD).gradient();
        // w₁₁, w₁₂: 0.103969·0.60, 0.103969·(−0.80); w₂₁, w₂₂: −0.135192·0.60, −0.135192·(−0.80); then b₁, b₂
        double[] first = {BY_W11, -0.083175, -0.081115, 0.108153, BY_Z1, BY_Z2};
        // v₁, v₂: −0.282410·0.604368, −0.282410·(−0.502018); then c
        double[] second = {-0.170680, 0.141775, BY_Z};
        for (int i = 0; i < 6; i++) {
            assertThat(gradient[i]).isCloseTo(first[i], HAND);
        }
        for (int i = 0; i < 3; i++) {
            assertThat(gradient[6 + i]).isCloseTo(second[i], HAND);
        }
    }

    @Test
    void theFirstWeightIsDerivedLineByLine() {
        List<Section> sections =
                Derivation.of(pass(SGD), Quantity.weight(0, 0, 0), 0).sections();

        assertThat(sections.get(0))
                .isEqualTo(new InSymbols(
                        "\\frac{\\partial L}{\\partial w_{11}}",
                        List.of("\\frac{\\partial L}{\\partial a} \\cdot \\frac{\\partial a}{\\partial z}"
                                + " \\cdot \\frac{\\partial z}{\\partial a_{1}} \\cdot \\frac{\\partial"
                                + " a_{1}}{\\partial z_{1}} \\cdot \\frac{\\partial z_{1}}{\\partial"
                                + " w_{11}}")));
        List<Factor> factors = ((Factors) sections.get(1)).factors();
        assertThat(factors.stream().map(factor -> factor.value().text()))
                .containsExactly("−1.4937", "0.1891", "−0.5800", "0.6347", "0.6000");
        assertThat(factors.stream().map(Factor::formula))
                .containsExactly("2 (a - y)", "a (1 - a)", "v_{1}", "1 - a_{1}^{2}", "x_{1}");
        assertThat(factors.get(1).value().exact()).isCloseTo(SLOPE, HAND);
        assertThat(factors.get(3).value().exact()).isCloseTo(SLOPE1, HAND);
        assertThat(((WithNumbers) sections.get(2)).lines())
                .containsExactly("-1.4937 \\cdot 0.1891 \\cdot (-0.5800) \\cdot 0.6347 \\cdot 0.6000");
        Result result = (Result) sections.get(3);
        assertThat(result.value().text()).isEqualTo("0.0624");
        assertThat(result.value().exact()).isCloseTo(BY_W11, HAND);
        assertThat(result.meaning()).isEqualTo("positive: raising w₁₁ raises the loss");
        Check check = (Check) sections.get(4);
        assertThat(check.verdict()).isEqualTo(Verdict.OK);
        assertThat(check.difference().text()).isEqualTo("0.0624");
        Step step = (Step) sections.get(5);
        // 0.88 − 0.1·0.062381
        assertThat(step.after().exact()).isCloseTo(0.873762, HAND);
        assertThat(step.after().text()).isEqualTo("0.8738");
        assertThat(step.lines().get(1).numbers()).isEqualTo("0.8800 - 0.0062");
    }

    @Test
    void theOtherHiddenUnitHasItsOwnSlope() {
        List<Section> sections =
                Derivation.of(pass(SGD), Quantity.weight(0, 1, 1), 0).sections();

        assertThat(((Factors) sections.get(1)).factors().get(3).value().exact()).isCloseTo(SLOPE2, HAND);
    }

    @Test
    void theThirdStepOfAdamIsThatOfTheHand() {
        Subject fresh = subject("{ \"id\": \"adam\", \"learning-rate\": 0.1 }");
        float[][] slots = new float[2][9];
        slots[0][0] = 0.05f;
        slots[1][0] = 0.004f;
        Subject third = new Subject(
                fresh.setup(), fresh.plan(), new State(2, fresh.state().parameters(), slots));

        Step step = (Step) Derivation.of(pass(third), Quantity.weight(0, 0, 0), 0).sections().stream()
                .filter(Step.class::isInstance)
                .findFirst()
                .orElseThrow();

        List<Line> lines = step.lines();
        // m = 0.9·0.05 + 0.1·0.062381 = 0.045 + 0.006238
        assertThat(lines.get(0).value().exact()).isCloseTo(0.051238, HAND);
        // v = 0.999·0.004 + 0.001·0.062381² = 0.003996 + 0.001·0.003891
        assertThat(lines.get(1).value().exact()).isCloseTo(0.0039999, HAND);
        // m̂ = 0.051238/(1 − 0.9³) = 0.051238/(1 − 0.729) = 0.051238/0.271
        assertThat(lines.get(2).value().exact()).isCloseTo(0.189071, HAND);
        // v̂ = 0.0039999/(1 − 0.999³) = 0.0039999/0.002997
        assertThat(lines.get(3).value().exact()).isCloseTo(1.334631, HAND);
        // Δ = 0.1·0.189071/√1.334631 = 0.0189071/1.155262
        assertThat(lines.get(4).value().exact()).isCloseTo(0.016366, HAND);
        // 0.88 − 0.016366
        assertThat(step.after().exact()).isCloseTo(0.863634, HAND);
        assertThat(step.after().text()).isEqualTo("0.8636");
    }
}
