package weightroom.ui.train;

import java.util.EnumSet;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import weightroom.run.Background;
import weightroom.ui.charts.ChartsPanel;
import weightroom.ui.charts.HealthStrip;
import weightroom.ui.controls.SidePanel;
import weightroom.ui.diagram.NetworkPanel;
import weightroom.ui.frame.View;
import weightroom.ui.model.Options.Panel;
import weightroom.ui.model.RunModel;

/** The workbench of one run. Cause stands on the left, the network in the middle, effect on the right. */
public final class TrainView extends BorderPane implements View {
    /** How it stands in the rail: with a curve that falls. */
    public static final View.Entry ENTRY =
            new View.Entry("train", "M4 3 V20 H21 M7 6 C8 14 12 16 19 16", TrainView::new);

    /** The network's own, at least, where the window allows it. */
    private static final double NETWORK_WIDTH = 640;

    private static final double CHARTS_LEAST = 300;

    private final RunModel model;
    private final NetworkPanel network;
    private final ChartsPanel charts;
    private final HealthStrip health;
    private final SidePanel side;
    private final VBox centre;
    private boolean seen;

    /** @param background reads and writes files */
    public TrainView(RunModel model, Background background) {
        this.model = model;
        network = new NetworkPanel(model);
        charts = new ChartsPanel(model, background);
        health = new HealthStrip(model);
        centre = new VBox(network, health);
        centre.setPrefWidth(NETWORK_WIDTH);
        VBox.setVgrow(network, Priority.ALWAYS);
        HBox.setHgrow(centre, Priority.ALWAYS);
        charts.setPrefWidth(464);
        charts.setMinWidth(CHARTS_LEAST);
        side = new SidePanel(model, background);
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

    @Override
    public Node node() {
        return this;
    }

    @Override
    public void setSeen(boolean seen) {
        this.seen = seen;
        present();
    }

    /** In a presentation only the panels that were chosen, and no controls; nothing while another view is seen. */
    private void present() {
        boolean presentation = model.options().presentation().get();
        Set<Panel> wanted = presentation ? model.options().presented().get() : EnumSet.allOf(Panel.class);
        Set<Panel> panels = seen ? wanted : EnumSet.noneOf(Panel.class);
        place(side, seen && !presentation);
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

    @Override
    public void show(long nanos) {
        network.show(model.snapshot().get(), nanos);
        charts.show(nanos);
        health.show(model.snapshot().get(), nanos);
    }
}
