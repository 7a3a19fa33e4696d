package weightroom.explain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weightroom.explain.Guess.Judgement;
import weightroom.explain.Quantity.Kind;

/** On the network of {@link HandWorkedTest}, whose numbers stand there. */
class GuessTest {
    private static final Pass PASS = pass();

    private static Pass pass() {
        Subject subject = HandWorkedTest.subject("{ \"id\": \"sgd\", \"learning-rate\": 0.1 }");
        return Pass.of(subject, Sample.row(subject, 0), true);
    }

    private static Guess guess(Quantity quantity, String typed) {
        return Guess.of(PASS, quantity, 0, typed);
    }

    private static final Quantity Z1 = Quantity.unit(Kind.SUM, 0, 0);
    private static final Quantity A1 = Quantity.unit(Kind.ACTIVATION, 0, 0);
    private static final Quantity BY_Z1 = Quantity.unit(Kind.D_SUM, 0, 0);
    private static final Quantity BY_W11 = Quantity.weight(0, 0, 0).as(Kind.D_WEIGHT);
    private static final Quantity NEW_W11 = Quantity.weight(0, 0, 0).as(Kind.NEW_WEIGHT);

    @ParameterizedTest
    @ValueSource(strings = {"0.0624", "0,0624", " 0.06238 ", "+.0624", "6.24e-2", "6.24·10⁻²", "0.0625", "0.0623"})
    void aNumberIsRightHoweverItIsWritten(String typed) {
        assertThat(guess(BY_W11, typed).judgement()).isEqualTo(Judgement.RIGHT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1.0818", "−1,0818", "–1.08", "-1.082", "-1.09"})
    void aMinusMayBeAnyDash(String typed) {
        assertThat(guess(Quantity.unit(Kind.SUM, 1, 0), typed).judgement()).isEqualTo(Judgement.RIGHT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "0.1.2", "1/0", "--1", "0.06 24 a"})
    void whatIsNoNumberIsSaidToBeNone(String typed) {
        assertThat(guess(BY_W11, typed).judgement()).isEqualTo(Judgement.UNREADABLE);
    }

    private static void says(Quantity quantity, double wrong, String sentence) {
        Guess guess = Guess.of(PASS, quantity, 0, wrong);
        assertThat(guess.judgement()).isEqualTo(Judgement.WRONG);
        assertThat(guess.sentence()).isEqualTo(sentence);
    }

    @Test
    void slipsOfTheWayForwardAreNamed() {
        says(Z1, 0.7 + 0.26, "The bias b₁ is missing from the sum.");
        says(Z1, 0.6044, "That is a₁, after the activation; z₁ is the sum before it.");
        says(Z1, 0.7 - 0.432, "The term w₁₂x₂ is missing from the sum.");
        says(Z1, 0.7 - 2 * 0.432, "The term w₁₂x₂ has the wrong sign.");
        // w₂₁ in the place of w₁₂
        says(
                Z1,
                0.7 + (-0.46 + 0.54) * -0.8,
                "The two indices of the weights are turned: in w₁₁ the unit comes first, then its input.");
        says(Z1, -0.276 - 0.176 - 0.26, "Those are the weights of hidden 2.");
        says(A1, 0.7, "That is z₁; the activation is still to be applied.");
        says(A1, -0.5020, "That is a₂, not a₁.");
    }

    @Test
    void slipsOfTheWayBackAreNamed() {
        says(BY_W11, -0.0624, "The size is right, the sign is not.");
        says(BY_W11, 0.0624 / 0.6347, "The factor ∂a₁/∂z₁ = 1 − a₁² is missing.");
        says(BY_W11, 0.1040, "The factor ∂z₁/∂w₁₁ = x₁ is missing.");
        says(BY_W11, 0.0624 / -0.58 * 0.64, "It looks as if you took v₂ in the place of v₁.");
        // 1 − 0.7² = 0.51 in the place of 1 − 0.6044²
        says(BY_W11, 0.06238 / 0.63474 * 0.51, "In ∂a₁/∂z₁ it looks as if you took z₁ in the place of a₁.");
        says(BY_W11, 0.0312, "The factor 2 is missing: this loss has no ½, so the slope of the square keeps its 2.");
        says(BY_W11, 0.10397 * -0.8, "It looks as if you took x₂ in the place of x₁.");
        says(BY_Z1, 0.1638, "That is ∂L/∂a₁; it is still to be multiplied by the slope of the activation.");
        says(
                Quantity.weight(1, 0, 0).as(Kind.D_WEIGHT),
                -0.28241 * 0.7,
                "It looks as if you took z₁ in the place of a₁: the activation is missing.");
    }

    @Test
    void slipsOfTheUpdateAreNamed() {
        assertThat(guess(NEW_W11, "0.8738").judgement()).isEqualTo(Judgement.RIGHT);
        says(
                Quantity.bias(1, 0).as(Kind.NEW_BIAS),
                -0.41 - 0.0282,
                "The step goes the other way: against the gradient, so that the loss falls.");
        says(Quantity.bias(1, 0).as(Kind.NEW_BIAS), -0.41 + 0.2824, "The learning rate is missing.");
    }

    @Test
    void whereNothingFitsAHintSaysWhichFormulaToUse() {
        says(Z1, 12.345, "Use z₁ = w₁₁x₁ + w₁₂x₂ + b₁");
        says(BY_Z1, 12.345, "Use ∂L/∂z₁ = ∂L/∂a₁ · ∂a₁/∂z₁");
    }
}
