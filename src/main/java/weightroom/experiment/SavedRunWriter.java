package weightroom.experiment;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Objects;
import weightroom.engine.Chunk.Measurement;
import weightroom.engine.InvalidInput;
import weightroom.engine.State;

/**
 * Writes saved runs.
 *
 * <p>The file: a line {@code weightroom-run 2 H P} in ASCII; H bytes of JSON with the experiment and the small numbers; P
 * bytes of large ones, little-endian: parameters and optimizer slots as floats, those of the best state if there is one,
 * then per point of the history five doubles (epoch, step, loss of train, validation, test) and four floats (accuracy of
 * train, validation, test; penalty); last the SHA-256 of H and P. Version 1 had no such floats; version 3 is that of a run
 * whose batch changed on the way.
 */
public final class SavedRunWriter {
    static final String MAGIC = "weightroom-run";
    static final int VERSION = 2;

    /** The version that says how far counters are ahead; all else is as in the one before. */
    static final int AHEAD = 3;

    /** The version whose histories hold losses alone. */
    static final int LOSSES_ALONE = 1;

    static final int LOSS_BYTES = 5 * Double.BYTES;
    static final int POINT_BYTES = LOSS_BYTES + 4 * Float.BYTES;

    private SavedRunWriter() {}

    /**
     * Writes a run; whatever stood there is replaced only when the new file is complete and on the disk.
     *
     * @throws InvalidInput when the file cannot be written
     */
    public static void write(SavedRun run, Path file) {
        if (run.history().size() > SavedRun.MAX_HISTORY) {
            throw new InvalidInput("the history has %d points; a saved run holds at most %d"
                    .formatted(run.history().size(), SavedRun.MAX_HISTORY));
        }
        byte[] header = JsonPrinter.print(header(run, file)).getBytes(StandardCharsets.UTF_8);
        long payload = stateBytes(run.state())
                + run.best().map(SavedRunWriter::stateBytes).orElse(0L)
                + (long) POINT_BYTES * run.history().size();
        String first = "%s %d %d %d%n"
                .formatted(MAGIC, run.ahead().equals(SavedRun.Ahead.NONE) ? VERSION : AHEAD, header.length, payload)
                .replace("\r", "");
        AtomicFile.write(file, out -> {
            out.write(first.getBytes(StandardCharsets.US_ASCII));
            MessageDigest digest = Checksum.sha256();
            OutputStream checked = new BufferedOutputStream(new DigestOutputStream(out, digest), 1 << 16);
            checked.write(header);
            writeState(run.state(), checked);
            if (run.best().isPresent()) {
                writeState(run.best().get(), checked);
            }
            writeHistory(run, checked);
            checked.flush();
            out.write(digest.digest());
        });
    }

    private static Node.Entries header(SavedRun run, Path file) {
        Node.Entries watch = Node.Entries.of();
        SavedRun.Watch seen = run.watch();
        finite("best-loss", seen.bestLoss(), watch);
        watch.with("best-epoch", seen.bestEpoch());
        finite("plateau-loss", seen.plateauLoss(), watch);
        watch.with("plateau-epoch", seen.plateauEpoch());
        Node.Entries header = Node.Entries.of()
                .with("experiment", ExperimentWriter.tidy(ExperimentWriter.tree(run.experiment())))
                .with("folder", relative(run.folder(), file))
                .with("rows", Long.toHexString(run.rows()))
                .with("inputs", run.inputs())
                .with("step", run.state().step())
                .with("rate-scale", run.rateScale())
                .with("watch", watch);
        if (!run.ahead().equals(SavedRun.Ahead.NONE)) {
            header.with(
                    "ahead",
                    Node.Entries.of()
                            .with("steps", run.ahead().steps())
                            .with("samples", run.ahead().samples()));
        }
        run.best().ifPresent(best -> header.with("best-step", best.step()));
        return header.with("history", run.history().size());
    }

    /** Relative where it can be, so that the folder may be moved as a whole. */
    private static String relative(Path folder, Path file) {
        Path home = file.toAbsolutePath().normalize().getParent();
        if (home == null || !Objects.equals(home.getRoot(), folder.getRoot())) {
            return folder.toString();
        }
        return home.relativize(folder).toString().replace('\\', '/');
    }

    private static void finite(String name, double value, Node.Entries entries) {
        if (Double.isFinite(value)) {
            entries.with(name, value);
        }
    }

    private static long stateBytes(State state) {
        long floats = state.parameters().length;
        for (float[] slot : state.slots()) {
            floats += slot.length;
        }
        return floats * Float.BYTES;
    }

    private static void writeState(State state, OutputStream out) throws IOException {
        writeFloats(state.parameters(), out);
        for (float[] slot : state.slots()) {
            writeFloats(slot, out);
        }
    }

    private static void writeFloats(float[] numbers, OutputStream out) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (float number : numbers) {
            out.write(bytes.putFloat(0, number).array());
        }
    }

    private static void writeHistory(SavedRun run, OutputStream out) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(POINT_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (Measurement point : run.history()) {
            bytes.clear();
            bytes.putDouble(point.epoch()).putDouble(point.step());
            bytes.putDouble(point.train()).putDouble(point.validation()).putDouble(point.test());
            bytes.putFloat((float) point.accuracy().train());
            bytes.putFloat((float) point.accuracy().validation());
            bytes.putFloat((float) point.accuracy().test());
            bytes.putFloat((float) point.penalty());
            out.write(bytes.array());
        }
    }
}
