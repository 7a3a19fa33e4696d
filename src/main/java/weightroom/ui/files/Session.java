package weightroom.ui.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import weightroom.engine.InvalidInput;
import weightroom.experiment.SavedRun;
import weightroom.experiment.SavedRunReader;
import weightroom.experiment.SavedRunWriter;

/**
 * The run of one window, kept on disk so that nothing is lost: {@code <name>.run} beside {@code <name>.lock}, which the
 * window holds locked as long as it lives. A window that is closed leaves its run as {@code last.run}; of one that crashed
 * the system lets go of the lock, and the run is found by the next start. Several windows do not disturb each other.
 */
public final class Session implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Session.class);
    private static final String LAST = "last.run";
    private static final String RUN = ".run";
    private static final String LOCK = ".lock";

    private final Path folder;
    private final String name = "open-" + UUID.randomUUID();
    private final FileChannel channel;

    /**
     * What an earlier window left.
     *
     * @param file holds the run
     * @param savedAt when the run was kept
     */
    public record Left(Path file, FileTime savedAt) {
        /**
         * The run.
         *
         * @throws InvalidInput when it cannot be read, or its rows have changed since
         */
        public SavedRun read() {
            SavedRun run = SavedRunReader.read(file);
            run.setup();
            return run;
        }
    }

    private Session(Path folder) throws IOException {
        this.folder = folder;
        Files.createDirectories(folder);
        channel =
                FileChannel.open(folder.resolve(name + LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock();
        if (lock == null) {
            throw new IOException("the new file " + name + LOCK + " is locked already");
        }
    }

    /** Begins to keep the run of a window; empty, with a warning in the log, where nothing can be kept. */
    public static Optional<Session> begin(Path folder) {
        try {
            return Optional.of(new Session(folder));
        } catch (IOException e) {
            LOG.warn("Runs cannot be kept in {}", folder, e);
            return Optional.empty();
        }
    }

    /** Where things of this user are kept. */
    public Path folder() {
        return folder;
    }

    /** The newest run of a window that crashed. */
    public Optional<Left> crashed() {
        return allCrashed().stream().findFirst();
    }

    /** The run of the window that was closed last; empty for none, and, with a warning in the log, for one that is no good. */
    public Optional<SavedRun> last() {
        Path last = folder.resolve(LAST);
        if (!Files.isRegularFile(last)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Left(last, time(last)).read());
        } catch (InvalidInput broken) {
            LOG.warn("The run that was open last cannot be opened again", broken);
            return Optional.empty();
        }
    }

    /** Keeps the run as it is now. */
    public void keep(SavedRun run) {
        SavedRunWriter.write(run, folder.resolve(name + RUN));
    }

    /** Throws away what crashed windows left, as when it was opened or is not wanted. */
    public void forgetCrashed() {
        allCrashed().forEach(left -> remove(left.file()));
    }

    /** The window is closed: what was kept last is what the next one opens with. */
    @Override
    public void close() {
        Path mine = folder.resolve(name + RUN);
        try {
            if (Files.isRegularFile(mine)) {
                Files.move(mine, folder.resolve(LAST), StandardCopyOption.REPLACE_EXISTING);
            }
            channel.close();
            Files.deleteIfExists(folder.resolve(name + LOCK));
        } catch (IOException e) {
            LOG.warn("The run of this window could not be left to the next", e);
        }
    }

    /** Runs whose window lives no more, the newest first; what they held locked is cleared away. */
    private List<Left> allCrashed() {
        try (DirectoryStream<Path> locks = Files.newDirectoryStream(folder, "open-*" + LOCK)) {
            for (Path lock : locks) {
                if (!lock.getFileName().toString().equals(name + LOCK) && !isHeld(lock)) {
                    Files.deleteIfExists(lock);
                }
            }
        } catch (IOException e) {
            LOG.warn("The folder {} cannot be looked through", folder, e);
        }
        try (DirectoryStream<Path> runs = Files.newDirectoryStream(folder, "open-*" + RUN)) {
            Stream<Path> ownerless = StreamSupport.stream(runs.spliterator(), false)
                    .filter(run -> !Files.exists(
                            folder.resolve(run.getFileName().toString().replace(RUN, LOCK))));
            return ownerless
                    .map(run -> new Left(run, time(run)))
                    .sorted(Comparator.comparing(Left::savedAt).reversed())
                    .toList();
        } catch (IOException e) {
            LOG.warn("The folder {} cannot be looked through", folder, e);
            return List.of();
        }
    }

    private static boolean isHeld(Path lock) throws IOException {
        try (FileChannel other = FileChannel.open(lock, StandardOpenOption.WRITE);
                FileLock mine = other.tryLock()) {
            return mine == null;
        } catch (OverlappingFileLockException anotherWindowOfThisProgram) {
            return true;
        }
    }

    private static FileTime time(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            LOG.debug("The time of {} is unknown", file, e);
            return FileTime.fromMillis(0);
        }
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("{} cannot be removed", file, e);
        }
    }
}
