package weightroom.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import weightroom.experiment.DataSpec;
import weightroom.experiment.Experiment;
import weightroom.testing.CleanLogExtension;
import weightroom.ui.kit.Theme;
import weightroom.ui.model.Drawing;

/** Points drawn with the mouse in the plot of the decision boundary. */
@ExtendWith({CleanLogExtension.class, ApplicationExtension.class})
class DrawingJourneyTest {
    private static final int PATIENCE_SECONDS = 30;

    private Window window;

    @Start
    void open(Stage stage) {
        window = new Window(stage, Experiment.spiral(), Path.of(""), Theme.DARK);
        stage.setWidth(1280);
        stage.setHeight(720);
        stage.show();
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void aClickPlacesAPointAStrokeSeveralAndErasingTakesThemAway(FxRobot robot) throws TimeoutException {
        waitForRows(-1);
        robot.interact(() -> window.model().drawing().setMode(Drawing.Mode.CLASS_1));
        Node plot = robot.lookup("#boundary-plot").query();
        Bounds bounds = plot.localToScreen(plot.getBoundsInLocal());
        double x = bounds.getCenterX();
        double y = bounds.getCenterY() - bounds.getHeight() / 8;
        WaitForAsyncUtils.waitFor(
                PATIENCE_SECONDS,
                TimeUnit.SECONDS,
                () -> window.model().snapshot().get().field().isPresent());
        robot.moveTo(x, y).press(MouseButton.PRIMARY).release(MouseButton.PRIMARY);
        waitForRows(301);
        robot.moveTo(x - 30, y).press(MouseButton.PRIMARY).moveTo(x + 30, y).release(MouseButton.PRIMARY);
        WaitForAsyncUtils.waitForFxEvents();
        int drawn = rows();
        assertThat(drawn).isGreaterThanOrEqualTo(303);
        robot.interact(() -> window.model().drawing().setMode(Drawing.Mode.ERASE));
        robot.moveTo(x - 30, y).press(MouseButton.PRIMARY).release(MouseButton.PRIMARY);
        waitForRows(drawn - 1);
    }

    private int rows() {
        return window.model().experiment().get().data().origin() instanceof DataSpec.OwnRows own
                ? own.rows().size()
                : -1;
    }

    private void waitForRows(int wanted) throws TimeoutException {
        WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, () -> rows() == wanted);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
