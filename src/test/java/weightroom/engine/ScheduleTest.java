package weightroom.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleTest {
    private static final double NO_CLIP = Double.POSITIVE_INFINITY;

    private static Replica replica(Schedule schedule, int warmUp, double scale, Double... knobs) {
        return new Replica(
                1, 0, Optimizer.SGD, List.of(), 0.8, scale, schedule, List.of(knobs), warmUp, 0, 0, NO_CLIP, NO_CLIP);
    }

    /** η = 0.8 of a run of 8 epochs; the values are the formulas worked by hand. */
    @ParameterizedTest
    @CsvSource({
        "0, 0.8, 0.8, 0.8, 0.8",
        "1, 0.8, 0.4, 0.64, 0.77023690",
        "2, 0.8, 0.2, 0.53333333, 0.68547875",
        "3, 0.4, 0.1, 0.45714286, 0.55862922",
        "4, 0.4, 0.05, 0.4, 0.409",
        "6, 0.2, 0.0125, 0.32, 0.13252125",
        "8, 0.2, 0.003125, 0.26666667, 0.018",
    })
    void ratesFollowTheirFormulas(int e, double step, double exponential, double inverse, double cosine) {
        assertEquals(0.8, replica(Schedule.CONSTANT, 0, 1).rate(e, 8), 1e-12);
        assertEquals(step, replica(Schedule.STEP, 0, 1, 0.5, 3.0).rate(e, 8), 1e-12);
        assertEquals(exponential, replica(Schedule.EXPONENTIAL, 0, 1, 0.5).rate(e, 8), 1e-12);
        assertEquals(inverse, replica(Schedule.INVERSE_TIME, 0, 1, 0.25).rate(e, 8), 1e-8);
        assertEquals(cosine, replica(Schedule.COSINE, 0, 1, 0.018).rate(e, 8), 1e-8);
    }

    @Test
    void cosineStaysAtTheLeastAfterTheEnd() {
        assertEquals(0.018, replica(Schedule.COSINE, 0, 1, 0.018).rate(20, 8), 1e-12);
    }

    @Test
    void cutsOfAPlateauMultiplyTheRate() {
        assertEquals(0.2, replica(Schedule.PLATEAU, 0, 0.25, 0.5, 10.0).rate(3, 8), 1e-12);
    }

    /** Epoch e trains with (e + 1)/4 of what the schedule says there. */
    @Test
    void warmUpRisesLinearlyOverAnySchedule() {
        Replica constant = replica(Schedule.CONSTANT, 4, 1);
        double[] rates = {0.2, 0.4, 0.6, 0.8, 0.8};
        for (int e = 0; e < rates.length; e++) {
            assertEquals(rates[e], constant.rate(e, 8), 1e-12);
        }
        assertEquals(0.4 * 0.5, replica(Schedule.EXPONENTIAL, 4, 1, 0.5).rate(1, 8), 1e-12);
    }
}
