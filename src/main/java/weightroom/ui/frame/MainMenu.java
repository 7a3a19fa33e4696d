package weightroom.ui.frame;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Side;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import weightroom.run.Timeline;
import weightroom.ui.kit.Controls;
import weightroom.ui.kit.Messages;
import weightroom.ui.model.RunModel;

/** Files, what can be undone, and everything that has no place of its own. */
final class MainMenu extends MenuButton {
    private final RunModel model;
    private final Actions actions;
    private final Documents documents;
    private final Menu recent = new Menu(Messages.text("menu.recent"));

    MainMenu(RunModel model, Actions actions, Documents documents) {
        this.model = model;
        this.actions = actions;
        this.documents = documents;
        setId("menu");
        setText(Messages.text("menu"));
        setGraphic(new FontIcon(Feather.MENU));
        setPopupSide(Side.RIGHT);
        recent.setId("menu-recent");
        Controls.explain(this, Messages.text("menu.help"));
        setOnShowing(event -> fill());
        fill();
    }

    private void fill() {
        Timeline.View timeline = model.snapshot().get().timeline();
        fillRecent();
        getItems()
                .setAll(
                        item("new"),
                        item("open"),
                        recent,
                        item("save"),
                        item("save-as"),
                        item("export"),
                        new SeparatorMenuItem(),
                        change("undo", timeline.undo()),
                        change("redo", timeline.redo()),
                        item("clear-earlier"),
                        new SeparatorMenuItem(),
                        item("presets"),
                        item("share"),
                        new SeparatorMenuItem(),
                        item("settings"),
                        item("keys"),
                        item("quit"));
    }

    private void fillRecent() {
        List<Path> files = documents.recent().files();
        recent.getItems().setAll(files.stream().map(this::recentItem).toList());
        recent.setDisable(files.isEmpty());
    }

    private MenuItem recentItem(Path file) {
        Path folder = file.getParent();
        String name = String.valueOf(file.getFileName());
        MenuItem item = new MenuItem(folder == null ? name : Messages.text("menu.recent.file", name, folder));
        item.setMnemonicParsing(false);
        item.setOnAction(event -> documents.open(file));
        return item;
    }

    private MenuItem item(String id) {
        Action action = actions.find(id);
        MenuItem item = new MenuItem(action.label());
        item.setId("menu-" + id);
        action.keys().stream().findFirst().ifPresent(item::setAccelerator);
        item.setOnAction(event -> action.run().run());
        return item;
    }

    /** Says what it would take back or do again. */
    private MenuItem change(String id, Optional<String> what) {
        MenuItem item = item(id);
        what.ifPresent(text -> item.setText(Messages.text("menu." + id, text)));
        item.setDisable(what.isEmpty());
        return item;
    }
}
