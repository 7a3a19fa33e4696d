package weightroom.ui.neuron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import weightroom.engine.State;
import weightroom.run.Command;
import weightroom.ui.neuron.CorrectionModel.Standing;

/** The rule by hand, row by row. */
class CorrectionModelTest {
    private static CorrectionModel model(Moments moments) {
        CorrectionModel model = new CorrectionModel(moments.run());
        model.accept(moments.run().snapshot().get());
        return model;
    }

    @Test
    void theFirstRowOfAndTakesOneFromTheBiasAlone() {
        Correction first =
                model(new Moments(Moments.rule("and", 20))).correction().orElseThrow();
        assertThat(first.wrong()).isTrue();
        assertThat(first.rowText()).isEqualTo("(0, 0),  y = 0");
        assertThat(first.answerText()).isEqualTo("z = 0 · 0 + 0 · 0 + 0 = 0,  p = step(0) = 1");
        assertThat(first.changeText()).isEqualTo("Δw = η(y − p)x = 1 · (0 − 1) · (0, 0) = (0, 0),  Δb = −1");
        assertThat(first.weightsText()).isEqualTo("w: (0, 0) → (0, 0),  b: 0 → −1");
    }

    @Test
    void theLastRowOfAndIsAddedToTheWeights() {
        Moments moments = new Moments(Moments.rule("and", 20));
        CorrectionModel model = model(moments);
        model.accept(moments.after(3));
        Correction last = model.correction().orElseThrow();
        assertThat(last.row()).isEqualTo(3);
        assertThat(last.weightsAfter()).containsExactly(1, 1);
        assertThat(last.biasAfter()).isZero();
        assertThat(last.weightsText()).isEqualTo("w: (0, 0) → (1, 1),  b: −1 → 0");
    }

    @Test
    void aRightRowChangesNothing() {
        Moments moments = new Moments(Moments.rule("and", 20));
        CorrectionModel model = model(moments);
        model.accept(moments.after(1));
        Correction second = model.correction().orElseThrow();
        assertThat(second.wrong()).isFalse();
        assertThat(second.weightsText()).isEqualTo("w = (0, 0),  b = −1");
        assertThat(second.weightChange(0)).isZero();
        assertThat(second.biasChange()).isZero();
    }

    @Test
    void correctionsAreCountedPerEpochAndInAll() {
        Moments moments = new Moments(Moments.rule("and", 20));
        CorrectionModel model = model(moments);
        assertThat(model.counts()).isEqualTo("Corrections: 0 so far, 0 in epoch 1");
        model.accept(moments.after(3));
        assertThat(model.counts()).isEqualTo("Corrections: 1 so far, 1 in epoch 1");
        model.accept(moments.after(2));
        assertThat(model.counts()).isEqualTo("Corrections: 3 so far, 1 in epoch 2");
    }

    @Test
    void theCountIsTheSameHoweverFarARunIsSeenAtOnce() {
        Moments seenAtOnce = new Moments(Moments.rule("or", 20));
        CorrectionModel one = model(seenAtOnce);
        one.accept(seenAtOnce.after(19));
        Moments seenInSteps = new Moments(Moments.rule("or", 20));
        CorrectionModel other = model(seenInSteps);
        for (int i = 0; i < 19; i++) {
            other.accept(seenInSteps.after(1));
        }
        assertThat(one.counts()).isEqualTo(other.counts());
    }

    @Test
    void andComesToAnEndWithAllRowsRight() {
        Moments moments = new Moments(Moments.rule("and", 20));
        CorrectionModel model = model(moments);
        assertThat(model.standing()).isEqualTo(Standing.LEARNING);
        int steps = 0;
        while (model.standing() == Standing.LEARNING && steps < 80) {
            model.accept(moments.after(1));
            steps++;
        }
        assertThat(model.standing()).isEqualTo(Standing.ALL_RIGHT);
        assertThat(model.hasNextMistake()).isFalse();
        model.accept(moments.after(8));
        assertThat(model.standing()).isEqualTo(Standing.DONE);
        // The weights that the rule ends with, by hand: 2x₁ + x₂ − 3.
        assertThat(model.correction().orElseThrow().weightsText()).isEqualTo("w = (2, 1),  b = −3");
    }

    @Test
    void xorIsCorrectedForEver() {
        Moments moments = new Moments(Moments.rule("xor", 10_000));
        CorrectionModel model = model(moments);
        model.accept(moments.after(8));
        assertThat(model.correction().orElseThrow().weightsText()).startsWith("w: (−1, 0)");
        long before = count(model);
        model.accept(moments.after(400));
        assertThat(count(model) - before).isEqualTo(400);
        assertThat(model.standing()).isEqualTo(Standing.LEARNING);
        assertThat(model.hasNextMistake()).isTrue();
    }

    private static long count(CorrectionModel model) {
        return Long.parseLong(model.counts().replaceAll("\u2009", "").replaceAll(".*: (\\d+) so far.*", "$1"));
    }

    @Test
    void stepsBackForgetWhatWasCorrectedThere() {
        Moments moments = new Moments(Moments.rule("and", 20));
        CorrectionModel model = model(moments);
        model.accept(moments.after(3));
        State earlier = moments.state();
        model.accept(moments.after(2));
        model.accept(moments.at(earlier));
        assertThat(model.counts()).isEqualTo("Corrections: 1 so far, 1 in epoch 1");
        model.accept(moments.after(2));
        assertThat(model.counts()).isEqualTo("Corrections: 3 so far, 1 in epoch 2");
    }

    @Test
    void aRunThatCameFromElsewhereIsCountedFromThere() {
        Moments moments = new Moments(Moments.rule("and", 20));
        CorrectionModel model = model(moments);
        model.accept(moments.at(new State(6, new float[] {3, -1, 2}, new float[0][])));
        assertThat(model.counts()).isEqualTo("Corrections: 0 so far, 0 in epoch 2 (counted from step 6)");
    }

    @Test
    void theNextMistakeIsTheNextRowThatWillBeWrong() {
        Moments moments = new Moments(Moments.rule("and", 20));
        CorrectionModel model = model(moments);
        // From (0, 0), which is wrong, over two right rows to (1, 1).
        model.nextMistake();
        model.nextSample();
        model.back();
        assertThat(moments.asked()).containsExactly(new Command.Step(3), new Command.Step(1), new Command.StepBack());
    }

    @Test
    void theNearestPointIsAsFarAsTheRulerSays() {
        Moments moments = new Moments(Moments.rule("and", 20));
        CorrectionModel model = model(moments);
        assertThat(model.nearest()).isNaN();
        model.accept(moments.at(new State(0, new float[] {1, 1, -1.5f}, new float[0][])));
        assertThat(model.nearest()).isCloseTo(0.5 / Math.sqrt(2), within(1e-6));
    }

    @Test
    void theWholePlaneOfAGateIsASquareAroundIt() {
        CorrectionModel model = model(new Moments(Moments.rule("and", 20)));
        assertThat(model.plane().low1()).isEqualTo(-0.5);
        assertThat(model.plane().high2()).isEqualTo(1.5);
    }

    @Test
    void anotherRuleIsRefused() {
        CorrectionModel model = model(new Moments(Moments.RELU));
        assertThat(model.correction()).isEmpty();
        assertThat(model.refusal().orElseThrow()).contains("perceptron");
    }
}
