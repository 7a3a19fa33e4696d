package weightroom.ui.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static weightroom.ui.OpenWindow.waitUntil;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCharacterCombination;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import weightroom.experiment.Experiment;
import weightroom.testing.CleanLogExtension;
import weightroom.ui.OpenWindow;

@ExtendWith({CleanLogExtension.class, ApplicationExtension.class})
class PlaceKeysTest {
    private static final Map<PlaceKeys, String> PLACES =
            Map.of(PlaceKeys.DIAGRAM, "#network-canvas", PlaceKeys.PLOT, "#loss-plot", PlaceKeys.TIMELINE, "#timeline");

    private OpenWindow window;

    @Start
    void open(Stage stage) {
        window = OpenWindow.of(stage, Experiment.spiral());
    }

    @AfterEach
    void close() {
        window.close();
    }

    @ParameterizedTest
    @EnumSource(PlaceKeys.class)
    void eachKeyThatIsListedForAPlaceDoesSomethingThere(PlaceKeys place, FxRobot robot) throws TimeoutException {
        window.playTo(30);
        Node node = robot.lookup(PLACES.get(place)).query();
        robot.interact(node::requestFocus);
        for (PlaceKeys.Line line : place.lines()) {
            assertThat(place.words(line)).isNotBlank();
            if (place == PlaceKeys.PLOT) {
                // Only what is zoomed can be moved, or shown whole again.
                robot.interact(() -> press(node, KeyCombination.valueOf("Plus")));
                robot.interact(() -> press(node, KeyCombination.valueOf("Plus")));
            }
            for (KeyCombination key : line.keys()) {
                List<Object> before = seen();
                robot.interact(() -> press(node, key));
                try {
                    waitUntil(() -> !seen().equals(before));
                } catch (TimeoutException inVain) {
                    throw new AssertionError(key + " does nothing: " + place.words(line), inVain);
                }
            }
        }
    }

    /** What is on the screen, and where the run stands. */
    private List<Object> seen() {
        AtomicReference<List<Object>> seen = new AtomicReference<>(List.of());
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            Scene scene = window.stage().getScene();
            WritableImage image = scene.snapshot(null);
            int width = (int) image.getWidth();
            int height = (int) image.getHeight();
            int[] pixels = new int[width * height];
            image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
            seen.set(List.of(
                    Arrays.hashCode(pixels),
                    window.model().experiment().get(),
                    window.step(),
                    Window.getWindows().stream().filter(Window::isShowing).count()));
        });
        return seen.get();
    }

    private static void press(Node node, KeyCombination key) {
        boolean shift = key.getShift() == KeyCombination.ModifierValue.DOWN;
        boolean shortcut = key.getShortcut() == KeyCombination.ModifierValue.DOWN;
        KeyCode code = key instanceof KeyCodeCombination pressed ? pressed.getCode() : KeyCode.UNDEFINED;
        String typed =
                switch (code) {
                    case PLUS -> "+";
                    case MINUS -> "-";
                    case DIGIT0 -> "0";
                    default -> key instanceof KeyCharacterCombination one ? one.getCharacter() : "";
                };
        node.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, shortcut, false, false));
        if (!typed.isEmpty()) {
            node.fireEvent(
                    new KeyEvent(KeyEvent.KEY_TYPED, typed, typed, KeyCode.UNDEFINED, shift, false, false, false));
        }
    }
}
