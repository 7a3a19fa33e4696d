package weightroom.ui.frame;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.image.WritableImage;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Stage;
import weightroom.ui.kit.Messages;

/** The system's own dialogs for files. */
public final class WindowDialogs implements Documents.Dialogs {
    private final Stage stage;

    public WindowDialogs(Stage stage) {
        this.stage = stage;
    }

    @Override
    public Optional<Path> toOpen() {
        FileChooser chooser = chooser("dialog.open");
        chooser.getExtensionFilters()
                .addAll(
                        filter("dialog.all-known", "*.run", "*.json", "*.yaml", "*.yml", "*.csv", "*.tsv"),
                        filter("dialog.any", "*"));
        return path(chooser.showOpenDialog(stage));
    }

    @Override
    public Optional<Path> toSave(String suggested) {
        FileChooser chooser = chooser("dialog.save");
        chooser.getExtensionFilters()
                .addAll(
                        filter("dialog.run", "*.run"),
                        filter("dialog.json", "*.json"),
                        filter("dialog.yaml", "*.yaml"));
        chooser.setInitialFileName(plain(suggested) + ".run");
        return path(chooser.showSaveDialog(stage));
    }

    @Override
    public Optional<Path> toExport(String suggested) {
        FileChooser chooser = chooser("dialog.export");
        chooser.getExtensionFilters().add(filter("dialog.png", "*.png"));
        chooser.setInitialFileName(plain(suggested) + ".png");
        return path(chooser.showSaveDialog(stage));
    }

    @Override
    public WritableImage picture() {
        return stage.getScene().snapshot(null);
    }

    private static FileChooser chooser(String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Messages.text(title));
        return chooser;
    }

    private static ExtensionFilter filter(String key, String... endings) {
        return new ExtensionFilter(Messages.text(key), endings);
    }

    /** A title as the name of a file, on every system. */
    static String plain(String title) {
        return title.replaceAll("[^\\p{L}\\p{N} ._-]", "-").strip();
    }

    @SuppressWarnings("NullAway") // JavaFX answers null where nothing was chosen.
    private static Optional<Path> path(File chosen) {
        return Optional.ofNullable(chosen).map(File::toPath);
    }
}
