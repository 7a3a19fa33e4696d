package weightroom.ui.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import weightroom.experiment.DataSpec;
import weightroom.plot.DecisionPlot;
import weightroom.plot.LinePlot;
import weightroom.run.Background;
import weightroom.run.Command;
import weightroom.run.Snapshot;
import weightroom.testing.CleanLogExtension;
import weightroom.ui.kit.Fonts;
import weightroom.ui.kit.Theme;
import weightroom.ui.model.Drawing;
import weightroom.ui.model.RunModel;

@ExtendWith({CleanLogExtension.class, ApplicationExtension.class})
class ChartsPanelTest {
    private final List<Command> sent = new ArrayList<>();
    private final Snapshots snapshots = new Snapshots(Snapshots.SPIRAL);
    private final Background background = new Background(Runnable::run);
    private RunModel model;
    private ChartsPanel panel;
    private Stage stage;

    @Start
    void open(Stage primary) {
        Fonts.load();
        stage = primary;
        model = new RunModel(sent::add, snapshots.at(0));
        panel = new ChartsPanel(model, background);
        Scene scene = new Scene(panel, 464, 760);
        Theme.DARK.apply(scene);
        stage.setScene(scene);
        stage.show();
        show(snapshots.at(3));
    }

    @AfterEach
    void close(FxRobot robot) {
        background.close();
        robot.interact(() -> List.copyOf(Window.getWindows()).forEach(Window::hide));
    }

    @Test
    void eachTabShowsItsOwnPlotAndNoOther(FxRobot robot) {
        assertThat(seen(robot, "#loss-plot")).isTrue();
        robot.clickOn("#tab-gradients");
        assertThat(seen(robot, "#gradient-plot")).isTrue();
        assertThat(seen(robot, "#loss-plot")).isFalse();
        robot.clickOn("#tab-activations").clickOn("#view-activation-view");
        assertThat(seen(robot, "#activation-plot")).isTrue();
        assertThat(seen(robot, "#gradient-plot")).isFalse();
        robot.clickOn("#tab-loss");
        assertThat(seen(robot, "#loss-plot")).isTrue();
    }

    @Test
    void theLayersAreLookedIntoOnlyWhileATabShowsThem(FxRobot robot) {
        assertThat(lastWatch().insight()).isFalse();
        robot.clickOn("#tab-gradients");
        assertThat(lastWatch().insight()).isTrue();
        robot.clickOn("#tab-loss");
        assertThat(lastWatch().insight()).isFalse();
    }

    @Test
    void theLogSwitchTurnsTheAxisOfThePlotThatIsSeen(FxRobot robot) {
        LinePlot loss = robot.lookup("#loss-plot").queryAs(LinePlot.class);
        assertThat(loss.isLogarithmic()).isTrue();
        robot.clickOn("#log-scale .thumb-area");
        assertThat(loss.isLogarithmic()).isFalse();
        robot.clickOn("#tab-gradients").clickOn("#log-scale .thumb-area");
        LinePlot gradients = robot.lookup("#gradient-plot").queryAs(LinePlot.class);
        assertThat(gradients.isLogarithmic()).isFalse();
        robot.clickOn("#tab-loss").clickOn("#log-scale .thumb-area");
        assertThat(loss.isLogarithmic()).isTrue();
        assertThat(gradients.isLogarithmic()).isFalse();
    }

    @Test
    void whereNothingCanBeLogarithmicThereIsNoSwitch(FxRobot robot) {
        assertThat(robot.lookup("#log-scale").query().isVisible()).isTrue();
        robot.clickOn("#view-accuracy-view");
        assertThat(robot.lookup("#log-scale").query().isVisible()).isFalse();
    }

    @Test
    void everyLossIsInTheTableThatCanBeSaved(FxRobot robot) {
        LinePlot loss = robot.lookup("#loss-plot").queryAs(LinePlot.class);
        assertThat(loss.csv().lines()).hasSize(5);
        assertThat(loss.csv().lines().skip(1).findFirst().orElseThrow()).startsWith("0,1,2");
        show(robot, snapshots.at(9));
        assertThat(loss.csv().lines()).hasSize(11);
    }

    @Test
    void testPointsAreShownUntilTheyAreSwitchedOff(FxRobot robot) {
        DecisionPlot plot = robot.lookup("#boundary-plot").queryAs(DecisionPlot.class);
        int tests = Snapshots.SPIRAL.rows().split().test().count();
        long before = plot.csv().lines().count();
        robot.clickOn("#test-points .thumb-area");
        assertThat(plot.csv().lines().count()).isEqualTo(before - tests);
    }

    @Test
    void theQualityIsTheShareOfTestRowsThatAreRight(FxRobot robot) {
        // Every test row is answered 0.3, so those of the first class are right.
        float[] targets = Snapshots.SPIRAL.rows().split().test().targets();
        int right = 0;
        for (float target : targets) {
            right += target == 0 ? 1 : 0;
        }
        String percent = String.format(java.util.Locale.ROOT, "%.1f", 100.0 * right / targets.length);
        assertThat(text(robot, "#quality")).isEqualTo("test accuracy " + percent + " %");
    }

    @Test
    void theUnitThatIsPointedAtIsShownLargeUntilItIsNot(FxRobot robot) {
        robot.interact(() -> model.point(Optional.of(new RunModel.Unit(0, 1))));
        assertThat(text(robot, ".boundary-head .title")).isEqualTo("Hidden 1, neuron 2");
        assertThat(robot.lookup("#boundary-plot").queryAs(DecisionPlot.class).csv())
                .contains("0.75");
        robot.interact(() -> model.point(Optional.empty()));
        assertThat(text(robot, ".boundary-head .title")).isEqualTo("Decision boundary");
    }

    @Test
    void aChartCanBeOpenedInAWindowOfItsOwnWhichShowsTheSame(FxRobot robot) throws TimeoutException {
        robot.moveTo("#loss-plot").clickOn("#plot-window-loss");
        waitUntil(() -> Window.getWindows().size() == 2);
        LinePlot second = other().lookup("#loss-plot") instanceof LinePlot plot ? plot : new LinePlot();
        show(robot, snapshots.at(6));
        assertThat(second.csv().lines()).hasSize(8);
        robot.clickOn("#tab-gradients");
        assertThat(second.getScene()).isNotNull();
        assertThat(other().lookup("#plot-window-loss")).isNull();
        robot.interact(stage::hide);
        waitUntil(() -> Window.getWindows().isEmpty());
    }

    @Test
    void aWindowOfItsOwnIsWatchedForWhileItIsOpen(FxRobot robot) throws TimeoutException {
        robot.clickOn("#tab-gradients").moveTo("#gradient-plot").clickOn("#plot-window-gradients");
        waitUntil(() -> Window.getWindows().size() == 2);
        robot.interact(() -> stage.toFront());
        robot.interact(() -> panel.tabs().choose(ChartKind.LOSS));
        assertThat(lastWatch().insight()).isTrue();
        robot.interact(() -> ((Stage) other().getWindow()).close());
        assertThat(lastWatch().insight()).isFalse();
    }

    @Test
    void aClickInThePlaneDrawsAPointOfTheClassThatIsChosen(FxRobot robot) {
        DecisionPlot plot = robot.lookup("#boundary-plot").queryAs(DecisionPlot.class);
        int rows = Snapshots.SPIRAL.rows().dataset().count();
        robot.clickOn(plot);
        assertThat(model.experiment().get()).isEqualTo(Snapshots.SPIRAL.experiment());
        robot.interact(() -> model.drawing().setMode(Drawing.Mode.CLASS_1));
        assertThat(plot.getCursor()).isEqualTo(Cursor.CROSSHAIR);
        robot.clickOn(plot.localToScreen(plot.position(2, -3)));
        DataSpec.OwnRows own =
                (DataSpec.OwnRows) model.experiment().get().data().origin();
        assertThat(own.rows()).hasSize(rows + 1);
        assertThat(own.rows().get(rows).get(0)).isCloseTo(2.0, within(0.05));
        assertThat(own.rows().get(rows).get(1)).isCloseTo(-3.0, within(0.05));
        assertThat(own.rows().get(rows).get(2)).isEqualTo(1.0);
        robot.interact(() -> model.drawing().setMode(Drawing.Mode.ERASE));
        robot.clickOn(plot.localToScreen(plot.position(2, -3)));
        own = (DataSpec.OwnRows) model.experiment().get().data().origin();
        assertThat(own.rows()).hasSize(rows);
    }

    @Test
    void frozenAxesStayWhileTheRunGoesOnInPlotsThatAreOpenedLaterToo(FxRobot robot) throws TimeoutException {
        robot.interact(() -> model.options().frozenAxes().set(true));
        robot.moveTo("#loss-plot").clickOn("#plot-window-loss");
        waitUntil(() -> Window.getWindows().size() == 2);
        robot.interact(() -> panel.tabs().choose(ChartKind.GRADIENTS));
        List<LinePlot> plots = List.of(
                (LinePlot) other().lookup("#loss-plot"),
                robot.lookup("#gradient-plot").queryAs(LinePlot.class));
        waitUntil(() -> plots.stream()
                .noneMatch(plot -> Double.isNaN(plot.position(3, 1).getX())));
        List<Point2D> before =
                plots.stream().map(plot -> plot.position(3, 0.01)).toList();
        show(robot, snapshots.at(30));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(plots.stream().map(plot -> plot.position(3, 0.01)).toList()).isEqualTo(before);
        robot.interact(() -> model.options().frozenAxes().set(false));
        WaitForAsyncUtils.waitForFxEvents();
        for (int i = 0; i < plots.size(); i++) {
            assertThat(plots.get(i).position(3, 0.01).getX())
                    .isLessThan(before.get(i).getX());
        }
    }

    @Test
    void theMenuOfAPlotOpensByKeyboard(FxRobot robot) throws TimeoutException {
        robot.interact(() -> robot.lookup("#plot-more-loss").query().requestFocus());
        robot.type(KeyCode.SPACE);
        waitUntil(() -> Window.getWindows().size() == 2);
        Node item = other().lookup("#plot-save-svg");
        assertThat(item).isNotNull();
        robot.type(KeyCode.ESCAPE);
    }

    private Scene other() {
        return Window.getWindows().stream()
                .filter(window -> window != stage)
                .findFirst()
                .orElseThrow()
                .getScene();
    }

    private Command.Watch lastWatch() {
        return (Command.Watch) sent.stream()
                .filter(Command.Watch.class::isInstance)
                .reduce((before, after) -> after)
                .orElseThrow();
    }

    private void show(Snapshot snapshot) {
        model.accept(snapshot);
        panel.show(System.nanoTime());
    }

    private void show(FxRobot robot, Snapshot snapshot) {
        robot.interact(() -> show(snapshot));
    }

    private static boolean seen(FxRobot robot, String id) {
        return robot.lookup(id).tryQuery().filter(Node::isVisible).isPresent();
    }

    private static String text(FxRobot robot, String query) {
        return robot.lookup(query).queryAs(Labeled.class).getText();
    }

    private static void waitUntil(BooleanSupplier condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, condition::getAsBoolean);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
