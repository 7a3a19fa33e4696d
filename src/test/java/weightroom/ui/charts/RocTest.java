package weightroom.ui.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import weightroom.engine.Metrics;
import weightroom.engine.Rows;
import weightroom.engine.Task;

class RocTest {
    private static final Task.Binary TASK = new Task.Binary(0, 1, List.of("no", "yes"));

    @Test
    void theExampleOfFawcettHasItsPublishedSteps() {
        // Fawcett 2006, "An introduction to ROC analysis", figure 3: 20 instances, ten of each class.
        float[] scores = {
            .9f, .8f, .7f, .6f, .55f, .54f, .53f, .52f, .51f, .505f, .4f, .39f, .38f, .37f, .36f, .35f, .34f, .33f,
            .30f, .1f
        };
        float[] targets = {1, 1, 0, 1, 1, 1, 0, 0, 1, 0, 1, 0, 1, 0, 0, 0, 1, 0, 1, 0};
        Roc roc = Roc.of(TASK, rows(targets), scores);
        assertThat(roc.curve().size()).isEqualTo(21);
        assertThat(roc.curve().x(2)).isZero();
        assertThat(roc.curve().y(2)).isCloseTo(0.2, within(1e-9));
        assertThat(roc.curve().x(3)).isCloseTo(0.1, within(1e-9));
        assertThat(roc.curve().y(6)).isCloseTo(0.5, within(1e-9));
        assertThat(roc.curve().x(20)).isEqualTo(1);
        assertThat(roc.curve().y(20)).isEqualTo(1);
        assertThat(roc.area())
                .isCloseTo(Metrics.of(TASK, rows(targets), scores).values().get("rocAuc"), within(1e-12));
    }

    @Test
    void equalScoresCountAsHalfRight() {
        Roc roc = Roc.of(TASK, rows(new float[] {0, 1, 0, 1}), new float[] {0.5f, 0.5f, 0.5f, 0.5f});
        assertThat(roc.area()).isEqualTo(0.5);
        assertThat(roc.curve().size()).isEqualTo(2);
    }

    @Test
    void scoresBelowZeroAreOrderedAsNumbers() {
        Roc roc = Roc.of(TASK, rows(new float[] {0, 0, 1, 1}), new float[] {-3, -0.5f, 0.25f, 2});
        assertThat(roc.area()).isEqualTo(1);
        Roc turned = Roc.of(TASK, rows(new float[] {1, 1, 0, 0}), new float[] {-3, -0.5f, 0.25f, 2});
        assertThat(turned.area()).isZero();
    }

    @Test
    void withoutRowsOfAClassThereIsNoArea() {
        assertThat(Roc.of(TASK, rows(new float[] {1, 1}), new float[] {0.1f, 0.2f})
                        .area())
                .isNaN();
    }

    @Test
    void aConfusionCountsRowsByClassAndAnswer() {
        long[][] counts = AnswerCounts.confusion(
                TASK, rows(new float[] {0, 0, 1, 1, 1}), new float[] {0.2f, 0.7f, 0.9f, 0.4f, 0.6f});
        assertThat(counts).isDeepEqualTo(new long[][] {{1, 1}, {1, 2}});
    }

    @Test
    void aConfusionOfSeveralClassesTakesTheLargestOutput() {
        Task task = new Task.Classes(List.of("a", "b", "c"));
        Rows rows = new Rows(2, new float[2], new float[] {0, 0, 1, 1, 0, 0});
        long[][] counts = AnswerCounts.confusion(task, rows, new float[] {0.1f, 0.2f, 0.7f, 0.3f, 0.5f, 0.2f});
        assertThat(counts).isDeepEqualTo(new long[][] {{0, 1, 0}, {0, 0, 0}, {0, 0, 1}});
    }

    private static Rows rows(float[] targets) {
        return new Rows(targets.length, new float[targets.length], targets);
    }
}
