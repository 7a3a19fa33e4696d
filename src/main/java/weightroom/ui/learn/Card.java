package weightroom.ui.learn;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import weightroom.ui.kit.Controls;

/** A framed part of a lesson that shows what the model says whenever that has changed. */
abstract class Card extends VBox {
    private final Desk desk;

    Card(Desk desk, String kind) {
        this.desk = desk;
        getStyleClass().addAll("lesson-card", kind);
    }

    /** Shows how it stands. */
    abstract void refresh();

    final LessonModel model() {
        return desk.model();
    }

    /** A text of the lesson. */
    final Node text(String markdown) {
        return desk.text(markdown);
    }

    /** An icon, a name, and something small at the other end. */
    static HBox head(Feather icon, String title, Node... after) {
        Label name = Controls.label(title, "title");
        name.setWrapText(true);
        HBox head = new HBox(new FontIcon(icon), name, Controls.spring());
        head.getChildren().addAll(after);
        head.getStyleClass().add("card-head");
        return head;
    }

    /** A text that is there only while it says something. */
    static void say(Label label, String text) {
        label.setText(text);
        present(label, !text.isEmpty());
    }

    static void present(Node node, boolean there) {
        node.setVisible(there);
        node.setManaged(there);
    }

    static Label wrapped(String... styles) {
        Label label = Controls.label("", styles);
        label.setWrapText(true);
        label.setMinHeight(Label.USE_PREF_SIZE);
        HBox.setHgrow(label, Priority.ALWAYS);
        return label;
    }
}
