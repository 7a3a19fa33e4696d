package weightroom.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
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

    private StackPane root;

    @Start
    void show(Stage stage) {
        root = new StackPane();
        stage.setScene(new Scene(root, 300, 300));
        stage.show();
    }

    @ParameterizedTest
    @EnumSource(SamplePlots.class)
    void openingAndClosingAPlotLeavesNothingBehind(SamplePlots sample, FxRobot robot) throws InterruptedException {
        assertThat(survivors(robot, sample.maker())).isLessThanOrEqualTo(1);
    }

    private void open(Plot plot, List<WeakReference<Plot>> opened) {
        opened.add(new WeakReference<>(plot));
        root.getChildren().setAll(plot);
        root.applyCss();
        root.layout();
    }

    /** How many of the plots are still held after all were closed; JavaFX itself may hold the last one it drew. */
    private int survivors(FxRobot robot, Supplier<Plot> maker) throws InterruptedException {
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
        int held = TIMES;
        for (int attempt = 0; attempt < 20 && held > 0; attempt++) {
            System.gc();
            Thread.sleep(50);
            held = (int) opened.stream().filter(one -> one.get() != null).count();
        }
        return held;
    }
}
