package weightroom.ui.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import weightroom.plot.Ink;
import weightroom.plot.LinePlot;
import weightroom.run.InsightHistory;
import weightroom.run.InsightHistory.Figure;
import weightroom.run.Snapshot;
import weightroom.ui.kit.Messages;

/** A figure of every layer over epochs, one line per layer. */
final class LayerLines {
    private static final double WIDTH = 1.75;

    private final LinePlot plot = new LinePlot();
    private final InsightCurves curves;
    private final boolean fans;
    private int layers = -1;

    /**
     * @param name of the plot, in the bundle and in tests
     * @param figure what is drawn
     */
    LayerLines(String name, Figure figure) {
        this(name, new InsightCurves(InsightCurves.Value.of(figure)), false);
    }

    /**
     * A figure with what lies a deviation below and above it shaded.
     *
     * @param name of the plot, in the bundle and in tests
     */
    LayerLines(String name, Figure figure, Figure deviation) {
        this(
                name,
                new InsightCurves(
                        InsightCurves.Value.of(figure),
                        (series, entry, layer) ->
                                series.value(entry, layer, figure) - series.value(entry, layer, deviation),
                        (series, entry, layer) ->
                                series.value(entry, layer, figure) + series.value(entry, layer, deviation)),
                true);
    }

    private LayerLines(String name, InsightCurves curves, boolean fans) {
        this.curves = curves;
        this.fans = fans;
        plot.setId(name + "-plot");
        plot.setAccessibleText(Messages.text(name + ".plot"));
        plot.setEmptyText(Messages.text("loss.empty"));
        plot.setNames(Messages.text("epoch").toLowerCase(Locale.ROOT), Messages.text(name + ".axis"));
        plot.setMinSize(120, 100);
    }

    LinePlot plot() {
        return plot;
    }

    /** Takes over what was seen since. */
    void show(Snapshot now) {
        InsightHistory insights = now.insights();
        boolean grown = curves.take(insights);
        if (layers != curves.layers()) {
            layers = curves.layers();
            List<LinePlot.Line> lines = new ArrayList<>();
            List<LinePlot.Fan> shades = new ArrayList<>();
            for (int l = 0; l < layers; l++) {
                String name = Words.layer(l, layers);
                lines.add(new LinePlot.Line(name, curves.curve(l, 0), l, WIDTH, dashes(l)));
                if (fans) {
                    shades.add(new LinePlot.Fan(curves.curve(l, 1), curves.curve(l, 2), Ink.series(l)));
                }
            }
            plot.setLines(lines);
            plot.setFans(shades);
        } else if (grown) {
            plot.requestDraw();
        }
        boolean travels = now.timeline().latest().step() > now.state().step();
        plot.setPlayhead(travels ? Readings.epoch(now) : Double.NaN);
    }

    /** So that layers can be told apart without colours. */
    private static double[] dashes(int layer) {
        double[][] kinds = {{}, {6, 4}, {2, 3}, {7, 3, 2, 3}};
        return kinds[layer % kinds.length];
    }
}
