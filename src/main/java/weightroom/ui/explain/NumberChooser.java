package weightroom.ui.explain;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import weightroom.engine.Network;
import weightroom.explain.Quantity;
import weightroom.explain.Subject;
import weightroom.explain.Symbols;
import weightroom.ui.kit.Controls;
import weightroom.ui.kit.Messages;
import weightroom.ui.kit.Pop;

/** The number that is explained; pressed, it opens a list of all others, found by a part of their names. */
final class NumberChooser extends Button {
    private static final double LIST_WIDTH = 320;
    private static final double LIST_HEIGHT = 300;

    /** What stands left and right of its face. */
    private static final double SIDES = 18;

    private final Consumer<Quantity> chosen;
    private final Label name = Controls.label("");
    private final Pop pop = new Pop(() -> {});
    private final TextField field = new TextField();
    private final ListView<Quantity> found = new ListView<>();
    private final VBox list = new VBox(field, found);
    /** Of no network, until one is shown. */
    private NumberIndex index = new NumberIndex(List.of(), NumberIndex.UNIT, quantity -> "");

    private Optional<Shape> shape = Optional.empty();
    private Quantity shown = Quantity.LOSS;

    /** What the numbers depend on that can be explained. */
    private record Shape(Network network, boolean perceptron) {
        static Shape of(Subject subject) {
            return new Shape(subject.network(), subject.plan().perceptron());
        }
    }

    NumberChooser(Consumer<Quantity> chosen) {
        this.chosen = chosen;
        setId("explain-choose");
        getStyleClass().add("number-chooser");
        HBox face = new HBox(name, Controls.spring(), new FontIcon(Feather.CHEVRON_DOWN));
        face.setAlignment(Pos.CENTER_LEFT);
        name.setMinWidth(0);
        setGraphic(face);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        widthProperty().addListener((observable, before, width) -> face.setPrefWidth(width.doubleValue() - SIDES));
        setMaxWidth(Double.MAX_VALUE);
        setMinWidth(0);
        setOnAction(event -> open());
        list.getStyleClass().add("number-search");
        field.setId("explain-search");
        field.setPromptText(Messages.text("explain.panel.search"));
        field.setAccessibleText(Messages.text("explain.panel.search"));
        Controls.explain(field, Messages.text("explain.panel.search.help"));
        field.textProperty().addListener((observable, before, after) -> search());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        found.setId("explain-found");
        found.setAccessibleText(Messages.text("explain.panel.found"));
        Controls.explain(found, Messages.text("explain.panel.search.help"));
        found.setPrefSize(LIST_WIDTH, LIST_HEIGHT);
        found.setFixedCellSize(28);
        found.setCellFactory(view -> new NumberCell());
        found.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                choose();
            }
        });
        found.setOnMouseClicked(event -> choose());
    }

    /** Shows which number is explained. */
    void show(Subject now, Symbols symbols, Quantity quantity) {
        if (!shape.equals(Optional.of(Shape.of(now)))) {
            shape = Optional.of(Shape.of(now));
            index = new NumberIndex(
                    now.layout().slices(),
                    now.plan().perceptron() ? NumberIndex.PERCEPTRON : NumberIndex.UNIT,
                    symbols::name);
            pop.hide();
        }
        shown = quantity;
        String words = symbols.name(quantity);
        if (!words.equals(name.getText())) {
            name.setText(words);
            setAccessibleText(Messages.text("explain.panel.choose", words));
            Controls.explain(this, Messages.text("explain.panel.choose.help", words));
        }
    }

    private void open() {
        field.clear();
        search();
        pop.toggle(list, this);
        int at = index.indexOf(shown);
        found.getSelectionModel().select(at);
        found.scrollTo(Math.max(0, at - 3));
        field.requestFocus();
    }

    private void search() {
        found.setItems(FXCollections.observableList(index.find(field.getText())));
        found.getSelectionModel().selectFirst();
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.UP) {
            int by = event.getCode() == KeyCode.DOWN ? 1 : -1;
            int last = found.getItems().size() - 1;
            int to = Math.max(0, Math.min(last, found.getSelectionModel().getSelectedIndex() + by));
            found.getSelectionModel().select(to);
            found.scrollTo(Math.max(0, to - 4));
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER) {
            choose();
            event.consume();
        }
    }

    private void choose() {
        Quantity one = found.getSelectionModel().getSelectedItem();
        if (one != null) {
            pop.hide();
            requestFocus();
            chosen.accept(one);
        }
    }

    private final class NumberCell extends ListCell<Quantity> {
        @Override
        protected void updateItem(Quantity quantity, boolean empty) {
            super.updateItem(quantity, empty);
            setText(empty || quantity == null ? "" : index.name(quantity));
        }
    }
}
