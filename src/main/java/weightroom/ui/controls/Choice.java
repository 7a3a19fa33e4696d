package weightroom.ui.controls;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.HBox;
import weightroom.engine.Term;
import weightroom.ui.kit.Controls;

/** A word of the vocabulary chosen from a list. Tells of the user's choices only. */
final class Choice<T extends Term> {
    private final ComboBox<T> combo;
    private final HBox row;
    private boolean silent;

    /** @param id of the list, for style sheets and tests */
    Choice(String id, String name, List<T> terms, Consumer<T> chosen) {
        combo = Controls.terms(terms, name);
        combo.setId(id);
        combo.setOnAction(event -> {
            T value = combo.getValue();
            if (!silent && value != null) {
                chosen.accept(value);
            }
        });
        row = Controls.row(name, combo);
    }

    HBox row() {
        return row;
    }

    ComboBox<T> combo() {
        return combo;
    }

    /** Other words to choose from. */
    void offer(List<T> terms) {
        if (!combo.getItems().equals(terms)) {
            silent = true;
            combo.getItems().setAll(terms);
            silent = false;
        }
    }

    void show(T term) {
        silent = true;
        combo.setValue(term);
        silent = false;
    }

    /** Shows that none of the words holds. */
    void showNone() {
        silent = true;
        combo.getSelectionModel().clearSelection();
        silent = false;
    }
}
