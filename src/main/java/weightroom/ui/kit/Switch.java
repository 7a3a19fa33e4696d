package weightroom.ui.kit;

import atlantafx.base.controls.ToggleSwitch;
import javafx.scene.AccessibleAction;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Something that is on or off; by keyboard and by screen readers as well as with the mouse. */
public class Switch extends ToggleSwitch {
    public Switch(String text) {
        super(text);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.SPACE) {
                setSelected(!isSelected());
                event.consume();
            }
        });
    }

    @Override
    public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
        if (action == AccessibleAction.FIRE) {
            setSelected(!isSelected());
        } else {
            super.executeAccessibleAction(action, parameters);
        }
    }
}
