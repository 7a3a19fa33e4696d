package weightroom.ui.kit;

import java.util.function.DoubleConsumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import weightroom.engine.InvalidInput;

/**
 * A number with its name, a slider and a field to type it. Tells of changes made by the user only. A number that is refused
 * keeps standing in the field, with the reason below.
 */
public final class NumberRow extends VBox {
    private static final PseudoClass ZERO = PseudoClass.getPseudoClass("zero");

    private final Reach reach;
    private final DoubleConsumer changed;
    private final NumberWords words;
    private final Slider slider = new Slider(0, 1, 0);
    private final TextField field = new TextField();
    private final Label reason = Controls.label("", "hint", "bad");
    private boolean silent;
    private double value;

    /**
     * @param id of the field, for style sheets and tests; the slider's is this and {@code -slider}
     * @param name in front of the slider
     * @param help of the tooltip
     * @param changed told of every number the user chooses; may throw {@link InvalidInput} to refuse it
     */
    public NumberRow(String id, String name, String help, Reach reach, DoubleConsumer changed) {
        this(id, name, help, reach, reach::text, changed);
    }

    /** The same with numbers written in another way. */
    public NumberRow(String id, String name, String help, Reach reach, NumberWords words, DoubleConsumer changed) {
        this.reach = reach;
        this.changed = changed;
        this.words = words;
        slider.setId(id + "-slider");
        slider.setBlockIncrement(reach.logarithmic() ? 0.05 : reach.step() / (reach.high() - reach.low()));
        slider.setAccessibleText(name);
        slider.setMinWidth(60);
        slider.valueProperty().addListener((observable, before, after) -> slid(after.doubleValue()));
        field.setId(id);
        field.getStyleClass().add("value-field");
        field.setAccessibleText(name);
        field.setOnAction(event -> typed());
        field.focusedProperty().addListener((observable, before, after) -> {
            if (!after) {
                typed();
            }
        });
        reason.setWrapText(true);
        reason.setVisible(false);
        reason.setManaged(false);
        HBox row = Controls.row(name, slider);
        HBox.setHgrow(slider, Priority.ALWAYS);
        row.getChildren().add(field);
        getChildren().addAll(row, reason);
        Controls.explain(slider, help);
        Controls.explain(field, help);
        Controls.explain((Label) row.getChildren().get(0), help);
    }

    /** Shows a number without telling of it; what the user is just typing is left alone. */
    public void show(double number) {
        if (number == value && !field.getText().isEmpty()) {
            return;
        }
        value = number;
        silent = true;
        slider.setValue(reach.place(number));
        silent = false;
        slider.pseudoClassStateChanged(ZERO, number == 0);
        field.setText(words.text(number));
        clearReason();
    }

    /** Writes the number anew, where what it is written with has changed. */
    public void refresh() {
        if (!field.isFocused()) {
            field.setText(words.text(value));
        }
    }

    private void slid(double place) {
        if (!silent) {
            double number = reach.number(place);
            if (number != value) {
                accept(number);
            }
        }
    }

    private void typed() {
        String text = field.getText();
        if (text.equals(words.text(value))) {
            clearReason();
            return;
        }
        try {
            accept(words.number(text));
        } catch (NumberFormatException noNumber) {
            refuse(Messages.text("number.none", text));
        }
    }

    private void accept(double number) {
        double before = value;
        String typed = field.getText();
        // Shown before it is told, so that what comes of it may show another number still.
        show(number);
        try {
            changed.accept(number);
        } catch (InvalidInput refused) {
            show(before);
            field.setText(typed);
            refuse(String.valueOf(refused.getMessage()));
        }
    }

    private void refuse(String why) {
        field.pseudoClassStateChanged(Controls.INVALID, true);
        reason.setText(why);
        reason.setVisible(true);
        reason.setManaged(true);
    }

    private void clearReason() {
        field.pseudoClassStateChanged(Controls.INVALID, false);
        reason.setVisible(false);
        reason.setManaged(false);
    }
}
