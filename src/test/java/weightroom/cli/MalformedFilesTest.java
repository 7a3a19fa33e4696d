package weightroom.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is wrong with a file: status 2, one message that names the file and the place, and nothing else happens. */
class MalformedFilesTest {
    private static final List<String> DATA_FILES = List.of("data.csv", "none.csv", "images.idx", "labels.idx", "sub");

    @TempDir
    private Path folder;

    private Path work = Path.of("");

    @BeforeEach
    void makeRoom() throws IOException {
        work = Files.createTempDirectory(folder, "case");
    }

    /** Makes the files of one case; returns the one to train. */
    @FunctionalInterface
    private interface Case {
        Path write(Path work) throws IOException;
    }

    @TestFactory
    Stream<DynamicTest> malformedFiles() {
        Map<String, Case> cases = new LinkedHashMap<>();
        cases.putAll(experiments());
        cases.putAll(encodings());
        cases.putAll(tables());
        cases.putAll(images());
        cases.putAll(savedRuns());
        assertTrue(cases.size() >= 100, "only " + cases.size());
        return cases.entrySet().stream()
                .map(one -> DynamicTest.dynamicTest(one.getKey(), () -> {
                    makeRoom();
                    refuses(one.getValue().write(work));
                }));
    }

    @Test
    void foldersAndMissingFilesAreRefusedToo() throws IOException {
        refuses(work);
        refuses(work.resolve("none.json"));
        Files.createDirectory(work.resolve("sub"));
        refuses(Examples.write(work, "folder.json", experiment("\"file\": \"sub\"")));
    }

    @Test
    void aFileWithoutPermissionIsRefused() throws IOException {
        Path locked = Examples.write(work, "locked.json", Examples.XOR);
        assertTrue(locked.toFile().setReadable(false));
        assumeFalse(Files.isReadable(locked), "root reads everything");
        refuses(locked);
    }

    private void refuses(Path file) throws IOException {
        Map<String, Long> before = listing();
        CommandLineRun run = CommandLineRun.of("train", file, "--json", "--epochs", 1);
        String err = run.err();
        assertEquals(2, run.status(), err);
        assertEquals("", run.out());
        assertTrue(err.lines().count() >= 1 && err.lines().count() <= 2, err);
        assertTrue(err.length() < 1500, "a message, not a novel: " + err);
        List<String> names = new ArrayList<>(DATA_FILES);
        names.add(file.getFileName().toString());
        assertTrue(names.stream().anyMatch(err::contains), err);
        for (String internal : new String[] {"\tat ", "Exception", "com.fasterxml", "java.", "null\n", "Feature"}) {
            assertFalse(err.contains(internal), err);
        }
        assertEquals(before, listing(), "nothing is written");
    }

    private Map<String, Long> listing() throws IOException {
        Map<String, Long> listing = new TreeMap<>();
        try (Stream<Path> files = Files.walk(work)) {
            for (Path file : files.toList()) {
                listing.put(
                        work.relativize(file).toString(),
                        Files.getLastModifiedTime(file).toMillis());
            }
        }
        return listing;
    }

    private static Case json(String text) {
        return work -> Examples.write(work, "broken.json", text);
    }

    private static Case changed(String good, String bad) {
        assertTrue(Examples.XOR.contains(good), good);
        return json(Examples.XOR.replace(good, bad));
    }

    private static Map<String, Case> experiments() {
        Map<String, Case> cases = new LinkedHashMap<>();
        String xor = Examples.XOR;
        for (int cut : new int[] {0, 1, 20, 100, 300, xor.length() - 5}) {
            cases.put("an experiment cut off after " + cut, json(xor.substring(0, cut)));
        }
        String[][] changes = {
            {"\"weightroom\": 1", "\"weightroom\": 99"},
            {"\"weightroom\": 1", "\"weightroom\": \"1\""},
            {"\"seed\": 7", "\"seed\": \"seven\""},
            {"\"seed\": 7", "\"seed\": 7.25"},
            {"\"seed\": 7", "\"seed\": NaN"},
            {"\"seed\": 7", "\"seed\": 1e400"},
            {"\"seed\": 7", "\"seed\": " + "9".repeat(2000)},
            {"\"seed\": 7", "\"seed\": [7]"},
            {"\"seed\": 7", "\"seed\": 7, \"unknown\": 1"},
            {"\"source\": \"xor\"", "\"source\": \"nor gate\""},
            {"\"source\": \"xor\"", "\"source\": \"" + "x".repeat(20_000) + "\""},
            {"\"samples\": 4", "\"samples\": -4"},
            {"\"samples\": 4", "\"samples\": 1e15"},
            {"\"noise\": 0", "\"noise\": Infinity"},
            {"\"noise\": 0", "\"noise\": -0.5"},
            {"\"train\": 1.0", "\"train\": 0.001"},
            {"\"train\": 1.0", "\"train\": 1.5"},
            {"[\"x1\", \"x2\"]", "[\"x1\", \"x3\"]"},
            {"[\"x1\", \"x2\"]", "[\"x1\", \"sin(\"]"},
            {"[\"x1\", \"x2\"]", "[\"x1\", \"" + "(".repeat(5000) + "\"]"},
            {"\"units\": 8", "\"units\": 0"},
            {"\"units\": 8", "\"units\": 2147483648"},
            {"\"units\": 8", "\"units\": 1e300"},
            {"\"tanh\"", "\"step\""},
            {"\"tanh\"", "\"softmax\""},
            {"\"tanh\"", "7"},
            {"\"xavier-uniform\"", "[[[1, 2]]]"},
            {"\"xavier-uniform\"", "[[[1, null]]]"},
            {"\"xavier-uniform\"", "[[1, 2], 3]"},
            {"\"zeros\"", "[[1], [1], [1]]"},
            {"\"binary-cross-entropy\"", "\"categorical-cross-entropy\""},
            {"\"binary-cross-entropy\"", "null"},
            {"\"learning-rate\": 0.5", "\"learning-rate\": -0.5"},
            {"\"learning-rate\": 0.5", "\"learning-rate\": \"fast\""},
            {"\"id\": \"sgd\"", "\"id\": \"perceptron\""},
            {"\"id\": \"constant\"", "\"id\": \"sometimes\""},
            {"\"full\"", "-10"},
            {"\"full\"", "3.5"},
            {"\"shuffle\": true", "\"shuffle\": \"true\""},
            {"\"norm\": 1.0", "\"norm\": -1"},
            {"\"epochs\": 2000", "\"epochs\": 1e10"},
            {"\"epochs\": 2000", "\"epochs\": {}"},
            {"\"train-loss\": 0.01", "\"train-loss\": \"low\""},
            {"\"layers\": [", "\"layers\": [[], "},
            {"{ \"weightroom\"", "[{ \"weightroom\""},
            {"} } }", "} } } trailing"},
        };
        for (String[] change : changes) {
            String name = change[0] + " replaced by " + change[1].substring(0, Math.min(40, change[1].length()));
            cases.put(name, changed(change[0], change[1]));
        }
        cases.put("lists nested a hundred thousand deep", json("[".repeat(100_000)));
        cases.put("objects nested a hundred thousand deep", json("{\"a\":".repeat(100_000)));
        String rows = "\"rows\": [" + "[1, 2],".repeat(10);
        cases.put("rows without an end", json(experiment(rows)));
        cases.put("rows of different lengths", json(experiment("\"rows\": [[1, 2], [1]], \"inputs\": 1")));
        cases.put("rows with text", json(experiment("\"rows\": [[1, \"2\"]], \"inputs\": 1")));
        cases.put("rows too large for floats", json(experiment("\"rows\": [[1, 1e300]], \"inputs\": 1")));
        cases.put("no rows", json(experiment("\"rows\": [], \"inputs\": 1")));
        cases.put(
                "a target of zero under mape",
                json(experiment("\"rows\": [[1, 2], [2, 0]], \"inputs\": 1")
                        .replace("\"training\": {", "\"training\": {\"loss\": \"mape\"")));
        cases.put("a data file that is missing", json(experiment("\"file\": \"none.csv\"")));
        cases.put("yaml with a tab", work -> Examples.write(work, "broken.yaml", "weightroom: 1\n\tseed: 7\n"));
        cases.put("yaml with an alias", work -> Examples.write(work, "broken.yaml", "a: &a [1]\nb: *a\n"));
        cases.put("yaml with a tag", work -> Examples.write(work, "broken.yml", "a: !!int \"7\"\n"));
        cases.put("yaml nested deep", work -> Examples.write(work, "broken.yml", "[".repeat(50_000)));
        return cases;
    }

    private static Map<String, Case> encodings() {
        Map<String, Case> cases = new LinkedHashMap<>();
        for (String encoding : new String[] {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32"}) {
            cases.put(
                    "an experiment in " + encoding,
                    bytes("wide.json", Examples.XOR.getBytes(Charset.forName(encoding))));
        }
        cases.put(
                "an experiment in Latin 1",
                bytes("latin.json", Examples.XOR.replace("XOR", "K\u00f6nig").getBytes(StandardCharsets.ISO_8859_1)));
        cases.put("zero bytes", bytes("zero.json", new byte[5000]));
        cases.put("a picture", bytes("a.json", new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0}));
        cases.put("a file of 17 MiB", work -> {
            Path file = work.resolve("huge.json");
            try (RandomAccessFile huge = new RandomAccessFile(file.toFile(), "rw")) {
                huge.setLength(17L << 20);
            }
            return file;
        });
        return cases;
    }

    private static Case bytes(String name, byte[] bytes) {
        return work -> Files.write(work.resolve(name), bytes);
    }

    private static String experiment(String data) {
        return "{\"weightroom\": 1, \"data\": {" + data
                + "}, \"network\": {\"layers\": [{\"units\": 1, \"activation\": \"linear\"}]}, \"training\": {}}";
    }

    private static Case table(byte[] table, String options) {
        return work -> {
            Files.write(work.resolve("data.csv"), table);
            return Examples.write(work, "table.json", experiment("\"file\": \"data.csv\"" + options));
        };
    }

    private static Case table(String table) {
        return table(table.getBytes(StandardCharsets.UTF_8), "");
    }

    private static Map<String, Case> tables() {
        Map<String, Case> cases = new LinkedHashMap<>();
        String[][] tables = {
            {"nothing", ""},
            {"a byte order mark alone", "\uFEFF"},
            {"a header alone", "a,b,y\n"},
            {"one column", "1\n2\n"},
            {"a missing cell", "a,b,y\n1,,3\n"},
            {"NaN", "a,b,y\n1,NaN,3\n"},
            {"infinity", "a,b,y\n1,inf,3\n1,2,3\n"},
            {"text among numbers", "a,b,y\n1,2,3\n1,two,3\n"},
            {"a number too large", "a,b,y\n1,1e60,3\n"},
            {"a row too short", "a,b,y\n1,2,3\n1,2\n"},
            {"a row too long", "a,b,y\n1,2,3\n1,2,3,4\n"},
            {"an open quote", "a,b,y\n1,\"2,3\n4,5,6\n"},
            {"the same name twice", "a,a,y\n1,2,3\n"},
            {"a target of two kinds", "a,y\n1,2\n3,x\n"},
            {"a cell of 5,000 characters", "a,y\n1," + "7".repeat(5000) + "\n"},
            {"10,000 columns", "1,".repeat(10_000) + "1\n"},
            {"an experiment", Examples.XOR},
        };
        for (String[] one : tables) {
            cases.put("a table with " + one[0], table(one[1]));
        }
        String good = "a,b,y\n1,2,3\n4,5,6\n";
        cases.put("a table in UTF-16", table(good.getBytes(StandardCharsets.UTF_16), ""));
        cases.put("a table in Latin 1", table("a,\u00fc,y\n1,2,3\n".getBytes(StandardCharsets.ISO_8859_1), ""));
        cases.put("a table of zero bytes", table(new byte[1000], ""));
        cases.put("a target that is not there", table(good.getBytes(StandardCharsets.UTF_8), ", \"target\": \"z\""));
        cases.put(
                "a feature that is not there",
                table(good.getBytes(StandardCharsets.UTF_8), ", \"features\": [\"x9\"]"));
        return cases;
    }

    private static Case idx(byte[] images, byte[] labels) {
        return work -> {
            Files.write(work.resolve("images.idx"), images);
            Files.write(work.resolve("labels.idx"), labels);
            return Examples.write(
                    work,
                    "images.json",
                    experiment("\"file\": \"images.idx\", \"labels\": \"labels.idx\"")
                            .replace(
                                    "\"units\": 1, \"activation\": \"linear\"",
                                    "\"units\": 2, \"activation\": \"softmax\"")
                            .replace("\"training\": {", "\"training\": {\"loss\": \"categorical-cross-entropy\""));
        };
    }

    private static byte[] header(int magic, int... sizes) {
        ByteBuffer bytes = ByteBuffer.allocate(4 + 4 * sizes.length).putInt(magic);
        Arrays.stream(sizes).forEach(bytes::putInt);
        return bytes.array();
    }

    private static byte[] with(byte[] header, int count) {
        return Arrays.copyOf(header, header.length + count);
    }

    private static Map<String, Case> images() {
        byte[] images = with(header(0x803, 3, 2, 2), 12);
        byte[] labels = with(header(0x801, 3), 3);
        Map<String, Case> cases = new LinkedHashMap<>();
        cases.put("no images", idx(new byte[0], labels));
        cases.put("half a header", idx(Arrays.copyOf(images, 9), labels));
        cases.put("images cut off", idx(Arrays.copyOf(images, 20), labels));
        cases.put("images with more behind", idx(Arrays.copyOf(images, 40), labels));
        cases.put("another magic number", idx(with(header(0x12345678, 3, 2, 2), 12), labels));
        cases.put("a type that does not exist", idx(with(header(0x703, 3, 2, 2), 12), labels));
        cases.put("two thousand million images", idx(with(header(0x803, 2_000_000_000, 28, 28), 12), labels));
        cases.put("images of 65,536 by 65,536", idx(with(header(0x803, 1, 65_536, 65_536), 12), labels));
        cases.put("a negative size", idx(with(header(0x803, -3, 2, 2), 12), labels));
        cases.put("images of no size", idx(header(0x803, 3, 0, 0), labels));
        cases.put("fewer labels than images", idx(images, with(header(0x801, 2), 2)));
        cases.put("labels that are images", idx(images, images));
        cases.put("labels cut off", idx(images, Arrays.copyOf(labels, 9)));
        cases.put("text in place of images", idx("1,2,3\n".getBytes(StandardCharsets.US_ASCII), labels));
        cases.put("half a gzip file", work -> {
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
                gzip.write(images);
            }
            byte[] half = Arrays.copyOf(packed.toByteArray(), packed.size() / 2);
            return idx(half, labels).write(work);
        });
        cases.put("labels that are missing", work -> {
            Path file = idx(images, labels).write(work);
            Files.delete(work.resolve("labels.idx"));
            return file;
        });
        return cases;
    }

    private static Case run(Change change) {
        return work -> {
            Path experiment = Examples.write(work, "good.json", Examples.SPIRAL);
            Path file = work.resolve("broken.run");
            CommandLineRun saved = CommandLineRun.of("train", experiment, "--epochs", 2, "--save", file);
            assertEquals(0, saved.status(), saved.err());
            Files.write(file, change.of(Files.readAllBytes(file)));
            return file;
        };
    }

    @FunctionalInterface
    private interface Change {
        byte[] of(byte[] good);
    }

    private static Map<String, Case> savedRuns() {
        Map<String, Case> cases = new LinkedHashMap<>();
        List<Double> shares = new ArrayList<>(List.of(0.01, 0.03, 0.1, 0.4, 0.6, 0.8, 0.99));
        for (double share : shares) {
            cases.put(
                    "a run cut off after %.0f %%".formatted(100 * share),
                    run(good -> Arrays.copyOf(good, Math.max(20, (int) (good.length * share)))));
            cases.put("a run with a bit changed at %.0f %%".formatted(100 * share), run(good -> {
                byte[] changed = good.clone();
                changed[Math.max(20, (int) (good.length * share))] ^= 4;
                return changed;
            }));
        }
        cases.put("a run with more behind it", run(good -> Arrays.copyOf(good, good.length + 100)));
        cases.put("a run of another version", run(good -> replaced(good, "weightroom-run 2", "weightroom-run 7")));
        cases.put(
                "a run with huge sizes",
                run(good -> replaced(good, "weightroom-run 2 ", "weightroom-run 2 999999999")));
        cases.put("a run with no sizes", run(good -> "weightroom-run".getBytes(StandardCharsets.US_ASCII)));
        cases.put("a run in UTF-16", run(good -> new String(good, StandardCharsets.ISO_8859_1)
                .getBytes(StandardCharsets.UTF_16)));
        return cases;
    }

    private static byte[] replaced(byte[] bytes, String good, String bad) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        assertTrue(text.contains(good), good);
        return text.replaceFirst(good, bad).getBytes(StandardCharsets.ISO_8859_1);
    }
}
