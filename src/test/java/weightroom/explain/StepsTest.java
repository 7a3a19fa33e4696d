package weightroom.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import weightroom.engine.Frozen;
import weightroom.engine.Optimizer;
import weightroom.engine.State;
import weightroom.explain.Quantity.Kind;
import weightroom.explain.Section.Given;
import weightroom.explain.Section.Line;
import weightroom.explain.Section.Penalty;
import weightroom.explain.Section.Remark;
import weightroom.explain.Section.Result;
import weightroom.explain.Section.Step;

class StepsTest {
    private static final Quantity W = Quantity.weight(0, 0, 0);

    /** z = 2·1 − 0.5 = 1.5; L = (1.5 − 0)², so ∂L/∂w = 2·1.5·1 = 3 and ∂L/∂b = 3. */
    private static Subject subject(String optimizer, String more) {
        return Shapes.subject(
                """
                { "weightroom": 1, "seed": 1, "data": { "rows": [[1, 0], [2, 1]], "inputs": 1 },
                  "network": { "layers": [{ "units": 1, "activation": "linear" }] },
                  "start": { "weights": [[[2]]], "biases": [[-0.5]] },
                  "training": { "loss": "mse", "optimizer": { "id": "%s", "learning-rate": 0.5 } %s } }
                """
                        .formatted(optimizer, more));
    }

    private static List<Section> sections(Subject subject, Quantity quantity) {
        return Derivation.of(Pass.of(subject, Sample.row(subject, 0), true), quantity, 0)
                .sections();
    }

    private static <S extends Section> S one(List<Section> sections, Class<S> kind) {
        return sections.stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void thePenaltyIsAPartOfItsOwnAndTheOptimizerIsGivenTheSum() {
        // 0.25·sign 2 + 2·0.125·2 = 0.75
        List<Section> sections = sections(subject("sgd", ", \"l1\": 0.25, \"l2\": 0.125"), W);

        assertThat(one(sections, Result.class).value().exact()).isEqualTo(3);
        assertThat(one(sections, Penalty.class).line().value().exact()).isEqualTo(0.75);
        assertThat(one(sections, Given.class).value().exact()).isEqualTo(3.75);
        // 2 − 0.5·3.75
        assertThat(one(sections, Step.class).after().exact()).isEqualTo(0.125);
    }

    @Test
    void whatTheStepReplacesGetsAnArrowAndNoEqualsSign() {
        Derivation derivation =
                Derivation.of(Pass.of(subject("momentum", ""), Sample.row(subject("momentum", ""), 0), true), W, 0);

        assertThat(one(derivation.sections(), Step.class).lines())
                .extracting(Line::symbol, Line::replaces)
                .containsExactly(tuple("v", true), tuple("\\Delta", false), tuple("w_{1}", true));
        assertThat(derivation.text()).contains("v ← ", "Δ = ").doesNotContain("v = μ");
        assertThat(derivation.latex()).contains("v &\\leftarrow ");
    }

    @Test
    void aCheckAmongHugeNumbersBlamesTheirSizeAndNoKink() {
        assertThat(Checks.coarse(-1.4e38, 1e76, 2e38)).isTrue();
        assertThat(Checks.coarse(2, 1e12, 3)).isTrue();
        assertThat(Checks.coarse(2, 2.25, 3)).isFalse();
    }

    @Test
    void clippingByValueComesBeforeClippingByNorm() {
        // 3 and 3 are cut to 2 and 2, of length 2√2; then scaled to length 1
        List<Section> sections = sections(subject("sgd", ", \"clip\": { \"value\": 2, \"norm\": 1 }"), W);

        Given given = one(sections, Given.class);
        assertThat(given.lines().stream()
                        .map(line -> line.value().exact())
                        .toList()
                        .get(0))
                .isEqualTo(2);
        assertThat(given.lines()).hasSize(2);
        assertThat(given.value().exact()).isCloseTo(Math.sqrt(0.5), within(1e-12));
        assertThat(given.lines().get(1).label()).contains("2.8284").contains("more than 1");
    }

    @Test
    void aFrozenWeightStaysAndSaysSo() {
        Subject free = subject("sgd", "");
        Subject frozen =
                new Subject(free.setup(), free.plan().with(free.replica().withFrozen(Frozen.of(0))), free.state());

        List<Section> sections = sections(frozen, W);

        assertThat(sections).noneMatch(Step.class::isInstance);
        assertThat(one(sections, Given.class).value().exact()).isZero();
        assertThat(one(sections, Remark.class).sentence()).contains("frozen");
        assertThat(one(sections(frozen, W.as(Kind.NEW_WEIGHT)), Result.class)
                        .value()
                        .exact())
                .isEqualTo(2);
        // the others learn as before
        assertThat(one(sections(frozen, Quantity.bias(0, 0)), Step.class)
                        .after()
                        .exact())
                .isEqualTo(-2);
    }

    @Test
    void theLengthOfTheGradientLeavesOutWhatIsFrozen() {
        Subject free = subject("sgd", ", \"clip\": { \"norm\": 1 }");
        Subject frozen =
                new Subject(free.setup(), free.plan().with(free.replica().withFrozen(Frozen.of(0))), free.state());

        // 3 by the bias alone, not √(9 + 9)
        Given given = one(sections(frozen, Quantity.bias(0, 0)), Given.class);

        assertThat(given.lines()).hasSize(1);
        assertThat(given.lines().get(0).label()).contains("length 3.0000");
        assertThat(given.value().exact()).isCloseTo(1, within(1e-12));
    }

    @Test
    void everyOptimizersLinesEndWhereItsRuleEnds() {
        for (Optimizer optimizer : Optimizer.values()) {
            if (optimizer == Optimizer.PERCEPTRON) {
                continue;
            }
            Subject fresh = subject(optimizer.id(), "");
            float[][] slots = new float[optimizer.slots()][2];
            for (float[] slot : slots) {
                slot[0] = 0.04f;
                slot[1] = 0.09f;
            }
            Subject later = new Subject(
                    fresh.setup(), fresh.plan(), new State(4, fresh.state().parameters(), slots));

            Step step = one(sections(later, W), Step.class);

            List<Line> lines = step.lines();
            assertThat(lines.get(lines.size() - 1).value().exact())
                    .as(optimizer.id())
                    .isCloseTo(step.after().exact(), within(1e-12));
            assertThat(step.known().stream().map(Line::symbol)).contains("\\eta", "t", "w_{1}");
            assertThat(lines).as("P is the penalty").noneMatch(line -> line.symbol()
                    .equals("P"));
            assertThat(step.after().exact()).isNotEqualTo(step.before().exact());
        }
    }
}
