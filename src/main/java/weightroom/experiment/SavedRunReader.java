package weightroom.experiment;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import weightroom.engine.Chunk.Accuracy;
import weightroom.engine.Chunk.Measurement;
import weightroom.engine.InvalidInput;
import weightroom.engine.Layout;
import weightroom.engine.Network;
import weightroom.engine.State;

/**
 * Reads saved runs, whole or not at all: every size is checked against the network and the file before anything is
 * allocated, and every byte against the checksum. See {@link SavedRunWriter} for the format.
 */
public final class SavedRunReader {
    private static final Pattern FIRST = Pattern.compile("weightroom-run ([0-9]{1,9}) ([0-9]{1,9}) ([0-9]{1,12})");
    private static final String[] FIELDS = {
        "experiment", "folder", "rows", "inputs", "step", "rate-scale", "watch", "best-step", "history"
    };
    private static final String[] FIELDS_WITH_AHEAD = {
        "experiment", "folder", "rows", "inputs", "step", "rate-scale", "watch", "ahead", "best-step", "history"
    };
    private static final int LONGEST_FIRST = 64;
    private static final int MAX_HEADER = 64 * 1024 * 1024;
    private static final int FLOATS_AT_ONCE = 4096;
    private static final double LARGEST_WHOLE = Experiment.MAX_SEED;

    private final Path file;
    private final DigestInputStream in;

    private SavedRunReader(Path file, DigestInputStream in) {
        this.file = file;
        this.in = in;
    }

    /** Whether a file begins as a saved run does; false for one that cannot be read. */
    public static boolean looksLikeOne(Path file) {
        byte[] magic = SavedRunWriter.MAGIC.getBytes(StandardCharsets.US_ASCII);
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(magic, in.readNBytes(magic.length));
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Reads a run.
     *
     * @throws InvalidInput naming the file and what is wrong with it: cut off, changed, of another version, or at odds
     *     with itself
     */
    public static SavedRun read(Path file) {
        if (Files.isDirectory(file)) {
            throw new InvalidInput(file + " is a folder; expected a saved run");
        }
        try (InputStream raw = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            return new SavedRunReader(file, new DigestInputStream(raw, Checksum.sha256())).run(Files.size(file));
        } catch (EOFException e) {
            throw new InvalidInput(file + " ends in the middle; was it cut off?", e);
        } catch (IOException e) {
            throw TextFile.unreadable(file, e);
        }
    }

    private SavedRun run(long size) throws IOException {
        String line = firstLine();
        Matcher first = FIRST.matcher(line);
        if (!first.matches()) {
            throw fault("is no saved run; expected it to begin with \"%s\" and three numbers"
                    .formatted(SavedRunWriter.MAGIC));
        }
        int version = Integer.parseInt(first.group(1));
        if (version < SavedRunWriter.LOSSES_ALONE || version > SavedRunWriter.AHEAD) {
            throw fault("is a saved run of version %s; expected version %d to %d, so open it with a newer program"
                    .formatted(first.group(1), SavedRunWriter.LOSSES_ALONE, SavedRunWriter.AHEAD));
        }
        int headerBytes = Integer.parseInt(first.group(2));
        long payloadBytes = Long.parseLong(first.group(3));
        long expected = line.length() + 1L + headerBytes + payloadBytes + Checksum.BYTES;
        if (headerBytes > MAX_HEADER) {
            throw fault("announces %d bytes of description; at most %d are read".formatted(headerBytes, MAX_HEADER));
        }
        if (size != expected) {
            throw fault("has %d bytes; expected %d%s"
                    .formatted(size, expected, size < expected ? ". Was it cut off?" : ""));
        }
        in.getMessageDigest().reset();
        String header = TextFile.decode(file.toString(), bytes(headerBytes));
        Section section = Section.root(DocumentParser.parse(file + ", header", header));
        return run(section, payloadBytes, version);
    }

    private SavedRun run(Section header, long payloadBytes, int version) throws IOException {
        header.only(version < SavedRunWriter.AHEAD ? FIELDS : FIELDS_WITH_AHEAD);
        Experiment experiment = ExperimentReader.read(header.requiredSection("experiment"));
        int inputs = (int) required(header, whole("inputs", 1, 1_000_000));
        Network network = network(experiment, inputs);
        Layout layout = Layout.of(network);
        int slots = experiment.training().optimizer().optimizer().slots();
        boolean hasBest = header.has("best-step");
        int points = (int) required(header, whole("history", 0, SavedRun.MAX_HISTORY));
        long stateBytes = (long) Float.BYTES * (layout.total() + (long) slots * layout.trainable());
        boolean lossesAlone = version == SavedRunWriter.LOSSES_ALONE;
        int pointBytes = lossesAlone ? SavedRunWriter.LOSS_BYTES : SavedRunWriter.POINT_BYTES;
        long needed = stateBytes * (hasBest ? 2 : 1) + (long) pointBytes * points;
        if (payloadBytes != needed) {
            throw fault("holds %d bytes of numbers; expected %d for the network %s under %s with %d points of history"
                    .formatted(
                            payloadBytes,
                            needed,
                            network,
                            experiment.training().optimizer().optimizer().id(),
                            points));
        }
        State state = state((long) required(header, whole("step", 0, LARGEST_WHOLE)), layout, slots);
        Optional<State> best = hasBest
                ? Optional.of(state((long) required(header, whole("best-step", 0, LARGEST_WHOLE)), layout, slots))
                : Optional.empty();
        List<Measurement> history = history(points, pointBytes);
        checkSum();
        return new SavedRun(
                experiment,
                folder(header),
                fingerprint(header),
                inputs,
                state,
                required(header, Field.number("rate-scale", "", "", 1, 0, 1e30)),
                watch(header.requiredSection("watch")),
                ahead(header, state.step()),
                best,
                history);
    }

    private Network network(Experiment experiment, int inputs) {
        try {
            return experiment.network().over(inputs);
        } catch (InvalidInput e) {
            throw new InvalidInput(file + " describes a network that cannot be: " + e.getMessage(), e);
        }
    }

    private static SavedRun.Watch watch(Section watch) {
        watch.only("best-loss", "best-epoch", "plateau-loss", "plateau-epoch");
        double none = Double.POSITIVE_INFINITY;
        return new SavedRun.Watch(
                watch.number(Field.number("best-loss", "", "", none, -1e300, 1e300)),
                watch.whole(whole("best-epoch", 0, LARGEST_WHOLE)),
                watch.number(Field.number("plateau-loss", "", "", none, -1e300, 1e300)),
                watch.whole(whole("plateau-epoch", 0, LARGEST_WHOLE)));
    }

    private static SavedRun.Ahead ahead(Section header, long step) {
        if (!header.has("ahead")) {
            return SavedRun.Ahead.NONE;
        }
        Section ahead = header.requiredSection("ahead");
        ahead.only("steps", "samples");
        return new SavedRun.Ahead((long) required(ahead, whole("steps", -step, LARGEST_WHOLE)), (long)
                required(ahead, whole("samples", -LARGEST_WHOLE, LARGEST_WHOLE)));
    }

    private Path folder(Section header) {
        String name = header.text("folder", 4096).orElse("");
        try {
            return file.toAbsolutePath().resolveSibling(name);
        } catch (InvalidPathException e) {
            throw header.fault("folder", "is no folder's name");
        }
    }

    private static long fingerprint(Section header) {
        Node value = header.required("rows", "a checksum");
        if (value instanceof Node.Text text && text.value().matches("[0-9a-f]{1,16}")) {
            return Long.parseUnsignedLong(text.value(), 16);
        }
        throw header.wrong("rows", value, "a checksum of up to 16 hexadecimal digits");
    }

    private static double required(Section section, Field field) {
        section.required(field.id(), field.expected());
        return section.number(field);
    }

    private static Field whole(String id, double low, double high) {
        return Field.whole(id, "", "", low, low, high);
    }

    private State state(long step, Layout layout, int slots) throws IOException {
        float[] parameters = floats("parameters", layout.total());
        float[][] state = new float[slots][];
        for (int s = 0; s < slots; s++) {
            state[s] = floats("optimizer state", layout.trainable());
        }
        return new State(step, parameters, state);
    }

    private float[] floats(String what, int count) throws IOException {
        float[] numbers = new float[count];
        for (int done = 0; done < count; ) {
            int now = Math.min(count - done, FLOATS_AT_ONCE);
            ByteBuffer bytes = numbers(now * Float.BYTES);
            for (int i = 0; i < now; i++, done++) {
                numbers[done] = bytes.getFloat();
                if (!Float.isFinite(numbers[done])) {
                    throw fault(
                            "number %d of its %s is %s; expected a finite number".formatted(done, what, numbers[done]));
                }
            }
        }
        return numbers;
    }

    private List<Measurement> history(int points, int pointBytes) throws IOException {
        List<Measurement> history = new ArrayList<>(points);
        for (int i = 0; i < points; i++) {
            ByteBuffer bytes = numbers(pointBytes);
            long epoch = count(bytes.getDouble(), i);
            long step = count(bytes.getDouble(), i);
            double train = bytes.getDouble();
            double validation = bytes.getDouble();
            double test = bytes.getDouble();
            history.add(
                    bytes.hasRemaining()
                            ? new Measurement(
                                    0, epoch, step, train, validation, test, accuracy(bytes), bytes.getFloat())
                            : new Measurement(0, epoch, step, train, validation, test));
        }
        return history;
    }

    private static Accuracy accuracy(ByteBuffer bytes) {
        return new Accuracy(bytes.getFloat(), bytes.getFloat(), bytes.getFloat());
    }

    private long count(double value, int point) {
        if (!(value >= 0 && value <= LARGEST_WHOLE && value == Math.rint(value))) {
            throw fault("point %d of its history counts %s; expected a whole number".formatted(point, value));
        }
        return (long) value;
    }

    private void checkSum() throws IOException {
        byte[] found = in.getMessageDigest().digest();
        in.on(false);
        if (!MessageDigest.isEqual(found, bytes(Checksum.BYTES))) {
            throw fault("has changed since it was saved: its checksum does not match. Use another copy of it");
        }
    }

    private String firstLine() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c >= 0 && c != '\n' && line.length() <= LONGEST_FIRST; c = in.read()) {
            line.append((char) c);
        }
        return line.toString();
    }

    private ByteBuffer numbers(int count) throws IOException {
        return ByteBuffer.wrap(bytes(count)).order(ByteOrder.LITTLE_ENDIAN);
    }

    private byte[] bytes(int count) throws IOException {
        byte[] bytes = in.readNBytes(count);
        if (bytes.length != count) {
            throw new EOFException();
        }
        return bytes;
    }

    private InvalidInput fault(String problem) {
        return new InvalidInput(file + " " + problem);
    }
}
