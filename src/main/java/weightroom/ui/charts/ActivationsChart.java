package weightroom.ui.charts;

import java.util.Optional;
import weightroom.engine.Activation;
import weightroom.engine.Layer;
import weightroom.engine.Layout;
import weightroom.engine.Network;
import weightroom.plot.ActivationPlot;
import weightroom.plot.Numbers;
import weightroom.run.Insight;
import weightroom.run.InsightHistory.Figure;
import weightroom.run.Snapshot;
import weightroom.ui.kit.Messages;

/** What the units of each layer answer: along their function now, and their mean and deviation over epochs. */
final class ActivationsChart extends InsightChart {
    private final LayerGrid<ActivationPlot> functions = new LayerGrid<>(this, "activation", this::make);
    private final LayerLines mean = new LayerLines("activation", Figure.ACTIVATION_MEAN, Figure.ACTIVATION_DEVIATION);
    private Optional<Network> drawn = Optional.empty();

    ActivationsChart(ChartSources sources) {
        mean.plot().setValueFormat(value -> Numbers.significant(value, 3));
        add("functions.view", functions, false);
        add("activation.view", framed(mean.plot(), "activations"), false);
    }

    private ActivationPlot make(int layer) {
        ActivationPlot plot = new ActivationPlot();
        plot.setId("activation-" + layer + "-plot");
        plot.setAccessibleText(Messages.text("functions.plot"));
        plot.setNames("z", "", Messages.text("functions.share"));
        return plot;
    }

    @Override
    void showCourse(Snapshot now) {
        if (chosen() == 1) {
            mean.show(now);
        }
    }

    @Override
    void showInsight(Snapshot now, Insight insight) {
        if (chosen() != 0) {
            return;
        }
        Network network = now.setup().plan().network();
        int layers = insight.layers().size();
        boolean learned =
                network.layers().stream().anyMatch(one -> one.activation().learnsAlpha());
        if (functions.setLayers(layers) || learned || !drawn.equals(Optional.of(network))) {
            drawn = Optional.of(network);
            for (int l = 0; l < layers; l++) {
                describe(now, network, l);
            }
        }
        for (int l = 0; l < layers; l++) {
            functions
                    .plot(l)
                    .setDistribution(
                            Optional.of(LayerBins.bins(insight.layers().get(l).preActivations())));
        }
    }

    private void describe(Snapshot now, Network network, int l) {
        Layer layer = network.layers().get(l);
        Activation function = layer.activation();
        int learned = Layout.of(network).slice(l).alpha();
        double alpha = learned == Layout.NONE ? layer.alpha() : now.state().parameters()[learned];
        functions.setTitle(
                l,
                Messages.text("functions.title", Words.layer(l, network.layers().size()), function.label()));
        ActivationPlot plot = functions.plot(l);
        plot.setFunction(
                Messages.text("functions.value"),
                z -> function.value(z, alpha),
                Messages.text("functions.slope"),
                z -> function.slope(z, function.value(z, alpha), alpha));
        plot.setZones(Zones.of(function, alpha));
    }
}
