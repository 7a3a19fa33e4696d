package weightroom.ui.explain;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import weightroom.ui.kit.Controls;

/** All digits of what the mouse or the keyboard is on, beside it. Never in the way of the mouse. */
final class CardTip extends VBox {
    private static final double AWAY = 16;
    private static final double WIDEST = 320;

    CardTip() {
        setId("explain-tip");
        getStyleClass().add("explain-tip");
        setMouseTransparent(true);
        setManaged(false);
        setVisible(false);
        setMinSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    }

    /** Says something beside a place, within these bounds. */
    void show(CardFacts facts, double x, double y, double width, double height) {
        getChildren().setAll(line(facts.title(), "strong"));
        facts.lines().forEach(text -> getChildren().add(line(text, "secondary")));
        setVisible(true);
        applyCss();
        double wide = Math.min(WIDEST, Math.ceil(prefWidth(-1)));
        double high = Math.ceil(prefHeight(wide));
        double left = x + AWAY + wide <= width ? x + AWAY : x - AWAY - wide;
        double top = y + AWAY + high <= height ? y + AWAY : y - AWAY - high;
        resizeRelocate(
                Math.round(Math.max(0, Math.min(width - wide, left))),
                Math.round(Math.max(0, Math.min(height - high, top))),
                wide,
                high);
    }

    private static Label line(String text, String style) {
        Label label = Controls.label(text, style);
        label.setWrapText(true);
        return label;
    }

    void hide() {
        setVisible(false);
    }
}
