package weightroom.ui.explain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import weightroom.explain.Quantity;

class VisitsTest {
    private final Visits visits = new Visits();

    @Test
    void whatWasExplainedBeforeIsGoneBackToAndForwardAgain() {
        Quantity first = Quantity.weight(0, 0, 0);
        Quantity second = Quantity.bias(0, 1);
        visits.go(first);
        assertThat(visits.hasBack()).isFalse();
        visits.go(second);

        assertThat(visits.back()).contains(first);
        assertThat(visits.hasBack()).isFalse();
        assertThat(visits.hasForward()).isTrue();
        // The view says so once more when it shows what was gone back to.
        visits.go(first);
        assertThat(visits.forward()).contains(second);
        assertThat(visits.forward()).isEmpty();
    }

    @Test
    void goingElsewhereFromThePastForgetsWhatCameAfter() {
        visits.go(Quantity.weight(0, 0, 0));
        visits.go(Quantity.weight(0, 0, 1));
        visits.back();
        visits.go(Quantity.LOSS);

        assertThat(visits.hasForward()).isFalse();
        assertThat(visits.back()).contains(Quantity.weight(0, 0, 0));
    }
}
