package weightroom.ui.charts;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import weightroom.plot.LinePlot;
import weightroom.plot.Numbers;
import weightroom.run.InsightHistory.Figure;
import weightroom.run.Snapshot;
import weightroom.ui.kit.Cadence;
import weightroom.ui.kit.Messages;
import weightroom.ui.model.RunModel;

/** How large the gradients of each layer are, how they are distributed, and how far updates move the weights. */
final class GradientsChart extends ViewChart {
    private static final int CURVES_PER_SECOND = 30;
    /** Where updates are neither too timid nor too wild, as a share of the weights; see Karpathy 2022, makemore part 3. */
    private static final double BAND_LOW = 3e-4;

    private static final double BAND_HIGH = 3e-3;
    private static final double BAND_MARK = 1e-3;

    private final LayerLines magnitude = new LayerLines("gradient", Figure.GRADIENT);
    private final LayerLines ratio = new LayerLines("ratio", Figure.UPDATE_RATIO);
    private final Cadence cadence = new Cadence(CURVES_PER_SECOND);

    GradientsChart(ChartSources sources) {
        for (LinePlot plot : new LinePlot[] {magnitude.plot(), ratio.plot()}) {
            plot.setLogarithmic(true);
            plot.setValueFormat(value -> Numbers.significant(value, 3));
        }
        ratio.plot()
                .setBand(Optional.of(new LinePlot.Band(BAND_LOW, BAND_HIGH, BAND_MARK, Messages.text("ratio.band"))));
        logarithmic().addListener((observable, before, after) -> {
            magnitude.plot().setLogarithmic(after);
            ratio.plot().setLogarithmic(after);
        });
        add("gradient.view", framed(magnitude.plot(), "gradients"), true);
        add("ratio.view", framed(ratio.plot(), "update-ratio"), true);
    }

    @Override
    Set<RunModel.Part> parts() {
        return EnumSet.of(RunModel.Part.INSIGHT);
    }

    @Override
    void show(Snapshot now, long nanos) {
        if (!cadence.due(nanos, !now.playing())) {
            return;
        }
        if (chosen() == 0) {
            magnitude.show(now);
        } else {
            ratio.show(now);
        }
    }
}
