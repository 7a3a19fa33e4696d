package weightroom.ui.kit;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.util.Duration;
import org.controlsfx.control.PopOver;
import org.jspecify.annotations.Nullable;

/** The one small window of a panel in which something is edited: beside what it belongs to, closed by Escape. */
public final class Pop {
    private final Runnable changed;
    /** Made when it is first opened: it takes longer to make than the rest of the panel. */
    private @Nullable PopOver made;

    /** @param changed called when something that belongs to the panel alone was changed in it, or it closed */
    public Pop(Runnable changed) {
        this.changed = changed;
    }

    private PopOver make() {
        PopOver window = new PopOver();
        // Its own sheet would win over the theme's.
        window.getRoot().getStylesheets().clear();
        window.setDetachable(false);
        window.setAnimated(false);
        window.setFadeInDuration(Duration.ZERO);
        window.setFadeOutDuration(Duration.ZERO);
        window.setAutoHide(true);
        window.setHideOnEscape(true);
        window.setOnHidden(event -> changed.run());
        made = window;
        return window;
    }

    /** Whether it is open. */
    public boolean isShowing() {
        return made != null && made.isShowing();
    }

    /** Opens it below something, or closes it where that is what it is open for. */
    public void toggle(Node content, Node below) {
        if (made != null && made.isShowing() && below.equals(made.getOwnerNode())) {
            hide();
            return;
        }
        Bounds at = below.localToScreen(below.getLayoutBounds());
        open(PopOver.ArrowLocation.TOP_CENTER, content, below, at.getCenterX(), at.getMaxY() + 2);
    }

    /** Opens it to the right of a place. */
    public void show(Node content, Node owner, double screenX, double screenY) {
        open(PopOver.ArrowLocation.LEFT_TOP, content, owner, screenX, screenY);
    }

    private void open(PopOver.ArrowLocation arrow, Node content, Node owner, double x, double y) {
        hide();
        PopOver window = made == null ? make() : made;
        window.setArrowLocation(arrow);
        window.setContentNode(content);
        window.show(owner, x, y);
    }

    /** Closes it. */
    public void hide() {
        if (made != null) {
            made.hide();
        }
    }

    /** Does something that the panel has to follow. */
    public void andThen(Runnable action) {
        action.run();
        changed.run();
    }
}
