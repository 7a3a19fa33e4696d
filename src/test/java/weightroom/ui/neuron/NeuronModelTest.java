package weightroom.ui.neuron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import weightroom.engine.InvalidInput;
import weightroom.engine.State;
import weightroom.run.Command;

/** Numbers that a pencil gives. */
class NeuronModelTest {
    private static NeuronModel model(Moments moments) {
        NeuronModel model = new NeuronModel(moments.run());
        model.accept(moments.run().snapshot().get());
        return model;
    }

    @Test
    void theSumIsTheProductsAndTheBias() {
        Neuron neuron = model(new Moments(Moments.RELU)).neuron().orElseThrow();
        assertThat(neuron.names()).containsExactly("x₁", "x₂");
        assertThat(neuron.productsText()).isEqualTo("1 · 0.8 + 0.75 · 1.2 + 0.5");
        assertThat(neuron.sumText()).isEqualTo("z = 0.8 + 0.9 + 0.5 = 2.2");
        assertThat(neuron.outputText()).isEqualTo("a = relu(2.2) = 2.2");
        assertThat(neuron.target()).isEqualTo(3);
        assertThat(neuron.fires()).isTrue();
    }

    @Test
    void aReluBelowZeroIsSilent() {
        NeuronModel model = model(new Moments(Moments.RELU));
        model.choose(1);
        Neuron neuron = model.neuron().orElseThrow();
        assertThat(neuron.sumText()).isEqualTo("z = −0.8 − 0.9 + 0.5 = −1.2");
        assertThat(neuron.output()).isZero();
        assertThat(neuron.fires()).isFalse();
    }

    @Test
    void theConcertIsWorthGoingToWithAThresholdOfOneAndAHalfAndNotWithOneAndSevenTenths() {
        Moments moments = new Moments(Moments.CONCERT);
        NeuronModel model = model(moments);
        model.choose(0);
        Neuron goes = model.neuron().orElseThrow();
        assertThat(goes.sumText()).isEqualTo("z = 0.7 + 0 + 0.5 + 0 + 0.4 − 1.5 = 0.1");
        assertThat(goes.output()).isEqualTo(1);
        float[] changed = moments.state().parameters();
        changed[5] = -1.7f;
        model.accept(moments.at(new State(0, changed, new float[0][])));
        Neuron stays = model.neuron().orElseThrow();
        assertThat(stays.sumText()).endsWith("= −0.1");
        assertThat(stays.output()).isZero();
        assertThat(stays.strength()).isZero();
    }

    @Test
    void inputsOfOnesOwnBeginWithTheRowAndChangeThePictureAlone() {
        Moments moments = new Moments(Moments.RELU);
        NeuronModel model = model(moments);
        model.choose(NeuronModel.OWN);
        model.setInput(0, 2);
        Neuron neuron = model.neuron().orElseThrow();
        assertThat(neuron.inputs()).containsExactly(2, 1.2f);
        assertThat(neuron.sumText()).isEqualTo("z = 2 + 0.9 + 0.5 = 3.4");
        assertThat(neuron.target()).isNaN();
        assertThat(moments.asked()).isEmpty();
        model.choose(0);
        assertThat(model.neuron().orElseThrow().inputs()).containsExactly(0.8f, 1.2f);
    }

    @Test
    void weightsAndBiasAreEditedWhereTheyStandAndGoBackToTheFirst() {
        Moments moments = new Moments(Moments.RELU);
        NeuronModel model = model(moments);
        model.edit(1, -2);
        model.edit(2, 0.25);
        model.restore(1);
        assertThat(moments.asked())
                .containsExactly(
                        new Command.Edit(Map.of(1, -2f)),
                        new Command.Edit(Map.of(2, 0.25f)),
                        new Command.Edit(Map.of(1, 0.75f)));
    }

    @Test
    void aNumberBeyondUseIsRefused() {
        Moments moments = new Moments(Moments.RELU);
        NeuronModel model = model(moments);
        assertThatThrownBy(() -> model.edit(0, 1e7)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> model.edit(0, Double.NaN)).isInstanceOf(InvalidInput.class);
        assertThat(moments.asked()).isEmpty();
    }

    @Test
    void oneStepsThroughTheRowsRoundAndRound() {
        NeuronModel model = model(new Moments(Moments.RELU));
        model.move(1);
        assertThat(model.row()).isEqualTo(1);
        model.move(1);
        assertThat(model.row()).isZero();
        model.move(-1);
        assertThat(model.row()).isEqualTo(1);
    }

    @Test
    void theRowInTurnIsFollowed() {
        Moments moments = new Moments(Moments.rule("and", 5));
        NeuronModel model = model(moments);
        assertThat(model.row()).isEqualTo(NeuronModel.IN_TURN);
        model.accept(moments.after(3));
        assertThat(model.neuron().orElseThrow().inputs()).containsExactly(1, 1);
    }

    @Test
    void aNetworkOfMoreIsRefusedWithWhatThePictureNeeds() {
        NeuronModel model = model(new Moments(Moments.FOLD));
        assertThat(model.neuron()).isEmpty();
        assertThat(model.refusal().orElseThrow()).contains("single neuron").contains("2-2-1");
        assertThat(model(new Moments(Moments.RELU)).refusal()).isEmpty();
    }
}
