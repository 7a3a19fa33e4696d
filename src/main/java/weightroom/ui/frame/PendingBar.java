package weightroom.ui.frame;

import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import weightroom.experiment.Experiment;
import weightroom.ui.kit.Controls;
import weightroom.ui.kit.Messages;
import weightroom.ui.model.RunModel;

/** Asks for the fresh start that a change needs; there only while one is asked for. */
final class PendingBar extends HBox {
    PendingBar(RunModel model) {
        getStyleClass().setAll("notice", "warning");
        Label text = Controls.label(Messages.text("pending"));
        text.setId("pending");
        text.setWrapText(true);
        text.setPrefWidth(0);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        Button start = button("pending-start", "pending.start", model::startFresh);
        start.getStyleClass().add("accent");
        getChildren().addAll(text, start, button("pending-back", "pending.back", model::takeBack));
        model.pending().addListener((observable, before, after) -> show(after));
        show(model.pending().get());
    }

    private void show(Optional<Experiment> pending) {
        setVisible(pending.isPresent());
        setManaged(pending.isPresent());
    }

    private static Button button(String id, String key, Runnable action) {
        Button button = new Button(Messages.text(key));
        button.setId(id);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        Controls.explain(button, Messages.text(key + ".help"));
        return button;
    }
}
