package weightroom.ui.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CardViewTest {
    @Test
    void whatIsEnlargedStaysUnderTheMouse() {
        CardView view = new CardView(1, 40, 20);
        CardView closer = view.zoomed(1.5, 300, 200);

        assertThat(closer.zoom()).isEqualTo(1.5);
        assertThat(closer.pictureX(300)).isCloseTo(view.pictureX(300), within(1e-9));
        assertThat(closer.pictureY(200)).isCloseTo(view.pictureY(200), within(1e-9));
    }

    @Test
    void itStaysOnThePictureAndASmallOneStandsInTheMiddle() {
        assertThat(new CardView(1, 900, -50).within(800, 500, 1200, 900)).isEqualTo(new CardView(1, 400, 0));
        assertThat(new CardView(0.5, 90, 90).within(800, 500, 800, 500)).isEqualTo(new CardView(0.5, -400, -250));
    }

    @Test
    void itMovesOnlyAsFarAsIsNeededToShowAPlace() {
        assertThat(new CardView(1, 0, 0).showing(400, 250, 800, 500)).isEqualTo(new CardView(1, 0, 0));
        assertThat(new CardView(1, 0, 0).showing(1000, 250, 800, 500)).isEqualTo(new CardView(1, 310, 0));
    }
}
