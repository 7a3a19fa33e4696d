package weightroom.ui.frame;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;
import weightroom.data.CsvOptions;
import weightroom.data.CsvReader;
import weightroom.experiment.AtomicFile;
import weightroom.experiment.Experiment;
import weightroom.experiment.ExperimentReader;
import weightroom.experiment.ExperimentWriter;
import weightroom.experiment.SavedRun;
import weightroom.experiment.SavedRunReader;
import weightroom.experiment.SavedRunWriter;
import weightroom.experiment.Setup;
import weightroom.experiment.ShareCode;
import weightroom.run.Background;
import weightroom.ui.files.RecentFiles;
import weightroom.ui.kit.Messages;
import weightroom.ui.model.DataChanges;
import weightroom.ui.model.RunModel;

/**
 * Opens and saves experiments and runs. Files are read and checked in the background, and only what is good all through
 * takes the place of what is open; whatever is wrong with a file is said in one sentence.
 */
public final class Documents {
    private final RunModel model;
    private final Background background;
    private final RecentFiles recent;
    private final Dialogs dialogs;
    private Optional<Path> file = Optional.empty();

    /**
     * @param background reads and writes
     * @param dialogs ask for names of files
     */
    public Documents(RunModel model, Background background, RecentFiles recent, Dialogs dialogs) {
        this.model = model;
        this.background = background;
        this.recent = recent;
        this.dialogs = dialogs;
    }

    /** Where a person is asked something. */
    public interface Dialogs {
        /** The file to open; empty when the person would rather not. */
        Optional<Path> toOpen();

        /** Where to save; the ending says what: {@code .json} and {@code .yaml} an experiment, anything else a run. */
        Optional<Path> toSave(String suggested);

        /** Where to put a picture. */
        Optional<Path> toExport(String suggested);

        /** The window as a picture. */
        WritableImage picture();
    }

    /** What was found in a file. */
    private sealed interface Found {
        record Run(SavedRun run) implements Found {}

        record Fresh(Experiment experiment, Path folder) implements Found {}
    }

    RecentFiles recent() {
        return recent;
    }

    /** A new run of the experiment that the program opens with. */
    void begin() {
        begin(Experiment.opening());
    }

    /** A new run of an experiment that stands in no file. */
    void begin(Experiment experiment) {
        file = Optional.empty();
        model.transport().begin(experiment, Path.of(""));
    }

    /**
     * A new run of an experiment that somebody shared.
     *
     * @param opened is run when the code was good
     * @param refused is told why it was not
     */
    void open(String code, Runnable opened, Consumer<String> refused) {
        background.run(
                () -> read(code),
                experiment -> {
                    begin(experiment);
                    opened.run();
                },
                refused);
    }

    /** The experiment that is open as a code to share; {@code refused} is told where it is too large for one. */
    void share(Consumer<String> code, Consumer<String> refused) {
        Experiment open = model.experiment().get();
        background.run(() -> ShareCode.encode(open), code, refused);
    }

    void open() {
        dialogs.toOpen().ifPresent(this::open);
    }

    /** Opens an experiment, a saved run, or a table as data for the experiment that is open. */
    public void open(Path chosen) {
        Experiment open = model.experiment().get();
        background.run(() -> read(chosen, open), found -> take(chosen, found), this::refuse);
    }

    void save() {
        file.ifPresentOrElse(this::save, this::saveAs);
    }

    void saveAs() {
        String title = model.experiment().get().title();
        dialogs.toSave(title.isEmpty() ? Messages.text("untitled") : title).ifPresent(this::save);
    }

    /** The window as it is, as a PNG picture. */
    void exportPicture() {
        WritableImage image = dialogs.picture();
        String title = model.experiment().get().title();
        dialogs.toExport(title.isEmpty() ? Messages.text("untitled") : title).ifPresent(chosen -> {
            java.awt.image.BufferedImage pixels = SwingFXUtils.fromFXImage(image, null);
            write(chosen, path -> AtomicFile.write(path, out -> ImageIO.write(pixels, "png", out)), "exported");
        });
    }

    private void save(Path chosen) {
        if (isExperiment(chosen)) {
            Experiment experiment = model.experiment().get();
            write(chosen, path -> ExperimentWriter.write(experiment, path), "saved");
            keep(chosen);
        } else {
            model.transport()
                    .save(SavedRun.MAX_HISTORY, run -> write(chosen, path -> SavedRunWriter.write(run, path), "saved"));
            keep(chosen);
        }
    }

    private void write(Path chosen, Consumer<Path> writer, String said) {
        background.run(
                () -> {
                    writer.accept(chosen);
                    return chosen;
                },
                done -> model.tell(Messages.text("file." + said, chosen.getFileName())),
                this::refuse);
    }

    private static Experiment read(String code) {
        Experiment experiment = ShareCode.decode(code);
        Setup.of(experiment, Path.of(""));
        return experiment;
    }

    private static Found read(Path chosen, Experiment open) {
        if (SavedRunReader.looksLikeOne(chosen)) {
            SavedRun run = SavedRunReader.read(chosen);
            run.setup();
            return new Found.Run(run);
        }
        Experiment experiment = isTable(chosen)
                ? DataChanges.withFile(
                        open, chosen.toAbsolutePath().toString(), CsvReader.read(chosen, CsvOptions.DEFAULT))
                : ExperimentReader.read(chosen);
        Path folder = Optional.ofNullable(chosen.toAbsolutePath().getParent()).orElse(Path.of(""));
        // Whether its rows can be read and its parts fit is found out before anything is given up for it.
        Setup.of(experiment, folder);
        return new Found.Fresh(experiment, folder);
    }

    private void take(Path chosen, Found found) {
        if (found instanceof Found.Run run) {
            model.transport().open(run.run());
        } else if (found instanceof Found.Fresh fresh) {
            model.transport().begin(fresh.experiment(), fresh.folder());
        }
        model.dismiss();
        if (isTable(chosen)) {
            file = Optional.empty();
            recent.add(chosen);
        } else {
            keep(chosen);
        }
    }

    private void keep(Path chosen) {
        file = Optional.of(chosen);
        recent.add(chosen);
    }

    private void refuse(String message) {
        model.refuse(message);
    }

    private static boolean isExperiment(Path chosen) {
        return endsWithAny(chosen, ".json", ".yaml", ".yml");
    }

    private static boolean isTable(Path chosen) {
        return endsWithAny(chosen, ".csv", ".tsv", ".txt");
    }

    private static boolean endsWithAny(Path chosen, String... endings) {
        String name = chosen.toString().toLowerCase(Locale.ROOT);
        return Arrays.stream(endings).anyMatch(name::endsWith);
    }
}
