package weightroom.ui.learn;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import weightroom.experiment.Experiment;
import weightroom.lesson.Part;
import weightroom.testing.CleanLogExtension;
import weightroom.ui.OpenWindow;
import weightroom.ui.model.Speed;

/** A student's ways through lessons, by keyboard alone. */
@ExtendWith({CleanLogExtension.class, ApplicationExtension.class})
class LearnJourneysTest {
    private static final Path LESSONS = Path.of("src", "test", "resources", "lessons", "01-two");
    private static final int PATIENCE = 60;

    @TempDir
    private static Path folder;

    private OpenWindow window;

    @Start
    void open(Stage stage) throws IOException {
        Path chapter = Files.createDirectories(folder.resolve("01-two"));
        for (String name : new String[] {"01-xor.md", "02-curve.md"}) {
            Files.write(chapter.resolve(name), Files.readAllBytes(LESSONS.resolve(name)));
        }
        window = OpenWindow.of(stage, Experiment.spiral());
        window.model().options().lessonFolder().set(folder.toString());
        window.model().transport().setSpeed(Speed.ALL.get(Speed.ALL.size() - 1));
    }

    @AfterEach
    void close() {
        window.close();
    }

    private Node focused() {
        return window.stage().getScene().getFocusOwner();
    }

    /** Walks with the tab key until something with this id has the focus. */
    private void walkTo(FxRobot robot, String id) {
        for (int i = 0; i < PATIENCE; i++) {
            Node at = focused();
            if (at != null && id.equals(at.getId())) {
                return;
            }
            robot.type(KeyCode.TAB);
        }
        throw new AssertionError("the tab key never came to " + id + "; it stands at " + focused());
    }

    private static String text(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Labeled.class).getText();
    }

    /** Whether a label that is seen begins so. */
    private static boolean says(FxRobot robot, String text) {
        return robot.lookup(".label").queryAll().stream()
                .anyMatch(node -> node instanceof Labeled label
                        && label.isVisible()
                        && label.getText() != null
                        && label.getText().startsWith(text));
    }

    private void openLessons(FxRobot robot) throws TimeoutException {
        // What has the focus at first is not walked to, so space still means play.
        robot.type(KeyCode.TAB).press(KeyCode.SHIFT).type(KeyCode.TAB).release(KeyCode.SHIFT);
        walkTo(robot, "view-learn");
        robot.type(KeyCode.SPACE);
        OpenWindow.waitUntil(
                () -> robot.lookup("#open-01-two-01-xor").tryQuery().isPresent());
    }

    @Test
    void aStudentWalksThroughTheXorLessonByKeyboardWithAWrongPredictionAndALateGoal(FxRobot robot)
            throws TimeoutException {
        openLessons(robot);
        walkTo(robot, "open-01-two-01-xor");
        robot.type(KeyCode.ENTER);
        OpenWindow.waitUntil(() -> window.now().desk().startsWith("lesson"));
        assertThat(text(robot, "#lesson-step")).isEqualTo("Step 1 of 3");

        robot.type(KeyCode.SPACE);
        assertThat(window.now().state().step()).isZero();
        assertThat(text(robot, "#notice")).contains("First predict");
        walkTo(robot, "choice-0-1-0");
        robot.type(KeyCode.SPACE);
        walkTo(robot, "lock-0-1");
        robot.type(KeyCode.SPACE);
        OpenWindow.waitUntil(() -> window.now().epoch() == 300 && says(robot, "Not so."));

        robot.press(KeyCode.ALT).type(KeyCode.RIGHT).release(KeyCode.ALT);
        assertThat(text(robot, "#lesson-step")).isEqualTo("Step 2 of 3");
        assertThat(robot.lookup("#lesson-next").query().isDisabled()).isTrue();
        walkTo(robot, "units-1");
        robot.type(KeyCode.RIGHT);
        OpenWindow.waitUntil(
                () -> window.now().setup().plan().network().toString().equals("2-2-1"));
        walkTo(robot, "play");
        robot.type(KeyCode.SPACE);
        OpenWindow.waitUntil(() -> text(robot, "#goal-1-1").contains("failed for this run"));
        walkTo(robot, "learning-rate");
        robot.type(KeyCode.DIGIT3, KeyCode.ENTER);
        OpenWindow.waitUntil(
                () -> window.now().setup().experiment().training().optimizer().learningRate() == 3);
        walkTo(robot, "again-1-1");
        robot.type(KeyCode.SPACE);
        OpenWindow.waitUntil(() -> text(robot, "#goal-1-1").contains("reached at epoch"));
        assertThat(text(robot, "#goal-count")).isEqualTo("1 of 1");
        assertThat(robot.lookup(".milestone").queryAll()).isNotEmpty();

        robot.press(KeyCode.ALT).type(KeyCode.RIGHT).release(KeyCode.ALT);
        walkTo(robot, "choice-2-0-0");
        robot.type(KeyCode.SPACE);
        walkTo(robot, "number-2-1");
        robot.write("0.69").type(KeyCode.ENTER);
        OpenWindow.waitUntil(() -> !robot.lookup("#lesson-next").query().isDisabled());
        walkTo(robot, "reveal-2-2");
        robot.type(KeyCode.SPACE);
        walkTo(robot, "lesson-next");
        robot.type(KeyCode.SPACE);
        OpenWindow.waitUntil(() -> text(robot, "#course-progress").equals("1 of 2 done"));
        OpenWindow.waitUntil(() -> window.now().desk().equals("first"));
        assertThat(window.now().setup().experiment()).isEqualTo(Experiment.spiral());
    }

    /** Chooses an answer with the keyboard: the first one with tab and space, the others with the arrow from there. */
    private void choose(FxRobot robot, Place place, int index) {
        walkTo(robot, "choice-" + place.id() + "-0");
        robot.type(KeyCode.SPACE);
        for (int i = 0; i < index; i++) {
            robot.type(KeyCode.DOWN);
        }
    }

    private static int rightOne(List<Part.Choice> choices) {
        return IntStream.range(0, choices.size())
                .filter(i -> choices.get(i).right())
                .findFirst()
                .orElseThrow();
    }

    private void type(FxRobot robot, String field, String text) {
        walkTo(robot, field);
        robot.press(KeyCode.CONTROL).type(KeyCode.A).release(KeyCode.CONTROL);
        robot.write(text).type(KeyCode.ENTER);
    }

    /** Predicts, wrongly where asked to, answers the questions, and waits until the truth is known. */
    private void answerAll(FxRobot robot, LessonModel lesson, boolean wrongly) throws TimeoutException {
        for (Place place : lesson.here(Part.Predict.class)) {
            Part.Predict predict = (Part.Predict) lesson.part(place);
            List<Part.Choice> choices = ((Part.Answer.Choices) predict.answer()).choices();
            int right = rightOne(choices);
            choose(robot, place, wrongly ? (right + 1) % choices.size() : right);
            walkTo(robot, "lock-" + place.id());
            robot.type(KeyCode.SPACE);
            OpenWindow.waitUntil(() -> lesson.prediction(place).state() == Prediction.State.KNOWN);
            assertThat(lesson.prediction(place).right()).contains(!wrongly);
        }
        for (Place place : lesson.here(Part.Quiz.class)) {
            choose(robot, place, rightOne(((Part.Quiz) lesson.part(place)).choices()));
        }
    }

    @Test
    void theXorLessonOfTheProgramIsWalkedThroughByKeyboardWithAWrongPredictionAndALateGoal(FxRobot robot)
            throws TimeoutException {
        window.model().options().lessonFolder().set("");
        window.model().options().lesson().set("02-perceptron/05-xor");
        robot.type(KeyCode.TAB).press(KeyCode.SHIFT).type(KeyCode.TAB).release(KeyCode.SHIFT);
        walkTo(robot, "view-learn");
        robot.type(KeyCode.SPACE);
        OpenWindow.waitUntil(() -> window.now().desk().equals("lesson 02-perceptron/05-xor"));
        LearnModel learn = robot.lookup(".learn").queryAs(LearnView.class).model();
        LessonModel lesson = learn.open().get().orElseThrow();
        int last = lesson.lesson().steps().size() - 1;

        type(robot, "neuron-weight-0", "1");
        type(robot, "neuron-weight-1", "1");
        type(robot, "neuron-bias", "-0.5");
        OpenWindow.waitUntil(lesson::ready);
        for (int step = 0; step < last; step++) {
            answerAll(robot, lesson, step == 2);
            OpenWindow.waitUntil(lesson::ready);
            walkTo(robot, "lesson-next");
            robot.type(KeyCode.SPACE);
            int next = step + 1;
            OpenWindow.waitUntil(() -> lesson.step().get() == next);
        }

        walkTo(robot, "do-" + lesson.here(Part.Do.class).get(0).id());
        robot.type(KeyCode.SPACE);
        OpenWindow.waitUntil(() -> window.now().state().step() == 0);
        String goal = lesson.here(Part.Goal.class).get(0).id();
        walkTo(robot, "play");
        robot.type(KeyCode.SPACE);
        OpenWindow.waitUntil(() -> text(robot, "#goal-" + goal).contains("failed for this run"));
        type(robot, "features", "x1,x2,x1*x2");
        OpenWindow.waitUntil(() -> window.now().setup().plan().network().inputs() == 3);
        walkTo(robot, "play");
        robot.type(KeyCode.SPACE);
        OpenWindow.waitUntil(() -> text(robot, "#goal-" + goal).contains("reached at epoch"));
        walkTo(robot, "lesson-next");
        robot.type(KeyCode.SPACE);
        OpenWindow.waitUntil(() -> learn.progress().done("02-perceptron/05-xor"));
    }

    @Test
    void aCurveIsDrawnByKeysAndTheTrueOneLaidOverIt(FxRobot robot) throws TimeoutException {
        openLessons(robot);
        walkTo(robot, "open-01-two-01-xor");
        robot.type(KeyCode.DOWN, KeyCode.ENTER);
        OpenWindow.waitUntil(() -> robot.lookup("#sketch-plot").tryQuery().isPresent());
        assertThat(robot.lookup("#lock-0-0").query().isDisabled()).isTrue();
        walkTo(robot, "sketch-plot");
        robot.type(KeyCode.RIGHT, KeyCode.DOWN, KeyCode.DOWN);
        walkTo(robot, "lock-0-0");
        robot.type(KeyCode.SPACE);
        OpenWindow.waitUntil(() -> window.now().epoch() == 120
                && robot.lookup("#loss-plot").tryQuery().isPresent()
                && robot.lookup("#sketch-plot").tryQuery().isEmpty());
        assertThat(says(robot, "Your curve was")).isTrue();
    }

    @Test
    void aFaultInTheOpenFileIsShownAboveTheLastGoodVersionAndGoesWithIt(FxRobot robot)
            throws TimeoutException, IOException {
        openLessons(robot);
        WaitForAsyncUtils.waitForFxEvents();
        robot.type(KeyCode.ENTER);
        OpenWindow.waitUntil(() -> robot.lookup("#lesson-fault").tryQuery().isPresent());
        assertThat(robot.lookup("#lesson-fault").query().isVisible()).isFalse();
        Path file = folder.resolve("01-two").resolve("01-xor.md");
        String good = Files.readString(file);
        Files.writeString(file, good.replace("minutes: 6", "minutes: six"));
        OpenWindow.waitUntil(() -> robot.lookup("#lesson-fault").query().isVisible());
        assertThat(text(robot, "#lesson-fault")).contains("01-xor.md, line 3");
        Files.writeString(file, good.replace("## One neuron first", "## One alone"));
        OpenWindow.waitUntil(() -> !robot.lookup("#lesson-fault").query().isVisible());
        assertThat(says(robot, "One alone")).isTrue();
    }

    @Test
    void openingAndClosingLessonsFiftyTimesLeavesNoNodeBehind(FxRobot robot) throws TimeoutException {
        openLessons(robot);
        OpenWindow.waitUntil(
                () -> robot.lookup("#open-01-two-01-xor").tryQuery().isPresent());
        LearnModel learn = robot.lookup(".learn").queryAs(LearnView.class).model();
        List<WeakReference<Node>> closed = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            String id = i % 2 == 0 ? "01-two/01-xor" : "01-two/02-curve";
            // Events that a robot causes are kept by it, and with them what they are about.
            robot.interact(() -> learn.open(id));
            closed.add(new WeakReference<>(robot.lookup(".lesson").query()));
            robot.interact(learn::close);
        }
        WaitForAsyncUtils.waitForFxEvents();
        OpenWindow.waitUntil(() -> {
            System.gc();
            // The renderer keeps what it drew last until something else is there.
            return closed.stream().filter(one -> one.get() != null).count() <= 1;
        });
        assertThat(robot.lookup(".lesson").queryAll()).isEmpty();
    }
}
