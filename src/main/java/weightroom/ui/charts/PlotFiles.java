package weightroom.ui.charts;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.stage.Window;
import weightroom.plot.Plot;
import weightroom.run.Background;
import weightroom.ui.kit.Messages;
import weightroom.ui.kit.SaveDialog;

/** Writes a plot into files: as a picture, as lines and letters, or as a table of its numbers. */
final class PlotFiles {
    /** So that a picture on paper or on a fine screen is sharp. */
    private static final double DETAIL = 2;

    private final Plot plot;
    private final String name;

    /** @param name what a file is called unless one says otherwise */
    PlotFiles(Plot plot, String name) {
        this.plot = plot;
        this.name = name;
    }

    /** How a plot can be written. */
    enum Format {
        PNG(plot -> plot.png(DETAIL)),
        SVG(plot -> plot.svg().getBytes(StandardCharsets.UTF_8)),
        CSV(plot -> plot.csv().getBytes(StandardCharsets.UTF_8));

        private final Function<Plot, byte[]> bytes;

        Format(Function<Plot, byte[]> bytes) {
            this.bytes = bytes;
        }

        String extension() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Asks for a file; nothing when the user thought better of it. */
    Optional<Path> ask(Format format, Window owner) {
        String extension = format.extension();
        return SaveDialog.ask(Messages.text("plot.save." + extension), name, extension, owner);
    }

    /**
     * Writes the plot as it is now, whole or not at all.
     *
     * @param background does the writing
     * @param tell receives what to tell the user, be it why it could not be
     */
    void save(Format format, Path file, Background background, Consumer<String> tell) {
        SaveDialog.write(file, format.extension(), format.bytes.apply(plot), background, tell);
    }
}
