package weightroom.ui.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import weightroom.arithmetic.Shown;
import weightroom.experiment.ExperimentReader;
import weightroom.explain.Pass;
import weightroom.explain.Phase;
import weightroom.explain.Quantity;
import weightroom.explain.Sample;
import weightroom.explain.Subject;
import weightroom.explain.Symbols;
import weightroom.run.Snapshot;
import weightroom.testing.CleanLogExtension;
import weightroom.ui.OpenWindow;

/** Whole ways through the Explain view, in a real window with the trainer behind it. */
@ExtendWith({CleanLogExtension.class, ApplicationExtension.class})
class ExplainJourneysTest {
    private OpenWindow window;

    @Start
    void open(Stage stage) {
        window = OpenWindow.of(stage, ExperimentReader.read(Path.of("assets", "presets", "xor-two-units.json")));
    }

    @AfterEach
    void close() {
        window.close();
    }

    private Pass pass(int row) {
        Snapshot now = window.now();
        Subject subject = new Subject(now.setup(), now.plan(), now.state());
        return Pass.of(subject, Sample.row(subject, row), true);
    }

    private static String text(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Labeled.class).getText();
    }

    private static String track(FxRobot robot) {
        return String.valueOf(robot.lookup("#phase-track").query().getAccessibleText());
    }

    /** The answer to every question about a pass. */
    private static Map<String, String> answers(Pass pass) {
        Symbols symbols = Symbols.of(pass.subject().network());
        Map<String, String> answers = new HashMap<>();
        for (Phase phase : pass.phases()) {
            for (Quantity one : Questions.of(pass, phase, Quantity.weight(0, 0, 0), 0)) {
                String number = Shown.card(pass.value(one, 0)).text();
                answers.put("What is " + symbols.text(one) + "?", number);
            }
        }
        return answers;
    }

    @Test
    void aStudentWorksAWholePassOutByKeyboardAndIsOnceWrong(FxRobot robot) throws TimeoutException {
        robot.clickOn("#view-explain");
        OpenWindow.waitUntil(() -> track(robot).startsWith("Phase 10 of 11"));
        robot.push(KeyCode.N);
        OpenWindow.waitUntil(() -> text(robot, "#sample").equals("x = (0, 1), target y = 1"));
        Pass pass = pass(1);
        Map<String, String> answers = answers(pass);
        robot.push(KeyCode.Q);
        OpenWindow.waitUntil(() -> window.sees(robot, "#ask-card"));
        assertThat(track(robot)).startsWith("Phase 1 of 11: Input");

        robot.write("77").push(KeyCode.ENTER);
        OpenWindow.waitUntil(() -> !text(robot, "#ask-said").isEmpty());
        assertThat(text(robot, "#ask-question")).isEqualTo("What is z₁?");
        assertThat(text(robot, "#ask-said")).as("a hint").hasSizeGreaterThan(10).doesNotContain("Right");

        int asked = 0;
        while (answers.containsKey(text(robot, "#ask-question"))) {
            String question = text(robot, "#ask-question");
            robot.write(answers.get(question)).push(KeyCode.ENTER);
            OpenWindow.waitUntil(() -> !text(robot, "#ask-question").equals(question));
            assertThat(text(robot, "#ask-said")).startsWith("Right");
            asked++;
        }
        assertThat(asked).isEqualTo(answers.size());
        assertThat(text(robot, "#ask-score")).isEqualTo((asked - 1) + " of " + asked + " right at once");
        assertThat(track(robot)).startsWith("Phase 11 of 11: Update");
        assertThat(window.step()).isZero();

        robot.clickOn("#phase-apply");
        OpenWindow.waitUntil(() -> window.step() == 1);
        OpenWindow.waitUntil(() -> track(robot).startsWith("Phase 1 of 11"));
    }

    @Test
    void rowsTypedPointsBatchesAndOtherMomentsGoThrough(FxRobot robot) throws TimeoutException {
        robot.clickOn("#view-explain");
        OpenWindow.waitUntil(() -> text(robot, "#sample").startsWith("x = (0, 0)"));
        robot.clickOn("#sample");
        OpenWindow.waitUntil(() -> window.sees(robot, "#row-search"));
        robot.clickOn("#row-search").write("(1, 0)").push(KeyCode.ENTER);
        OpenWindow.waitUntil(() -> text(robot, "#sample").equals("x = (1, 0), target y = 1"));

        choose(robot, "#explain-way-typed");
        OpenWindow.retype(robot, "#typed-input-1").write("0.25.");
        robot.push(KeyCode.ENTER);
        OpenWindow.waitUntil(() -> text(robot, "#typed-reason").contains("0.25."));
        OpenWindow.retype(robot, "#typed-input-1").write("0,25").push(KeyCode.ENTER);
        OpenWindow.waitUntil(() -> text(robot, "#sample").equals("x = (0.25, 0), target y = 1"));

        choose(robot, "#explain-way-plot").clickOn("#sample-plot");
        OpenWindow.waitUntil(() -> text(robot, "#sample").matches("x = \\([01], [01]\\), target y = [01]"));
        choose(robot, "#explain-way-plot")
                .press(KeyCode.SHIFT)
                .clickOn("#sample-plot")
                .release(KeyCode.SHIFT);
        OpenWindow.waitUntil(() -> text(robot, "#sample").matches("x = \\(0\\.[0-9]+, 0\\.[0-9]+\\), target.*"));

        choose(robot, "#explain-way-batch");
        OpenWindow.waitUntil(() -> text(robot, "#sample").startsWith("batch of 4, row 1:"));
        robot.push(KeyCode.ESCAPE).clickOn("#sample-next");
        OpenWindow.waitUntil(() -> text(robot, "#sample").startsWith("batch of 4, row 2:"));

        robot.interact(() -> window.model().transport().step(50L));
        OpenWindow.waitUntil(() -> window.step() == 50);
        window.waitUntilStill();
        String before = facts(robot);
        Node timeline = robot.lookup("#timeline").query();
        robot.interact(timeline::requestFocus);
        robot.push(KeyCode.HOME);
        OpenWindow.waitUntil(() -> window.step() == 0 && !facts(robot).equals(before));

        robot.clickOn("#explain-subject").clickOn("#subject-neuron");
        OpenWindow.waitUntil(() -> track(robot).contains(" of 7"));
        assertThat(text(robot, "#explain-subject")).isEqualTo("One neuron");
        robot.interact(() -> robot.lookup("#phase-track").query().requestFocus());
        robot.push(KeyCode.END);
        OpenWindow.waitUntil(() -> window.sees(robot, "#phase-apply"));
        robot.clickOn("#phase-apply");
        OpenWindow.waitUntil(() -> text(robot, "#timeline-place").equals("step 1"));
        assertThat(window.step()).isZero();
    }

    private FxRobot choose(FxRobot robot, String way) throws TimeoutException {
        robot.clickOn("#sample");
        OpenWindow.waitUntil(() -> window.sees(robot, way));
        robot.clickOn(way);
        return robot;
    }

    /** The numbers of the phases, as the bar says them. */
    private static String facts(FxRobot robot) {
        StringBuilder all = new StringBuilder();
        robot.lookup(".phase-numbers").queryAllAs(Labeled.class).forEach(one -> all.append(one.getText())
                .append(' '));
        return all.toString();
    }

    @Test
    void aLinkOfTrainIsExplained(FxRobot robot) throws TimeoutException {
        robot.clickOn("#view-train");
        OpenWindow.waitUntil(() -> robot.lookup("#network-canvas").tryQuery().isPresent());
        robot.interact(() -> robot.lookup("#network-canvas").query().requestFocus());
        robot.type(KeyCode.RIGHT, KeyCode.TAB, KeyCode.TAB, KeyCode.TAB, KeyCode.ENTER);
        OpenWindow.waitUntil(() -> window.sees(robot, "#explain-this"));
        robot.clickOn("#explain-this");
        OpenWindow.waitUntil(() -> window.sees(robot, "#explain-choose"));
        OpenWindow.waitUntil(() -> explained(robot).equals("w₁₂, from x₂ to hidden 1"));
        OpenWindow.waitUntil(() -> track(robot).startsWith("Phase 10 of 11"));
    }

    @Test
    void aLessonOpensAPhaseAndLocksTheRest(FxRobot robot) throws TimeoutException {
        robot.interact(() -> {
            window.model().options().lesson().set("07-backpropagation/01-one-pass#3");
            window.model().options().view().set("learn");
        });
        OpenWindow.waitUntil(() -> robot.lookup("#phase-track").tryQuery().isPresent());
        OpenWindow.waitUntil(() -> track(robot).startsWith("Phase 7 of 11"));
        assertThat(explained(robot)).startsWith("v₁, from hidden 1");
        assertThat(robot.lookup("#phase-forward").query().isDisabled()).isTrue();
        robot.clickOn("#phase-back");
        OpenWindow.waitUntil(() -> track(robot).startsWith("Phase 6 of 11"));
        robot.clickOn("#phase-forward");
        OpenWindow.waitUntil(() -> track(robot).startsWith("Phase 7 of 11"));
        assertThat(robot.lookup("#phase-forward").query().isDisabled()).isTrue();
    }

    private static String explained(FxRobot robot) {
        return robot.lookup("#explain-choose .label").queryAs(Labeled.class).getText();
    }
}
