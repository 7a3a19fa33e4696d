package weightroom.ui.neuron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import weightroom.ui.neuron.HiddenPlaneModel.Cut;
import weightroom.ui.neuron.HiddenPlaneModel.Places;

class HiddenPlaneModelTest {
    private static HiddenPlaneModel model(Moments moments) {
        HiddenPlaneModel model = new HiddenPlaneModel(moments.run());
        model.accept(moments.run().snapshot().get());
        return model;
    }

    @Test
    void orAndNandFoldTheTwoRowsOfXorThatAreOneOntoOneCorner() {
        HiddenPlaneModel model = model(new Moments(Moments.FOLD));
        Places rows = model.points();
        for (int i = 0; i < 4; i++) {
            boolean or = rows.xs()[i] + rows.ys()[i] > 0;
            boolean nand = rows.xs()[i] + rows.ys()[i] < 2;
            assertThat(rows.toXs()[i]).isCloseTo(or ? 1 : 0, within(1e-3f));
            assertThat(rows.toYs()[i]).isCloseTo(nand ? 1 : 0, within(1e-3f));
        }
        assertThat(model.right()).isEqualTo(4);
    }

    @Test
    void theCutIsWhereTheOutputNeuronIsUndecided() {
        HiddenPlaneModel model = model(new Moments(Moments.FOLD));
        Cut cut = model.cut();
        assertThat(cut).isEqualTo(new Cut(20, 20, -30));
        Places rows = model.points();
        for (int i = 0; i < 4; i++) {
            double side = cut.v1() * rows.toXs()[i] + cut.v2() * rows.toYs()[i] + cut.bias();
            assertThat(side > 0).isEqualTo(rows.outputs()[i] > 0.5);
        }
    }

    @Test
    void theSheetReachesFromEdgeToEdgeOfThePlane() {
        HiddenPlaneModel model = model(new Moments(Moments.FOLD));
        Places sheet = model.sheet();
        int last = HiddenPlaneModel.SIDE * HiddenPlaneModel.SIDE - 1;
        assertThat(sheet.xs()).hasSize(last + 1);
        assertThat(sheet.xs()[0]).isCloseTo(-0.5f, within(1e-5f));
        assertThat(sheet.ys()[0]).isCloseTo(-0.5f, within(1e-5f));
        assertThat(sheet.xs()[last]).isCloseTo(1.5f, within(1e-5f));
        assertThat(sheet.ys()[last]).isCloseTo(1.5f, within(1e-5f));
        assertThat(model.hiddenPlane(sheet).low1()).isEqualTo(-0.08);
    }

    @Test
    void anAnswerIsAsFarFromItsTippingAsHalfTheWayBetweenTheClasses() {
        HiddenPlaneModel model = model(new Moments(Moments.FOLD));
        assertThat(model.threshold()).isEqualTo(0.5);
        assertThat(model.answer(1)).isEqualTo(1);
        assertThat(model.answer(0)).isEqualTo(-1);
        assertThat(model.answer(0.75)).isEqualTo(0.5);
    }

    @Test
    void aLinearOutputTipsAtItsThresholdToo() {
        HiddenPlaneModel model = model(new Moments(Moments.FOLD
                .replace("{ units: 1, activation: sigmoid }", "{ units: 1, activation: linear }")
                .replace("binary-cross-entropy", "mse")));
        assertThat(model.cut().bias()).isCloseTo(-30.5, within(1e-6));
    }

    @Test
    void whatIsLackingIsSaid() {
        assertThat(model(new Moments(Moments.RELU)).refusal().orElseThrow()).contains("hidden layer of two units");
        String three = Moments.FOLD
                .replace("{ units: 2,", "{ units: 3,")
                .replace("start: { weights: [[[20, 20], [-20, -20]], [[20, 20]]], biases: [[-10, 30], [-30]] },", "");
        HiddenPlaneModel model = model(new Moments(three));
        assertThat(model.refusal().orElseThrow()).contains("two units").contains("3");
        assertThat(model.ready()).isFalse();
        assertThat(model(new Moments(Moments.FOLD)).refusal()).isEmpty();
    }
}
