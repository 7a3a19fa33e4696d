package weightroom.ui.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import weightroom.engine.Schedule;
import weightroom.experiment.Experiment;
import weightroom.experiment.ScheduleSpec;
import weightroom.experiment.TrainingSpec;

class RateCurveTest {
    private static final TrainingSpec TRAINING = Experiment.spiral().training().withEpochs(101);

    @Test
    void theStepScheduleIsDrawnAsItsSteps() {
        ScheduleSpec steps = new ScheduleSpec(Schedule.STEP).withKnob(0, 0.5).withKnob(1, 50);
        assertThat(RateCurve.of(TRAINING.withSchedule(steps), 5)).containsExactly(1, 1, 0.5, 0.5, 0.25);
    }

    @Test
    void halfwayTheCosineStandsAtHalfTheRate() {
        double[] curve = RateCurve.of(TRAINING.withSchedule(new ScheduleSpec(Schedule.COSINE)), 3);
        assertThat(curve[0]).isEqualTo(1);
        assertThat(curve[1]).isCloseTo(0.5, within(0.01));
        assertThat(curve[2]).isCloseTo(0, within(0.01));
    }

    @Test
    void warmUpRisesLinearly() {
        double[] curve = RateCurve.of(TRAINING.withSchedule(ScheduleSpec.CONSTANT.withWarmUp(50)), 11);
        assertThat(curve[0]).isCloseTo(1 / 50.0, within(1e-9));
        assertThat(curve[2]).isCloseTo(21 / 50.0, within(1e-9));
        assertThat(curve[5]).isEqualTo(1);
    }
}
