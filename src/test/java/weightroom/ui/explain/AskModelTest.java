package weightroom.ui.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import weightroom.arithmetic.Shown;
import weightroom.explain.Phase;
import weightroom.explain.Quantity;
import weightroom.explain.Quantity.Kind;

class AskModelTest {
    private final ExplainModel model = new ExplainModel(new Passes(Passes.XOR).run());
    private final AskModel ask = new AskModel(model);

    private void begin() {
        model.setSeen(true);
        model.choice().set(new Choice.Row(1));
        ask.setOn(true);
    }

    private Quantity question() {
        return ask.state().get().question().orElseThrow();
    }

    private String answer() {
        return Shown.card(model.pass().get().orElseThrow().value(question(), 0)).text();
    }

    @Test
    void itBeginsWithTheInputsAndAsksForTheFirstSum() {
        begin();
        assertThat(model.phase().get()).isZero();
        assertThat(question()).isEqualTo(Quantity.unit(Kind.SUM, 0, 0));
        assertThat(model.known(question())).isFalse();
    }

    @Test
    void nothingBeyondTheQuestionCanBeGoneToAndEachNumberIsKnownOnceItIsFound() {
        begin();
        model.setPhase(7);
        assertThat(model.phase().get()).isZero();

        Quantity first = question();
        ask.answer(answer());
        assertThat(ask.state().get().said()).isEqualTo(AskModel.Said.RIGHT);
        assertThat(model.known(first)).isTrue();
        assertThat(model.known(Quantity.unit(Kind.SUM, 0, 1))).isFalse();
        assertThat(model.phase().get()).isZero();

        ask.answer(answer());
        assertThat(model.phase().get()).isEqualTo(1);
        assertThat(question()).isEqualTo(Quantity.unit(Kind.ACTIVATION, 0, 0));
    }

    @Test
    void afterThreeWrongAnswersTheNumberCanBeHadAndDoesNotCount() {
        begin();
        Quantity first = question();
        ask.showIt();
        assertThat(question()).isEqualTo(first);
        ask.answer("seven");
        assertThat(ask.state().get().said()).isEqualTo(AskModel.Said.NO_NUMBER);
        assertThat(ask.state().get().wrong()).isZero();
        for (int i = 0; i < AskModel.TRIES; i++) {
            assertThat(ask.state().get().mayBeShown()).isFalse();
            ask.answer("123");
        }
        assertThat(ask.state().get().mayBeShown()).isTrue();
        ask.showIt();
        assertThat(ask.state().get().said()).isEqualTo(AskModel.Said.SHOWN);
        assertThat(ask.state().get().right()).isZero();
        assertThat(ask.state().get().asked()).isEqualTo(1);
        assertThat(model.known(first)).isTrue();
    }

    @Test
    void aWholePassIsAskedForAndThenAllIsFree() {
        begin();
        List<Quantity> asked = new ArrayList<>();
        while (ask.state().get().question().isPresent()) {
            asked.add(question());
            ask.answer(answer());
            assertThat(ask.state().get().said()).isEqualTo(AskModel.Said.RIGHT);
        }
        assertThat(asked).doesNotHaveDuplicates().hasSize(ask.state().get().right());
        assertThat(asked)
                .contains(Quantity.LOSS, Quantity.weight(0, 0, 0).as(Kind.D_WEIGHT))
                .last()
                .isEqualTo(Quantity.weight(0, 0, 0).as(Kind.NEW_WEIGHT));
        assertThat(model.present().map(Phase::step)).contains(Phase.Step.UPDATE);
    }

    @Test
    void anotherSampleBeginsAnewAndWithoutQuestionsAllIsFreeAgain() {
        begin();
        ask.answer(answer());
        model.moveSample(1);
        assertThat(ask.state().get().asked()).isZero();
        assertThat(model.phase().get()).isZero();
        ask.setOn(false);
        assertThat(ask.state().get().question()).isEmpty();
        model.setPhase(100);
        assertThat(model.present().map(Phase::step)).contains(Phase.Step.UPDATE);
    }
}
