package weightroom.ui.frame;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import weightroom.ui.kit.Controls;
import weightroom.ui.kit.Messages;

/** A question above the view with two answers; either takes it away. */
public final class QuestionBar extends HBox {
    /**
     * @param key of the words: {@code key.yes} and {@code key.no}, each with a {@code .help}
     * @param question what is asked
     */
    public QuestionBar(String key, String question, Runnable yes, Runnable no) {
        getStyleClass().setAll("notice", "information");
        Label text = Controls.label(question);
        text.setId(key);
        text.setWrapText(true);
        text.setPrefWidth(0);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        Button accept = button(key + ".yes", key + "-yes", yes);
        accept.getStyleClass().add("accent");
        getChildren().addAll(text, accept, button(key + ".no", key + "-no", no));
    }

    private Button button(String key, String id, Runnable action) {
        Button button = new Button(Messages.text(key));
        button.setId(id);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> {
            if (getParent() instanceof Pane pane) {
                pane.getChildren().remove(this);
            }
            action.run();
        });
        Controls.explain(button, Messages.text(key + ".help"));
        return button;
    }
}
