package weightroom.ui.diagram;

import javafx.scene.layout.VBox;
import weightroom.run.Snapshot;
import weightroom.ui.model.RunModel;

/** The network: its layers and, below, its picture. */
public final class NetworkPanel extends VBox {
    private final LayersBar layers;

    public NetworkPanel(RunModel model) {
        layers = new LayersBar(model);
        getChildren().add(layers);
    }

    /** Shows a snapshot; called once per pulse while anything moves. */
    public void show(Snapshot now, long nanos) {
        layers.show(now);
    }
}
