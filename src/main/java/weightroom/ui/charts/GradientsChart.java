package weightroom.ui.charts;

import java.util.List;
import java.util.Optional;
import weightroom.plot.Ink;
import weightroom.plot.LinePlot;
import weightroom.plot.Numbers;
import weightroom.run.Insight;
import weightroom.run.InsightHistory.Figure;
import weightroom.run.LayerInsight;
import weightroom.run.Snapshot;
import weightroom.ui.kit.Messages;

/** How large the gradients of each layer are, how they are distributed, and how far updates move the weights. */
final class GradientsChart extends InsightChart {
    private static final LinePlot.Band HEALTHY = new LinePlot.Band(
            HealthRow.BAND_LOW, HealthRow.BAND_HIGH, HealthRow.BAND_MARK, Messages.text("ratio.band"));

    private final LayerLines magnitude = new LayerLines("gradient", Figure.GRADIENT);
    private final LayerBins now = new LayerBins("gradients-now", Ink.BACKWARD, LayerInsight::gradients);
    private final LayerLines ratio = new LayerLines("ratio", Figure.UPDATE_RATIO);

    GradientsChart(ChartSources sources) {
        for (LinePlot plot : List.of(magnitude.plot(), ratio.plot())) {
            plot.setLogarithmic(true);
            plot.setValueFormat(value -> Numbers.significant(value, 3));
        }
        ratio.plot().setBand(Optional.of(HEALTHY));
        now.plot().setLogarithmic(true);
        logarithmic().addListener((observable, before, after) -> {
            magnitude.plot().setLogarithmic(after);
            now.plot().setLogarithmic(after);
            ratio.plot().setLogarithmic(after);
        });
        add("gradient.view", framed(magnitude.plot(), "gradients"), true);
        add("gradients-now.view", framed(now.plot(), "gradients-now"), true);
        add("ratio.view", framed(ratio.plot(), "update-ratio"), true);
    }

    @Override
    void showCourse(Snapshot snapshot) {
        if (chosen() == 0) {
            magnitude.show(snapshot);
        } else if (chosen() == 2) {
            ratio.show(snapshot);
        }
    }

    @Override
    void showInsight(Snapshot snapshot, Insight insight) {
        if (chosen() == 1) {
            now.show(insight);
        }
    }
}
