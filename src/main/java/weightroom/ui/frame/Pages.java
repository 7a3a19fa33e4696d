package weightroom.ui.frame;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import weightroom.run.Background;
import weightroom.ui.kit.Controls;
import weightroom.ui.kit.Messages;
import weightroom.ui.model.RunModel;

/** The pages that come before the window when asked for; each is built when it is opened, and forgotten when closed. */
final class Pages {
    private static final double NARROW = 560;
    private static final double WIDE = 920;
    private static final double KEYS_WIDTH = 184;

    private final RunModel model;
    private final Documents documents;
    private final Background background;
    private final Overlay overlay = new Overlay();
    private List<Actions.Group> groups = List.of();

    Pages(RunModel model, Documents documents, Background background) {
        this.model = model;
        this.documents = documents;
        this.background = background;
    }

    /** What the page of keys lists. */
    void know(Actions actions) {
        groups = actions.groups();
    }

    Overlay overlay() {
        return overlay;
    }

    void settings() {
        overlay.open(Messages.text("settings"), new SettingsPage(model), NARROW);
    }

    void share() {
        overlay.open(Messages.text("share"), new SharePage(documents, overlay::close), NARROW);
    }

    void presets() {
        overlay.open(Messages.text("presets"), new PresetsPage(documents, background, overlay::close), WIDE);
    }

    void keys() {
        if (overlay.isVisible()) {
            overlay.close();
        } else {
            overlay.open(Messages.text("keys"), keyTable(groups), WIDE);
        }
    }

    private static Node keyTable(List<Actions.Group> groups) {
        GridPane page = new GridPane();
        page.setId("keys-page");
        page.getStyleClass().add("keys-page");
        ColumnConstraints half = new ColumnConstraints();
        half.setPercentWidth(50);
        page.getColumnConstraints().addAll(half, half);
        List<Node> columns = new ArrayList<>();
        groups.forEach(group -> columns.add(column(group)));
        Arrays.stream(PlaceKeys.values()).forEach(place -> columns.add(column(place)));
        for (int i = 0; i < columns.size(); i++) {
            page.add(columns.get(i), i % 2, i / 2);
        }
        return page;
    }

    private static Node column(Actions.Group group) {
        GridPane table = table();
        group.actions().stream()
                .filter(action -> !action.keys().isEmpty())
                .forEach(action -> addLine(table, action.keysText(), action.label()));
        return titled(group.key(), table);
    }

    private static Node column(PlaceKeys place) {
        GridPane table = table();
        place.lines().forEach(line -> addLine(table, Action.text(line.keys()), place.words(line)));
        return titled(place.key(), table);
    }

    private static Node titled(String key, GridPane table) {
        return new VBox(4, Controls.label(Messages.text(key), "title"), table);
    }

    private static GridPane table() {
        GridPane table = new GridPane();
        table.setHgap(16);
        table.setVgap(4);
        return table;
    }

    private static void addLine(GridPane table, String keys, String what) {
        Label left = Controls.label(keys, "key");
        left.setMinWidth(KEYS_WIDTH);
        left.setAlignment(Pos.CENTER_RIGHT);
        Label right = Controls.label(what, "secondary");
        right.setWrapText(true);
        GridPane.setHgrow(right, Priority.ALWAYS);
        table.addRow(table.getRowCount(), left, right);
    }
}
