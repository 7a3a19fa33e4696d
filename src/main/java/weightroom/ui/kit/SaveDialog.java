package weightroom.ui.kit;

import java.io.File;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import weightroom.experiment.AtomicFile;
import weightroom.run.Background;

/** Asks where to write what is shown, and writes it. */
public final class SaveDialog {
    private SaveDialog() {}

    /**
     * Asks for a file; nothing when the user thought better of it.
     *
     * @param name what it is called unless one says otherwise, without its extension
     */
    public static Optional<Path> ask(String title, String name, String extension, Window owner) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.setInitialFileName(name + "." + extension);
        String kind = extension.toUpperCase(Locale.ROOT);
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(kind, "*." + extension));
        File chosen = chooser.showSaveDialog(owner);
        return Optional.ofNullable(chosen).map(File::toPath);
    }

    /**
     * Writes a file, whole or not at all.
     *
     * @param file gets the extension where it has not got it
     * @param background does the writing
     * @param tell receives what to tell the user, be it why it could not be
     */
    public static void write(Path file, String extension, byte[] bytes, Background background, Consumer<String> tell) {
        Path ended = file.toString().toLowerCase(Locale.ROOT).endsWith("." + extension)
                ? file
                : Path.of(file + "." + extension);
        background.run(
                () -> {
                    AtomicFile.write(ended, out -> out.write(bytes));
                    return ended;
                },
                written -> tell.accept(Messages.text("plot.saved", written)),
                tell);
    }
}
