package weightroom.plot;

import javafx.scene.input.MouseButton;

/**
 * The mouse over the plane of a {@link DecisionPlot}, in terms of the data.
 *
 * @param x place in the data
 * @param y place in the data
 * @param point the point within reach; −1 for none
 */
public record Touch(Phase phase, double x, double y, int point, MouseButton button, boolean shift) {

    /** What the mouse does. */
    public enum Phase {
        PRESS,
        DRAG,
        RELEASE
    }
}
