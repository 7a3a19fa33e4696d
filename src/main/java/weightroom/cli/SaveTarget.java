package weightroom.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import weightroom.engine.InvalidInput;
import weightroom.experiment.AtomicFile;
import weightroom.experiment.SavedRun;
import weightroom.experiment.SavedRunReader;
import weightroom.experiment.SavedRunWriter;

/** Where {@code --save} puts the run. */
record SaveTarget(Path file) {
    /**
     * Finds out before an hour of training whether there is a place for its result.
     *
     * @throws InvalidInput when the file cannot be written, or holds something else that would be lost
     */
    static SaveTarget checked(Path file) {
        AtomicFile.check(file);
        if (Files.exists(file) && !isEmpty(file) && !SavedRunReader.looksLikeOne(file)) {
            throw new InvalidInput(Text.of("save.other", file.toString()));
        }
        return new SaveTarget(file);
    }

    void write(SavedRun run) {
        SavedRunWriter.write(run, file);
    }

    private static boolean isEmpty(Path file) {
        try {
            return Files.isRegularFile(file) && Files.size(file) == 0;
        } catch (IOException e) {
            throw new InvalidInput(Text.of("save.unreadable", file.toString(), String.valueOf(e.getMessage())), e);
        }
    }
}
