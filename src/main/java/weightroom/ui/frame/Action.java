package weightroom.ui.frame;

import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import weightroom.ui.kit.Messages;

/**
 * Something that can be asked for by key, from a menu or with a button; its words stand under {@code action.<id>}.
 *
 * @param keys any of them asks for it
 * @param run does it
 */
record Action(String id, List<KeyCombination> keys, Runnable run) {
    /** @param keys as in {@code Shortcut+Shift+Z}, several separated by blanks; empty for none */
    static Action of(String id, String keys, Runnable run) {
        List<KeyCombination> combinations = keys.isEmpty()
                ? List.of()
                : List.of(keys.split(" ")).stream()
                        .map(KeyCombination::keyCombination)
                        .toList();
        return new Action(id, combinations, run);
    }

    String label() {
        return Messages.text("action." + id);
    }

    /** Its keys for people: {@code S or →}; empty without any. */
    String keysText() {
        return text(keys);
    }

    /** Keys for people. */
    static String text(List<KeyCombination> keys) {
        return keys.stream().map(KeyCombination::getDisplayText).collect(Collectors.joining(Messages.text("keys.or")));
    }

    /** What it does and the keys for it, for a tooltip. */
    String help() {
        return help("");
    }

    /** Its name, in the words of what it is done to where there are such: they stand under {@code <words>action.<id>}. */
    String label(String words) {
        String own = words + "action." + id;
        return Messages.has(own) ? Messages.text(own) : label();
    }

    /** What it does and the keys for it, likewise. */
    String help(String words) {
        String own = words + "action." + id + ".help";
        String text = Messages.text(Messages.has(own) ? own : "action." + id + ".help");
        return keys.isEmpty() ? text : Messages.text("action.with-keys", text, keysText());
    }

    boolean matches(KeyEvent event) {
        return keys.stream().anyMatch(key -> key.match(event));
    }
}
