package weightroom.ui.frame;

import javafx.scene.control.Button;
import weightroom.ui.kit.Messages;
import weightroom.ui.model.RunModel;

/** Asks for the fresh start that a change needs; there only while one is asked for. */
final class PendingBar extends Banner {
    PendingBar(RunModel model) {
        super("pending", Messages.text("pending"));
        dress("warning");
        Button start = button("pending-start", "pending.start", model::startFresh);
        start.getStyleClass().add("accent");
        getChildren().addAll(start, button("pending-back", "pending.back", model::takeBack));
        model.pending().addListener((observable, before, after) -> appear(after.isPresent()));
        appear(model.pending().get().isPresent());
    }
}
