package weightroom.ui.diagram;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import weightroom.ui.kit.Controls;

/** A small card that names what the mouse is over, or what is selected, beside it. Never in the way of the mouse. */
final class HoverCard extends VBox {
    private static final double AWAY = 14;
    private static final double WIDEST = 240;

    private final Label title = Controls.label("", "strong");

    HoverCard() {
        setId("diagram-card");
        getStyleClass().add("diagram-card");
        title.setWrapText(true);
        getChildren().add(title);
        setMouseTransparent(true);
        setManaged(false);
        setVisible(false);
        setMinSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    }

    /** Says something beside a place of the drawing, within its bounds. */
    void show(Words.Card card, double x, double y, double width, double height) {
        title.setText(card.title());
        getChildren().setAll(title);
        for (String line : card.lines()) {
            Label label = Controls.label(line, "secondary");
            label.setWrapText(true);
            getChildren().add(label);
        }
        setVisible(true);
        applyCss();
        double wide = Math.min(WIDEST, Math.ceil(prefWidth(-1)));
        double high = Math.ceil(prefHeight(wide));
        double left = x + AWAY + wide <= width ? x + AWAY : x - AWAY - wide;
        double top = y - AWAY - high >= 0 ? y - AWAY - high : y + AWAY;
        resizeRelocate(
                Math.round(Math.max(0, Math.min(width - wide, left))),
                Math.round(Math.max(0, Math.min(height - high, top))),
                wide,
                high);
    }

    void hide() {
        setVisible(false);
    }
}
