package weightroom.ui.train;

import javafx.beans.binding.Bindings;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import weightroom.ui.charts.ChartsPanel;
import weightroom.ui.charts.HealthStrip;
import weightroom.ui.controls.SidePanel;
import weightroom.ui.diagram.NetworkPanel;
import weightroom.ui.model.RunModel;

/** The workbench of one run. Cause stands on the left, the network in the middle, effect on the right. */
public final class TrainView extends BorderPane {
    /** The network's own, at least, where the window allows it. */
    private static final double NETWORK_WIDTH = 640;

    private static final double CHARTS_LEAST = 300;

    private final RunModel model;
    private final NetworkPanel network;
    private final ChartsPanel charts;
    private final HealthStrip health;

    public TrainView(RunModel model) {
        this.model = model;
        network = new NetworkPanel(model);
        charts = new ChartsPanel(model);
        health = new HealthStrip(model);
        VBox centre = new VBox(network, health);
        centre.setPrefWidth(NETWORK_WIDTH);
        VBox.setVgrow(network, Priority.ALWAYS);
        HBox.setHgrow(centre, Priority.ALWAYS);
        charts.setPrefWidth(464);
        charts.setMinWidth(CHARTS_LEAST);
        setLeft(new SidePanel(model));
        HBox bench = new HBox(centre, charts);
        // On a small screen the plots give way before the network does.
        centre.minWidthProperty()
                .bind(Bindings.max(
                        0, Bindings.min(NETWORK_WIDTH, bench.widthProperty().subtract(CHARTS_LEAST))));
        setCenter(bench);
    }

    /** Shows the newest snapshot; called once per pulse while anything moves. */
    public void show(long nanos) {
        network.show(model.snapshot().get(), nanos);
        charts.show(nanos);
        health.show(model.snapshot().get(), nanos);
    }
}
