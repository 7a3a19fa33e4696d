package weightroom.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LossCourseTest {
    private final History history = new History();
    private final LossCourse course = new LossCourse();

    @Test
    void aTestLossThatRisesWhileTheTrainingLossFallsIsARise() {
        for (int e = 0; e < 100; e++) {
            history.add(e, e, 1 / (1 + 0.1 * e), Double.NaN, 0.5 + 0.01 * Math.abs(e - 40));
        }
        course.follow(history, 40);
        assertThat(course.rise()).isZero();
        course.follow(history, 99);
        // The running mean of a straight line lags 4 epochs behind: lowest about 0.52, now 1.05
        assertThat(course.rise()).isEqualTo(1.05 / 0.52 - 1, within(0.05));
    }

    @Test
    void validationRowsGoBeforeTestRows() {
        for (int e = 0; e < 100; e++) {
            history.add(e, e, 1 / (1 + 0.1 * e), 0.5, 0.5 + 0.01 * e);
        }
        course.follow(history, 99);
        assertThat(course.rise()).isZero();
    }

    @Test
    void aTestLossThatRisesWithTheTrainingLossIsNone() {
        for (int e = 0; e < 100; e++) {
            history.add(e, e, 1 + 0.01 * e, Double.NaN, 0.5 + 0.01 * e);
        }
        course.follow(history, 99);
        assertThat(course.rise()).isZero();
    }

    @Test
    void goingBackForgetsWhatLiesBeyond() {
        for (int e = 0; e < 100; e++) {
            history.add(e, 10L * e, e < 50 ? 1 : 0.01, Double.NaN, Double.NaN);
        }
        course.follow(history, 990);
        assertThat(course.small()).isTrue();
        course.follow(history, 400);
        assertThat(course.small()).isFalse();
        course.follow(new History(), 0);
        assertThat(course.small()).isFalse();
        assertThat(course.standstill()).isZero();
    }

    @Test
    void standsStillForAQuarterOfALongRun() {
        for (int e = 0; e <= 1000; e++) {
            history.add(e, e, e < 600 ? 1 - 0.001 * e : 0.4, Double.NaN, Double.NaN);
        }
        course.follow(history, 500);
        assertThat(course.standstill()).isZero();
        course.follow(history, 1000);
        assertThat(course.standstill()).isEqualTo(250);
    }
}
