package weightroom.ui.learn;

import java.util.function.DoubleConsumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import weightroom.ui.kit.Controls;
import weightroom.ui.kit.Messages;

/** A number to be typed; it is told of while it is being typed, as soon as it is one. */
final class NumberField extends HBox {
    private static final PseudoClass LOCKED = PseudoClass.getPseudoClass("locked");
    private static final PseudoClass INVALID = PseudoClass.getPseudoClass("danger");

    private final TextField field = new TextField();
    private final Label reason = Controls.label("", "hint", "bad");

    /**
     * @param unit behind the field; empty for none
     * @param entered Enter was pressed
     */
    NumberField(String id, String unit, DoubleConsumer changed, Runnable entered) {
        getStyleClass().add("number-answer");
        field.setId(id);
        field.setPromptText(Messages.text("learn.number.prompt"));
        field.setAccessibleText(Messages.text("learn.number.prompt"));
        Controls.explain(field, Messages.text("learn.number.help"));
        field.textProperty().addListener((observable, before, after) -> read(after, changed));
        field.setOnAction(event -> entered.run());
        getChildren().addAll(field, Controls.label(unit, "secondary"), reason);
    }

    /** A locked number cannot be changed, but keeps the focus, so that the keyboard does not lose its place. */
    void setLocked(boolean locked) {
        field.setEditable(!locked);
        field.pseudoClassStateChanged(LOCKED, locked);
    }

    /** Shows an answer that was given before; what is being typed stays. */
    void show(double value) {
        if (field.getText().isEmpty()) {
            field.setText(Double.toString(value));
        }
    }

    private void read(String text, DoubleConsumer changed) {
        String typed = text.strip().replace('\u2212', '-').replace(',', '.');
        try {
            double value = Double.parseDouble(typed);
            if (!Double.isFinite(value)) {
                throw new NumberFormatException(typed);
            }
            complain("");
            changed.accept(value);
        } catch (NumberFormatException noNumber) {
            complain(typed.isEmpty() || typed.equals("-") ? "" : Messages.text("number.none", text));
        }
    }

    private void complain(String why) {
        field.pseudoClassStateChanged(INVALID, !why.isEmpty());
        Card.say(reason, why);
    }
}
