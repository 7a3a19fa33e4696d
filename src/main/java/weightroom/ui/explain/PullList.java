package weightroom.ui.explain;

import java.util.List;
import java.util.Locale;
import javafx.collections.FXCollections;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import weightroom.plot.Numbers;
import weightroom.ui.kit.Messages;

/**
 * How strongly a row pulls on each weight and bias, the strongest first: filled where it pulls with all rows together, an
 * outline where against.
 */
final class PullList extends ListView<PullLine> {
    private static final PseudoClass AGAINST = PseudoClass.getPseudoClass("against");

    private double strongest = 1;
    private List<PullLine> shown = List.of();

    PullList(ExplainModel model) {
        setId("pulls");
        getStyleClass().add("pull-list");
        setAccessibleText(Messages.text("explain.point.pull.list"));
        setCellFactory(view -> new PullCell());
        getSelectionModel().selectedItemProperty().addListener((observable, before, after) -> {
            if (after != null) {
                model.selected().set(after.quantity());
            }
        });
    }

    /** Shows these; the same list again changes nothing. */
    @SuppressWarnings("ReferenceEquality")
    void show(List<PullLine> lines) {
        if (shown != lines) {
            shown = lines;
            strongest = lines.isEmpty()
                    ? 1
                    : Math.max(Double.MIN_NORMAL, Math.abs(lines.get(0).own()));
            setItems(FXCollections.observableArrayList(lines));
        }
    }

    private final class PullCell extends ListCell<PullLine> {
        private final Label name = new Label();
        private final Region bar = new Region();
        private final Pane track = new Pane(bar);
        private final Label number = new Label();
        private final Label way = new Label();
        private final HBox row = new HBox(name, track, number, way);

        PullCell() {
            row.getStyleClass().add("pull-row");
            row.setAlignment(Pos.CENTER_LEFT);
            name.getStyleClass().add("pull-name");
            number.getStyleClass().add("pull-number");
            way.getStyleClass().add("pull-way");
            track.getStyleClass().add("pull-track");
            bar.setManaged(false);
            bar.getStyleClass().add("pull-bar");
            HBox.setHgrow(track, Priority.ALWAYS);
            track.widthProperty().addListener((observable, before, after) -> placeBar());
            track.heightProperty().addListener((observable, before, after) -> placeBar());
        }

        @Override
        protected void updateItem(@Nullable PullLine line, boolean empty) {
            super.updateItem(line, empty);
            setText(null);
            if (empty || line == null) {
                setGraphic(null);
                setTooltip(null);
                setAccessibleText("");
                return;
            }
            name.setText(line.name());
            number.setText(Numbers.significant(line.own(), 3));
            way.setText(line.direction());
            bar.pseudoClassStateChanged(AGAINST, !line.with());
            placeBar();
            setGraphic(row);
            String words = Messages.text(
                    "explain.point.pull.line",
                    line.place(),
                    Numbers.significant(line.own(), 4),
                    Numbers.significant(line.part(), 4),
                    Numbers.significant(line.all(), 4),
                    line.direction().toLowerCase(Locale.ROOT));
            setTooltip(new Tooltip(words));
            setAccessibleText(words);
        }

        /** From the middle to the right for a slope above 0, to the left for one below. */
        private void placeBar() {
            PullLine line = getItem();
            if (line == null) {
                return;
            }
            double half = track.getWidth() / 2;
            double length = Math.max(1, half * Math.abs(line.own()) / strongest);
            double tall = Math.max(4, track.getHeight() - 8);
            bar.resizeRelocate(line.own() < 0 ? half - length : half, (track.getHeight() - tall) / 2, length, tall);
        }
    }
}
