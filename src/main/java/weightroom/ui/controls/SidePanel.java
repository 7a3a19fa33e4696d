package weightroom.ui.controls;

import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import weightroom.experiment.Experiment;
import weightroom.run.Background;
import weightroom.ui.model.RunModel;
import weightroom.ui.model.Tables;

/** The controls, grouped by the question they answer: what data, how it learns, where it starts, what restrains it. */
public final class SidePanel extends ScrollPane {
    private final DataGroup data;
    private final TrainingGroup training;
    private final StartGroup start;
    private final RegularizationGroup regularization;

    /** @param background reads files */
    public SidePanel(RunModel model, Background background) {
        getStyleClass().add("side");
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFitToWidth(true);
        data = new DataGroup(model, new Tables(model, background));
        training = new TrainingGroup(model);
        start = new StartGroup(model);
        regularization = new RegularizationGroup(model);
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
