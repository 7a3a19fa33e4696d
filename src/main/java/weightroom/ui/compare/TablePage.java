package weightroom.ui.compare;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import weightroom.experiment.AtomicFile;
import weightroom.run.Background;
import weightroom.ui.kit.Cadence;
import weightroom.ui.kit.Controls;
import weightroom.ui.kit.Messages;

/** All numbers of the race, to be exported and copied. */
final class TablePage implements CardPage {
    private static final int FRAMES_PER_SECOND = 4;
    private static final double NARROW = 64;
    private static final double WIDE = 190;
    private static final double LETTER = 7;
    private static final double ASIDE = 20;

    private final RaceModel model;
    private final Background background;
    private final TableView<List<Object>> view = new TableView<>();
    private final HBox tools = new HBox();
    private final Cadence cadence = new Cadence(FRAMES_PER_SECOND);
    private Optional<RaceTable> shown = Optional.empty();
    private Optional<Standing.Table> source = Optional.empty();

    TablePage(RaceModel model, Background background) {
        this.model = model;
        this.background = background;
        view.setId("race-table");
        view.setAccessibleText(Messages.text("compare.page.table.help"));
        view.setPlaceholder(new Label(Messages.text("compare.plot.empty")));
        view.setMinHeight(0);
        tools.getStyleClass().add("page-tools");
        tools.getChildren().addAll(button("copy", Feather.COPY, this::copy), button("csv", Feather.SAVE, this::ask));
    }

    @Override
    public Node node() {
        return view;
    }

    @Override
    public Node tools() {
        return tools;
    }

    @Override
    public void show(Standing.Table table, long nanos) {
        if (source.filter(table::equals).isPresent()
                || !cadence.due(nanos, shown.isEmpty() || !table.race().clock().playing())) {
            return;
        }
        source = Optional.of(table);
        RaceTable next = RaceTable.of(table);
        if (shown.equals(Optional.of(next))) {
            return;
        }
        if (shown.filter(before -> before.header().equals(next.header())).isEmpty()) {
            columns(next.header());
        }
        shown = Optional.of(next);
        view.getItems().setAll(next.rows());
    }

    private void columns(List<String> header) {
        view.getColumns().clear();
        for (int i = 0; i < header.size(); i++) {
            int at = i;
            TableColumn<List<Object>, String> column = new TableColumn<>(header.get(i));
            column.setCellValueFactory(row ->
                    new ReadOnlyStringWrapper(RaceTable.shown(row.getValue().get(at))));
            boolean words = at == 1 || at == 2;
            column.setPrefWidth(
                    words ? WIDE : Math.max(NARROW, LETTER * header.get(i).length() + ASIDE));
            column.setSortable(false);
            column.setReorderable(false);
            if (!words) {
                column.getStyleClass().add("number");
            }
            view.getColumns().add(column);
        }
    }

    private void copy() {
        shown.ifPresent(table -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(table.tabbed());
            content.putHtml(table.html());
            Clipboard.getSystemClipboard().setContent(content);
            model.run().tell(Messages.text("compare.copied"));
        });
    }

    private void ask() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Messages.text("compare.csv"));
        chooser.setInitialFileName(Messages.text("compare.csv.name"));
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("CSV", "*.csv"));
        File chosen = chooser.showSaveDialog(view.getScene().getWindow());
        if (chosen != null) {
            save(chosen.toPath());
        }
    }

    /** Writes the table whole or not at all, and says so. */
    void save(Path chosen) {
        Path file = chosen.toString().toLowerCase(Locale.ROOT).endsWith(".csv") ? chosen : Path.of(chosen + ".csv");
        shown.ifPresent(table -> background.run(
                () -> {
                    byte[] bytes = table.csv().getBytes(StandardCharsets.UTF_8);
                    AtomicFile.write(file, out -> out.write(bytes));
                    return file;
                },
                done -> model.run().tell(Messages.text("compare.saved", done.getFileName())),
                model.run()::refuse));
    }

    private static Button button(String id, Feather icon, Runnable action) {
        Button button = new Button(Messages.text("compare." + id), new FontIcon(icon));
        button.setId("compare-" + id);
        button.setMinWidth(HBox.USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        Controls.explain(button, Messages.text("compare." + id + ".help"));
        return button;
    }
}
