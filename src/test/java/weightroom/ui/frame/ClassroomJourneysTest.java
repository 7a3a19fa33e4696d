package weightroom.ui.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static weightroom.ui.OpenWindow.waitUntil;

import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
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
import weightroom.experiment.Experiment;
import weightroom.testing.CleanLogExtension;
import weightroom.ui.OpenWindow;
import weightroom.ui.kit.Switch;
import weightroom.ui.kit.Theme;
import weightroom.ui.model.Options;
import weightroom.ui.model.Options.Panel;

@ExtendWith({CleanLogExtension.class, ApplicationExtension.class})
class ClassroomJourneysTest {
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
    void presentingMakesEverythingLargerAndShowsTheChosenPanelsOnly(FxRobot robot) {
        double before = scale(robot);
        robot.interact(() -> options().presented().set(EnumSet.of(Panel.BOUNDARY, Panel.CHARTS)));
        assertThat(seen(robot, ".side")).isTrue();
        robot.type(KeyCode.F5);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(scale(robot) / before).isEqualTo(Options.PRESENTATION_ZOOM);
        assertThat(seen(robot, ".side")).isFalse();
        assertThat(seen(robot, "#add-layer")).isFalse();
        assertThat(seen(robot, ".boundary-chart")).isTrue();
        robot.type(KeyCode.F5);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(scale(robot)).isEqualTo(before);
        assertThat(seen(robot, ".side")).isTrue();
        assertThat(seen(robot, "#add-layer")).isTrue();
    }

    @Test
    void theQuestionMarkShowsEveryKeyAndEscapeGoesBackToWhereOneWas(FxRobot robot) throws TimeoutException {
        robot.interact(() -> robot.lookup("#speed").query().requestFocus());
        robot.interact(() -> robot.lookup("#speed").query().fireEvent(typed("?")));
        waitUntil(() -> window.sees(robot, "#keys-page"));
        Set<Labeled> labels = robot.from(robot.lookup("#keys-page"))
                .lookup((Node node) -> node instanceof Labeled)
                .queryAllAs(Labeled.class);
        assertThat(labels)
                .extracting(Labeled::getText)
                .contains("Play or pause", "Undo", "High contrast", "Full screen", "Save")
                .anyMatch(text -> text.contains("Space"));
        robot.type(KeyCode.TAB, 4);
        assertThat(isInside(
                        robot.lookup("#overlay").query(),
                        window.stage().getScene().getFocusOwner()))
                .isTrue();
        robot.type(KeyCode.ESCAPE);
        assertThat(window.sees(robot, "#overlay")).isFalse();
        assertThat(window.stage().getScene().getFocusOwner().getId()).isEqualTo("speed");
    }

    @Test
    void highContrastIsBlackAndWhite(FxRobot robot) {
        robot.press(KeyCode.SHIFT).type(KeyCode.T).release(KeyCode.SHIFT);
        assertThat(options().theme().get()).isEqualTo(Theme.CONTRAST);
        assertThat(corner(robot)).isEqualTo(Color.BLACK);
        robot.type(KeyCode.T);
        assertThat(options().theme().get()).isEqualTo(Theme.DARK);
    }

    @Test
    void theSpotlightDimsAllButThePartUnderThePointer(FxRobot robot) throws TimeoutException {
        robot.type(KeyCode.L);
        Spotlight spotlight = robot.lookup("#spotlight").queryAs(Spotlight.class);
        robot.moveTo("#title");
        robot.moveBy(3, 1);
        waitUntil(() -> !spotlight.getChildren().isEmpty());
        assertThat(spotlight.lights(centre(robot.lookup("#counter-step").query())))
                .isTrue();
        assertThat(spotlight.lights(centre(robot.lookup("#timeline").query()))).isFalse();
        robot.type(KeyCode.L);
        assertThat(spotlight.isVisible()).isFalse();
    }

    @Test
    void settingsAreChangedOnTheirPageAndKept(FxRobot robot) {
        robot.clickOn("#settings");
        robot.clickOn("#settings-motion").clickOn("#present-network");
        assertThat(options().reducedMotion().get()).isTrue();
        assertThat(window.stage().getScene().getStylesheets()).anyMatch(sheet -> sheet.endsWith("still.css"));
        assertThat(options().presented().get()).doesNotContain(Panel.NETWORK).contains(Panel.CHARTS);
        robot.clickOn("#overlay-close");
        robot.press(KeyCode.CONTROL).type(KeyCode.EQUALS).release(KeyCode.CONTROL);
        assertThat(options().zoom().get()).isEqualTo(1.1);
        robot.press(KeyCode.CONTROL).type(KeyCode.DIGIT0).release(KeyCode.CONTROL);
        assertThat(options().zoom().get()).isEqualTo(1);
    }

    @Test
    void theScreenIsFilledAndGivenBack(FxRobot robot) throws TimeoutException {
        robot.type(KeyCode.F11);
        waitUntil(() -> window.stage().isFullScreen());
        robot.type(KeyCode.F11);
        waitUntil(() -> !window.stage().isFullScreen());
    }

    @Test
    void aSwitchThatTabHasWalkedToIsTurnedByTheSpaceBar(FxRobot robot) {
        Node tab = robot.lookup("#tab-answers").query();
        robot.interact(tab::requestFocus);
        robot.type(KeyCode.TAB);
        Switch log = robot.lookup("#log-scale").queryAs(Switch.class);
        assertThat(log.isFocused()).isTrue();
        boolean before = log.isSelected();
        robot.type(KeyCode.SPACE);
        assertThat(log.isSelected()).isNotEqualTo(before);
        assertThat(window.model().playing().get()).isFalse();
    }

    private static javafx.scene.input.KeyEvent typed(String text) {
        return new javafx.scene.input.KeyEvent(
                javafx.scene.input.KeyEvent.KEY_TYPED, text, text, KeyCode.UNDEFINED, false, false, false, false);
    }

    private Options options() {
        return window.model().options();
    }

    private double scale(FxRobot robot) {
        return robot.lookup(".frame").query().getLocalToSceneTransform().getMxx();
    }

    private static boolean seen(FxRobot robot, String query) {
        return robot.lookup(query).tryQuery().map(ClassroomJourneysTest::isSeen).orElse(false);
    }

    private static boolean isSeen(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private static boolean isInside(Node outer, Node inner) {
        for (Node at = inner; at != null; at = at.getParent()) {
            if (at == outer) {
                return true;
            }
        }
        return false;
    }

    private static Point2D centre(Node node) {
        Bounds bounds = node.localToScene(node.getBoundsInLocal());
        return new Point2D(bounds.getCenterX(), bounds.getCenterY());
    }

    private Color corner(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        WritableImage[] image = new WritableImage[1];
        robot.interact(() -> image[0] = window.stage().getScene().snapshot(null));
        return image[0].getPixelReader().getColor(4, 4);
    }
}
