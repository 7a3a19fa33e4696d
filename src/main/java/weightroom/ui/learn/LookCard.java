package weightroom.ui.learn;

import java.util.List;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import weightroom.ui.kit.Controls;
import weightroom.ui.kit.Messages;

/** What to look at in the picture above it. */
final class LookCard extends HBox {
    /** @param words what to look at, in Markdown */
    LookCard(Desk desk, List<String> words) {
        getStyleClass().addAll("lesson-card", "look");
        VBox texts = new VBox();
        HBox.setHgrow(texts, Priority.ALWAYS);
        words.forEach(text -> texts.getChildren().add(desk.text(text)));
        getChildren()
                .addAll(
                        new FontIcon(Feather.ZOOM_IN),
                        Controls.label(Messages.text("learn.look"), "title", "look-word"),
                        texts);
    }
}
