package weightroom.ui.diagram;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import weightroom.experiment.Experiment;
import weightroom.plot.Numbers;
import weightroom.ui.kit.Controls;
import weightroom.ui.kit.Messages;
import weightroom.ui.model.OutputActivation;
import weightroom.ui.model.RunModel;

/** The head of the output layer's column: how many units the data ask for, and what they answer through. */
final class OutputHead extends VBox {
    private static final double ROOM_FOR_NAME = 84;
    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");

    private final Label units = Controls.label("", "secondary");
    private final ComboBox<OutputActivation> activation;
    private boolean showing;
    private double shownWidth = ROOM_FOR_NAME;

    OutputHead(RunModel run) {
        getStyleClass().add("layer-head");
        HBox name = new HBox(Controls.label(Messages.text("layer.output"), "strong"), Controls.spring(), units);
        name.setAlignment(Pos.CENTER_LEFT);
        name.setMinHeight(22);
        activation =
                Controls.terms(OutputActivation.fitting(run.experiment().get()), Messages.text("activation.output"));
        activation.setId("activation-output");
        activation.setCellFactory(list -> new CurveCell<>(false, OutputActivation::activation));
        activation.setButtonCell(new CurveCell<>(false, OutputActivation::activation));
        activation.setOnAction(event -> {
            if (!showing) {
                run.change(now -> activation.getValue().in(now));
            }
        });
        getChildren().addAll(name, activation);
    }

    void show(Experiment experiment) {
        showing = true;
        units.setText(Numbers.count(experiment.network().output().units()));
        if (!activation.getItems().equals(OutputActivation.fitting(experiment))) {
            activation.getItems().setAll(OutputActivation.fitting(experiment));
        }
        activation.setValue(OutputActivation.of(experiment));
        showing = false;
    }

    /** Arranges itself for a width. */
    void fit(double width) {
        boolean narrow = width < ROOM_FOR_NAME;
        if (narrow != shownWidth < ROOM_FOR_NAME) {
            activation.setButtonCell(new CurveCell<>(narrow, OutputActivation::activation));
            pseudoClassStateChanged(NARROW, narrow);
        }
        shownWidth = width;
    }
}
