package weightroom.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import weightroom.run.Devices;

/** Every lesson that comes with the program can be read, and says what is so. */
class ShippedLessonsTest {
    private static final Course COURSE = Course.shipped();
    private static List<Verdict> verdicts = List.of();
    private static Duration took = Duration.ZERO;

    @BeforeAll
    static void train() {
        try (Devices devices = new Devices()) {
            long begin = System.nanoTime();
            verdicts = new Checker(devices, () -> false, () -> {}).check(COURSE.lessons());
            took = Duration.ofNanos(System.nanoTime() - begin);
        }
    }

    @AfterAll
    static void forget() {
        verdicts = List.of();
    }

    static List<Verdict> verdicts() {
        return verdicts;
    }

    @Test
    void allCanBeRead() {
        assertThat(COURSE.faults()).isEmpty();
        assertThat(COURSE.lessons()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("verdicts")
    void whatALessonSaysIsSo(Verdict verdict) {
        assertThat(verdict.findings()).allSatisfy(finding -> assertThat(finding.problems())
                .as("%s, line %d: %s", verdict.lesson().id(), finding.line(), finding.text())
                .isEmpty());
    }

    @ParameterizedTest
    @MethodSource("verdicts")
    void aLessonHasSomethingToPredictToReachAndToProve(Verdict verdict) {
        Lesson lesson = verdict.lesson();
        assertThat(lesson.minutes()).isBetween(5, 12);
        assertThat(lesson.steps())
                .anySatisfy(step -> assertThat(step.parts(Part.Predict.class)).isNotEmpty());
        assertThat(verdict.count(Finding.Kind.CLAIM)).isPositive();
        assertThat(verdict.count(Finding.Kind.GOAL)).isPositive();
    }

    @Test
    void checkingAllTakesLessThanAMinute() {
        assertThat(took).isLessThan(Duration.ofMinutes(1));
    }
}
