package weightroom.ui.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import weightroom.experiment.ExperimentReader;
import weightroom.experiment.Setup;
import weightroom.plot.DecisionPlot;
import weightroom.plot.Field;
import weightroom.run.Grid;
import weightroom.run.Snapshot;

class OneInputTest {
    private static final Setup LINE = Setup.of(
            ExperimentReader.parse(
                    "line.json",
                    """
                    { "weightroom": 1, "title": "line", "seed": 1,
                      "data": { "rows": [[0, 0], [1, 2], [2, 4]], "inputs": 1, "train": 1.0 },
                      "network": { "layers": [ { "units": 1, "activation": "linear" } ] },
                      "start": { "weights": "zeros", "biases": "zeros" },
                      "training": { "loss": "mse",
                        "optimizer": { "id": "sgd", "learning-rate": 0.1 }, "epochs": 1 } }
                    """),
            Path.of(""));

    @Test
    void theFieldIsZeroWhereThePredictionIs() {
        assertThat(OneInput.fits(LINE)).isTrue();
        float[] outputs = new float[100 * 100];
        for (int i = 0; i < outputs.length; i++) {
            outputs[i] = 2 * (0.02f * (i % 100) + 0.01f);
        }
        Snapshot.Field predicted = new Snapshot.Field(new Grid(100, 100, 0, 2, 0, 2), 1, outputs);
        Field field = OneInput.field(LINE, predicted);
        assertThat(field.yLow()).isCloseTo(-0.6, within(1e-6));
        assertThat(field.yHigh()).isCloseTo(4.6, within(1e-6));
        // At the middle of the plane x is 1.01, so the prediction is 2.02; the row of cells there is at 2.026.
        assertThat(field.values()[50 * 100 + 50]).isCloseTo(0.006f, within(1e-3f));
        assertThat(field.values()[99 * 100]).isPositive();
        assertThat(field.values()[99]).isNegative();
    }

    @Test
    void rowsStandAtTheirTargets() {
        DecisionPlot.Points points =
                OneInput.points(LINE, new Snapshots(LINE).at(0).answers(), true);
        assertThat(points.count()).isEqualTo(3);
        for (int i = 0; i < 3; i++) {
            assertThat(points.ys()[i]).isEqualTo(2 * points.xs()[i]);
            assertThat(points.targets()[i]).isEqualTo(points.ys()[i] - 0.8f);
        }
    }

    @Test
    void twoInputsAreNoMatterForIt() {
        assertThat(OneInput.fits(Snapshots.SPIRAL)).isFalse();
    }
}
