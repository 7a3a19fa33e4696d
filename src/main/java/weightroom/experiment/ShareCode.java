package weightroom.experiment;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import weightroom.engine.InvalidInput;

/**
 * An experiment as a short text that can be pasted into a message and back: {@code wr1:} and, in the URL's alphabet of
 * Base64 (RFC 4648), four bytes of CRC-32 and the experiment's JSON, deflated (RFC 1951). Of the JSON only what differs
 * from the defaults is written. Spaces and line breaks that a mail program adds to a code do not matter.
 */
public final class ShareCode {
    /** What every code of this version begins with. */
    public static final String PREFIX = "wr1:";

    /** The longest code that is made or read, in characters. */
    public static final int MAX_LENGTH = 100_000;

    /** The longest JSON that a code unfolds to, in bytes. */
    static final int MAX_BYTES = 4 * 1024 * 1024;

    private static final int SUM_BYTES = 4;
    private static final Pattern ANY_VERSION = Pattern.compile("wr[0-9]{1,4}:.*", Pattern.DOTALL);
    private static final Pattern ALPHABET = Pattern.compile("[A-Za-z0-9_-]*");

    private ShareCode() {}

    /**
     * The code of an experiment.
     *
     * @throws InvalidInput when its rows stand in a file, which a code cannot hold, or are too many
     */
    public static String encode(Experiment experiment) {
        if (experiment.data().origin() instanceof DataSpec.OwnFile file) {
            throw new InvalidInput(("the rows stand in the file %s, which a code cannot hold; save the experiment"
                            + " and send both files instead")
                    .formatted(file.path()));
        }
        byte[] json = ExperimentWriter.dense(shortest(experiment)).getBytes(StandardCharsets.UTF_8);
        byte[] packed = deflate(json);
        byte[] sealed = ByteBuffer.allocate(SUM_BYTES + packed.length)
                .putInt(sum(packed))
                .put(packed)
                .array();
        String code = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
        if (code.length() > MAX_LENGTH || json.length > MAX_BYTES) {
            throw new InvalidInput(
                    "the code of this experiment would have %d characters; at most %d can be pasted, so send its file"
                            .formatted(code.length(), MAX_LENGTH));
        }
        return code;
    }

    /**
     * The experiment behind a code.
     *
     * @throws InvalidInput saying what is wrong: no code, of another version, cut off, mistyped, or of something that is no
     *     experiment
     */
    public static Experiment decode(String text) {
        if (text.length() > 2 * MAX_LENGTH) {
            throw new InvalidInput(
                    "this text has %d characters; a code has at most %d".formatted(text.length(), MAX_LENGTH));
        }
        String code = text.replaceAll("\\s", "");
        if (!code.startsWith(PREFIX)) {
            throw new InvalidInput(
                    ANY_VERSION.matcher(code).matches()
                            ? "this code is of a newer version of the program; expected one that begins with " + PREFIX
                            : "this is no code of an experiment; expected a text that begins with " + PREFIX);
        }
        byte[] sealed = bytes(code.substring(PREFIX.length()));
        if (sealed.length <= SUM_BYTES) {
            throw new InvalidInput("this code ends too early; was it copied whole?");
        }
        byte[] packed = Arrays.copyOfRange(sealed, SUM_BYTES, sealed.length);
        if (ByteBuffer.wrap(sealed).getInt() != sum(packed)) {
            throw new InvalidInput("this code is damaged: its check sum does not match. Was it copied whole?");
        }
        return ExperimentReader.parse("the code", TextFile.decode("the code", inflate(packed)));
    }

    private static byte[] bytes(String body) {
        if (!ALPHABET.matcher(body).matches()) {
            throw new InvalidInput(
                    "this code holds a character that codes never do; expected letters, digits, - and _ only");
        }
        try {
            return Base64.getUrlDecoder().decode(body);
        } catch (IllegalArgumentException e) {
            throw new InvalidInput("this code ends too early; was it copied whole?", e);
        }
    }

    private static int sum(byte[] bytes) {
        CRC32 sum = new CRC32();
        sum.update(bytes);
        return (int) sum.getValue();
    }

    private static byte[] deflate(byte[] plain) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        try {
            deflater.setInput(plain);
            deflater.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] buffer = new byte[4096];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }

    private static byte[] inflate(byte[] packed) {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(packed);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] buffer = new byte[4096];
            while (!inflater.finished()) {
                int count = inflater.inflate(buffer);
                if (count == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                    throw new InvalidInput("this code ends too early; was it copied whole?");
                }
                out.write(buffer, 0, count);
                if (out.size() > MAX_BYTES) {
                    throw new InvalidInput("this code unfolds to more than %d bytes".formatted(MAX_BYTES));
                }
            }
            return out.toByteArray();
        } catch (DataFormatException e) {
            throw new InvalidInput("this code is damaged: it cannot be unfolded. Was it copied whole?", e);
        } finally {
            inflater.end();
        }
    }

    /**
     * The experiment's tree without whatever reading it back would put there by itself. Which fields those are is tried out,
     * so that no list of defaults has to agree with the reader's.
     */
    private static Node.Entries shortest(Experiment experiment) {
        Node.Entries root = ExperimentWriter.tidy(ExperimentWriter.tree(experiment));
        shorten(root, root, experiment);
        return root;
    }

    private static void shorten(Node.Entries part, Node.Entries root, Experiment experiment) {
        List<Map.Entry<String, Node>> entries = new ArrayList<>(part.values().entrySet());
        for (Map.Entry<String, Node> entry : entries) {
            String name = entry.getKey();
            Node value = entry.getValue();
            part.values().remove(name);
            if (!readsBackAs(experiment, root)) {
                part.values().put(name, value);
                shortenInside(value, root, experiment);
            }
        }
    }

    private static void shortenInside(Node value, Node.Entries root, Experiment experiment) {
        if (value instanceof Node.Entries inner) {
            shorten(inner, root, experiment);
        } else if (value instanceof Node.Items items) {
            for (Node item : items.values()) {
                if (item instanceof Node.Entries inner) {
                    shorten(inner, root, experiment);
                }
            }
        }
    }

    private static boolean readsBackAs(Experiment experiment, Node.Entries root) {
        try {
            return ExperimentReader.read(Section.root(new Document("", root))).equals(experiment);
        } catch (InvalidInput needed) {
            return false;
        }
    }
}
