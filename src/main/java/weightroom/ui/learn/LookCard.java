package weightroom.ui.learn;

import java.util.List;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import weightroom.lesson.Part;
import weightroom.ui.kit.Controls;
import weightroom.ui.kit.Messages;

/** What to look at in the picture above it. */
final class LookCard extends HBox {
    LookCard(Desk desk, List<Place> places) {
        getStyleClass().addAll("lesson-card", "look");
        VBox texts = new VBox();
        HBox.setHgrow(texts, Priority.ALWAYS);
        for (Place place : places) {
            texts.getChildren().add(desk.text(((Part.Look) desk.model().part(place)).text()));
        }
        getChildren()
                .addAll(
                        new FontIcon(Feather.ZOOM_IN),
                        Controls.label(Messages.text("learn.look"), "title", "look-word"),
                        texts);
    }
}
