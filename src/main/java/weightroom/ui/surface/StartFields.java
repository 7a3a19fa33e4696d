package weightroom.ui.surface;

import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import weightroom.engine.InvalidInput;
import weightroom.surface.Spot;
import weightroom.ui.kit.Controls;
import weightroom.ui.kit.Messages;
import weightroom.ui.kit.NumberWords;

/** Where all balls start, to be typed. A spot that is not on the surface keeps standing there, with the reason below. */
final class StartFields extends VBox {
    private static final PseudoClass INVALID = PseudoClass.getPseudoClass("danger");

    private final SurfaceModel model;
    private final TextField x = new TextField();
    private final TextField y = new TextField();
    private final Label nameX = Controls.label("");
    private final Label nameY = Controls.label("");
    private final Label reason = Controls.label("", "hint", "bad");
    private Spot shown = new Spot(Double.NaN, Double.NaN);

    StartFields(SurfaceModel model) {
        this.model = model;
        field(x, "start-x", "surface.start.x.help");
        field(y, "start-y", "surface.start.y.help");
        nameX.setLabelFor(x);
        nameY.setLabelFor(y);
        Button usual = new Button(Messages.text("surface.start.usual"));
        usual.setId("start-usual");
        usual.setMinWidth(USE_PREF_SIZE);
        usual.setOnAction(event -> model.startAt(model.surface().start()));
        Controls.explain(usual, Messages.text("surface.start.usual.help"));
        reason.setWrapText(true);
        refuse("");
        Label start = Controls.label(Messages.text("surface.start"));
        start.setMinWidth(USE_PREF_SIZE);
        HBox row = new HBox(start, nameX, x, nameY, y, Controls.spring(), usual);
        row.getStyleClass().addAll("row", "start-row");
        getChildren().addAll(row, reason);
    }

    void show() {
        name(nameX, x, model.surface().nameX());
        name(nameY, y, model.surface().nameY());
        if (!shown.equals(model.start())) {
            shown = model.start();
            x.setText(VerdictWords.number(shown.x()));
            y.setText(VerdictWords.number(shown.y()));
            refuse("");
        }
    }

    private static void name(Label label, TextField field, String name) {
        label.setText(name);
        field.setAccessibleText(Messages.text("surface.start") + " " + name);
    }

    private void field(TextField field, String id, String help) {
        field.setId(id);
        field.getStyleClass().add("value-field");
        field.setOnAction(event -> typed());
        field.focusedProperty().addListener((observable, before, after) -> {
            if (!after) {
                typed();
            }
        });
        Controls.explain(field, Messages.text(help));
    }

    private void typed() {
        if (x.getText().equals(VerdictWords.number(shown.x())) && y.getText().equals(VerdictWords.number(shown.y()))) {
            refuse("");
            return;
        }
        try {
            model.startAt(new Spot(number(x), number(y)));
            refuse("");
        } catch (InvalidInput refused) {
            refuse(String.valueOf(refused.getMessage()));
        }
    }

    private static double number(TextField field) {
        try {
            return NumberWords.parse(field.getText());
        } catch (NumberFormatException noNumber) {
            throw new InvalidInput(Messages.text("number.none", field.getText()), noNumber);
        }
    }

    private void refuse(String why) {
        x.pseudoClassStateChanged(INVALID, !why.isEmpty());
        y.pseudoClassStateChanged(INVALID, !why.isEmpty());
        reason.setText(why);
        reason.setVisible(!why.isEmpty());
        reason.setManaged(!why.isEmpty());
    }
}
