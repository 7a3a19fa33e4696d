package weightroom.ui.frame;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javafx.scene.input.KeyCombination;
import weightroom.ui.kit.Messages;

/**
 * Keys that mean something only to the part that has the focus, in the order in which each has something to do. The parts act
 * on them by themselves; a test presses each one listed here.
 */
enum PlaceKeys {
    DIAGRAM(
            line("across", "Left", "Right"),
            line("along", "Down", "Up"),
            line("through", "Tab", "Shift+Tab"),
            line("open", "Enter"),
            line("units", "Plus", "Minus"),
            line("layers", "Insert", "Delete"),
            line("out", "Esc")),
    PLOT(
            line("crosshair", "Shortcut+Right", "Shortcut+Left"),
            line("leap", "Shortcut+Shift+Right", "Shortcut+Shift+Left"),
            line("zoom", "Plus", "Minus"),
            line("pan", "Left", "Right", "Up", "Down"),
            line("whole", "0")),
    TIMELINE(
            line("step", "Left", "Right"),
            line("epoch", "Shift+Left", "Shift+Right"),
            line("tenth", "Page Down", "Page Up"),
            line("ends", "Home", "End"));

    private final List<Line> lines;

    /** Some keys and what they do: the words stand under {@code keys.<place>.<id>}. */
    record Line(String id, List<KeyCombination> keys) {}

    PlaceKeys(Line... lines) {
        this.lines = List.of(lines);
    }

    List<Line> lines() {
        return lines;
    }

    /** Of the words. */
    String key() {
        return "keys." + name().toLowerCase(Locale.ROOT);
    }

    String words(Line line) {
        return Messages.text(key() + "." + line.id());
    }

    private static Line line(String id, String... keys) {
        return new Line(id, Arrays.stream(keys).map(KeyCombination::valueOf).toList());
    }
}
