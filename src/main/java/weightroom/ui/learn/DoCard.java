package weightroom.ui.learn;

import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import weightroom.lesson.Part;
import weightroom.ui.kit.Controls;
import weightroom.ui.kit.Messages;

/** Something to be done with one click. */
final class DoCard extends Card {
    private final Button button;

    DoCard(Desk desk, Place place) {
        super(desk, "do");
        Part.Do offered = (Part.Do) desk.model().part(place);
        boolean plays = offered.play().epochs() > 0;
        button = new Button(
                Messages.text(plays ? "learn.do.play" : "learn.do"),
                new FontIcon(plays ? Feather.PLAY : Feather.CHECK));
        button.setId("do-" + place.id());
        button.getStyleClass().add("main-action");
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> model().perform(offered));
        Controls.explain(button, Messages.text("learn.do.help"));
        HBox foot = new HBox(Controls.spring(), button);
        foot.getStyleClass().add("card-foot");
        getChildren().addAll(head(Feather.ZAP, Messages.text("learn.do.title")), text(offered.text()), foot);
        refresh();
    }

    @Override
    void refresh() {
        button.setDisable(model().unanswered().isPresent());
    }
}
