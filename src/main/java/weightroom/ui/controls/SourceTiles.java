package weightroom.ui.controls;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import weightroom.data.DataSource;
import weightroom.experiment.Setting;
import weightroom.ui.kit.Controls;
import weightroom.ui.kit.Messages;
import weightroom.ui.model.Thumbnail;

/** Data sources to choose from, each as a picture of some of its rows: six of them, or all. */
final class SourceTiles extends GridPane {
    private static final int COLUMNS = 3;
    private static final List<DataSource> FIRST = List.of(
            DataSource.XOR_CLOUDS,
            DataSource.CIRCLE,
            DataSource.SPIRAL,
            DataSource.MOONS,
            DataSource.BLOBS,
            DataSource.GAUSSIANS);

    private final Consumer<DataSource> chosen;
    private final ToggleGroup group = new ToggleGroup();
    private final Map<DataSource, ToggleButton> tiles = new EnumMap<>(DataSource.class);
    private Optional<DataSource> shown = Optional.empty();
    private boolean all;
    private boolean silent;

    SourceTiles(Consumer<DataSource> chosen) {
        this.chosen = chosen;
        getStyleClass().add("tiles");
        setId("sources");
        for (int c = 0; c < COLUMNS; c++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(100.0 / COLUMNS);
            getColumnConstraints().add(column);
        }
        arrange();
    }

    /** Shows which source is in use; none where the rows are one's own. */
    void show(Optional<DataSource> source) {
        shown = source;
        arrange();
    }

    /** Shows all sources, or the first six. */
    void showAll(boolean wanted) {
        all = wanted;
        arrange();
    }

    private void arrange() {
        List<DataSource> wanted = all ? List.of(DataSource.values()) : first();
        List<ToggleButton> buttons = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            ToggleButton tile = tiles.computeIfAbsent(wanted.get(i), this::tile);
            GridPane.setConstraints(tile, i % COLUMNS, i / COLUMNS);
            buttons.add(tile);
        }
        if (!getChildren().equals(buttons)) {
            getChildren().setAll(buttons);
        }
        silent = true;
        group.selectToggle(shown.map(tiles::get).orElse(null));
        silent = false;
    }

    /** The usual six, with the one in use in the last place where it is another. */
    private List<DataSource> first() {
        List<DataSource> first = new ArrayList<>(FIRST);
        shown.filter(source -> !first.contains(source)).ifPresent(source -> first.set(first.size() - 1, source));
        return first;
    }

    private ToggleButton tile(DataSource source) {
        String key = "tile." + source.id();
        String name = Messages.has(key) ? Messages.text(key) : source.label();
        ToggleButton tile = new ToggleButton(name, new ThumbnailView(Thumbnail.of(source)));
        tile.setId("source-" + source.id());
        tile.getStyleClass().add("tile");
        tile.setContentDisplay(ContentDisplay.TOP);
        tile.setToggleGroup(group);
        tile.setMaxWidth(Double.MAX_VALUE);
        tile.setAccessibleText(Messages.text("source.accessible", source.label()));
        String credit = source.attribution().isEmpty() ? "" : "\n" + source.attribution();
        Controls.explain(tile, Controls.meaning(source) + credit + "\n" + Explained.effect(Setting.Effect.FRESH_START));
        tile.setOnAction(event -> tile.setSelected(true));
        // Arrow keys select without an action.
        tile.selectedProperty().addListener((observable, before, on) -> {
            if (on && !silent && !shown.equals(Optional.of(source))) {
                chosen.accept(source);
            }
        });
        return tile;
    }
}
