package weightroom.ui.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import weightroom.explain.Phase;
import weightroom.explain.Quantity;
import weightroom.explain.Quantity.Kind;
import weightroom.explain.Sample;
import weightroom.explain.Subject;

class ExplainModelTest {
    private final Passes passes = new Passes(Passes.XOR);
    private final ExplainModel model = new ExplainModel(passes.run());

    @Test
    void whileItIsNotSeenTrainingAndChoosingMakeNoPass() {
        passes.train(3);
        model.choice().set(new Choice.Row(2));
        model.dropout().set(false);
        model.own().set(Optional.of(model.subject()));
        model.own().set(Optional.empty());
        assertThat(model.made()).isZero();

        model.setSeen(true);
        assertThat(model.made()).isEqualTo(1);
        assertThat(model.pass().get().orElseThrow().sample().rows()).containsExactly(2);

        model.setSeen(false);
        passes.train(5);
        model.choice().set(new Choice.Row(3));
        assertThat(model.made()).isEqualTo(1);
    }

    @Test
    void whileItIsSeenItFollowsTheRunOncePerStep() {
        model.setSeen(true);
        passes.train(1);
        assertThat(model.made()).isEqualTo(2);
        assertThat(model.pass().get().orElseThrow().subject().state().step()).isEqualTo(1);
        passes.train(0);
        assertThat(model.made()).isEqualTo(2);
    }

    @Test
    void aNetworkOfOnesOwnStaysAsItIsWhileTheRunTrains() {
        Subject own = Subject.fresh(passes.run().snapshot().get().setup());
        model.own().set(Optional.of(own));
        model.setSeen(true);
        passes.train(4);
        assertThat(model.made()).isEqualTo(1);
        assertThat(model.pass().get().orElseThrow().subject()).isEqualTo(own);
    }

    @Test
    void atFirstAllIsShownButTheUpdateAndGoingBackHidesWhatComesLater() {
        model.setSeen(true);
        Quantity gradient = Quantity.weight(0, 0, 0).as(Kind.D_WEIGHT);
        Quantity updated = Quantity.weight(0, 0, 0).as(Kind.NEW_WEIGHT);
        Quantity sum = Quantity.unit(Kind.SUM, 0, 1);
        assertThat(model.present().map(Phase::step)).contains(Phase.Step.D_PARAMETERS);
        assertThat(model.known(gradient)).isTrue();
        assertThat(model.known(updated)).isFalse();

        model.setPhase(1);
        assertThat(model.known(sum)).isTrue();
        assertThat(model.known(gradient)).isFalse();
        model.setPhase(0);
        assertThat(model.known(sum)).isFalse();
        assertThat(model.known(Quantity.weight(1, 0, 0))).isTrue();
    }

    @Test
    void samplesGoRoundAndKeepThePhase() {
        model.setSeen(true);
        model.setPhase(4);
        model.moveSample(-1);
        assertThat(model.choice().get()).isEqualTo(new Choice.Row(3));
        assertThat(model.phase().get()).isEqualTo(4);
        model.moveSample(1);
        assertThat(model.choice().get()).isEqualTo(new Choice.Row(0));
    }

    @Test
    void inABatchTheNextSampleIsAnotherRowOfTheSamePass() {
        model.setSeen(true);
        model.choice().set(new Choice.Batch());
        Sample sample = model.pass().get().orElseThrow().sample();
        assertThat(sample.n()).isEqualTo(2);
        long made = model.made();
        model.moveSample(1);
        assertThat(model.row().get()).isEqualTo(1);
        model.moveSample(1);
        assertThat(model.row().get()).isZero();
        assertThat(model.made()).isEqualTo(made);
    }
}
