package weightroom.lesson;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import weightroom.engine.InvalidInput;
import weightroom.experiment.AtomicFile;
import weightroom.experiment.TextFile;

/**
 * Where progress through lessons is kept: on this computer only. A file that is broken, or that another program wrote, is
 * put aside under another name and never overwritten. For one thread.
 */
public final class ProgressFile {
    /** The usual name of the file. */
    public static final String NAME = "progress.json";

    private static final int MOST_BYTES = 8 * 1024 * 1024;
    private static final int MOST_ASIDE = 1_000;

    private final Path file;
    private boolean writable = true;

    /** @param file need not exist yet, nor its folder */
    public ProgressFile(Path file) {
        this.file = file;
    }

    /**
     * What was kept.
     *
     * @param notice what the user should know; empty for nothing
     */
    public record Kept(Progress progress, String notice) {}

    /** Reads what was kept; nothing was done where there is no file, or one that cannot be read. */
    public Kept read() {
        if (!Files.exists(file)) {
            return new Kept(Progress.NONE, "");
        }
        try {
            return new Kept(read(file), "");
        } catch (InvalidInput broken) {
            return new Kept(Progress.NONE, broken.getMessage() + ". " + putAside());
        }
    }

    /**
     * Keeps progress, in place of what was kept before.
     *
     * @throws InvalidInput when it cannot be written, naming the file and the reason; what was kept before stays
     */
    public void write(Progress progress) {
        if (!writable) {
            throw new InvalidInput("%s cannot be read and could not be put aside, so progress is not kept; move it away"
                    .formatted(file));
        }
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
        } catch (IOException e) {
            throw new InvalidInput("%s cannot be written: %s".formatted(file, e.getMessage()), e);
        }
        export(progress, file);
    }

    /**
     * Writes progress into another file, to take it along.
     *
     * @throws InvalidInput when it cannot be written, naming the file and the reason
     */
    public static void export(Progress progress, Path to) {
        byte[] text = ProgressFormat.write(progress).getBytes(StandardCharsets.UTF_8);
        AtomicFile.write(to, out -> out.write(text));
    }

    /**
     * Reads progress from another file.
     *
     * @throws InvalidInput naming the place and what is wrong there
     */
    public static Progress read(Path from) {
        return ProgressFormat.read(from.toString(), TextFile.decode(from.toString(), TextFile.bytes(from, MOST_BYTES)));
    }

    private String putAside() {
        for (int i = 1; i <= MOST_ASIDE; i++) {
            Path aside = file.resolveSibling("%s.%d.aside".formatted(file.getFileName(), i));
            if (!Files.exists(aside)) {
                try {
                    Files.move(file, aside);
                    return "It was put aside as %s; progress begins anew".formatted(aside);
                } catch (IOException e) {
                    break;
                }
            }
        }
        writable = false;
        return "It could not be put aside, so that progress is not kept until it is moved away";
    }
}
