package weightroom.ui.charts;

import java.util.List;
import java.util.Locale;
import weightroom.plot.Ink;
import weightroom.plot.LinePlot;
import weightroom.plot.Numbers;
import weightroom.run.Insight;
import weightroom.run.InsightHistory.Figure;
import weightroom.run.LayerInsight;
import weightroom.run.Snapshot;
import weightroom.ui.kit.Messages;

/** How the weights of each layer are distributed now, and how that came about. */
final class WeightsChart extends InsightChart {
    private static final double WIDTH = 1.75;

    private final LayerBins now = new LayerBins("weights-now", Ink.POSITIVE, LayerInsight::weights);
    private final LayerGrid<LinePlot> histories = new LayerGrid<>(this, "weights", this::make);
    private final InsightCurves curves = new InsightCurves(
            InsightCurves.Value.of(Figure.WEIGHT_MEDIAN),
            InsightCurves.Value.of(Figure.WEIGHT_MIN),
            InsightCurves.Value.of(Figure.WEIGHT_MAX),
            InsightCurves.Value.of(Figure.WEIGHT_LOWER_QUARTILE),
            InsightCurves.Value.of(Figure.WEIGHT_UPPER_QUARTILE));

    WeightsChart(ChartSources sources) {
        now.plot().setDiverging(true);
        now.plot().setLogarithmic(false);
        logarithmic().set(false);
        logarithmic().addListener((observable, before, after) -> now.plot().setLogarithmic(after));
        add("weights-now.view", framed(now.plot(), "weights-now"), true);
        add("weights-course.view", histories, false);
    }

    private LinePlot make(int layer) {
        LinePlot plot = new LinePlot();
        plot.setId("weights-" + layer + "-plot");
        plot.setAccessibleText(Messages.text("weights-course.plot"));
        plot.setEmptyText(Messages.text("loss.empty"));
        plot.setNames(Messages.text("epoch").toLowerCase(Locale.ROOT), "");
        plot.setValueFormat(value -> Numbers.fixed(value, 3));
        return plot;
    }

    @Override
    void showCourse(Snapshot snapshot) {
        if (chosen() != 1) {
            return;
        }
        boolean grown = curves.take(snapshot.insights());
        boolean made = histories.setLayers(curves.layers());
        for (int l = 0; l < curves.layers(); l++) {
            LinePlot plot = histories.plot(l);
            if (made) {
                describe(plot, l);
            } else if (grown) {
                plot.requestDraw();
            }
            boolean travels =
                    snapshot.timeline().latest().step() > snapshot.state().step();
            plot.setPlayhead(travels ? Readings.epoch(snapshot) : Double.NaN);
        }
    }

    private void describe(LinePlot plot, int layer) {
        histories.setTitle(layer, Words.layer(layer, curves.layers()));
        plot.setFans(List.of(
                new LinePlot.Fan(curves.curve(layer, 1), curves.curve(layer, 2), Ink.POSITIVE),
                new LinePlot.Fan(curves.curve(layer, 3), curves.curve(layer, 4), Ink.POSITIVE)));
        plot.setLines(List.of(
                new LinePlot.Line(
                        Messages.text("weights-course.median"), curves.curve(layer, 0), Ink.STRONG, WIDTH, 1, false),
                new LinePlot.Line("", curves.curve(layer, 1), Ink.POSITIVE, 1, 0.6, true),
                new LinePlot.Line("", curves.curve(layer, 2), Ink.POSITIVE, 1, 0.6, true)));
    }

    @Override
    void showInsight(Snapshot snapshot, Insight insight) {
        if (chosen() == 0) {
            now.show(insight);
        }
    }
}
