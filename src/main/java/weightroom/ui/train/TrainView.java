package weightroom.ui.train;

import java.util.EnumSet;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import weightroom.ui.charts.ChartsPanel;
import weightroom.ui.charts.HealthStrip;
import weightroom.ui.controls.SidePanel;
import weightroom.ui.diagram.NetworkPanel;
import weightroom.ui.model.Options.Panel;
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
    private final SidePanel side;
    private final VBox centre;

    public TrainView(RunModel model) {
        this.model = model;
        network = new NetworkPanel(model);
        charts = new ChartsPanel(model);
        health = new HealthStrip(model);
        centre = new VBox(network, health);
        centre.setPrefWidth(NETWORK_WIDTH);
        VBox.setVgrow(network, Priority.ALWAYS);
        HBox.setHgrow(centre, Priority.ALWAYS);
        charts.setPrefWidth(464);
        charts.setMinWidth(CHARTS_LEAST);
        side = new SidePanel(model);
        setLeft(side);
        HBox bench = new HBox(centre, charts);
        // On a small screen the plots give way before the network does.
        centre.minWidthProperty()
                .bind(Bindings.max(
                        0, Bindings.min(NETWORK_WIDTH, bench.widthProperty().subtract(CHARTS_LEAST))));
        setCenter(bench);
        model.options().presentation().addListener((observable, before, after) -> present());
        model.options().presented().addListener((observable, before, after) -> present());
        present();
    }

    /** In a presentation only the panels that were chosen, and no controls. */
    private void present() {
        boolean presentation = model.options().presentation().get();
        Set<Panel> panels = presentation ? model.options().presented().get() : EnumSet.allOf(Panel.class);
        place(side, !presentation);
        place(network, panels.contains(Panel.NETWORK));
        place(health, panels.contains(Panel.HEALTH));
        place(centre, network.isVisible() || health.isVisible());
        charts.choose(panels.contains(Panel.BOUNDARY), panels.contains(Panel.CHARTS));
        place(charts, panels.contains(Panel.BOUNDARY) || panels.contains(Panel.CHARTS));
        HBox.setHgrow(charts, centre.isVisible() ? Priority.NEVER : Priority.ALWAYS);
    }

    private static void place(Node part, boolean shown) {
        part.setVisible(shown);
        part.setManaged(shown);
    }

    /** Shows the newest snapshot; called once per pulse while anything moves. */
    public void show(long nanos) {
        network.show(model.snapshot().get(), nanos);
        charts.show(nanos);
        health.show(model.snapshot().get(), nanos);
    }
}
