package weightroom.ui.charts;

import java.util.EnumSet;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import weightroom.run.Snapshot;
import weightroom.ui.model.RunModel;

/** The column of effects: the answer over the plane, and the plots of the run below it. */
public final class ChartsPanel extends VBox {
    private final BoundaryPanel boundary = new BoundaryPanel();
    private final LossPanel loss = new LossPanel();
    private final RunModel model;

    public ChartsPanel(RunModel model) {
        this.model = model;
        model.look(this, EnumSet.of(RunModel.Part.FIELD, RunModel.Part.ANSWERS));
        getStyleClass().add("effects");
        VBox.setVgrow(boundary, Priority.ALWAYS);
        VBox.setVgrow(loss, Priority.ALWAYS);
        getChildren().addAll(boundary, loss);
    }

    /** Shows the newest snapshot; called once per pulse while anything moves. */
    public void show(long nanos) {
        Snapshot now = model.snapshot().get();
        loss.show(now, nanos);
        boundary.show(now, nanos);
    }
}
