package weightroom.ui.controls;

import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Insets;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.cell.TextFieldTableCell;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;
import weightroom.engine.InvalidInput;
import weightroom.experiment.Setting;
import weightroom.ui.kit.Controls;
import weightroom.ui.kit.Messages;
import weightroom.ui.model.RowsTable;
import weightroom.ui.model.RunModel;

/** The rows in use as a table whose cells can be typed over; they are taken over when that is asked for. */
final class RowsWindow {
    private static final double COLUMN_WIDTH = 148;
    private static final double NUMBER_WIDTH = 56;

    private final RunModel model;
    private final RowsTable rows;
    private final Stage stage = new Stage();
    private final TableView<Integer> table = new TableView<>();
    private final Label message = Controls.label("", "bad");
    private final CheckBox classes = new CheckBox(Messages.text("table.classes"));

    /** @throws InvalidInput when the rows in use cannot stand in a table */
    RowsWindow(RunModel model, Window owner) {
        this.model = model;
        rows = RowsTable.of(model.snapshot().get().setup());
        table.setId("rows");
        table.setEditable(true);
        table.setAccessibleText(Messages.text("table.title"));
        table.getColumns().add(numbers());
        for (int c = 0; c < rows.columns().size(); c++) {
            table.getColumns().add(column(c));
        }
        message.setId("table-message");
        message.setWrapText(true);
        classes.setId("table-classes");
        classes.setSelected(rows.isOfClasses());
        classes.setOnAction(event -> rows.setOfClasses(classes.isSelected()));
        Controls.explain(classes, Messages.text("table.classes.help"));
        fill(0);
        BorderPane pane = new BorderPane(table);
        pane.getStyleClass().add("rows-window");
        pane.setBottom(new VBox(message, buttons()));
        BorderPane.setMargin(pane.getBottom(), new Insets(8, 0, 0, 0));
        Scene scene = new Scene(pane, 560, 480);
        // The same sheets as the window has, whatever becomes of its theme meanwhile.
        Bindings.bindContent(scene.getStylesheets(), owner.getScene().getStylesheets());
        stage.initOwner(owner);
        stage.setTitle(Messages.text("table.title"));
        stage.setScene(scene);
    }

    void show() {
        stage.show();
        table.requestFocus();
    }

    void close() {
        stage.close();
    }

    private HBox buttons() {
        Button add = button("row-add", "table.add", () -> {
            rows.add(selected());
            fill(selected() + 1);
        });
        Button remove = button("row-remove", "table.remove", () -> {
            int at = selected();
            rows.remove(at);
            fill(Math.min(at, rows.count() - 1));
        });
        Button apply = button("rows-apply", "table.apply", this::apply);
        apply.getStyleClass().add("accent");
        Controls.explain(apply, Explained.help("table.apply.help", Setting.Effect.FRESH_START));
        HBox row = new HBox(add, remove, classes, Controls.spring(), apply);
        row.getStyleClass().add("rows-buttons");
        return row;
    }

    private static Button button(String id, String key, Runnable action) {
        Button button = new Button(Messages.text(key));
        button.setId(id);
        button.setOnAction(event -> action.run());
        Controls.explain(button, Messages.text(key + ".help"));
        return button;
    }

    private void apply() {
        try {
            model.change(rows::apply);
            stage.close();
        } catch (InvalidInput refused) {
            message.setText(String.valueOf(refused.getMessage()));
        }
    }

    private int selected() {
        return table.getSelectionModel().getSelectedIndex();
    }

    private void fill(int selected) {
        ObservableList<Integer> indices = FXCollections.observableArrayList(
                IntStream.range(0, rows.count()).boxed().toList());
        table.setItems(indices);
        table.refresh();
        table.getSelectionModel().select(Math.max(0, selected));
        table.scrollTo(Math.max(0, selected));
    }

    private TableColumn<Integer, Integer> numbers() {
        TableColumn<Integer, Integer> column = new TableColumn<>(Messages.text("table.row"));
        column.setCellValueFactory(cell -> new SimpleObjectProperty<>(cell.getValue() + 1));
        column.setPrefWidth(NUMBER_WIDTH);
        column.setSortable(false);
        column.setEditable(false);
        return column;
    }

    private TableColumn<Integer, String> column(int index) {
        TableColumn<Integer, String> column = new TableColumn<>(rows.columns().get(index));
        column.setCellValueFactory(cell -> new SimpleStringProperty(text(rows.value(cell.getValue(), index))));
        column.setCellFactory(TextFieldTableCell.forTableColumn());
        column.setPrefWidth(COLUMN_WIDTH);
        column.setSortable(false);
        column.setReorderable(false);
        column.setOnEditCommit(edit -> {
            try {
                rows.set(edit.getRowValue(), index, edit.getNewValue());
                message.setText("");
            } catch (InvalidInput refused) {
                message.setText(String.valueOf(refused.getMessage()));
            }
            table.refresh();
            table.requestFocus();
        });
        return column;
    }

    /** With every digit that counts, so that a cell that is opened and closed stays what it was. */
    private static String text(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? Long.toString((long) number)
                : Double.toString(number);
    }
}
