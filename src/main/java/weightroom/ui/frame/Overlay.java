package weightroom.ui.frame;

import javafx.beans.value.ChangeListener;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import weightroom.ui.kit.Controls;
import weightroom.ui.kit.Messages;

/** A page before everything else, until Esc, its cross or a click beside it; the keyboard stays on it. */
final class Overlay extends StackPane {
    private final VBox card = new VBox();
    private final ChangeListener<Node> keeper = (observable, before, after) -> keepFocus(after);
    private @Nullable Node focusedBefore;
    private @Nullable Scene guarded;

    Overlay() {
        getStyleClass().add("overlay");
        setId("overlay");
        setAlignment(Pos.CENTER);
        setVisible(false);
        card.getStyleClass().add("overlay-card");
        card.setMinSize(0, 0);
        card.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setOnMousePressed(event -> {
            if (event.getTarget() == this) {
                close();
            }
        });
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close();
                event.consume();
            }
        });
        getChildren().add(card);
    }

    /** Shows a page; one that is there already makes room for it. */
    void open(String title, Node content, double width) {
        if (!isVisible()) {
            Scene scene = getScene();
            focusedBefore = scene.getFocusOwner();
            guarded = scene;
            scene.focusOwnerProperty().addListener(keeper);
        }
        Button close = Controls.iconButton(Feather.X, Messages.text("overlay.close"), this::close);
        close.setId("overlay-close");
        HBox head = new HBox(Controls.label(title, "overlay-title"), Controls.spring(), close);
        head.setAlignment(Pos.CENTER_LEFT);
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setMinHeight(0);
        scroll.getStyleClass().add("overlay-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        card.getChildren().setAll(head, scroll);
        card.setPrefWidth(width);
        card.setAccessibleRole(AccessibleRole.DIALOG);
        card.setAccessibleText(title);
        setVisible(true);
        close.requestFocus();
    }

    void close() {
        setVisible(false);
        card.getChildren().clear();
        if (guarded != null) {
            guarded.focusOwnerProperty().removeListener(keeper);
            guarded = null;
        }
        if (focusedBefore != null) {
            focusedBefore.requestFocus();
            focusedBefore = null;
        }
    }

    private void keepFocus(@Nullable Node owner) {
        for (Node node = owner; node != null; node = node.getParent()) {
            if (node == this) {
                return;
            }
        }
        firstIn(card);
    }

    private static boolean firstIn(Parent parent) {
        for (Node child : parent.getChildrenUnmodifiable()) {
            if (child.isFocusTraversable() && child.isVisible() && !child.isDisabled()) {
                child.requestFocus();
                return true;
            }
            if (child instanceof Parent inner && firstIn(inner)) {
                return true;
            }
        }
        return false;
    }
}
