package weightroom.ui.learn;

import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import weightroom.lesson.Part;
import weightroom.ui.kit.Controls;
import weightroom.ui.kit.Messages;

/** A hint, or an answer: hidden until it is asked for. */
final class FoldCard extends Card {
    private final Place place;
    private final Button opener = new Button();
    private final VBox body = new VBox();

    FoldCard(Desk desk, Place place) {
        super(desk, "fold");
        this.place = place;
        Part part = desk.model().part(place);
        String title = part instanceof Part.Reveal reveal ? reveal.title() : Messages.text("learn.hint");
        String text = part instanceof Part.Reveal reveal ? reveal.text() : ((Part.Hint) part).text();
        opener.setId((part instanceof Part.Reveal ? "reveal-" : "hint-") + place.id());
        opener.setText(title);
        opener.getStyleClass().add("fold-opener");
        opener.setMaxWidth(Double.MAX_VALUE);
        opener.setWrapText(true);
        opener.setOnAction(event -> model().toggle(place));
        body.getChildren().add(text(text));
        getChildren().addAll(opener, body);
        refresh();
    }

    @Override
    void refresh() {
        boolean open = model().isOpen(place);
        boolean waits = model().part(place) instanceof Part.Reveal && model().hides(place);
        opener.setGraphic(new FontIcon(waits ? Feather.LOCK : open ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT));
        opener.setDisable(waits);
        Controls.explain(opener, Messages.text(waits ? "learn.reveal.waits" : open ? "learn.close" : "learn.open"));
        present(body, open && !waits);
    }
}
