package weightroom.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ViewportTest {
    private static final Span EPOCHS = new Span(0, 400, false);
    private static final Span LOSSES = new Span(0.001, 10, true);

    private final Viewport view = new Viewport();

    private Span x() {
        return view.x(EPOCHS);
    }

    private Span y() {
        return view.y(LOSSES);
    }

    @Test
    void withoutZoomAllIsShownAndGrowsWithTheData() {
        assertThat(x()).isEqualTo(EPOCHS);
        assertThat(view.x(new Span(0, 500, false)).high()).isEqualTo(500);
        assertThat(view.zoomed()).isFalse();
    }

    @Test
    void thePlaceUnderThePointerStaysWhileZooming() {
        x();
        y();
        view.zoom(0.25, 0.75, 0.5, 0.5);
        assertThat(x().low()).isEqualTo(50);
        assertThat(x().high()).isEqualTo(250);
        // Three quarters up four decades from 10⁻³ stands 1.
        assertThat(y().at(0.75)).isCloseTo(1, within(1e-9));
        assertThat(y().high() / y().low()).isCloseTo(100, within(1e-6));
    }

    @Test
    void zoomingOutEndsWithAllAndFollowsTheDataAgain() {
        x();
        y();
        view.zoom(0.5, 0.5, 0.5, 1);
        view.zoom(0.5, 0.5, 4, 1);
        assertThat(view.zoomed()).isFalse();
        assertThat(view.x(new Span(0, 600, false)).high()).isEqualTo(600);
    }

    @Test
    void movingStopsAtTheEndsOfTheData() {
        x();
        y();
        view.chooseX(0.25, 0.5);
        assertThat(x()).isEqualTo(new Span(100, 200, false));
        view.move(0.5, 0);
        assertThat(x()).isEqualTo(new Span(150, 250, false));
        view.move(20, 0);
        assertThat(x()).isEqualTo(new Span(300, 400, false));
        view.move(-20, 0);
        assertThat(x()).isEqualTo(new Span(0, 100, false));
    }

    @Test
    void aRectangleIsChosenWhicheverCornerItStartedFrom() {
        x();
        y();
        view.chooseX(0.75, 0.25);
        view.chooseY(1, 0.5);
        assertThat(x()).isEqualTo(new Span(100, 300, false));
        assertThat(y().low()).isCloseTo(0.1, within(1e-9));
        view.reset();
        assertThat(x()).isEqualTo(EPOCHS);
        assertThat(y()).isEqualTo(LOSSES);
    }

    @Test
    void aZoomedAxisStaysWhileTheDataGrow() {
        x();
        y();
        view.chooseX(0, 0.5);
        assertThat(view.x(new Span(0, 900, false))).isEqualTo(new Span(0, 200, false));
    }

    @Test
    void aFrozenAxisStaysWhileTheDataGrowUntilItThaws() {
        x();
        y();
        view.freeze(true);
        Span grown = new Span(0, 900, false);
        assertThat(view.x(grown)).isEqualTo(EPOCHS);
        view.zoom(0, 0, 0.5, 1);
        assertThat(view.x(grown).high()).isEqualTo(200);
        view.reset();
        assertThat(view.x(grown)).isEqualTo(EPOCHS);
        view.freeze(false);
        assertThat(view.x(grown)).isEqualTo(grown);
    }

    @Test
    void turningAnAxisLogarithmicForgetsItsZoom() {
        x();
        view.y(new Span(0, 10, false));
        view.chooseY(0, 0.5);
        assertThat(y()).isEqualTo(LOSSES);
    }

    @Test
    void zoomingInStopsBeforeNumbersCanNoLongerTellPlacesApart() {
        x();
        y();
        for (int i = 0; i < 1000; i++) {
            view.zoom(0.3, 0.3, 0.5, 0.5);
        }
        assertThat(x().high()).isGreaterThan(x().low());
        assertThat(y().high()).isGreaterThan(y().low());
        assertThat(Ticks.linear(x().low(), x().high(), 5).marks()).hasSizeBetween(1, 20);
    }

    @Test
    void whatFreezesBeforeItIsKnownStaysAsItIsFirstSeen() {
        view.freeze(true);
        assertThat(x()).isEqualTo(EPOCHS);
        assertThat(view.x(new Span(0, 500, false))).isEqualTo(EPOCHS);
        view.freeze(false);
        assertThat(view.x(new Span(0, 500, false)).high()).isEqualTo(500);
    }
}
