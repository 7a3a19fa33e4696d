package weightroom.ui.compare;

import java.util.function.DoubleConsumer;
import java.util.function.DoubleUnaryOperator;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import weightroom.engine.InvalidInput;
import weightroom.plot.Numbers;
import weightroom.ui.kit.Controls;
import weightroom.ui.kit.Messages;
import weightroom.ui.kit.NumberWords;

/**
 * A number between two buttons that make it smaller and larger; it can be typed too, and the arrow keys turn it. Tells of
 * the user's changes only; one that is refused keeps standing, with the reason as the tooltip and for whoever shows it.
 */
final class Stepper extends HBox {
    private static final PseudoClass INVALID = PseudoClass.getPseudoClass("danger");
    private static final int DIGITS = 6;

    private final TextField field = new TextField();
    private final DoubleUnaryOperator down;
    private final DoubleUnaryOperator up;
    private final DoubleConsumer changed;
    private final String help;
    private double value = Double.NaN;

    /**
     * @param id of the field; the words of the buttons stand under {@code compare.<id>}
     * @param down the next smaller number
     * @param up the next larger one
     * @param changed told of every number the user chooses; may throw {@link InvalidInput} to refuse it
     */
    Stepper(String id, DoubleUnaryOperator down, DoubleUnaryOperator up, DoubleConsumer changed) {
        this.down = down;
        this.up = up;
        this.changed = changed;
        help = Messages.text("compare." + id + ".help");
        getStyleClass().add("count-field");
        field.setId("compare-" + id);
        field.setAccessibleText(Messages.text("compare." + id));
        field.setOnAction(event -> typed());
        field.focusedProperty().addListener((observable, before, after) -> {
            if (!after) {
                typed();
            }
        });
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        Controls.explain(field, help);
        Button less = Controls.iconButton(
                Feather.MINUS, Messages.text("compare.less", Messages.text("compare." + id)), () -> turn(down));
        Button more = Controls.iconButton(
                Feather.PLUS, Messages.text("compare.more-of", Messages.text("compare." + id)), () -> turn(up));
        less.setId("compare-" + id + "-less");
        more.setId("compare-" + id + "-more");
        less.setFocusTraversable(false);
        more.setFocusTraversable(false);
        getChildren().addAll(less, field, more);
    }

    /** Its name in front of it. */
    static HBox named(String id, Stepper stepper) {
        Label name = Controls.label(Messages.text("compare." + id), "secondary");
        name.setMinWidth(USE_PREF_SIZE);
        name.setLabelFor(stepper.field);
        Controls.explain(name, stepper.help);
        HBox named = new HBox(name, stepper);
        named.getStyleClass().add("named");
        return named;
    }

    /** Shows a number without telling of it; what the user is just typing is left alone. */
    void show(double number) {
        if (number != value || field.getText().isEmpty()) {
            value = number;
            field.setText(text(number));
            accept("");
        }
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.UP || event.getCode() == KeyCode.DOWN) {
            turn(event.getCode() == KeyCode.UP ? up : down);
            event.consume();
        }
    }

    private void turn(DoubleUnaryOperator way) {
        change(way.applyAsDouble(value));
    }

    private void typed() {
        String typed = field.getText();
        if (typed.equals(text(value))) {
            accept("");
            return;
        }
        try {
            change(NumberWords.fixed(DIGITS).number(typed));
        } catch (NumberFormatException noNumber) {
            accept(Messages.text("number.none", typed));
        }
    }

    private void change(double wanted) {
        if (wanted == value) {
            return;
        }
        double before = value;
        try {
            show(wanted);
            changed.accept(wanted);
        } catch (InvalidInput refused) {
            value = before;
            field.setText(text(wanted));
            accept(String.valueOf(refused.getMessage()));
        }
    }

    private void accept(String problem) {
        field.pseudoClassStateChanged(INVALID, !problem.isEmpty());
        Controls.explain(field, problem.isEmpty() ? help : problem + "\n" + help);
    }

    private static String text(double number) {
        return Double.isNaN(number) ? "" : Numbers.significant(number, DIGITS);
    }
}
