package weightroom.ui.compare;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.feather.Feather;
import weightroom.plot.LaneSample;
import weightroom.plot.LaneStyle;
import weightroom.race.Contest;
import weightroom.ui.kit.Controls;
import weightroom.ui.kit.Messages;

/** The lanes as a list: what each is, in which order, one more, one less. */
final class LanesEditor extends VBox {
    private static final double MOST_HEIGHT = 360;
    private static final double NAME_WIDTH = 180;

    private final QuestionModel question;
    private final VBox rows = new VBox();
    private final Button add = new Button();
    private final Label problem = Controls.label("", "hint", "bad");
    private Optional<Key> built = Optional.empty();
    private List<String> shown = List.of();
    private Difference difference = Difference.OPTIMIZER;

    /** What the rows are made for. */
    private record Key(List<String> values, Difference difference, List<String> words, List<String> names) {}

    LanesEditor(QuestionModel question) {
        this.question = question;
        getStyleClass().add("compare-pop");
        rows.getStyleClass().add("lane-rows");
        ScrollPane scroll = new ScrollPane(rows);
        scroll.getStyleClass().add("overlay-scroll");
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(MOST_HEIGHT);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        problem.setWrapText(true);
        problem.setMaxWidth(NAME_WIDTH * 2);
        add.setId("lane-add");
        add.setOnAction(event -> addLane());
        Button usual = new Button(Messages.text("compare.usual"));
        usual.setId("lane-usual");
        usual.setOnAction(event -> question.setUsualValues());
        Controls.explain(usual, Messages.text("compare.usual.help"));
        HBox foot = new HBox(8, add, Controls.spring(), usual);
        getChildren().addAll(Controls.label(Messages.text("compare.lanes.title"), "title"), scroll, problem, foot);
        question.question().addListener((observable, before, after) -> show());
        question.contest().addListener((observable, before, after) -> show());
        question.problem().addListener((observable, before, after) -> show());
        show();
    }

    private void show() {
        Question now = question.now();
        Key next = new Key(now.values(), now.difference(), question.words(), question.names());
        if (!built.equals(Optional.of(next))) {
            built = Optional.of(next);
            build(now);
        }
        boolean files = now.difference() == Difference.FILES;
        add.setText(Messages.text(files ? "compare.add.files" : "compare.add"));
        Controls.explain(add, Messages.text(files ? "compare.add.files.help" : "compare.add.help"));
        add.setDisable(now.values().size() >= Contest.MOST_LANES
                || (!files && question.next().isEmpty()));
        problem.setText(question.problem().get().orElse(""));
        problem.setVisible(question.problem().get().isPresent());
        problem.setManaged(problem.isVisible());
    }

    private void build(Question now) {
        shown = now.values();
        difference = now.difference();
        List<Node> made = new ArrayList<>();
        List<String> names = question.names();
        for (int lane = 0; lane < shown.size(); lane++) {
            made.add(row(lane, names.get(lane)));
        }
        rows.getChildren().setAll(made);
    }

    private Node row(int lane, String name) {
        Node value = value(lane, name);
        HBox.setHgrow(value, Priority.ALWAYS);
        Button up = tool(Feather.ARROW_UP, "up", lane, () -> question.move(lane, -1));
        Button down = tool(Feather.ARROW_DOWN, "down", lane, () -> question.move(lane, 1));
        up.setDisable(lane == 0);
        down.setDisable(lane == shown.size() - 1);
        Button remove = tool(Feather.X, "remove", lane, () -> question.remove(lane));
        HBox row = new HBox(new LaneSample(LaneStyle.of(lane)), value, up, down, remove);
        row.getStyleClass().add("row");
        return row;
    }

    private Node value(int lane, String name) {
        List<String> words = question.words();
        if (difference == Difference.FILES) {
            Label file = Controls.label(name);
            file.setPrefWidth(NAME_WIDTH);
            Controls.explain(file, shown.get(lane));
            return file;
        }
        if (words.isEmpty()) {
            TextField field = new TextField(shown.get(lane));
            field.setId("lane-value-" + lane);
            field.setPrefWidth(NAME_WIDTH);
            field.setAccessibleText(Messages.text("compare.value", lane + 1));
            field.setOnAction(event -> question.setValue(lane, field.getText()));
            field.focusedProperty().addListener((observable, before, after) -> {
                if (!after && lane < question.now().values().size()) {
                    question.setValue(lane, field.getText());
                }
            });
            return field;
        }
        ComboBox<String> combo = new ComboBox<>(FXCollections.observableArrayList(words));
        combo.setId("lane-value-" + lane);
        combo.setPrefWidth(NAME_WIDTH);
        combo.setConverter(Controls.converter(question::name));
        combo.setValue(shown.get(lane));
        combo.setAccessibleText(Messages.text("compare.value", lane + 1));
        combo.setOnAction(event -> question.setValue(lane, combo.getValue()));
        return combo;
    }

    private static Button tool(Feather icon, String key, int lane, Runnable action) {
        Button button = Controls.iconButton(icon, Messages.text("compare.lane." + key + ".help", lane + 1), action);
        button.setId("lane-" + key + "-" + lane);
        return button;
    }

    private void addLane() {
        if (difference != Difference.FILES) {
            question.next().ifPresent(question::add);
            return;
        }
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Messages.text("compare.add.files"));
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(
                        Messages.text("dialog.all-known"), "*.run", "*.json", "*.yaml", "*.yml"));
        List<File> chosen = chooser.showOpenMultipleDialog(getScene().getWindow());
        if (chosen != null) {
            question.addFiles(chosen.stream().map(File::toPath).toList());
        }
    }
}
