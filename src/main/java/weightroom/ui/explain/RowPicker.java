package weightroom.ui.explain;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import javafx.collections.FXCollections;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import weightroom.ui.kit.Controls;
import weightroom.ui.kit.Messages;

/** Rows to choose from, found by their number or by what stands in them. */
final class RowPicker extends VBox {
    /** Looking through more rows than these while somebody types would be felt; they are found by their number. */
    private static final int MOST_SEARCHED = 20_000;

    private final TextField field = new TextField();
    private final ListView<Integer> list = new ListView<>();
    private final List<Integer> rows;
    private final IntFunction<String> words;
    private final IntConsumer chosen;

    /**
     * @param rows their indices, in order
     * @param words what a row says; called for rows that are seen or searched
     */
    RowPicker(List<Integer> rows, IntFunction<String> words, IntConsumer chosen) {
        this.rows = rows;
        this.words = words;
        this.chosen = chosen;
        getStyleClass().add("row-picker");
        field.setId("row-search");
        field.setPromptText(Messages.text("explain.search"));
        field.setAccessibleText(Messages.text("explain.search"));
        Controls.explain(field, Messages.text("explain.search.help"));
        field.textProperty().addListener((observable, before, after) -> search());
        field.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.DOWN) {
                list.requestFocus();
                event.consume();
            } else if (event.getCode() == KeyCode.ENTER) {
                // Else it would press the button that this belongs to, too.
                event.consume();
                choose();
            }
        });
        list.setId("row-list");
        list.setAccessibleText(Messages.text("explain.rows"));
        list.setPrefSize(380, 300);
        list.setCellFactory(view -> new RowCell());
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                event.consume();
                choose();
            }
        });
        list.setOnMouseClicked(event -> choose());
        VBox.setVgrow(list, Priority.ALWAYS);
        list.setItems(FXCollections.observableArrayList(rows));
        getChildren().addAll(field, list);
    }

    /** Marks the row that is explained. */
    void show(int row) {
        list.getSelectionModel().select(Integer.valueOf(row));
        list.scrollTo(Math.max(0, list.getSelectionModel().getSelectedIndex() - 3));
    }

    /** Is ready to be typed into. */
    void begin() {
        field.requestFocus();
    }

    private void search() {
        list.setItems(FXCollections.observableArrayList(found(rows, words, field.getText())));
        list.getSelectionModel().selectFirst();
    }

    /**
     * The rows that a search finds: the row of that very number first, then those whose number begins so, then those
     * in whose words it stands.
     */
    static List<Integer> found(List<Integer> rows, IntFunction<String> words, String typed) {
        String wanted = typed.strip().toLowerCase(Locale.ROOT).replace('-', '−');
        if (wanted.isEmpty()) {
            return rows;
        }
        boolean readable = rows.size() <= MOST_SEARCHED;
        Comparator<Integer> byNumber = Comparator.comparing(row -> !number(row).equals(wanted));
        return rows.stream()
                .filter(row -> number(row).startsWith(wanted)
                        || readable && words.apply(row).toLowerCase(Locale.ROOT).contains(wanted))
                .sorted(byNumber.thenComparing(row -> !number(row).startsWith(wanted)))
                .toList();
    }

    private static String number(int row) {
        return Integer.toString(row + 1);
    }

    private void choose() {
        Integer row = list.getSelectionModel().getSelectedItem();
        if (row != null) {
            chosen.accept(row);
        }
    }

    private final class RowCell extends ListCell<Integer> {
        @Override
        protected void updateItem(Integer row, boolean empty) {
            super.updateItem(row, empty);
            setText(empty || row == null ? "" : Messages.text("explain.row", row + 1, words.apply(row)));
        }
    }
}
