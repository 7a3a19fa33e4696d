package weightroom.ui.surface;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import weightroom.engine.Optimizer;
import weightroom.surface.Spot;
import weightroom.surface.Surface;
import weightroom.testing.CleanLogExtension;
import weightroom.ui.kit.Theme;
import weightroom.ui.model.Options;
import weightroom.ui.model.Transport.Stride;

@ExtendWith({CleanLogExtension.class, ApplicationExtension.class})
class SurfaceBenchTest {
    private final Options options = Options.passing();
    private SurfaceBench bench;
    private long now = 1_000_000_000;

    @Start
    void show(Stage stage) {
        bench = new SurfaceBench(options);
        Scene scene = new Scene(new StackPane(bench.node()), 1280, 600);
        Theme.LIGHT.apply(scene);
        stage.setScene(scene);
        stage.show();
        bench.setSeen(true);
    }

    private void pulse(FxRobot robot) {
        robot.interact(() -> {
            now += 1_000_000_000;
            bench.show(now);
        });
    }

    private <T extends Node> T find(FxRobot robot, String query, Class<T> kind) {
        return robot.lookup(query).queryAs(kind);
    }

    @Test
    void surfaceStartBallAndRateAreChosenAndTheStepIsWrittenOut(FxRobot robot) {
        ComboBox<?> surfaces = find(robot, "#surface", ComboBox.class);
        robot.interact(() -> surfaces.getSelectionModel().select(Surface.BOWL.ordinal()));
        pulse(robot);
        assertThat(bench.model().surface()).isEqualTo(Surface.BOWL);

        TextField x = find(robot, "#start-x", TextField.class);
        assertThat(x.getAccessibleText()).isEqualTo("Start x");
        robot.interact(() -> {
            x.requestFocus();
            x.selectAll();
        });
        robot.write("1").type(KeyCode.ENTER);
        pulse(robot);
        assertThat(bench.model().start()).isEqualTo(new Spot(1, 1.6));
        robot.interact(x::selectAll);
        robot.write("40").type(KeyCode.ENTER);
        pulse(robot);
        assertThat(bench.model().start()).isEqualTo(new Spot(1, 1.6));
        assertThat(robot.lookup(".bad").queryAllAs(Label.class))
                .anyMatch(label -> label.isVisible() && label.getText().contains("expected x from -3.0 to 3.0"));

        CheckBox lion = find(robot, "#ball-lion", CheckBox.class);
        robot.interact(lion::fire);
        robot.interact(find(robot, "#choose-ball-sgd", ToggleButton.class)::fire);
        pulse(robot);
        assertThat(bench.model().shown()).contains(Optimizer.LION);
        assertThat(find(robot, "#algebra-title", Label.class).getText()).isEqualTo("Step 1 of SGD");
        assertThat(find(robot, "#ball-rate", TextField.class).getText()).isEqualTo("0.1");

        robot.interact(() -> bench.playback().step(Stride.BATCH));
        pulse(robot);
        assertThat(find(robot, "#algebra-title", Label.class).getText()).isEqualTo("Step 2 of SGD");
        assertThat(find(robot, "#surface-verdict", Label.class).getText()).isEqualTo("SGD is on its way after 1 step.");
        Pane lines = find(robot, "#algebra-lines", Pane.class);
        assertThat(lines.lookupAll(".formula").stream().map(Node::getAccessibleText))
                .anyMatch(said -> String.valueOf(said).contains("2 times 0.8 equals 1.6"));

        TextField rate = find(robot, "#ball-rate", TextField.class);
        robot.interact(() -> {
            rate.requestFocus();
            rate.selectAll();
        });
        robot.write("1.1").type(KeyCode.ENTER);
        robot.interact(() -> {
            bench.model().goTo(100);
            bench.model().compute();
        });
        pulse(robot);
        assertThat(find(robot, "#surface-verdict", Label.class).getText()).startsWith("SGD diverged: at step ");
    }

    @Test
    void theStartIsChosenWithTheKeysAndEverythingExplainsItself(FxRobot robot) {
        Node map = find(robot, "#surface-map", Node.class);
        Spot before = bench.model().start();
        robot.interact(map::requestFocus);
        robot.type(KeyCode.RIGHT, 5).type(KeyCode.ENTER);
        pulse(robot);
        assertThat(bench.model().start().x()).isGreaterThan(before.x());
        for (Node node :
                bench.node().lookupAll(".button, .toggle-button, .check-box, .combo-box, .text-field, .slider")) {
            if (node instanceof Control control
                    && node.getStyleClass().stream().noneMatch("increment-button"::equals)) {
                assertThat(control.getAccessibleHelp()).as(control.toString()).isNotEmpty();
            }
        }
        robot.interact(() -> options.presentation().set(true));
        assertThat(robot.lookup("#start-x").tryQuery()).isEmpty();
        robot.interact(() -> options.presentation().set(false));
        assertThat(robot.lookup("#start-x").tryQuery()).isPresent();
    }

    @Test
    void whatIsNotSeenStandsStill(FxRobot robot) {
        robot.interact(() -> bench.playback().togglePlay());
        assertThat(bench.moving()).isTrue();
        pulse(robot);
        pulse(robot);
        assertThat(bench.model().at()).isPositive();
        robot.interact(() -> bench.setSeen(false));
        int at = bench.model().at();
        pulse(robot);
        assertThat(bench.model().at()).isEqualTo(at);
        assertThat(bench.playback().playing().get()).isFalse();
        assertThat(bench.moving()).isFalse();
    }
}
