package weightroom.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LevelsTest {
    private static final Field FIELD = new Field(3, 1, 0, 3, 0, 1, new float[] {-5, 0, 95});

    @Test
    void sharesOfNumbersAreEqualSteps() {
        Levels levels = Levels.of(FIELD, false);
        assertThat(levels.share(-5)).isZero();
        assertThat(levels.share(45)).isEqualTo(0.5);
        assertThat(levels.share(95)).isEqualTo(1);
        assertThat(levels.share(1e9)).isEqualTo(1);
        assertThat(levels.level(7)).isCloseTo(45, within(1e-9));
    }

    @Test
    void logarithmicSharesAreEqualRatiosAboveTheLeastNumber() {
        Levels levels = Levels.of(FIELD, true);
        // 100 above the least is the most; four decades below that is the lowest level.
        assertThat(levels.share(95)).isEqualTo(1);
        assertThat(levels.share(5)).isCloseTo(0.75, within(1e-12));
        assertThat(levels.share(-4)).isCloseTo(0.5, within(1e-12));
        assertThat(levels.share(-5)).isZero();
        assertThat(levels.level(7)).isCloseTo(-4, within(1e-9));
    }

    @Test
    void aLevelLiesBetweenTwoBands() {
        for (boolean logarithmic : new boolean[] {false, true}) {
            Levels levels = Levels.of(FIELD, logarithmic);
            assertThat(levels.band(-5)).isZero();
            assertThat(levels.band(95)).isEqualTo(Levels.BANDS - 1);
            for (int band = 1; band < Levels.BANDS; band++) {
                assertThat(levels.band(Math.nextDown(levels.level(band)))).isEqualTo(band - 1);
                assertThat(levels.band(levels.level(band))).isEqualTo(band);
                assertThat(levels.share(levels.level(band))).isCloseTo((double) band / Levels.BANDS, within(1e-9));
            }
        }
    }

    @Test
    void aFlatSurfaceIsOnOneLevel() {
        Levels levels = Levels.of(new Field(2, 1, 0, 1, 0, 1, new float[] {3, 3}), true);
        assertThat(levels.share(3)).isEqualTo(levels.share(3.0001)).isFinite();
    }
}
