package weightroom.ui.frame;

import javafx.scene.control.Button;
import javafx.scene.layout.Pane;

/** A question above the view with two answers; either takes it away. */
public final class QuestionBar extends Banner {
    /**
     * @param key of the words: {@code key.yes} and {@code key.no}, each with a {@code .help}
     * @param question what is asked
     */
    public QuestionBar(String key, String question, Runnable yes, Runnable no) {
        super(key, question);
        dress("information");
        Button accept = button(key + "-yes", key + ".yes", () -> answer(yes));
        accept.getStyleClass().add("accent");
        getChildren().addAll(accept, button(key + "-no", key + ".no", () -> answer(no)));
    }

    private void answer(Runnable action) {
        if (getParent() instanceof Pane pane) {
            pane.getChildren().remove(this);
        }
        action.run();
    }
}
