package weightroom.ui.diagram;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.util.Duration;
import org.controlsfx.control.PopOver;

/** The one small window of the diagram in which something is edited: beside what it belongs to, closed by Escape. */
final class Pop {
    private final Runnable changed;
    private final PopOver window = new PopOver();

    /** @param changed called when something that belongs to the diagram alone was changed in it, or it closed */
    Pop(Runnable changed) {
        this.changed = changed;
        // Its own sheet would win over the theme's.
        window.getRoot().getStylesheets().clear();
        window.setDetachable(false);
        window.setAnimated(false);
        window.setFadeInDuration(Duration.ZERO);
        window.setFadeOutDuration(Duration.ZERO);
        window.setAutoHide(true);
        window.setHideOnEscape(true);
        window.setOnHidden(event -> changed.run());
    }

    boolean isShowing() {
        return window.isShowing();
    }

    void toggle(Node content, Node below) {
        if (window.isShowing() && below.equals(window.getOwnerNode())) {
            window.hide();
            return;
        }
        Bounds at = below.localToScreen(below.getLayoutBounds());
        window.setArrowLocation(PopOver.ArrowLocation.TOP_CENTER);
        open(content, below, at.getCenterX(), at.getMaxY() + 2);
    }

    void show(Node content, Node owner, double screenX, double screenY) {
        window.setArrowLocation(PopOver.ArrowLocation.LEFT_TOP);
        open(content, owner, screenX, screenY);
    }

    private void open(Node content, Node owner, double x, double y) {
        if (window.isShowing()) {
            window.hide();
        }
        window.setContentNode(content);
        window.show(owner, x, y);
    }

    void hide() {
        window.hide();
    }

    /** Does something that the diagram has to follow. */
    void andThen(Runnable action) {
        action.run();
        changed.run();
    }
}
