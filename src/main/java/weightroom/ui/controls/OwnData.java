package weightroom.ui.controls;

import java.io.File;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import javafx.stage.FileChooser;
import weightroom.engine.InvalidInput;
import weightroom.experiment.Setting;
import weightroom.ui.kit.Controls;
import weightroom.ui.kit.Messages;
import weightroom.ui.model.Drawing;
import weightroom.ui.model.RunModel;
import weightroom.ui.model.Tables;

/** Data of one's own: drawn in the plane, pasted, opened from a file, or typed into a table. */
final class OwnData extends VBox {
    private static final double POINT_RADIUS = 4;

    private final RunModel model;
    private final Tables tables;
    private final Map<Drawing.Mode, ToggleButton> modes = new EnumMap<>(Drawing.Mode.class);
    private Optional<RowsWindow> table = Optional.empty();

    OwnData(RunModel model, Tables tables) {
        this.model = model;
        this.tables = tables;
        getStyleClass().add("own-data");
        HBox drawn = new HBox(
                mode(Drawing.Mode.CLASS_0, "draw.0"),
                mode(Drawing.Mode.CLASS_1, "draw.1"),
                mode(Drawing.Mode.ERASE, "draw.erase"));
        drawn.getStyleClass().add("own-row");
        HBox brought = new HBox(
                button("csv-paste", "csv.paste", this::paste),
                button("csv-open", "csv.open", this::choose),
                button("rows-table", "rows.table", this::edit));
        brought.getStyleClass().add("own-row");
        getChildren().addAll(Controls.label(Messages.text("own"), "hint"), drawn, brought);
        model.drawing().mode().addListener((observable, before, after) -> show(after));
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && model.drawing().mode().get() != Drawing.Mode.OFF) {
                model.drawing().setMode(Drawing.Mode.OFF);
                event.consume();
            }
        });
    }

    private void show(Drawing.Mode now) {
        modes.forEach((mode, button) -> button.setSelected(mode == now));
    }

    private ToggleButton mode(Drawing.Mode mode, String key) {
        ToggleButton button = new ToggleButton(Messages.text(key));
        button.setId(key.replace('.', '-'));
        button.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(button, Priority.ALWAYS);
        Controls.explain(button, Explained.help(key + ".help", Setting.Effect.FRESH_START));
        button.setOnAction(event -> model.drawing().setMode(button.isSelected() ? mode : Drawing.Mode.OFF));
        if (mode != Drawing.Mode.ERASE) {
            Circle point = new Circle(POINT_RADIUS);
            point.getStyleClass().add(mode == Drawing.Mode.CLASS_0 ? "classes-0" : "classes-1");
            button.setGraphic(point);
        }
        modes.put(mode, button);
        return button;
    }

    private static Button button(String id, String key, Runnable action) {
        Button button = new Button(Messages.text(key));
        button.setId(id);
        button.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(button, Priority.ALWAYS);
        Controls.explain(button, Explained.help(key + ".help", Setting.Effect.FRESH_START));
        button.setOnAction(event -> action.run());
        return button;
    }

    private void paste() {
        Clipboard clipboard = Clipboard.getSystemClipboard();
        if (!clipboard.hasString() || clipboard.getString().isBlank()) {
            model.refuse(Messages.text("csv.nothing"));
            return;
        }
        tables.paste(clipboard.getString());
    }

    private void choose() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Messages.text("csv.open"));
        chooser.getExtensionFilters()
                .addAll(
                        new FileChooser.ExtensionFilter(Messages.text("csv.tables"), "*.csv", "*.tsv", "*.txt"),
                        new FileChooser.ExtensionFilter(Messages.text("csv.all"), "*.*"));
        File chosen = chooser.showOpenDialog(getScene().getWindow());
        if (chosen != null) {
            tables.open(chosen.toPath());
        }
    }

    private void edit() {
        try {
            table.ifPresent(RowsWindow::close);
            table = Optional.of(new RowsWindow(model, getScene().getWindow()));
            table.get().show();
        } catch (InvalidInput refused) {
            model.refuse(String.valueOf(refused.getMessage()));
        }
    }
}
