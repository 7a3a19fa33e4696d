package weightroom.ui.frame;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import weightroom.ui.kit.Controls;
import weightroom.ui.kit.Messages;

/** One sentence above the view, and buttons beside it. */
abstract class Banner extends HBox {
    private final Label text;

    /** @param id of the sentence */
    Banner(String id, String sentence) {
        text = Controls.label(sentence);
        text.setId(id);
        text.setWrapText(true);
        // A long sentence wraps; it must not push the plots aside.
        text.setPrefWidth(0);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        getChildren().add(text);
    }

    /** What it looks like: {@code information}, {@code warning} or {@code error}. */
    final void dress(String kind) {
        getStyleClass().setAll("notice", kind);
    }

    final void say(String sentence) {
        text.setText(sentence);
    }

    final void appear(boolean shown) {
        setVisible(shown);
        setManaged(shown);
    }

    /** @param key of its words; what it does stands under {@code key.help} */
    static Button button(String id, String key, Runnable action) {
        Button button = new Button(Messages.text(key));
        button.setId(id);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        Controls.explain(button, Messages.text(key + ".help"));
        return button;
    }
}
