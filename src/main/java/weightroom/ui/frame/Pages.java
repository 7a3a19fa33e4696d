package weightroom.ui.frame;

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
        int index = 0;
        for (Actions.Group group : groups) {
            page.add(column(group), index % 2, index / 2);
            index++;
        }
        return page;
    }

    private static Node column(Actions.Group group) {
        VBox column = new VBox(4, Controls.label(Messages.text(group.key()), "title"));
        GridPane table = new GridPane();
        table.setHgap(16);
        table.setVgap(4);
        int row = 0;
        for (Action action : group.actions()) {
            if (!action.keys().isEmpty()) {
                Label keys = Controls.label(action.keysText(), "key");
                keys.setMinWidth(KEYS_WIDTH);
                keys.setAlignment(Pos.CENTER_RIGHT);
                Label what = Controls.label(action.label(), "secondary");
                GridPane.setHgrow(what, Priority.ALWAYS);
                table.addRow(row++, keys, what);
            }
        }
        column.getChildren().add(table);
        return column;
    }
}
