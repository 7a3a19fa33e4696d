package weightroom.ui.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static weightroom.ui.OpenWindow.text;
import static weightroom.ui.OpenWindow.waitUntil;

import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import weightroom.data.DataSource;
import weightroom.engine.Loss;
import weightroom.experiment.Experiment;
import weightroom.experiment.Settings;
import weightroom.run.Timeline;
import weightroom.testing.CleanLogExtension;
import weightroom.ui.OpenWindow;

@ExtendWith({CleanLogExtension.class, ApplicationExtension.class})
class TimeJourneysTest {
    private OpenWindow window;

    @Start
    void open(Stage stage) {
        window = OpenWindow.of(stage, Experiment.spiral());
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void theRunIsScrubbedBackAKnobIsTurnedAndTheOldFutureIsKeptAsABranch(FxRobot robot) throws TimeoutException {
        window.playTo(30);
        long end = window.step();
        Point2D third = onTimeline(robot, 1 / 3.0);
        robot.moveTo(onTimeline(robot, 0.9))
                .press(MouseButton.PRIMARY)
                .moveTo(onTimeline(robot, 0.6))
                .moveTo(third)
                .release(MouseButton.PRIMARY);
        // All that the hand did has become a wish before the wish is waited for.
        WaitForAsyncUtils.waitForFxEvents();
        waitUntil(() -> Math.abs(window.step() - end / 3.0) <= end * 0.02
                && window.model().transport().target().get().isEmpty());
        long back = window.step();
        assertThat(text(robot, "#timeline-place")).contains(" of ");
        assertThat(window.now().timeline().latest().step()).isEqualTo(end);
        robot.interact(() -> window.model().set("training.optimizer.learning-rate", 0.05));
        waitUntil(() -> window.now().setup().experiment().training().optimizer().learningRate() == 0.05);
        assertThat(window.step()).isEqualTo(back);
        window.playTo(35);
        Timeline.View timeline = window.now().timeline();
        assertThat(timeline.branches()).singleElement().satisfies(branch -> {
            assertThat(branch.first().step()).isEqualTo(back);
            assertThat(branch.last().step()).isEqualTo(end);
        });
        waitUntil(() -> robot.lookup(".flag.branch").tryQuery().isPresent());
        robot.interact(() -> robot.lookup(".flag.branch").queryAs(Button.class).fire());
        waitUntil(() -> window.step() == end);
        assertThat(window.model().get("training.optimizer.learning-rate")).isEqualTo(0.3);
    }

    @Test
    void theTimelineIsWalkedByKeysAlone(FxRobot robot) throws TimeoutException {
        window.playTo(10);
        long end = window.step();
        robot.interact(() -> robot.lookup("#timeline").query().requestFocus());
        robot.type(KeyCode.HOME);
        waitUntil(() -> window.step() == 0);
        robot.type(KeyCode.RIGHT);
        waitUntil(() -> window.step() == 1);
        robot.press(KeyCode.SHIFT).type(KeyCode.RIGHT).release(KeyCode.SHIFT);
        waitUntil(() -> window.step() == 25);
        robot.type(KeyCode.END);
        waitUntil(() -> window.step() == end);
        assertThat(robot.lookup("#latest").queryAs(Button.class).isDisabled()).isTrue();
        robot.type(KeyCode.HOME);
        waitUntil(() -> window.step() == 0
                && !robot.lookup("#branch-here").queryAs(Button.class).isDisabled());
        robot.clickOn("#branch-here");
        waitUntil(() -> !window.now().timeline().branches().isEmpty());
        assertThat(window.now().timeline().branches())
                .singleElement()
                .satisfies(branch -> assertThat(branch.last().step()).isEqualTo(end));
        assertThat(window.now().timeline().latest().step()).isZero();
    }

    @Test
    void undoAfterAFreshStartBringsTheRunBackAsItStood(FxRobot robot) throws TimeoutException {
        window.playTo(10);
        long step = window.step();
        float[] weights = window.now().state().parameters().clone();
        robot.interact(() -> window.model().change(experiment -> experiment.withSeed(99)));
        robot.clickOn("#pending-start");
        waitUntil(() -> window.step() == 0);
        robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
        waitUntil(() -> window.step() == step);
        assertThat(window.now().state().parameters()).isEqualTo(weights);
        waitUntil(() -> window.model().experiment().get().seed() == 1);
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT).type(KeyCode.Z).release(KeyCode.SHIFT, KeyCode.CONTROL);
        waitUntil(() -> window.model().experiment().get().seed() == 99);
    }

    @Test
    void stepsOfThreeSizesAndOneBackAreMadeByKeys(FxRobot robot) throws TimeoutException {
        robot.type(KeyCode.N);
        waitUntil(() -> window.now().cursor() == 0);
        assertThat(window.step()).isZero();
        robot.type(KeyCode.S);
        waitUntil(() -> window.step() == 1);
        robot.type(KeyCode.E);
        waitUntil(() -> window.step() == 24);
        robot.type(KeyCode.B);
        waitUntil(() -> window.step() == 23);
    }

    @Test
    void aRunThatDivergedIsStartedAgainWithATenthOfItsRate(FxRobot robot) throws TimeoutException {
        robot.interact(() -> window.model().change(experiment -> Settings.find(experiment, "data.source")
                .with(experiment, DataSource.PLANE.id())
                .withNetwork(experiment
                        .network()
                        .withLayer(2, experiment.network().output().withActivation("linear")))
                .withTraining(experiment.training().withLoss(Loss.MSE))));
        robot.interact(() -> window.model().set("training.optimizer.learning-rate", 1000));
        robot.interact(() -> window.model().togglePlay());
        waitUntil(() -> window.now().divergence().isPresent());
        waitUntil(() -> window.sees(robot, "#notice-gentler"));
        robot.clickOn("#notice-gentler");
        waitUntil(() -> window.now().divergence().isEmpty() && window.step() == 0);
        waitUntil(() -> window.model().get("training.optimizer.learning-rate") == 100);
    }

    private static Point2D onTimeline(FxRobot robot, double share) {
        Node track = robot.lookup("#timeline").query();
        Bounds bounds = track.localToScreen(track.getBoundsInLocal());
        return new Point2D(bounds.getMinX() + (bounds.getWidth() - 13) * share, bounds.getCenterY());
    }
}
