package weightroom.ui.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import weightroom.explain.Example;
import weightroom.explain.Quantity;
import weightroom.explain.Quantity.Kind;
import weightroom.run.Command;
import weightroom.ui.model.Playback;

class SubjectModelTest {
    private final Passes passes = new Passes(Passes.XOR);
    private final ExplainModel model = new ExplainModel(passes.run());
    private final SubjectModel subjects = new SubjectModel(model);

    private double weight() {
        return model.pass().get().orElseThrow().value(Quantity.weight(0, 0, 0), 0);
    }

    @Test
    void anExampleTakesTheStepThatIsShownAndGoesBackToItsStart() {
        model.setSeen(true);
        subjects.choose(Optional.of(Example.XOR));
        double start = weight();
        double next =
                model.pass().get().orElseThrow().value(Quantity.weight(0, 0, 0).as(Kind.NEW_WEIGHT), 0);
        Playback timeline = new OwnPlayback(subjects, subjects.own().get().orElseThrow());

        subjects.update();
        assertThat((float) weight()).isEqualTo((float) next).isNotEqualTo((float) start);
        subjects.update();
        assertThat(timeline.span().at()).isEqualTo(2);
        timeline.stepBack();
        assertThat((float) weight()).isEqualTo((float) next);
        assertThat(timeline.timeline().words()).isEqualTo("step 1 of 2");
        subjects.goTo(0);
        assertThat(weight()).isEqualTo(start);
        timeline.latest();
        assertThat(timeline.span().at()).isEqualTo(2);
        assertThat(passes.asked()).isEmpty();
    }

    @Test
    void anotherStepFromTheStartTakesThePlaceOfWhatCameAfterIt() {
        model.setSeen(true);
        subjects.choose(Optional.of(Example.NEURON));
        subjects.update();
        double after = weight();
        subjects.update();
        subjects.goTo(0);
        model.moveSample(1);
        subjects.update();
        assertThat(subjects.own().get().orElseThrow().latest()).isEqualTo(1);
        assertThat(weight()).isNotEqualTo(after);
    }

    @Test
    void theStepOfTheRunIsARealUpdateOfTheRun() {
        model.setSeen(true);
        subjects.update();
        assertThat(passes.asked()).containsExactly(new Command.Step(1));
    }

    @Test
    void theChoiceIsRemembered() {
        subjects.choose(Optional.of(Example.AMOUNT));
        ExplainModel again = new ExplainModel(passes.run());
        assertThat(new SubjectModel(again).example().get()).contains(Example.AMOUNT);
        assertThat(again.own().get()).isPresent();
        subjects.choose(Optional.empty());
        assertThat(new SubjectModel(again).example().get()).isEmpty();
    }
}
