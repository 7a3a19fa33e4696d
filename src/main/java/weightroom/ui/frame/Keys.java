package weightroom.ui.frame;

import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Slider;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import weightroom.ui.kit.Switch;

/** Finds the action for a key, except where the key means something to what has the focus. */
final class Keys {
    /** What a text field does with a control key itself. */
    private static final Set<KeyCode> EDITING =
            Set.of(KeyCode.Z, KeyCode.Y, KeyCode.A, KeyCode.C, KeyCode.V, KeyCode.X, KeyCode.LEFT, KeyCode.RIGHT);

    /** Where arrows, Home and End belong to the node with the focus. */
    static final String OWN_ARROWS = "own-arrows";

    private final Actions actions;

    Keys(Actions actions) {
        this.actions = actions;
    }

    /** Before anything else hears it: space and arrows, which every button would take for itself. */
    void before(KeyEvent event) {
        boolean space = event.getCode() == KeyCode.SPACE;
        boolean taken = space ? presses(event) : needsArrows(event);
        if ((space || event.getCode().isArrowKey()) && !typing(event) && !taken) {
            dispatch(event);
        }
    }

    /** After everything else: what nothing with the focus took. */
    void after(KeyEvent event) {
        if (!event.isConsumed() && !typing(event) && !(navigation(event) && needsArrows(event))) {
            dispatch(event);
        }
    }

    /** The question mark lies elsewhere on every keyboard, so it is told by what it types. */
    void typed(KeyEvent event) {
        if (event.getCharacter().equals("?") && !(event.getTarget() instanceof TextInputControl)) {
            actions.find("keys").run().run();
            event.consume();
        }
    }

    private void dispatch(KeyEvent event) {
        for (Actions.Group group : actions.groups()) {
            for (Action action : group.actions()) {
                if (action.matches(event)) {
                    action.run().run();
                    event.consume();
                    return;
                }
            }
        }
    }

    private static boolean navigation(KeyEvent event) {
        return event.getCode().isNavigationKey();
    }

    private static boolean typing(KeyEvent event) {
        boolean command = event.isShortcutDown() && !EDITING.contains(event.getCode())
                || event.getCode().isFunctionKey();
        return event.getTarget() instanceof TextInputControl && !command;
    }

    /** Whether space presses what the keyboard has walked to; after a click it goes on meaning play. */
    private static boolean presses(KeyEvent event) {
        return event.getTarget() instanceof Node node
                && node.isFocusVisible()
                && !"play".equals(node.getId())
                && (node instanceof ButtonBase
                        || node instanceof Switch
                        || node instanceof ComboBoxBase
                        || node instanceof ListView);
    }

    private static boolean needsArrows(KeyEvent event) {
        return !event.isAltDown()
                && event.getTarget() instanceof Node node
                && (node instanceof ComboBoxBase
                        || node instanceof Slider
                        || node instanceof MenuButton
                        || node instanceof ListView
                        || node instanceof TableView
                        || node instanceof TabPane
                        || node instanceof ToggleButton
                        || node.getStyleClass().contains("slider")
                        || node.getProperties().containsKey(OWN_ARROWS));
    }
}
