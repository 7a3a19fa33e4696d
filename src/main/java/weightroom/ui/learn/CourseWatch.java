package weightroom.ui.learn;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import weightroom.lesson.Course;

/** A folder of lessons, and whether any of its files has changed since it was read. For the background's thread. */
final class CourseWatch {
    private static final int DEPTH = 3;

    private final Optional<Path> folder;
    private Map<String, String> known = Map.of();

    /** @param folder empty for the lessons of the program, which stay as they are */
    CourseWatch(Optional<Path> folder) {
        this.folder = folder;
    }

    /** @throws weightroom.engine.InvalidInput when the folder cannot be read */
    Course read() {
        known = stamps();
        return folder.map(Course::read).orElseGet(Course::shipped);
    }

    boolean changed() {
        return !known.equals(stamps());
    }

    /** When each file was written, and how long it is. */
    private Map<String, String> stamps() {
        Map<String, String> stamps = new TreeMap<>();
        if (folder.isEmpty() || !Files.isDirectory(folder.get())) {
            return stamps;
        }
        try (Stream<Path> files = Files.walk(folder.get(), DEPTH)) {
            files.filter(Files::isRegularFile).forEach(file -> stamps.put(file.toString(), stamp(file)));
        } catch (IOException | UncheckedIOException vanished) {
            // A file that goes while it is looked at has changed.
            stamps.put("", String.valueOf(System.nanoTime()));
        }
        return stamps;
    }

    private static String stamp(Path file) {
        try {
            return Files.getLastModifiedTime(file) + " " + Files.size(file);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
