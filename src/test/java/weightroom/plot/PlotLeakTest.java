package weightroom.plot;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.testfx.util.WaitForAsyncUtils.waitFor;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import weightroom.testing.CleanLogExtension;

@ExtendWith({CleanLogExtension.class, ApplicationExtension.class})
class PlotLeakTest {
    private static final int TIMES = 50;
    /** Some of them are left on the screen for a pulse, which takes longer. */
    private static final int PULSE_EVERY = 10;
    /** JavaFX itself may hold the last one it drew. */
    private static final int MOST_HELD = 1;

    private static final int PATIENCE_SECONDS = 10;

    private StackPane root;

    @Start
    void show(Stage stage) {
        root = new StackPane();
        stage.setScene(new Scene(root, 300, 300));
        stage.sizeToScene();
        stage.show();
    }

    @ParameterizedTest
    @EnumSource(SamplePlots.class)
    void openingAndClosingAPlotLeavesNothingBehind(SamplePlots sample, FxRobot robot) {
        assertThatCode(() -> openAndClose(robot, sample.maker())).doesNotThrowAnyException();
    }

    private void open(Plot plot, List<WeakReference<Plot>> opened) {
        opened.add(new WeakReference<>(plot));
        root.getChildren().setAll(plot);
        root.applyCss();
        root.layout();
    }

    /** Opens and closes plots, and waits until they are gone. */
    private void openAndClose(FxRobot robot, Supplier<Plot> maker) throws TimeoutException {
        List<WeakReference<Plot>> opened = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            boolean pulse = i % PULSE_EVERY == 0;
            robot.interactNoWait(() -> open(maker.get(), opened));
            if (pulse) {
                WaitForAsyncUtils.waitForFxEvents();
            }
            robot.interactNoWait(() -> root.getChildren().clear());
        }
        robot.interact(() -> {});
        waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, () -> {
            System.gc();
            return opened.stream().filter(one -> one.get() != null).count() <= MOST_HELD;
        });
    }
}
