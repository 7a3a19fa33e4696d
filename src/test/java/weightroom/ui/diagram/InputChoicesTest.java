package weightroom.ui.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Which inputs are on offer, and what comes of taking one. */
class InputChoicesTest {
    private static final List<String> NAMES = List.of("x1", "x2");

    @Test
    void twoInputsOfferTheirSquaresProductAndSines() {
        InputChoices choices = InputChoices.of(List.of(), NAMES);
        assertThat(choices.choices())
                .extracting(InputChoices.Choice::label)
                .containsExactly("x₁", "x₂", "x₁²", "x₂²", "x₁x₂", "sin x₁", "sin x₂");
        assertThat(choices.usedCount()).isEqualTo(2);
    }

    @Test
    void aFeatureIsAddedWhereItIsDrawnAndTakenOutAgain() {
        InputChoices choices = InputChoices.of(List.of("x1", "sin(x2)"), NAMES);
        assertThat(choices.toggled(3)).containsExactly("x1", "x2^2", "sin(x2)");
        assertThat(choices.toggled(6)).containsExactly("x1");
        assertThat(choices.choiceOf(1)).isEqualTo(6);
    }

    @Test
    void allInputsAsTheyAreNeedNoWords() {
        InputChoices choices = InputChoices.of(List.of("x1", "x2", "x1^2"), NAMES);
        assertThat(choices.toggled(2)).isEmpty();
    }

    @Test
    void theLastInputInUseStays() {
        InputChoices choices = InputChoices.of(List.of("x1*x2"), NAMES);
        assertThat(choices.canToggle(4)).isFalse();
        assertThat(choices.canToggle(0)).isTrue();
    }

    @Test
    void featuresOfOnesOwnFollowAndInputsByPlaceAreRecognized() {
        InputChoices choices = InputChoices.of(List.of("x2", "tanh(x1)", "x1 ^ 2"), List.of("width", "height"));
        assertThat(choices.choices().get(1).index()).isZero();
        assertThat(choices.choices().get(2).index()).isEqualTo(2);
        assertThat(choices.choices().get(7).label()).isEqualTo("tanh x₁");
        assertThat(choices.choices().get(7).index()).isEqualTo(1);
    }

    @Test
    void manyInputsOfferOnlyThemselves() {
        assertThat(InputChoices.of(List.of(), List.of("a", "b", "c")).choices()).hasSize(3);
    }
}
