package weightroom.ui.frame;

import javafx.scene.Node;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import weightroom.ui.model.RunModel;
import weightroom.ui.model.Transport.Stride;

/** Keys that work everywhere except where something is typed. */
final class Keys {
    private final RunModel model;
    private final Runnable switchTheme;

    Keys(RunModel model, Runnable switchTheme) {
        this.model = model;
        this.switchTheme = switchTheme;
    }

    /** Space plays and pauses, S or → makes one step, R goes back to the first weights, T changes the theme. */
    void pressed(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown() || event.getTarget() instanceof TextInputControl) {
            return;
        }
        switch (event.getCode()) {
            case SPACE -> model.togglePlay();
            case S -> model.transport().step(Stride.BATCH);
            case R -> model.reset();
            case T -> switchTheme.run();
            case RIGHT -> {
                if (needsArrows(event)) {
                    return;
                }
                model.transport().step(Stride.BATCH);
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    private static boolean needsArrows(KeyEvent event) {
        return event.getTarget() instanceof Node node
                && (node instanceof ComboBoxBase || node.getStyleClass().contains("slider"));
    }
}
