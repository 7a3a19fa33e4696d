package weightroom.ui.compare;

import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import weightroom.ui.kit.Controls;
import weightroom.ui.kit.Messages;

/** Says that what is shown answers an earlier question, and offers the way to either; there only while it is so. */
final class StaleBar extends HBox {
    static final PseudoClass WANTED = PseudoClass.getPseudoClass("wanted");

    StaleBar(RaceModel model) {
        setId("compare-stale");
        getStyleClass().addAll("notice", "warning");
        Label text = Controls.label(Messages.text("compare.stale"));
        text.setWrapText(true);
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setMaxWidth(Double.MAX_VALUE);
        Button anew = button("anew", model::raceAnew);
        anew.getStyleClass().add("accent");
        getChildren().addAll(text, anew, button("back", model::takeBack));
        model.stale().addListener((observable, before, after) -> appear(after));
        appear(model.stale().get());
    }

    private void appear(boolean there) {
        setVisible(there);
        setManaged(there);
    }

    private static Button button(String id, Runnable action) {
        Button button = new Button(Messages.text("compare." + id));
        button.setId("compare-" + id);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        Controls.explain(button, Messages.text("compare." + id + ".help"));
        return button;
    }
}
