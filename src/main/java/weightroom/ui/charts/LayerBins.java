package weightroom.ui.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import weightroom.plot.Bins;
import weightroom.plot.HistogramPlot;
import weightroom.plot.Ink;
import weightroom.run.Histogram;
import weightroom.run.Insight;
import weightroom.run.LayerInsight;
import weightroom.ui.kit.Messages;

/** A distribution of every layer as it is now, one below the other. */
final class LayerBins {
    private final HistogramPlot plot = new HistogramPlot();
    private final Function<LayerInsight, Histogram> what;
    private final Ink ink;

    /**
     * @param name of the plot, in the bundle and in tests
     * @param what is shown of a layer
     */
    LayerBins(String name, Ink ink, Function<LayerInsight, Histogram> what) {
        this.what = what;
        this.ink = ink;
        plot.setId(name + "-plot");
        plot.setAccessibleText(Messages.text(name + ".plot"));
        plot.setEmptyText(Messages.text("loss.empty"));
        plot.setNames(Messages.text(name + ".axis"), Messages.text(name + ".counts"));
        plot.setMinSize(120, 100);
    }

    HistogramPlot plot() {
        return plot;
    }

    void show(Insight now) {
        List<HistogramPlot.Histogram> histograms = new ArrayList<>();
        int layers = now.layers().size();
        for (int l = 0; l < layers; l++) {
            histograms.add(new HistogramPlot.Histogram(
                    Words.layer(l, layers), bins(what.apply(now.layers().get(l))), ink));
        }
        plot.setHistograms(histograms);
    }

    static Bins bins(Histogram histogram) {
        double[] counts = new double[histogram.bins()];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = histogram.counts()[i];
        }
        return new Bins(histogram.low(), histogram.high(), counts);
    }
}
