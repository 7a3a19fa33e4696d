package weightroom.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import weightroom.engine.InvalidInput;

/** A file that is there, can be read and has a size one can work with. */
final class InputFile {
    private InputFile() {}

    /** How messages call a file: its name without the folders before it. */
    static String name(Path file) {
        Path last = file.getFileName();
        return last == null ? file.toString() : last.toString();
    }

    /**
     * The size in bytes of a file that can be read.
     *
     * @param what what is expected, as in "a CSV file"
     * @param most largest size in bytes
     * @throws InvalidInput naming the path and what is wrong with it
     */
    static long check(Path file, String what, long most) {
        if (Files.isDirectory(file)) {
            throw new InvalidInput("%s is a directory; expected %s".formatted(file, what));
        }
        if (!Files.exists(file)) {
            throw new InvalidInput("%s does not exist; expected %s".formatted(file, what));
        }
        if (!Files.isRegularFile(file)) {
            throw new InvalidInput("%s is no regular file; expected %s".formatted(file, what));
        }
        if (!Files.isReadable(file)) {
            throw new InvalidInput(
                    "%s may not be read; expected %s that you have permission to read".formatted(file, what));
        }
        long size = size(file);
        if (size == 0) {
            throw new InvalidInput("%s is empty; expected %s".formatted(file, what));
        }
        if (size > most) {
            throw new InvalidInput("%s has %,d bytes; at most %,d are supported".formatted(file, size, most));
        }
        return size;
    }

    /** All bytes of a file that {@link #check} let pass. */
    static byte[] read(Path file, String what, long most) {
        check(file, what, most);
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /** What to say when the system refuses a file after all. */
    static InvalidInput unreadable(Path file, IOException cause) {
        return cause instanceof NoSuchFileException
                ? new InvalidInput(file + " vanished while it was being read", cause)
                : new InvalidInput("%s cannot be read: %s".formatted(file, cause.getMessage()), cause);
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }
}
