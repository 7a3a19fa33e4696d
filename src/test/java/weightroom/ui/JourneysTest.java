package weightroom.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static weightroom.ui.OpenWindow.retype;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import weightroom.data.DataSource;
import weightroom.experiment.Experiment;
import weightroom.experiment.Settings;
import weightroom.run.Snapshot;
import weightroom.testing.CleanLogExtension;
import weightroom.ui.kit.Theme;

/** Whole ways through the window, with the real trainer behind it. */
@ExtendWith({CleanLogExtension.class, ApplicationExtension.class})
class JourneysTest {
    private static final int PATIENCE_SECONDS = 30;

    private Window window;
    private Scene scene;

    @Start
    void open(Stage stage) {
        window = new Window(stage, Experiment.spiral(), Path.of(""), Theme.DARK);
        scene = stage.getScene();
        stage.setWidth(1280);
        stage.setHeight(720);
        stage.show();
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void theWindowOpensOnTheSpiralAndIsPlayedByKeyboardAlone(FxRobot robot) throws TimeoutException {
        waitUntil(() -> text(robot, "#counter-epoch").equals("0"));
        assertThat(text(robot, "#quality")).contains("accuracy");
        robot.type(KeyCode.SPACE);
        waitUntil(() -> now().epoch() >= 3 && !text(robot, "#counter-epoch").equals("0"));
        robot.type(KeyCode.SPACE);
        waitUntil(() -> !now().playing());
        WaitForAsyncUtils.waitForFxEvents();
        long step = now().state().step();
        robot.type(KeyCode.S);
        waitUntil(() -> now().state().step() == step + 1);
        robot.type(KeyCode.R);
        waitUntil(
                () -> now().state().step() == 0 && text(robot, "#counter-step").equals("0"));
        assertThat(window.frames()).isGreaterThan(2);
    }

    @Test
    void aLearningRateTypedWhilePlayingTakesEffectWithoutAReset(FxRobot robot) throws TimeoutException {
        robot.clickOn("#play");
        waitUntil(() -> now().epoch() >= 3);
        long before = now().state().step();
        retype(robot, "#learning-rate").write("0.05").type(KeyCode.ENTER);
        waitUntil(() -> now().setup().experiment().training().optimizer().learningRate() == 0.05);
        assertThat(now().state().step()).isGreaterThanOrEqualTo(before);
        long then = now().epoch();
        waitUntil(() -> now().epoch() > then);
        assertThat(now().playing()).isTrue();
        assertThat(now().setup().plan().replicas().get(0).learningRate()).isEqualTo(0.05);
    }

    @Test
    void aNumberThatIsNoneIsPointedOutAndChangesNothing(FxRobot robot) {
        retype(robot, "#learning-rate").write("fast").type(KeyCode.ENTER);
        assertThat(robot.lookup((Labeled label) ->
                                label.isVisible() && label.getText().contains("fast"))
                        .queryAll())
                .isNotEmpty();
        assertThat(now().setup().experiment()).isEqualTo(Experiment.spiral());
    }

    @Test
    void aHiddenLayerIsAddedAndTheWindowSaysThatItStartsAnew(FxRobot robot) throws TimeoutException {
        robot.clickOn("#add-layer");
        waitUntil(() -> now().setup().plan().network().toString().equals("2-8-8-8-1"));
        waitUntil(() -> text(robot, "#notice").contains("Fresh start"));
        robot.clickOn("#more-2");
        waitUntil(() -> now().setup().plan().network().toString().equals("2-8-8-9-1"));
        robot.clickOn("#layer-2").clickOn("#remove-2").clickOn("#notice-close");
        waitUntil(() -> now().setup().plan().network().toString().equals("2-8-8-1"));
    }

    @Test
    void anOptimizerIsChosenWhilePlaying(FxRobot robot) throws TimeoutException {
        robot.clickOn("#play");
        waitUntil(() -> now().epoch() >= 2);
        robot.clickOn("#choose-adam");
        waitUntil(() -> now().setup().plan().replicas().get(0).optimizer().id().equals("adam"));
        assertThat(now().epoch()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void aDivergingRunStopsAtItsLastFiniteStepAndSaysWhy(FxRobot robot) throws TimeoutException {
        robot.interact(() -> window.model().change(experiment -> Settings.find(experiment, "data.source")
                .with(experiment, DataSource.PLANE.id())
                .withNetwork(experiment.network().withLayer(2, linear(experiment)))
                .withTraining(experiment.training().withLoss(weightroom.engine.Loss.MSE))));
        waitUntil(() -> now().setup().task().classes() == 0);
        retype(robot, "#learning-rate").write("1000").type(KeyCode.ENTER);
        robot.clickOn("#play");
        waitUntil(() -> now().divergence().isPresent());
        waitUntil(() -> text(robot, "#notice").contains("diverged at step"));
        assertThat(text(robot, "#loss-train")).isEqualTo("diverged");
        for (float parameter : now().state().parameters()) {
            assertThat(parameter).isFinite();
        }
        robot.clickOn("#notice-reset");
        waitUntil(() -> now().divergence().isEmpty() && now().state().step() == 0);
        waitUntil(() -> !text(robot, "#loss-train").equals("diverged"));
    }

    @Test
    void theThemeIsSwitchedWhileItTrains(FxRobot robot) throws TimeoutException {
        robot.type(KeyCode.SPACE);
        waitUntil(() -> now().epoch() >= 2);
        assertThat(corner(robot)).isEqualTo(Color.web("#181d25"));
        robot.clickOn("#theme");
        assertThat(corner(robot)).isEqualTo(Color.web("#ffffff"));
        long then = now().epoch();
        waitUntil(() -> now().epoch() > then);
        robot.type(KeyCode.T);
        assertThat(corner(robot)).isEqualTo(Color.web("#181d25"));
    }

    @Test
    void theDeviceChipListsWhatThereIsToComputeOn(FxRobot robot) throws TimeoutException {
        robot.clickOn("#device");
        String inUse = "device-" + now().device();
        MenuButton chip = robot.lookup("#device").queryAs(MenuButton.class);
        waitUntil(() -> chip.getItems().stream().map(MenuItem::getId).anyMatch(inUse::equals));
        robot.type(KeyCode.ESCAPE);
        assertThat(chip.getText()).contains("Java");
    }

    private static weightroom.experiment.LayerSpec linear(Experiment experiment) {
        return experiment.network().output().withActivation("linear");
    }

    private Snapshot now() {
        return window.model().snapshot().get();
    }

    private static String text(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Labeled.class).getText();
    }

    /** The colour of the bar at the top left. */
    private Color corner(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        WritableImage[] image = new WritableImage[1];
        robot.interact(() -> image[0] = scene.snapshot(null));
        return image[0].getPixelReader().getColor(4, 4);
    }

    private static void waitUntil(BooleanSupplier condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, condition::getAsBoolean);
    }
}
