package weightroom.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RocTest {
    private static final Task BINARY = new Task.Binary(0, 1, List.of("no", "yes"));

    @Test
    void goesThroughThePointsOfACalculationByHand() {
        // By falling score: 0.9 yes; 0.8 no; 0.7 yes and no together; −0.1 no
        Rows rows = new Rows(5, new float[5], new float[] {0, 1, 0, 1, 0});
        Roc roc = Roc.of(BINARY, rows, new float[] {0.8f, 0.7f, -0.1f, 0.9f, 0.7f});
        assertThat(roc.truePositives()).containsExactly(0, 0.5, 0.5, 1, 1);
        assertThat(roc.falsePositives()).containsExactly(0, 0, 1 / 3.0, 2 / 3.0, 1);
        assertThat(roc.thresholds()).containsExactly(Double.POSITIVE_INFINITY, 0.9f, 0.8f, 0.7f, -0.1f);
        // Pairs of a yes and a no in the right order: 3 of 0.9, of 0.7 one and a half, of 6
        assertThat(roc.area()).isEqualTo(4.5 / 6);
    }

    @Test
    void theExampleOfFawcettHasItsPublishedSteps() {
        // Fawcett 2006, "An introduction to ROC analysis", figure 3: 20 instances, ten of each class.
        float[] scores = {
            .9f, .8f, .7f, .6f, .55f, .54f, .53f, .52f, .51f, .505f, .4f, .39f, .38f, .37f, .36f, .35f, .34f, .33f,
            .30f, .1f
        };
        float[] targets = {1, 1, 0, 1, 1, 1, 0, 0, 1, 0, 1, 0, 1, 0, 0, 0, 1, 0, 1, 0};
        Roc roc = Roc.of(BINARY, new Rows(20, new float[20], targets), scores);
        assertThat(roc.truePositives()).hasSize(21).endsWith(1);
        assertThat(roc.falsePositives()).hasSize(21).endsWith(1);
        assertThat(roc.falsePositives()).startsWith(0, 0, 0, 0.1);
        assertThat(roc.truePositives()).startsWith(0, 0.1, 0.2, 0.2, 0.3, 0.4, 0.5);
    }

    @Test
    void scoresBelowZeroAreOrderedAsNumbers() {
        float[] scores = {-3, -0.5f, 0.25f, 2};
        assertThat(Roc.of(BINARY, new Rows(4, new float[4], new float[] {0, 0, 1, 1}), scores)
                        .area())
                .isEqualTo(1);
        assertThat(Roc.of(BINARY, new Rows(4, new float[4], new float[] {1, 1, 0, 0}), scores)
                        .area())
                .isZero();
    }

    @Test
    void withoutRowsOfAClassThereIsNoArea() {
        Roc roc = Roc.of(BINARY, new Rows(2, new float[2], new float[] {1, 1}), new float[] {0.2f, 0.4f});
        assertThat(roc.area()).isNaN();
        assertThat(roc.truePositives()).containsExactly(0, 0.5, 1);
        assertThat(roc.falsePositives()).containsExactly(0, 0, 0);
    }

    @Test
    void ofTwoOutputsTheLastIsTheScore() {
        Task task = new Task.Classes(List.of("no", "yes"));
        Rows rows = new Rows(2, new float[2], new float[] {1, 0, 0, 1});
        assertThat(Roc.of(task, rows, new float[] {0.9f, 0.1f, 0.2f, 0.8f}).area())
                .isEqualTo(1);
        assertThat(Roc.of(task, rows, new float[] {0.1f, 0.9f, 0.8f, 0.2f}).area())
                .isZero();
    }
}
