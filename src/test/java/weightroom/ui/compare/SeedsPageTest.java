package weightroom.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SeedsPageTest {
    private static final double WIDTH = 1100;
    private static final double HEIGHT = 400;
    private static final double BELOW = 40;

    @Test
    void fewSeedsAreLargeButNoLargerThanOfUse() {
        assertThat(SeedsPage.side(2, WIDTH, HEIGHT, BELOW)).isEqualTo(220);
        // Two lines of four: (400 − 6)/2 − 40.
        assertThat(SeedsPage.side(8, WIDTH, HEIGHT, BELOW)).isEqualTo(157);
    }

    @Test
    void thirtyTwoSeedsAreSeenWithoutScrolling() {
        // Three lines of eleven: (1100 − 60)/11 − 8.
        assertThat(SeedsPage.side(32, WIDTH, HEIGHT, BELOW)).isEqualTo(86);
    }

    @Test
    void whereThereIsNoRoomTheyAreScrolledRatherThanTooSmall() {
        assertThat(SeedsPage.side(64, 400, 200, BELOW)).isEqualTo(56);
    }
}
