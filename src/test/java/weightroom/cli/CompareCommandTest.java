package weightroom.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code compare}: what it prints, and how it ends. */
class CompareCommandTest {
    private static final String OPTIMIZERS = "training.optimizer.id=sgd,adam";

    @TempDir
    private Path folder;

    private Path xor = Path.of("");
    private Path spiral = Path.of("");

    @BeforeEach
    void writeExamples() throws IOException {
        xor = Examples.write(folder, "xor.json", Examples.XOR);
        spiral = Examples.write(folder, "spiral.json", Examples.SPIRAL);
    }

    private static JsonNode json(CommandLineRun run) throws IOException {
        assertEquals(0, run.status(), run.err());
        assertEquals(1, run.out().lines().count(), "one object on one line");
        return new ObjectMapper().readTree(run.out());
    }

    private static List<String> names(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    @Test
    void theLossOfEveryLaneAndSeedIsTheOneThatTrainGives() throws IOException {
        for (Path file : List.of(xor, spiral)) {
            JsonNode lanes = json(CommandLineRun.of(
                            "compare", file, "--vary", OPTIMIZERS, "--seeds", 3, "--epochs", 50, "--json"))
                    .get("lanes");
            assertEquals(2, lanes.size());
            for (JsonNode lane : lanes) {
                assertEquals(3, lane.get("seeds").size());
                for (JsonNode seed : lane.get("seeds")) {
                    CommandLineRun alone = CommandLineRun.of(
                            "train",
                            file,
                            "--epochs",
                            50,
                            "--json",
                            "--set",
                            lane.get("setting").textValue(),
                            "--set",
                            "seed=" + seed.get("seed").longValue());
                    double loss = json(alone).get("train").get("loss").doubleValue();
                    assertEquals(loss, seed.get("loss").doubleValue(), lane.get("name") + " under " + seed);
                }
            }
        }
    }

    @Test
    void theObjectHasTheFieldsOfTheConventionsFirst() throws IOException {
        JsonNode result = json(CommandLineRun.of(
                "compare", xor, "--vary", OPTIMIZERS, "--seeds", 4, "--target", "train-loss=0.2", "--json"));
        assertEquals("lanes", names(result).get(0));
        JsonNode lane = result.get("lanes").get(0);
        assertEquals(
                List.of("name", "setting", "learningRate", "seeds", "solved", "medianLoss", "history"),
                names(lane).subList(0, 7));
        assertEquals("SGD", lane.get("name").textValue());
        assertEquals("training.optimizer.id=sgd", lane.get("setting").textValue());
        assertEquals(0.5, lane.get("learningRate").doubleValue());
        assertEquals(
                List.of("seed", "loss", "epochsToTarget", "diverged"),
                names(lane.get("seeds").get(0)).subList(0, 4));
        assertEquals(7, lane.get("seeds").get(0).get("seed").longValue());
        assertEquals(List.of("epoch", "median", "low", "high"), names(lane.get("history")));
        int solved = 0;
        for (JsonNode seed : lane.get("seeds")) {
            solved += seed.get("epochsToTarget").isNull() ? 0 : 1;
        }
        assertEquals(solved, lane.get("solved").intValue());
        assertTrue(result.get("evidence").get("sentence").textValue().endsWith("."));
        assertTrue(lane.get("tuned").isNull());
    }

    /** One seed has that seed's own course as median, low and high. */
    @Test
    void theHistoryIsTheOneThatTrainGives() throws IOException {
        JsonNode lane = json(CommandLineRun.of("compare", xor, "--seeds", 1, "--epochs", 30, "--json"))
                .get("lanes")
                .get(0);
        JsonNode alone =
                json(CommandLineRun.of("train", xor, "--epochs", 30, "--json")).get("history");
        assertEquals("XOR with one hidden layer", lane.get("name").textValue());
        assertEquals(alone.size(), lane.get("history").get("epoch").size());
        for (int i = 0; i < alone.size(); i++) {
            assertEquals(
                    alone.get(i).get("epoch"), lane.get("history").get("epoch").get(i));
            for (String field : List.of("median", "low", "high")) {
                assertEquals(
                        alone.get(i).get("trainLoss"),
                        lane.get("history").get(field).get(i));
            }
        }
    }

    @Test
    void epochsToTheTargetAreThoseAfterWhichTheLossWasFirstLowEnough() throws IOException {
        JsonNode lane = json(CommandLineRun.of("compare", xor, "--seeds", 1, "--target", "train-loss=0.3", "--json"))
                .get("lanes")
                .get(0);
        JsonNode history = lane.get("history");
        int first = 0;
        while (history.get("median").get(first).doubleValue() > 0.3) {
            first++;
        }
        assertTrue(first > 2, "not at once");
        assertEquals(
                history.get("epoch").get(first).intValue(),
                lane.get("seeds").get(0).get("epochsToTarget").intValue());
    }

    @Test
    void aLaneThatDivergesIsToldAndDisturbsNobody() throws IOException {
        Path wild = Examples.write(folder, "wild.json", Examples.WILD);
        CommandLineRun run = CommandLineRun.of(
                "compare", wild, "--vary", "training.optimizer.learning-rate=0.05,20", "--seeds", 2, "--json");
        JsonNode lanes = json(run).get("lanes");
        assertEquals(0, lanes.get(0).get("diverged").intValue());
        assertEquals(2, lanes.get(1).get("diverged").intValue());
        assertTrue(lanes.get(1).get("medianLoss").isNull());
        assertTrue(lanes.get(1).get("seeds").get(0).get("diverged").booleanValue());
        JsonNode alone = new ObjectMapper()
                .readTree(CommandLineRun.of("train", wild, "--json").out());
        assertEquals(
                alone.get("train").get("loss"), lanes.get(1).get("seeds").get(0).get("loss"));
        assertEquals(
                alone.get("steps").longValue() + 1,
                lanes.get(1).get("seeds").get(0).get("divergedAtStep").longValue());
        assertEquals(
                3, CommandLineRun.of("compare", wild, "--seeds", 2, "--json").status(), "all diverged");
    }

    @Test
    void tuningGivesAllLanesTheSameBudgetAndFindsBetterRates() throws IOException {
        Object[] badly = {"--set", "training.optimizer.learning-rate=0.000001", "--epochs", 100, "--seeds", 2, "--json"
        };
        List<Object> args = new ArrayList<>(List.of("compare", xor, "--vary", OPTIMIZERS));
        args.addAll(List.of(badly));
        JsonNode set = json(CommandLineRun.of(args.toArray())).get("lanes");
        args.addAll(List.of("--tune", 8));
        JsonNode found = json(CommandLineRun.of(args.toArray())).get("lanes");
        for (int lane = 0; lane < 2; lane++) {
            JsonNode tuned = found.get(lane).get("tuned");
            assertEquals(8, tuned.get("rates").size());
            assertEquals(8, tuned.get("losses").size());
            assertEquals(8 * 3 * 100 * 4, tuned.get("samples").longValue());
            assertTrue(found.get(lane).get("learningRate").doubleValue() > 1e-6);
            assertTrue(found.get(lane).get("medianLoss").doubleValue()
                    < set.get(lane).get("medianLoss").doubleValue());
        }
    }

    @Test
    void wholeFilesAreLanesWithTheSeedOfTheFirst() throws IOException {
        Path other = Examples.write(folder, "other.json", Examples.OWN_ROWS);
        JsonNode lanes = json(CommandLineRun.of("compare", xor, other, "--seeds", 2, "--epochs", 5, "--json"))
                .get("lanes");
        assertEquals("xor.json", lanes.get(0).get("name").textValue(), "the other has no title");
        assertEquals("other.json", lanes.get(1).get("setting").textValue());
        assertEquals(8, lanes.get(1).get("seeds").get(1).get("seed").longValue());
    }

    @Test
    void aSavedRunIsALaneThatStartsAnew() throws IOException {
        Path run = folder.resolve("saved.run");
        CommandLineRun.of("train", xor, "--epochs", 20, "--save", run);
        JsonNode lanes = json(CommandLineRun.of("compare", xor, run, "--seeds", 1, "--epochs", 20, "--json"))
                .get("lanes");
        assertEquals(lanes.get(0).get("seeds"), lanes.get(1).get("seeds"));
    }

    @Test
    void forPeopleThereAreATableAndASentence() {
        CommandLineRun run = CommandLineRun.of("compare", xor, "--vary", OPTIMIZERS, "--seeds", 6, "--epochs", 100);
        assertEquals(0, run.status(), run.err());
        List<String> lines = run.out().lines().toList();
        assertTrue(lines.get(0).startsWith("2 lanes, 6 seeds each, "), lines.get(0));
        assertTrue(lines.get(1).contains("median loss"), lines.get(1));
        assertTrue(lines.get(2).startsWith("  1  "), lines.get(2));
        assertTrue(lines.get(4).contains("Adam") && lines.get(4).endsWith("."), lines.get(4));
        assertTrue(lines.get(5).contains("same rows, start weights and batches"), lines.get(5));
        assertEquals("", run.err());
    }

    @Test
    void ofLongRacesTheFirstAndTheLastEpochAreToldAndNoMoreThanTwoThousand() throws IOException {
        JsonNode epochs = json(CommandLineRun.of(
                        "compare",
                        xor,
                        "--epochs",
                        4000,
                        "--set",
                        "training.stop.train-loss=none",
                        "--seeds",
                        1,
                        "--json"))
                .get("lanes")
                .get(0)
                .get("history")
                .get("epoch");
        assertTrue(epochs.size() <= 2000 && epochs.size() > 1000, "epochs told: " + epochs.size());
        assertEquals(1, epochs.get(0).longValue());
        assertEquals(4000, epochs.get(epochs.size() - 1).longValue());
    }

    @Test
    void whereEveryLaneDivergedTheTableSaysSoInWords() throws IOException {
        String classes = Examples.WILD
                .replace("\"xor\", \"samples\": 4", "\"spiral\", \"samples\": 40, \"train\": 0.5")
                .replace("linear", "sigmoid")
                .replace("mse", "binary-cross-entropy")
                .replace("\"full\"", "4");
        Path wild = Examples.write(folder, "wild.json", classes);
        CommandLineRun run = CommandLineRun.of("compare", wild, "--set", "training.optimizer.learning-rate=1000000");
        assertEquals(3, run.status(), run.err());
        List<String> lines = run.out().lines().toList();
        assertTrue(lines.get(0).startsWith("1 lane, 8 seeds each, 1 epoch on "), lines.get(0));
        assertTrue(lines.get(2).contains("  1000000     diverged"), lines.get(2));
        assertTrue(lines.get(2).endsWith(" 8  diverged"), lines.get(2));
        assertEquals("wild.json diverged under every seed.", lines.get(3));
        assertEquals(4, lines.size(), "one lane has nobody to be fair to");
    }

    @Test
    void theTableIsPrintedAsCommaSeparatedValues() {
        CommandLineRun run = CommandLineRun.of(
                "compare", xor, "--vary", "training.batch=2,full", "--vary", OPTIMIZERS, "--epochs", 5, "--csv");
        List<String> lines = List.of(run.out().split("\r\n"));
        assertEquals(5, lines.size());
        assertTrue(lines.get(0).startsWith("rank,lane,setting,learning_rate,figure,median,"), lines.get(0));
        assertTrue(run.out()
                .contains(",\"batch 2, Adam\",\"training.batch=2, training.optimizer.id=adam\",0.5,train-loss,"));
        for (String line : lines) {
            assertEquals(15, line.replaceAll("\"[^\"]*\"", "").split(",", -1).length, line);
        }
    }

    @Test
    void textsThatSpreadsheetsTakeForFormulasAreMadeHarmless() throws IOException {
        Path evil = Examples.write(
                folder, "evil.json", Examples.XOR.replace("XOR with one hidden layer", "=HYPERLINK(\\\"x\\\")"));
        CommandLineRun run = CommandLineRun.of("compare", evil, "--seeds", 1, "--epochs", 1, "--csv");
        assertTrue(run.out().contains("\n1,\"'=HYPERLINK(\"\"x\"\")\",evil.json,"), run.out());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--vary training.optimizr.id=sgd | --vary training.optimizr.id=sgd: ",
                "--vary training.batch | has no \"=\"",
                "--vary seed=1,2 | the seed cannot differ",
                "--vary training.optimizer.learning-rate=1,2 --tune 5 | expected one of the two",
                "--vary start.weights=[[[1]]] | In the lane",
                "--seeds 0 | has 0 seeds; expected 1 to 64",
                "--seeds 65 | has 65 seeds; expected 1 to 64",
                "--seeds many | --seeds",
                "--tune 99 | 99 trials",
                "--target loss=1 | --target loss=1: ",
                "--target test-loss=1 | --target test-loss=1: the target asks for test-loss, which the lane",
                "--json --csv | mutually exclusive",
                "--epochs -1 | --epochs is -1",
            })
    void whatIsWrongWithTheCommandLineIsSaidAndNothingIsTrained(String options, String message) {
        List<Object> args = new ArrayList<>(List.of("compare", xor));
        args.addAll(List.of(options.split(" ")));
        CommandLineRun run = CommandLineRun.of(args.toArray());
        assertEquals(2, run.status(), run.err());
        assertEquals("", run.out());
        assertTrue(run.err().contains(message), run.err());
    }

    @Test
    void helpAndMissingDevicesAreThoseOfOtherCommands() {
        assertTrue(CommandLineRun.of("compare", "--help").out().contains("--vary=PATH=A,B"));
        assertEquals(2, CommandLineRun.of("compare").status());
        CommandLineRun lost = CommandLineRun.of("compare", xor, "--device", "opencl:999");
        assertEquals(4, lost.status());
        assertEquals("", lost.out());
        assertFalse(WeightroomCommand.mayUseOpenCl("compare", "x.json", "--device", "java"));
        assertTrue(WeightroomCommand.mayUseOpenCl("compare", "x.json"));
    }
}
