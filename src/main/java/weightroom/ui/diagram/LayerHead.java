package weightroom.ui.diagram;

import java.util.Arrays;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import weightroom.engine.Activation;
import weightroom.experiment.LayerSpec;
import weightroom.plot.Numbers;
import weightroom.ui.kit.Controls;
import weightroom.ui.kit.Messages;
import weightroom.ui.model.Changes;
import weightroom.ui.model.RunModel;

/** The head of a hidden layer's column: its name, how many units it has, and its activation. */
final class LayerHead extends VBox {
    /** Below this width the name is short. */
    private static final double ROOM_FOR_NAME = 114;
    /** Below this width the name and the stepper stand in rows of their own, and the activation is only its curve. */
    private static final double ROOM_FOR_ROW = 84;

    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");

    private final int index;
    private final Button title = new Button();
    private final Button fewer;
    private final Button more;
    private final Label units = Controls.label("", "strong");
    private final ComboBox<Activation> activation;
    private final HBox name = new HBox();
    private final HBox stepper = new HBox();
    private double shownWidth = -1;
    private boolean showing;

    LayerHead(RunModel run, int index, Runnable options) {
        this.index = index;
        getStyleClass().add("layer-head");
        title.setId("layer-" + index);
        title.getStyleClass().add("layer-title");
        title.setOnAction(event -> options.run());
        Controls.explain(title, Messages.text("layer.options.help"));
        fewer = stepper(run, "fewer-", Feather.MINUS, "units.fewer", -1);
        more = stepper(run, "more-", Feather.PLUS, "units.more", 1);
        units.setId("units-" + index);
        units.setAlignment(Pos.CENTER);
        units.setMinWidth(USE_PREF_SIZE);
        activation = Controls.terms(
                Arrays.stream(Activation.values()).filter(Activation::hasSlope).toList(), Messages.text("activation"));
        activation.setId("activation-" + index);
        activation.setCellFactory(list -> new CurveCell<>(false, Optional::of));
        activation.setOnAction(event -> {
            if (!showing) {
                run.change(now -> Changes.withActivation(now, index, activation.getValue()));
            }
        });
        fit(ROOM_FOR_NAME);
    }

    private Button stepper(RunModel run, String id, Feather icon, String help, int by) {
        Button button = Controls.iconButton(
                icon,
                Messages.text(help),
                () -> run.change(now -> Changes.withUnits(
                        now, index, now.network().layers().get(index).units() + by)));
        button.setId(id + index);
        button.getStyleClass().setAll("button", "stepper");
        return button;
    }

    /** The button that opens the layer's options. */
    Button title() {
        return title;
    }

    void show(LayerSpec layer) {
        units.setText(Numbers.count(layer.units()));
        fewer.setDisable(layer.units() <= 1);
        more.setDisable(layer.units() >= Changes.MAX_UNITS);
        showing = true;
        activation.setValue(layer.activation());
        showing = false;
    }

    /** Arranges itself for a width. */
    void fit(double width) {
        if (width == shownWidth) {
            return;
        }
        boolean oneRow = width >= ROOM_FOR_ROW;
        title.setText(Messages.text(width >= ROOM_FOR_NAME ? "layer.hidden" : "layer.hidden.short", index + 1));
        title.setAccessibleText(Messages.text("layer.hidden", index + 1));
        activation.setButtonCell(new CurveCell<>(!oneRow, Optional::of));
        pseudoClassStateChanged(NARROW, !oneRow);
        if (shownWidth < 0 || oneRow != shownWidth >= ROOM_FOR_ROW) {
            arrange(oneRow);
        }
        shownWidth = width;
    }

    private void arrange(boolean oneRow) {
        name.getChildren().clear();
        stepper.getChildren().clear();
        name.setAlignment(oneRow ? Pos.CENTER_LEFT : Pos.CENTER);
        stepper.setAlignment(Pos.CENTER);
        name.getChildren().add(title);
        if (oneRow) {
            name.getChildren().addAll(Controls.spring(), fewer, units, more);
            getChildren().setAll(name, activation);
        } else {
            stepper.getChildren().addAll(fewer, units, more);
            getChildren().setAll(name, stepper, activation);
        }
    }
}
