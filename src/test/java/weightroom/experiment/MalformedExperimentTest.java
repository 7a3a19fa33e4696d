package weightroom.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import weightroom.engine.InvalidInput;

/** Whatever is wrong with a file, the message names the file, the place and what was expected. */
final class MalformedExperimentTest {
    /** What is replaced in the example, by what, and what the message says then. */
    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of("\"weightroom\": 1,", "", "has no field \"weightroom\""),
                Arguments.of("\"weightroom\": 1", "\"weightroom\": 2", "line 1, column 17: weightroom is 2"),
                Arguments.of(
                        "\"seed\": 7", "\"seed\": \"7\"", "line 1, column 66: seed is \"7\"; expected a whole number"),
                Arguments.of("\"seed\": 7", "\"seed\": 7.5", "seed is 7.5"),
                Arguments.of("\"seed\": 7", "\"seed\": 12345678901234567890", "seed is 1.2345678901234567e19"),
                Arguments.of("\"seed\": 7", "\"seed\": null", "seed is null"),
                Arguments.of("\"seed\": 7", "\"seed\": 7, \"seed\": 8", "the field \"seed\" stands here a second time"),
                Arguments.of("\"seed\": 7", "\"sead\": 7", "sead is not a known field; did you mean \"seed\"?"),
                Arguments.of("\"title\": \"XOR", "\"title\": 5, \"x\": \"XOR", "x is not a known field"),
                Arguments.of("\"XOR with one hidden layer\"", "[1, 2]", "title is a list of 2 values; expected a text"),
                Arguments.of(
                        "\"source\": \"xor\"",
                        "\"source\": \"xorr\"",
                        "line 2, column 23: data.source is \"xorr\"; did you mean \"xor\"?"),
                Arguments.of("\"source\": \"xor\", ", "", "data does not say where the rows come from"),
                Arguments.of(
                        "\"source\": \"xor\"",
                        "\"source\": \"xor\", \"rows\": [[1, 2]]",
                        "data has source and rows at once"),
                Arguments.of("\"samples\": 4", "\"samples\": 0", "data.samples is 0; expected a whole number from 1"),
                Arguments.of("\"samples\": 4", "\"samples\": 1e12", "data.samples is 1000000000000"),
                Arguments.of("\"samples\": 4", "\"samples\": true", "data.samples is true"),
                Arguments.of("\"samples\": 4", "\"classes\": 3", "data.classes is 3; the source xor always has 2"),
                Arguments.of("\"noise\": 0", "\"noise\": -0.1", "data.noise is -0.1; expected a number from 0 to 1"),
                Arguments.of("\"noise\": 0", "\"noise\": NaN", "found NaN, which is no number"),
                Arguments.of("\"noise\": 0", "\"noise\": 1e999", "data.noise: found 1e999, which is too large"),
                Arguments.of("\"noise\": 0", "\"noise\": .5", "this is not JSON"),
                Arguments.of("\"noise\": 0", "\"noise\": 05", "this is not JSON"),
                Arguments.of("\"train\": 1.0", "\"train\": 0", "data.train is 0"),
                Arguments.of(
                        "\"train\": 1.0",
                        "\"train\": 0.8, \"validation\": 0.3",
                        "data.validation is 0.3 and train is 0.8"),
                Arguments.of("[\"x1\", \"x2\"]", "\"x1\"", "data.features is \"x1\"; expected a list"),
                Arguments.of("[\"x1\", \"x2\"]", "[\"x1\", 2]", "data.features.1 is 2; expected a formula"),
                Arguments.of("[\"x1\", \"x2\"]", "[]", "data.features is a list of 0 values"),
                Arguments.of("\"units\": 8", "\"units\": -8", "network.layers.0.units is -8"),
                Arguments.of("\"units\": 8", "\"units\": 8.5", "network.layers.0.units is 8.5"),
                Arguments.of("\"units\": 8", "\"units\": 1000000000", "network.layers.0.units is 1000000000"),
                Arguments.of(
                        "\"units\": 8",
                        "\"unit\": 8",
                        "network.layers.0.unit is not a known field; did you mean \"units\"?"),
                Arguments.of("\"units\": 8, ", "", "network.layers.0 has no field \"units\""),
                Arguments.of("\"tanh\"", "\"Tanh\"", "did you mean \"tanh\"?"),
                Arguments.of("\"tanh\"", "\"softmax\"", "network.layers.0.activation is softmax"),
                Arguments.of("\"tanh\"", "\"tanh\", \"alpha\": 1", "network.layers.0.alpha has no meaning here"),
                Arguments.of("\"tanh\"", "\"tanh\", \"dropout\": 1", "network.layers.0.dropout is 1"),
                Arguments.of("\"tanh\"", "\"tanh\", \"batch-norm\": 1", "batch-norm is 1; expected true or false"),
                Arguments.of(
                        "{ \"units\": 8, \"activation\": \"tanh\" }", "7", "network.layers.0 is 7; expected an object"),
                Arguments.of("\"layers\": [", "\"layers\": [[", "this is not JSON"),
                Arguments.of("\"xavier-uniform\"", "\"xavier\"", "start.weights is \"xavier\"; did you mean \"xavier-"),
                Arguments.of(
                        "\"xavier-uniform\"",
                        "{\"id\": \"uniform\", \"low\": 2, \"high\": 1}",
                        "start.weights.low is 2, above high"),
                Arguments.of("\"xavier-uniform\"", "{\"low\": 2}", "start.weights has no field \"id\""),
                Arguments.of("\"xavier-uniform\"", "[[[0.5, \"x\"]]]", "start.weights.0.0.1 is \"x\""),
                Arguments.of("\"xavier-uniform\"", "[[0.5]]", "start.weights.0.0 is 0.5; expected a list"),
                Arguments.of("\"xavier-uniform\"", "[[[1e31]]]", "start.weights.0.0.0 is 1e31"),
                Arguments.of("\"zeros\"", "3", "start.biases is 3"),
                Arguments.of("\"binary-cross-entropy\"", "\"bce\"", "training.loss is \"bce\""),
                Arguments.of(
                        "\"binary-cross-entropy\"",
                        "\"categorical-cross-entropy\"",
                        "the loss categorical-cross-entropy needs a softmax output"),
                Arguments.of("\"binary-cross-entropy\"", "7", "line 5, column 25: training.loss is 7"),
                Arguments.of(
                        "\"id\": \"sgd\"",
                        "\"id\": \"sdg\"",
                        "training.optimizer.id is \"sdg\"; did you mean \"sgd\"?"),
                Arguments.of(
                        "\"id\": \"sgd\"",
                        "\"id\": \"sgd\", \"momentum\": 0.9",
                        "training.optimizer.momentum is not a known field"),
                Arguments.of("\"id\": \"sgd\"", "\"id\": \"perceptron\"", "the perceptron rule trains one plain layer"),
                Arguments.of(
                        "\"learning-rate\": 0.5", "\"learning-rate\": -1", "training.optimizer.learning-rate is -1"),
                Arguments.of("\"learning-rate\": 0.5", "\"learning_rate\": 1", "did you mean \"learning-rate\"?"),
                Arguments.of(
                        "\"id\": \"constant\"",
                        "\"id\": \"cosine\", \"gamma\": 1",
                        "training.schedule.gamma is not a known field"),
                Arguments.of(
                        "\"id\": \"constant\"",
                        "\"id\": \"constant\", \"warm-up\": 0.5",
                        "training.schedule.warm-up is 0.5"),
                Arguments.of("\"full\"", "\"half\"", "training.batch is \"half\"; expected \"full\" or a whole number"),
                Arguments.of("\"full\"", "0", "training.batch is 0"),
                Arguments.of("\"full\"", "\"10\"", "training.batch is \"10\""),
                Arguments.of(
                        "\"shuffle\": true",
                        "\"shuffle\": \"yes\"",
                        "training.shuffle is \"yes\"; expected true or false"),
                Arguments.of("\"l1\": 0", "\"l1\": -1", "training.l1 is -1"),
                Arguments.of(
                        "\"l1\": 0", "\"elastic-net\": {\"lambda\": 1}", "training.elastic-net stands beside l1 or l2"),
                Arguments.of("{ \"norm\": 1.0 }", "{ \"norm\": 0 }", "training.clip.norm is 0"),
                Arguments.of(
                        "\"sigmoid\"",
                        "\"sigmoid\", \"dropout\": 0.5",
                        "network.layers.1.dropout is 0.5 at the output"),
                Arguments.of("{ \"norm\": 1.0 }", "1.0", "training.clip is 1; expected an object"),
                Arguments.of("\"epochs\": 2000", "\"epochs\": -1", "training.epochs is -1"),
                Arguments.of("\"train-loss\": 0.01", "\"loss\": 0.01", "training.stop.loss is not a known field"),
                Arguments.of(
                        "{ \"weightroom\"", "// hello\n{ \"weightroom\"", "found a comment, which JSON does not have"),
                Arguments.of("\"title\"", "'title'", "this is not JSON"),
                Arguments.of("\"seed\": 7,", "\"seed\": 7", "line 2"),
                Arguments.of("0.01 } } }", "0.01 } } } {", "found more after the end of the document"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aFaultyFieldIsNamedWithItsPlace(String good, String bad, String message) {
        assertTrue(Examples.XOR.contains(good), good);
        int at = Examples.XOR.indexOf(good);
        String text = Examples.XOR.substring(0, at) + bad + Examples.XOR.substring(at + good.length());
        rejects("test.json", text, message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " \n\t ",
                "null",
                "7",
                "\"xor\"",
                "[]",
                "{}",
                "nonsense",
                "{\"a\": \u0000}",
                "{\"a\": \"\u0001\"}",
                "{\"a\": \"\\q\"}",
                "<xml/>",
                "\u001f\u008b\b"
            })
    void somethingElseThanAnExperimentIsRefused(String text) {
        rejects("test.json", text, "test.json");
        rejects("test.yaml", text, "test.yaml");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: [1, 2",
                "a: {b: 1",
                "a: b: c",
                "\tx: 1",
                "a: 'x",
                "- 1\nb: 2",
                "%YAML 3\n---\na: 1",
                "? [x]\n: 1",
                "@x",
                "a: \"\\q\"",
                "{[1]: 2}",
                "a: 1\na: 2",
                "a: .nan",
                "a: -.inf",
                "a: 0x10",
                "a: 017",
                "a: 1_000"
            })
    void brokenOrSurprisingYamlIsRefused(String text) {
        rejects("test.yml", text, "test.yml, line ");
    }

    @Test
    void yamlAliasesTagsAndSecondDocumentsAreRefused() {
        rejects("a.yaml", Examples.XOR_YAML.replace("seed: 7", "seed: *other"), "found the alias *other");
        rejects("a.yaml", Examples.XOR_YAML.replace("seed: 7", "seed: !!int '7'"), "tags are not read");
        rejects("a.yaml", "!!javax.script.ScriptEngineManager\na: 1", "tags are not read");
        rejects("a.yaml", Examples.XOR_YAML + "---\nmore: 1\n", "found more after the end of the document");
        rejects("a.yaml", "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]", "found the alias *a");
    }

    @Test
    void deepNestingIsRefused() {
        for (int depth : new int[] {DocumentParser.MAX_DEPTH + 1, 500, 100_000}) {
            rejects("deep.json", "[".repeat(depth), "nested more than 32 deep");
            rejects("deep.json", "{\"a\":".repeat(depth), "nested more than 32 deep");
            rejects("deep.yaml", "[".repeat(depth), "deep.yaml, line 1");
        }
    }

    @Test
    void longTextsAreRefused() {
        String big = "x".repeat(DocumentParser.MAX_TEXT + 1);
        rejects("big.json", Examples.XOR.replace("XOR with", big), "found a text of 10018 characters");
        rejects("big.json", Examples.XOR.replace("XOR with", "x".repeat(2000)), "title is \"xxx");
        rejects("big.json", Examples.XOR.replace("\"seed\"", '"' + big + '"'), "a field's name has 10001 characters");
        rejects("big.json", Examples.XOR.replace("\"seed\": 7", "\"seed\": " + "7".repeat(5000)), "this is not JSON");
    }

    @Test
    void yamlBeyondThreeMebibytesIsRefused() {
        String comment = "# " + "x".repeat(1000) + "\n";
        assertEquals(
                7,
                ExperimentReader.parse("a.yaml", comment.repeat(3000) + Examples.XOR_YAML)
                        .seed());
        rejects("a.yaml", comment.repeat(3200) + Examples.XOR_YAML, "of YAML at most 3145728 are read");
    }

    @Test
    void tooManyLayersOrRowsOfDifferentLengthsAreRefused() {
        String layer = "{ \"units\": 8, \"activation\": \"tanh\" }, ";
        rejects("many.json", Examples.XOR.replace(layer, layer.repeat(100)), "network.layers is a list of 101 values");
        String rows = "\"rows\": [[0, 0, 0], [0, 1]], \"inputs\": 2";
        rejects("rows.json", data(rows), "data.rows.1 is a list of 2 values; expected a list of 3 values");
        rejects(
                "rows.json",
                data("\"rows\": [[0, 0], [0, 1]], \"inputs\": 2"),
                "data.inputs is 2, and a row has 2 numbers");
        rejects("rows.json", data("\"rows\": [[0, 0], [0, 1]]"), "data has no field \"inputs\"");
        rejects("rows.json", data("\"rows\": [[0, 0], [0, null]], \"inputs\": 1"), "data.rows.1.1 is null");
        rejects("rows.json", data("\"rows\": [], \"inputs\": 1"), "data.rows is a list of 0 values");
        rejects("rows.json", data("\"rows\": [[1, 2]], \"inputs\": \"1\""), "data.inputs is \"1\"");
        rejects("file.json", data("\"file\": \"\""), "data.file names no file");
        rejects(
                "file.json",
                data("\"file\": \"a.idx\", \"labels\": \"b.idx\", \"target\": 1"),
                "data.target belongs to a table");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32"})
    void wideEncodingsAreRefused(String encoding, @TempDir Path folder) throws Exception {
        Path file = folder.resolve("wide.json");
        Files.write(file, Examples.XOR.getBytes(Charset.forName(encoding)));
        rejectsFile(file, "save the file as UTF-8");
    }

    @Test
    void latinLettersInAnotherEncodingAreRefusedWithTheirPlace(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("latin.json");
        Files.write(file, Examples.XOR.replace("\"xor\"", "\"caf\u00e9\"").getBytes(StandardCharsets.ISO_8859_1));
        rejectsFile(file, "line 2, column 27: byte 0xE9 is not UTF-8");
    }

    @Test
    void foldersMissingAndHugeFilesAreRefused(@TempDir Path folder) throws Exception {
        rejectsFile(folder, "is a folder; expected a file");
        rejectsFile(folder.resolve("none.json"), "there is no such file");
        Path huge = folder.resolve("huge.json");
        byte[] bytes = new byte[TextFile.MAX_BYTES + 1];
        Arrays.fill(bytes, (byte) ' ');
        Files.write(huge, bytes);
        rejectsFile(huge, "is larger than 16777216 bytes");
    }

    @Test
    void anExperimentCutOffAnywhereIsRefused() {
        String json = Examples.XOR.strip();
        for (int end = 0; end < json.length(); end++) {
            String cut = json.substring(0, end);
            rejects("cut.json", cut, "cut.json");
        }
    }

    @Test
    void aFileThatEndsTooSoonIsCalledCutOff() {
        for (String cut :
                new String[] {"{\"weightroom\": 1,", "{\"weightroom\": ", "{\"weightroom\": 1", "{\"weig", "[1, "}) {
            rejects("cut.json", cut, "the file ends in the middle of something; was it cut off?");
        }
        rejects("cut.yaml", "a: [1, ", "the file ends in the middle of something; was it cut off?");
    }

    @Test
    void yamlCutOffAnywhereIsReadOrRefusedAndNothingElse() {
        for (int end = 0; end < Examples.XOR_YAML.length(); end++) {
            parseOrReject("cut.yaml", Examples.XOR_YAML.substring(0, end));
        }
    }

    @Test
    void aSingleStrayCharacterAnywhereIsReadOrRefusedAndNothingElse() {
        for (String stray :
                new String[] {"\"", "{", "]", ":", "\\", "\n-", "\u00e9", "9", "*", "&", "!", "%", "?", "|"}) {
            for (int at = 0; at < Examples.XOR.length(); at += 7) {
                parseOrReject("stray.json", Examples.XOR.substring(0, at) + stray + Examples.XOR.substring(at));
            }
            for (int at = 0; at < Examples.XOR_YAML.length(); at += 7) {
                parseOrReject(
                        "stray.yaml", Examples.XOR_YAML.substring(0, at) + stray + Examples.XOR_YAML.substring(at));
            }
        }
    }

    private static String data(String data) {
        return "{\"weightroom\": 1, \"data\": {" + data
                + "}, \"network\": {\"layers\": [{\"units\": 1, \"activation\": \"linear\"}]}, \"training\": {}}";
    }

    private static void parseOrReject(String name, String text) {
        try {
            ExperimentReader.parse(name, text);
        } catch (InvalidInput e) {
            assertTrue(e.getMessage().startsWith(name), e.getMessage());
        }
    }

    private static void rejects(String name, String text, String message) {
        check(assertThrows(InvalidInput.class, () -> ExperimentReader.parse(name, text)), name, message);
    }

    private static void rejectsFile(Path file, String message) {
        check(assertThrows(InvalidInput.class, () -> ExperimentReader.read(file)), file.toString(), message);
    }

    private static void check(InvalidInput e, String name, String message) {
        assertTrue(e.getMessage().startsWith(name), e.getMessage());
        assertTrue(e.getMessage().contains(message), e.getMessage());
        assertFalse(e.getMessage().contains("Feature") || e.getMessage().contains("[Source"), e.getMessage());
    }
}
