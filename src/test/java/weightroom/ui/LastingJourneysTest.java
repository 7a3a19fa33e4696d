package weightroom.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import weightroom.experiment.Experiment;
import weightroom.run.LooseCable;
import weightroom.run.Snapshot;
import weightroom.testing.CleanLogExtension;
import weightroom.ui.kit.Theme;

/** Runs that are followed to their end: by keyboard alone, and over the loss of a device. */
@ExtendWith({CleanLogExtension.class, ApplicationExtension.class})
class LastingJourneysTest {
    private static final int PATIENCE_SECONDS = 60;

    private final LooseCable cable = new LooseCable();
    private Window window;

    @Start
    void open(Stage stage) {
        window = new Window(stage, Experiment.spiral(), Path.of(""), Theme.DARK, cable.devices());
        stage.setWidth(1280);
        stage.setHeight(720);
        stage.show();
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void xorIsChosenAndTrainedToTheEndByKeyboardAlone(FxRobot robot) throws TimeoutException {
        robot.push(KeyCode.SHORTCUT, KeyCode.P);
        waitUntil(() -> robot.lookup("#presets-page").tryQuery().isPresent());
        robot.type(KeyCode.TAB).type(KeyCode.ENTER);
        waitUntil(() -> now().setup().experiment().title().startsWith("XOR"));
        robot.type(KeyCode.SPACE);
        waitUntil(() -> text(robot, "#quality").contains("100"));
        waitUntil(() -> now().history().train(now().history().size() - 1) < 0.1);
        robot.type(KeyCode.SPACE);
        waitUntil(() -> !now().playing());
        float[] answers = now().answers().orElseThrow().train();
        float[] targets = now().setup().rows().split().train().targets();
        for (int i = 0; i < targets.length; i++) {
            assertThat(answers[i] > 0.5f).as("row %d", i).isEqualTo(targets[i] > 0.5f);
        }
    }

    @Test
    void aDeviceThatIsLostWhileItTrainsIsReplacedAndTheRunGoesOn(FxRobot robot) throws TimeoutException {
        robot.interact(() -> window.model().useDevice(cable.id()));
        waitUntil(() -> now().device().equals(cable.id()));
        robot.clickOn("#play");
        waitUntil(() -> now().epoch() >= 3);
        cable.pull();
        waitUntil(() -> now().device().equals("java"));
        waitUntil(() -> text(robot, "#notice").contains("loose cable"));
        assertThat(text(robot, "#notice")).contains("Java");
        long then = now().epoch();
        waitUntil(() -> now().epoch() > then + 3);
        assertThat(now().playing()).isTrue();
        assertThat(now().divergence()).isEmpty();
        assertThat(window.model().fellBack()).isTrue();
    }

    private Snapshot now() {
        return window.model().snapshot().get();
    }

    private static String text(FxRobot robot, String query) {
        return robot.lookup(query)
                .tryQueryAs(Labeled.class)
                .map(Labeled::getText)
                .orElse("");
    }

    private static void waitUntil(BooleanSupplier condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, condition::getAsBoolean);
    }
}
