package weightroom.experiment;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import weightroom.engine.InvalidInput;

/**
 * Writes files whole or not at all: into a temporary one in the same folder, onto the disk, then into place in one move.
 * Whenever the program or the machine stops, the file is the old one or the new one.
 */
public final class AtomicFile {
    private static final int BUFFER = 1 << 16;

    private AtomicFile() {}

    /** What goes into a file. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** What is done in the folder of a file. */
    @FunctionalInterface
    private interface Change {
        void make(Path part, Path target, Path folder) throws IOException;
    }

    /**
     * Creates or replaces a file.
     *
     * @throws InvalidInput when it cannot be written, naming the file and the reason; whatever stood there stays
     */
    public static void write(Path file, Content content) {
        change(file, (part, target, folder) -> {
            writeThrough(part, content);
            move(part, target);
            syncFolder(folder);
        });
    }

    /**
     * Finds out, before there is anything to write, whether a file can be created or replaced. Changes nothing.
     *
     * @throws InvalidInput when it cannot be, naming the file and the reason
     */
    public static void check(Path file) {
        change(file, (part, target, folder) -> writeThrough(part, out -> {}));
    }

    private static void change(Path file, Change change) {
        if (Files.isDirectory(file)) {
            throw new InvalidInput(file + " is a folder; expected the name of a file to write");
        }
        try {
            Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
            Path folder = target.getParent();
            if (folder == null) {
                throw new InvalidInput(file + " names no file");
            }
            Path part = folder.resolve("." + target.getFileName() + "." + UUID.randomUUID() + ".part");
            try {
                change.make(part, target, folder);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (NoSuchFileException e) {
            throw new InvalidInput(file + " cannot be written: its folder does not exist", e);
        } catch (AccessDeniedException e) {
            throw new InvalidInput(file + " cannot be written: no permission in this folder", e);
        } catch (IOException e) {
            throw new InvalidInput("%s cannot be written: %s".formatted(file, e.getMessage()), e);
        }
    }

    private static void writeThrough(Path part, Content content) throws IOException {
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER);
            content.writeTo(out);
            out.flush();
            channel.force(true);
        }
    }

    private static void move(Path part, Path target) throws IOException {
        try {
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            throw new IOException("this file system cannot replace a file in one move", e);
        }
    }

    /** Makes the new name last. Some systems cannot open a folder; the file itself is on the disk there already. */
    private static void syncFolder(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            System.getLogger(AtomicFile.class.getName())
                    .log(System.Logger.Level.DEBUG, "the folder " + folder + " cannot be synced", e);
        }
    }
}
