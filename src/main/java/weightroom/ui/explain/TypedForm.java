package weightroom.ui.explain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import weightroom.engine.InvalidInput;
import weightroom.engine.Task;
import weightroom.explain.Pass;
import weightroom.explain.Sample;
import weightroom.explain.Subject;
import weightroom.ui.kit.Controls;
import weightroom.ui.kit.FeatureLabel;
import weightroom.ui.kit.Messages;
import weightroom.ui.kit.NumberWords;

/** A point of one's own: its inputs as they would stand in the data, and what it should be answered. */
final class TypedForm extends VBox {
    private static final PseudoClass INVALID = PseudoClass.getPseudoClass("danger");
    private static final double MOST_HEIGHT = 300;

    private final ExplainModel model;
    private final Subject subject;
    private final Runnable done;
    private final List<TextField> inputs = new ArrayList<>();
    private final List<TextField> amounts = new ArrayList<>();
    private final ComboBox<String> classes = new ComboBox<>();
    private final Label reason = Controls.label("", "hint", "bad");

    /** @param done is run when a point was taken */
    TypedForm(ExplainModel model, Pass pass, Runnable done) {
        this.model = model;
        this.done = done;
        subject = pass.subject();
        getStyleClass().add("typed-form");
        VBox rows = new VBox();
        rows.getStyleClass().add("typed-rows");
        List<String> names = subject.setup().rows().dataset().inputNames();
        int s = Math.min(model.row().get(), pass.sample().n() - 1);
        for (int i = 0; i < names.size(); i++) {
            TextField field = field("typed-input-" + (i + 1), FeatureLabel.of(names.get(i)), rows);
            field.setText(text(pass.sample().raw()[s][i]));
            inputs.add(field);
        }
        targets(rows, target(pass, s));
        ScrollPane place = new ScrollPane(rows);
        place.getStyleClass().add("plain-scroll");
        place.setFitToWidth(true);
        place.setMaxHeight(MOST_HEIGHT);
        place.setFocusTraversable(false);
        reason.setId("typed-reason");
        reason.setWrapText(true);
        reason.setMaxWidth(360);
        Button use = new Button(Messages.text("explain.typed.use"));
        use.setId("typed-use");
        use.getStyleClass().add("accent");
        use.setOnAction(event -> take());
        Controls.explain(use, Messages.text("explain.typed.use.help"));
        getChildren().addAll(place, reason, use);
        complain("");
    }

    private static double[] target(Pass pass, int s) {
        int c = pass.subject().network().outputs();
        return Arrays.copyOfRange(pass.sample().batch().targets(), s * c, (s + 1) * c);
    }

    private void targets(VBox rows, double[] now) {
        Task task = subject.setup().task();
        if (task.classes() == 0) {
            for (int k = 0; k < now.length; k++) {
                TextField field = field("typed-target-" + (k + 1), task.names().get(k), rows);
                field.setText(text(now[k]));
                amounts.add(field);
            }
            return;
        }
        float[] numbers = new float[now.length];
        for (int k = 0; k < now.length; k++) {
            numbers[k] = (float) now[k];
        }
        classes.setItems(FXCollections.observableArrayList(task.names()));
        classes.setId("typed-class");
        classes.setAccessibleText(Messages.text("explain.typed.class"));
        classes.getSelectionModel().select(task.classOf(numbers, 0, numbers.length));
        Controls.explain(classes, Messages.text("explain.typed.class.help"));
        rows.getChildren().add(Controls.row(Messages.text("explain.typed.class"), classes));
    }

    private TextField field(String id, String name, VBox rows) {
        TextField field = new TextField();
        field.setId(id);
        field.setAccessibleText(name);
        field.setOnAction(event -> take());
        Controls.explain(field, Messages.text("explain.typed.field.help", name));
        HBox row = Controls.row(name, field);
        rows.getChildren().add(row);
        return field;
    }

    private void take() {
        try {
            double[] raw = numbers(inputs);
            double[] target = amounts.isEmpty() ? ofClass() : numbers(amounts);
            // Features may have no value at a place: said here, before anything changes.
            Sample.typed(subject, raw, target);
            complain("");
            model.choice().set(new Choice.Typed(raw, target));
            done.run();
        } catch (InvalidInput refused) {
            complain(String.valueOf(refused.getMessage()));
        }
    }

    /** The target of a class as the loss takes it. */
    private double[] ofClass() {
        return Targets.ofClass(subject, classes.getSelectionModel().getSelectedIndex());
    }

    private static double[] numbers(List<TextField> fields) {
        double[] numbers = new double[fields.size()];
        boolean bad = false;
        String first = "";
        for (int i = 0; i < numbers.length; i++) {
            TextField field = fields.get(i);
            numbers[i] = number(field.getText());
            boolean wrong = !Double.isFinite(numbers[i]);
            field.pseudoClassStateChanged(INVALID, wrong);
            first = wrong && !bad ? field.getText() : first;
            bad |= wrong;
        }
        if (bad) {
            throw new InvalidInput(Messages.text("number.none", first));
        }
        return numbers;
    }

    private static double number(String typed) {
        try {
            return NumberWords.parse(typed);
        } catch (NumberFormatException none) {
            return Double.NaN;
        }
    }

    private void complain(String why) {
        reason.setText(why);
        reason.setVisible(!why.isEmpty());
        reason.setManaged(!why.isEmpty());
    }

    /** With every digit that counts, in the fewest. */
    private static String text(double number) {
        float single = (float) number;
        boolean whole = number == Math.rint(number) && Math.abs(number) < 1e15;
        return whole
                ? Long.toString((long) number)
                : single == number ? Float.toString(single) : Double.toString(number);
    }
}
