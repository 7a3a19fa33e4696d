package weightroom.ui.charts;

import java.util.EnumSet;
import java.util.Set;
import weightroom.plot.Numbers;
import weightroom.run.InsightHistory.Figure;
import weightroom.run.Snapshot;
import weightroom.ui.kit.Cadence;
import weightroom.ui.model.RunModel;

/** What the units of each layer answer: along their function now, and their mean and deviation over epochs. */
final class ActivationsChart extends ViewChart {
    private static final int CURVES_PER_SECOND = 30;

    private final LayerLines mean = new LayerLines("activation", Figure.ACTIVATION_MEAN, Figure.ACTIVATION_DEVIATION);
    private final Cadence cadence = new Cadence(CURVES_PER_SECOND);

    ActivationsChart(ChartSources sources) {
        mean.plot().setValueFormat(value -> Numbers.significant(value, 3));
        add("activation.view", framed(mean.plot(), "activations"), false);
    }

    @Override
    Set<RunModel.Part> parts() {
        return EnumSet.of(RunModel.Part.INSIGHT);
    }

    @Override
    void show(Snapshot now, long nanos) {
        if (cadence.due(nanos, !now.playing())) {
            mean.show(now);
        }
    }
}
