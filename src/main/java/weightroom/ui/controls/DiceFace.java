package weightroom.ui.controls;

import javafx.scene.layout.Region;

/** The side of a die that shows five, drawn by the style sheet. */
final class DiceFace extends Region {
    private static final double SIDE = 14;

    DiceFace() {
        getStyleClass().add("dice-face");
        setMinSize(SIDE, SIDE);
        setPrefSize(SIDE, SIDE);
        setMaxSize(SIDE, SIDE);
    }
}
