package weightroom.ui.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;

/** A few words side by side, each as wide as it is, of which one is chosen. Tells of the user's choices only. */
public final class Choices<T> extends HBox {
    private final List<T> values;
    private final List<ToggleButton> buttons = new ArrayList<>();
    private final ToggleGroup group = new ToggleGroup();
    private boolean silent;

    /**
     * @param key the words of each value stand under this and {@code .<name>}, their help under {@code .<name>.help}
     * @param names one per value
     */
    public Choices(String key, List<T> values, List<String> names, Consumer<T> chosen) {
        this.values = List.copyOf(values);
        getStyleClass().add("segments");
        setSpacing(1);
        for (int i = 0; i < values.size(); i++) {
            T value = values.get(i);
            ToggleButton button = new ToggleButton(Messages.text(key + "." + names.get(i)));
            button.setId(key.replace('.', '-') + "-" + names.get(i));
            button.setToggleGroup(group);
            button.setMinWidth(USE_PREF_SIZE);
            button.getStyleClass().add("choice-segment");
            button.setOnAction(event -> button.setSelected(true));
            // Arrow keys select without an action.
            button.selectedProperty().addListener((observable, before, on) -> {
                if (on && !silent) {
                    chosen.accept(value);
                }
            });
            Controls.explain(button, Messages.text(key + "." + names.get(i) + ".help"));
            buttons.add(button);
        }
        getChildren().addAll(buttons);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    }

    /** Shows which one is chosen; none when it is not among them. */
    public void show(T value) {
        int index = values.indexOf(value);
        silent = true;
        group.selectToggle(index < 0 ? null : buttons.get(index));
        silent = false;
    }

    /** Writes another word on one of them. */
    public void rename(T value, String text) {
        int index = values.indexOf(value);
        if (index >= 0 && !buttons.get(index).getText().equals(text)) {
            buttons.get(index).setText(text);
        }
    }
}
