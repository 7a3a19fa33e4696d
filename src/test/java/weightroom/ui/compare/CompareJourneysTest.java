package weightroom.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import weightroom.experiment.Experiment;
import weightroom.experiment.ExperimentReader;
import weightroom.testing.CleanLogExtension;
import weightroom.ui.OpenWindow;

/** Whole races in a real window, with the trainer of races behind it. */
@ExtendWith({CleanLogExtension.class, ApplicationExtension.class})
class CompareJourneysTest {
    private OpenWindow window;

    @Start
    void open(Stage stage) {
        window = OpenWindow.of(stage, Experiment.spiral());
    }

    @AfterEach
    void close() {
        window.close();
    }

    /** XOR by two units, which under many seeds is never learned. */
    private static Experiment xor() {
        Experiment xor = ExperimentReader.read(Path.of("assets", "presets", "xor-two-units.json"));
        return xor.withTraining(xor.training().withEpochs(300));
    }

    private void openCompare(FxRobot robot) throws TimeoutException {
        robot.clickOn("#view-compare");
        OpenWindow.waitUntil(() -> robot.lookup("#lane-card-0").tryQuery().isPresent());
    }

    private static void type(FxRobot robot, String id, String text) {
        OpenWindow.retype(robot, id).write(text).push(KeyCode.ENTER);
    }

    private static void choose(FxRobot robot, String id, int index) {
        robot.interact(() ->
                robot.lookup(id).queryAs(ComboBox.class).getSelectionModel().select(index));
    }

    private static List<String> said(FxRobot robot, String style) {
        return robot.lookup(style).queryAll().stream()
                .map(Node::getAccessibleText)
                .sorted()
                .toList();
    }

    private static String text(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Labeled.class).getText();
    }

    private void raceToTheEnd(FxRobot robot) throws TimeoutException {
        OpenWindow.waitUntil(() -> text(robot, "#compare-finish").startsWith("Run")
                && !robot.lookup("#compare-finish").query().isDisabled());
        robot.clickOn("#compare-finish");
        OpenWindow.waitUntil(() -> robot.lookup("#compare-finish").query().isDisabled());
    }

    @Test
    void sixOptimizersRaceToTheEndAndTheStandingsSayWhoWon(FxRobot robot) throws TimeoutException {
        openCompare(robot);
        choose(robot, "#compare-rate", 0);
        type(robot, "#compare-epochs", "40");
        type(robot, "#compare-seeds", "6");
        OpenWindow.waitUntil(() -> text(robot, "#compare-finish").equals("Run 6 seeds"));
        assertThat(text(robot, "#compare-fairness")).isEqualTo("Same start weights, same batches");

        raceToTheEnd(robot);
        List<String> standings = said(robot, ".standing");
        assertThat(standings).hasSize(6);
        assertThat(standings.get(0)).startsWith("Rank 1: ");
        assertThat(standings.get(5)).startsWith("Rank 6: ");
        assertThat(text(robot, "#evidence")).contains("6");

        robot.clickOn("#compare-page-table");
        assertThat(robot.lookup("#race-table").tryQuery()).isPresent();
        robot.clickOn("#compare-lanes");
        OpenWindow.waitUntil(() -> robot.lookup("#lane-remove-5").tryQuery().isPresent());
        robot.clickOn("#lane-remove-5").push(KeyCode.ESCAPE);
        OpenWindow.waitUntil(() -> window.sees(robot, "#compare-stale"));
        robot.clickOn("#compare-back");
        assertThat(said(robot, ".standing")).isEqualTo(standings);
    }

    @Test
    void aSeedThatIsStuckOnXorIsOpenedInTrainAndUndoBringsBackWhatWasThere(FxRobot robot) throws TimeoutException {
        robot.interact(() -> window.model().transport().begin(xor(), Path.of("")));
        OpenWindow.waitUntil(() -> window.now().setup().experiment().title().equals(xor().title()));
        window.playTo(3);
        long before = window.step();
        openCompare(robot);
        choose(robot, "#compare-rate", 0);
        type(robot, "#compare-seeds", "32");
        raceToTheEnd(robot);
        robot.clickOn("#compare-page-seeds");
        OpenWindow.waitUntil(() -> robot.lookup(".seed-tile").queryAll().stream()
                .anyMatch(tile -> String.valueOf(tile.getAccessibleText()).contains("stuck")));
        Node stuck = robot.lookup(".seed-tile").queryAll().stream()
                .filter(tile -> String.valueOf(tile.getAccessibleText()).contains("stuck"))
                .findFirst()
                .orElseThrow();
        robot.interact(stuck::requestFocus);
        robot.push(KeyCode.ENTER);

        OpenWindow.waitUntil(() -> window.model().options().view().get().equals("train")
                && window.now().epoch() == 300);
        assertThat(window.now().history().train(window.now().history().size() - 1))
                .isGreaterThan(0.05);
        robot.interact(() -> window.model().transport().undo());
        OpenWindow.waitUntil(() -> window.step() == before);
        assertThat(window.now().setup().experiment()).isEqualTo(xor());
    }

    @Test
    void ballsStepAlsoWhenNothingHasMovedForAWhile(FxRobot robot) throws TimeoutException {
        openCompare(robot);
        robot.clickOn("#choose-bench-surfaces");
        OpenWindow.waitUntil(() -> window.sees(robot, "#surface-map"));
        window.waitUntilStill();
        robot.push(KeyCode.S);
        OpenWindow.waitUntil(() -> text(robot, "#algebra-title").startsWith("Step 2 of "));
        assertThat(text(robot, "#counter-epoch")).isEqualTo("1");
        assertThat(text(robot, "#device-fixed")).isEqualTo("Java");
        assertThat(window.sees(robot, "#device")).isFalse();
    }

    @Test
    void aLaneThatDivergesSaysSoAndStandsLast(FxRobot robot) throws TimeoutException {
        Experiment line = ExperimentReader.read(Path.of("assets", "presets", "line.json"));
        robot.interact(() -> window.model().transport().begin(line, Path.of("")));
        OpenWindow.waitUntil(() -> window.now().setup().experiment().equals(line));
        openCompare(robot);
        robot.clickOn("#compare-differs-learning-rate");
        type(robot, "#compare-epochs", "10");
        robot.clickOn("#compare-lanes");
        OpenWindow.waitUntil(() -> robot.lookup("#lane-value-0").tryQuery().isPresent());
        type(robot, "#lane-value-0", "1000000");
        robot.push(KeyCode.ESCAPE);
        raceToTheEnd(robot);

        List<String> standings = said(robot, ".standing");
        assertThat(standings)
                .last()
                .satisfies(last -> assertThat(last).contains("1000000").contains("diverged"));
        assertThat(standings.subList(0, 4)).noneMatch(row -> row.contains("diverged"));
        assertThat(text(robot, "#lane-solved-0")).endsWith("diverged");
    }
}
