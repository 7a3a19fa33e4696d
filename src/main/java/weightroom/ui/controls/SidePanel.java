package weightroom.ui.controls;

import java.util.prefs.Preferences;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import weightroom.experiment.Experiment;
import weightroom.ui.model.RunModel;

/** The controls, grouped by the question they answer: what data, how it learns, where it starts, what restrains it. */
public final class SidePanel extends ScrollPane {
    private final DataGroup data;
    private final TrainingGroup training;
    private final StartGroup start;
    private final RegularizationGroup regularization;

    public SidePanel(RunModel model) {
        this(model, Preferences.userNodeForPackage(SidePanel.class).node("groups"));
    }

    /** @param memory remembers which groups are folded */
    public SidePanel(RunModel model, Preferences memory) {
        getStyleClass().add("side");
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFitToWidth(true);
        data = new DataGroup(model, memory);
        training = new TrainingGroup(model, memory);
        start = new StartGroup(model, memory);
        regularization = new RegularizationGroup(model, memory);
        setContent(new VBox(data.node(), training.node(), start.node(), regularization.node()));
        model.experiment().addListener((observable, before, after) -> show(after));
        show(model.experiment().get());
    }

    private void show(Experiment experiment) {
        data.show(experiment);
        training.show(experiment);
        start.show(experiment);
        regularization.show(experiment);
    }
}
