package weightroom.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import weightroom.engine.Rows;
import weightroom.engine.Task;

class AssessmentTest {
    @Test
    void amountsHaveResiduals() {
        Rows rows = new Rows(2, new float[2], new float[] {1, 5});
        Assessment assessment = Assessment.of(new Task.Regression(List.of("y")), rows, new float[] {2, 2});
        Assessment.Residuals residuals = assessment.residuals().orElseThrow();
        assertThat(residuals.values()).containsExactly(-1, 3);
        assertThat(residuals.mean()).isEqualTo(1);
        assertThat(residuals.deviation()).isEqualTo(2);
        assertThat(residuals.histogram().total()).isEqualTo(2);
        assertThat(assessment.roc()).isEmpty();
    }

    @Test
    void twoClassesHaveAConfusionMatrixAndARocCurveAndThreeOnlyTheFormer() {
        Rows two = new Rows(2, new float[2], new float[] {0, 1});
        Assessment binary = Assessment.of(new Task.Binary(0, 1, List.of("a", "b")), two, new float[] {0.1f, 0.2f});
        assertThat(binary.metrics().confusion()).isDeepEqualTo(new int[][] {{1, 0}, {1, 0}});
        assertThat(binary.roc().orElseThrow().area()).isEqualTo(1);
        assertThat(binary.residuals()).isEmpty();

        Rows three = new Rows(1, new float[1], new float[] {0, 0, 1});
        Task classes = new Task.Classes(List.of("a", "b", "c"));
        assertThat(Assessment.of(classes, three, new float[] {0, 0, 1}).roc()).isEmpty();
    }
}
