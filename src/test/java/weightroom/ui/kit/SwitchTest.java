package weightroom.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.css.CssMetaData;
import javafx.css.StyleableProperty;
import javafx.scene.AccessibleAction;
import javafx.scene.Scene;
import javafx.scene.control.Control;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import weightroom.testing.CleanLogExtension;

@ExtendWith({CleanLogExtension.class, ApplicationExtension.class})
class SwitchTest {
    private Switch shown;
    private Scene scene;

    @Start
    void open(Stage stage) {
        shown = new Switch("on or off");
        scene = new Scene(new HBox(shown), 200, 80);
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void itsThumbGlidesUnlessLessMotionIsWanted(FxRobot robot) {
        robot.interact(() -> Theme.DARK.apply(scene, false));
        assertThat(glide()).isEqualTo(120);
        robot.interact(() -> Theme.DARK.apply(scene, true));
        assertThat(glide()).isZero();
    }

    @Test
    void screenReadersTurnItToo(FxRobot robot) {
        robot.interact(() -> shown.executeAccessibleAction(AccessibleAction.FIRE));
        assertThat(shown.isSelected()).isTrue();
    }

    /** Milliseconds. */
    private double glide() {
        return ((Control) shown)
                .getCssMetaData().stream()
                        .filter(one -> one.getProperty().equals("-fx-thumb-move-animation-time"))
                        .map(this::value)
                        .findFirst()
                        .orElseThrow();
    }

    @SuppressWarnings("unchecked") // A control's own metadata is of its own properties.
    private double value(CssMetaData<?, ?> one) {
        StyleableProperty<Number> property = ((CssMetaData<Switch, Number>) one).getStyleableProperty(shown);
        return property.getValue().doubleValue();
    }
}
