package weightroom.ui.prose;

import javafx.collections.ObservableList;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import weightroom.ui.kit.Messages;

/** A term within a line of text; a click, Enter or Space explains it. */
final class TermLink extends Text {
    private final TermCard card;
    /** Around the words while they have the focus, on every line that they stand on. */
    private final Path ring = new Path();

    TermLink(String text, TermCard card) {
        super(text);
        this.card = card;
        getStyleClass().add("prose-term");
        setAccessibleRole(AccessibleRole.HYPERLINK);
        setAccessibleText(Messages.text("prose.term", text));
        setFocusTraversable(true);
        ring.getStyleClass().add("prose-focus");
        ring.setManaged(false);
        ring.setMouseTransparent(true);
        setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                open();
            }
        });
        setOnKeyPressed(this::onKey);
        focusedProperty().addListener((observable, before, focused) -> showRing(focused));
        boundsInParentProperty().addListener(change -> showRing(isFocused()));
    }

    private void onKey(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
            open();
            event.consume();
        }
    }

    private void open() {
        requestFocus();
        card.show(this);
    }

    private void showRing(boolean shown) {
        if (!(getParent() instanceof TextFlow flow)) {
            return;
        }
        ObservableList<Node> children = flow.getChildren();
        if (!shown) {
            children.remove(ring);
            return;
        }
        // The flow knows the place of its characters; a text within it does not know its own.
        int start = 0;
        for (Node before : children.subList(0, children.indexOf(this))) {
            start += before instanceof Text text ? text.getText().length() : 1;
        }
        ring.getElements().setAll(flow.rangeShape(start, start + getText().length()));
        ring.setTranslateX(flow.getInsets().getLeft());
        ring.setTranslateY(flow.getInsets().getTop());
        if (!children.contains(ring)) {
            children.add(ring);
        }
    }
}
