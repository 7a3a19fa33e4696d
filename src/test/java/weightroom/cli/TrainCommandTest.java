package weightroom.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weightroom.experiment.SavedRunReader;

/** {@code train}: what it prints, and how it ends. */
class TrainCommandTest {
    @TempDir
    private Path folder;

    private Path xor = Path.of("");

    @BeforeEach
    void writeExample() throws IOException {
        xor = Examples.write(folder, "xor.json", Examples.XOR);
    }

    private static JsonNode json(CommandLineRun run) throws IOException {
        assertEquals(1, run.out().lines().count(), "one object on one line");
        return new ObjectMapper().readTree(run.out());
    }

    private static List<String> names(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    @Test
    void theExampleOfTheDocumentationIsTrainedToItsLoss() throws IOException {
        CommandLineRun run = CommandLineRun.of("train", xor, "--json");
        assertEquals(0, run.status(), run.err());
        JsonNode result = json(run);
        assertTrue(names(result)
                .containsAll(List.of(
                        "device",
                        "epochs",
                        "steps",
                        "diverged",
                        "train",
                        "test",
                        "history",
                        "parameters",
                        "predictions",
                        "samplesPerSecond")));
        assertTrue(result.get("device").isTextual());
        assertFalse(result.get("diverged").booleanValue());
        assertTrue(result.get("test").isNull());
        assertTrue(result.get("train").get("loss").doubleValue() <= 0.01);
        assertEquals(0, result.get("train").get("penalty").doubleValue());
        assertEquals(1, result.get("train").get("accuracy").doubleValue());
        assertTrue(result.get("samplesPerSecond").doubleValue() > 0);
        long epochs = result.get("epochs").longValue();
        assertTrue(epochs > 10 && epochs < 2000);
        assertEquals(epochs, result.get("steps").longValue());
    }

    @Test
    void historyHoldsEveryEpochAndEndsAtTheLossOfTheResult() throws IOException {
        JsonNode result = json(CommandLineRun.of("train", xor, "--json"));
        JsonNode history = result.get("history");
        assertEquals(result.get("epochs").intValue(), history.size());
        for (int i = 0; i < history.size(); i++) {
            assertEquals(i + 1, history.get(i).get("epoch").longValue());
            assertEquals(i + 1, history.get(i).get("step").longValue());
            assertTrue(history.get(i).get("testLoss").isNull());
        }
        assertEquals(
                result.get("train").get("loss").doubleValue(),
                history.get(history.size() - 1).get("trainLoss").doubleValue());
        assertTrue(history.get(history.size() - 2).get("trainLoss").doubleValue() > 0.01, "the rule ended it at once");
    }

    @Test
    void parametersAndPredictionsAreThoseOfTheNetworkInTheOrderOfTheFile() throws IOException {
        JsonNode result = json(CommandLineRun.of("train", xor, "--json"));
        JsonNode layers = result.get("parameters");
        double[][] rows = {{0, 0}, {0, 1}, {1, 0}, {1, 1}};
        for (int r = 0; r < 4; r++) {
            double[] hidden = forward(layers.get(0), rows[r]);
            for (int u = 0; u < hidden.length; u++) {
                hidden[u] = Math.tanh(hidden[u]);
            }
            double expected = 1 / (1 + Math.exp(-forward(layers.get(1), hidden)[0]));
            JsonNode prediction = result.get("predictions").get(r);
            assertEquals(1, prediction.size());
            assertEquals(expected, prediction.get(0).doubleValue(), 1e-4);
            assertEquals(r == 1 || r == 2, prediction.get(0).doubleValue() > 0.5);
        }
    }

    private static double[] forward(JsonNode layer, double[] inputs) {
        JsonNode weights = layer.get("weights");
        double[] sums = new double[weights.size()];
        for (int u = 0; u < sums.length; u++) {
            sums[u] = layer.get("biases").get(u).doubleValue();
            assertEquals(inputs.length, weights.get(u).size());
            for (int i = 0; i < inputs.length; i++) {
                sums[u] += weights.get(u).get(i).doubleValue() * inputs[i];
            }
        }
        return sums;
    }

    @Test
    void layersWithMoreThanWeightsShowIt() throws IOException {
        Path file = Examples.write(folder, "spiral.json", Examples.SPIRAL);
        JsonNode result = json(CommandLineRun.of("train", file, "--epochs", 3, "--json"));
        JsonNode layer = result.get("parameters").get(1);
        assertTrue(layer.get("alpha").isNumber());
        assertEquals(5, layer.get("gamma").size());
        assertEquals(5, layer.get("beta").size());
        assertEquals(0, layer.get("biases").size());
        assertTrue(result.get("test").get("loss").isNumber());
        assertTrue(result.get("history").get(0).get("testLoss").isNumber());
        assertEquals(30, result.get("predictions").size());
    }

    @Test
    void longHistoriesAreThinnedAndKeepTheirEnds() throws IOException {
        Path run = folder.resolve("long.run");
        JsonNode result = json(CommandLineRun.of(
                "train", xor, "--json", "--epochs", 6001, "--set", "training.stop.train-loss=none", "--save", run));
        JsonNode history = result.get("history");
        assertTrue(history.size() <= 2000 && history.size() > 1000, "" + history.size());
        assertEquals(1, history.get(0).get("epoch").longValue());
        assertEquals(6001, history.get(history.size() - 1).get("epoch").longValue());
        assertEquals(history.size(), SavedRunReader.read(run).history().size(), "the file has the last epoch too");
    }

    @ParameterizedTest
    @ValueSource(strings = {Examples.XOR, Examples.SPIRAL})
    void theSameFileTwiceGivesTheSameBytes(String experiment) throws IOException {
        Path file = Examples.write(folder, "again.json", experiment);
        CommandLineRun both = CommandLineRun.of("train", file, file, "--json", "--epochs", 60);
        List<String> lines = both.out()
                .lines()
                .map(line -> line.replaceAll("\"samplesPerSecond\":[^}]*", ""))
                .toList();
        assertEquals(2, lines.size());
        assertEquals(lines.get(0), lines.get(1));
    }

    @Test
    void divergenceNamesStepLossAndCauseAndKeepsTheHistory() throws IOException {
        Path wild = Examples.write(folder, "wild.json", Examples.WILD);
        CommandLineRun run = CommandLineRun.of("train", wild, "--json");
        assertEquals(3, run.status());
        JsonNode result = json(run);
        assertTrue(result.get("diverged").booleanValue());
        long steps = result.get("steps").longValue();
        assertEquals(steps, result.get("history").size());
        assertTrue(run.err().contains("diverged at step " + (steps + 1)), run.err());
        assertTrue(run.err().contains("last good loss") && run.err().contains("learning rate"), run.err());
        assertEquals(1, run.err().lines().count());
    }

    @Test
    void theWorstStatusOfSeveralFilesIsTheirs() throws IOException {
        Path wild = Examples.write(folder, "wild.json", Examples.WILD);
        CommandLineRun run = CommandLineRun.of("train", wild, xor, "--json");
        assertEquals(3, run.status());
        assertEquals(2, run.out().lines().count());
    }

    @Test
    void allFilesAreReadBeforeTheFirstIsTrained() {
        CommandLineRun run = CommandLineRun.of("train", xor, folder.resolve("none.json"), "--json");
        assertEquals(2, run.status());
        assertEquals("", run.out());
        assertTrue(run.err().contains("none.json: there is no such file"), run.err());
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "99999999999999999999", "2000000000", "1.5", "ten", "", "0x10", "1e3"})
    void epochsThatAreNoSuchNumberAreRefused(String epochs) {
        CommandLineRun run = CommandLineRun.of("train", xor, "--epochs=" + epochs);
        assertEquals(2, run.status());
        assertTrue(run.err().contains("--epochs"), run.err());
        assertEquals("", run.out());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "training.l2",
                "=3",
                "training.l3=0.1",
                "training.l2=-1",
                "training.l2=abc",
                "training.optimizer.id=sdg",
                "network.layers.7.units=3",
                "network.layers.0.units=1e9",
                "training.loss=categorical-cross-entropy",
                "seed=1e99"
            })
    void settingsThatDoNotExistOrFitAreRefused(String assignment) {
        CommandLineRun run = CommandLineRun.of("train", xor, "--set", assignment);
        assertEquals(2, run.status(), run.err());
        assertEquals("", run.out());
        assertEquals(1, run.err().lines().count(), run.err());
    }

    @Test
    void aSettingTakesEffect() throws IOException {
        JsonNode result = json(CommandLineRun.of(
                "train",
                xor,
                "--json",
                "--epochs",
                2,
                "--set",
                "network.layers.0.units=3",
                "--set",
                "training.l2=0.1"));
        assertEquals(3, result.get("parameters").get(0).get("weights").size());
        assertTrue(result.get("train").get("penalty").doubleValue() > 0);
    }

    @Test
    void aDeviceThatIsNotThereIsStatusFour() {
        CommandLineRun run = CommandLineRun.of("train", xor, "--device", "opencl:999");
        assertEquals(4, run.status());
        assertEquals("", run.out());
        assertTrue(run.err().contains("There is no device \"opencl:999\"; found "), run.err());
    }

    @Test
    void withoutAFileOrWithAnUnknownOptionHelpIsOffered() {
        for (Object[] args : new Object[][] {{"train"}, {"train", xor, "--jsno"}, {"trian"}, {"--nonsense"}}) {
            CommandLineRun run = CommandLineRun.of(args);
            assertEquals(2, run.status());
            assertTrue(run.err().contains("--help"), run.err());
        }
        assertTrue(CommandLineRun.of("train", "--help").out().contains("--save=RUN"));
        assertTrue(CommandLineRun.of("--version").out().matches("weightroom [0-9][0-9.]*\\R"));
        assertTrue(CommandLineRun.of("train", "--version").out().matches("weightroom [0-9][0-9.]*\\R"));
    }

    @Test
    void forPeopleThereAreAFewLinesWithTheTitle() {
        CommandLineRun run = CommandLineRun.of("train", xor);
        assertTrue(run.out().startsWith("XOR with one hidden layer\n"), run.out());
        assertTrue(run.out().contains("2-8-1, binary-cross-entropy, sgd"), run.out());
        assertTrue(run.out().contains("stopped at the loss"), run.out());
        assertEquals(3, run.out().lines().count());
        assertEquals("", run.err());
    }

    @Test
    void aReaderThatIsGoneEndsTheWorkQuietly() throws IOException {
        Writer closed = new Writer() {
            @Override
            public void write(char[] text, int from, int count) throws IOException {
                throw new IOException("Broken pipe");
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        StringWriter err = new StringWriter();
        String[] args = {"train", xor.toString(), xor.toString(), "--json"};
        assertEquals(
                0,
                WeightroomCommand.run(
                        new FakeWindow(), false, new PrintWriter(closed, true), new PrintWriter(err, true), args));
        assertEquals("", err.toString());
    }

    @Test
    void longTrainingTellsHowFarItIs() throws Exception {
        try (ChildJvm child = new ChildJvm(
                folder, "train", xor, "--device=java", "--epochs=100000000", "--set=training.stop.train-loss=none")) {
            child.await(() -> {
                try {
                    return child.err().lines().count() >= 2;
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
            });
            String[] lines = child.err().split("\\R");
            assertTrue(
                    lines[0].matches(
                            "epoch [0-9,]+ of 100,000,000, loss [0-9.e-]+, [0-9.]+ [kM]?samples/s, [0-9,]+ s left"),
                    lines[0]);
            assertFalse(child.err().contains("\r"), "no bar where nobody sees it");
        }
    }

    @Test
    void devicesNamesJavaFirst() {
        CommandLineRun run = CommandLineRun.of("devices");
        assertEquals(0, run.status());
        assertTrue(run.out().lines().count() >= 2 || run.out().contains("opencl"), run.out());
    }

    @Test
    void aRunThatIsSavedSaysSo() throws IOException {
        Path run = folder.resolve("a.run");
        CommandLineRun saved = CommandLineRun.of("train", xor, "--epochs", 3, "--save", run);
        assertEquals("Saved " + run + " at epoch 3.\n", saved.err());
        assertTrue(Files.size(run) > 0);
    }

    @Test
    void theBestParametersAreOfferedBackWherePatienceKeptThem() throws IOException {
        Path file = Examples.write(
                folder,
                "patience.json",
                """
                { "weightroom": 1, "seed": 3,
                  "data": { "source": "moons", "samples": 60, "noise": 0.4, "train": 0.5, "validation": 0.5 },
                  "network": { "layers": [ { "units": 16, "activation": "tanh" }, { "units": 1, "activation": "sigmoid" } ] },
                  "training": { "loss": "binary-cross-entropy", "optimizer": { "id": "adam", "learning-rate": 0.05 },
                    "epochs": 2000, "stop": { "patience": 20 } } }
                """);
        CommandLineRun last = CommandLineRun.of("train", file, "--json", "--device", "java");
        CommandLineRun best = CommandLineRun.of("train", file, "--json", "--device", "java", "--best");
        assertTrue(last.err().contains("--best goes back"), last.err());
        assertTrue(best.err().contains("where the loss was best"), best.err());
        JsonNode afterwards = json(last);
        JsonNode back = json(best);
        long epochs = afterwards.get("epochs").longValue();
        assertEquals(epochs - 20, back.get("epochs").longValue());
        double lowest = Double.POSITIVE_INFINITY;
        for (JsonNode point : afterwards.get("history")) {
            lowest = Math.min(lowest, point.get("validationLoss").doubleValue());
        }
        assertEquals(lowest, back.get("validation").get("loss").doubleValue(), 1e-9);
        assertTrue(afterwards.get("validation").get("loss").doubleValue() > lowest);
    }
}
