package weightroom.ui.learn;

import java.io.File;
import java.util.Optional;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import weightroom.ui.kit.Controls;
import weightroom.ui.kit.Messages;

/** Which lessons there are, and what becomes of the progress made in them. */
final class ContentsMenu extends MenuButton {
    private final LearnModel model;
    private final Runnable changed;

    ContentsMenu(LearnModel model, Runnable changed) {
        this.model = model;
        this.changed = changed;
        setId("contents-menu");
        setGraphic(new FontIcon(Feather.MORE_HORIZONTAL));
        setAccessibleText(Messages.text("learn.menu"));
        Controls.explain(this, Messages.text("learn.menu"));
        MenuItem shipped = item("learn.menu.shipped", () -> model.openFolder(Optional.empty()));
        getItems()
                .setAll(
                        item("learn.menu.folder", this::chooseFolder),
                        shipped,
                        new SeparatorMenuItem(),
                        item("learn.menu.export", this::export),
                        item("learn.menu.reset", this::reset));
        setOnShowing(event -> shipped.setDisable(model.folder().isEmpty()));
    }

    private static MenuItem item(String key, Runnable action) {
        MenuItem item = new MenuItem(Messages.text(key));
        item.setId(key.replace('.', '-'));
        item.setOnAction(event -> action.run());
        return item;
    }

    private void chooseFolder() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(Messages.text("learn.menu.folder"));
        model.folder()
                .map(java.nio.file.Path::toFile)
                .filter(File::isDirectory)
                .ifPresent(chooser::setInitialDirectory);
        Optional.ofNullable(chooser.showDialog(getScene().getWindow()))
                .ifPresent(folder -> model.openFolder(Optional.of(folder.toPath())));
    }

    private void export() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Messages.text("learn.menu.export"));
        chooser.setInitialFileName(Messages.text("learn.progress.file"));
        Optional.ofNullable(chooser.showSaveDialog(getScene().getWindow()))
                .ifPresent(file -> model.progress().export(file.toPath()));
    }

    private void reset() {
        model.resetProgress();
        changed.run();
    }
}
