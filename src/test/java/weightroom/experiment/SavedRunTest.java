package weightroom.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import weightroom.engine.Chunk.Accuracy;
import weightroom.engine.Chunk.Measurement;
import weightroom.engine.InvalidInput;
import weightroom.engine.Optimizer;
import weightroom.engine.Program;
import weightroom.engine.State;
import weightroom.engine.cpu.ReferenceDevice;

final class SavedRunTest {
    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("xor.run");
    }

    @ParameterizedTest
    @EnumSource(value = Optimizer.class, mode = EnumSource.Mode.EXCLUDE, names = "PERCEPTRON")
    void anOpenedRunGoesOnExactlyWhereItStopped(Optimizer optimizer) {
        Experiment experiment = ExperimentReader.parse("xor.json", Examples.XOR);
        TrainingSpec training = experiment.training();
        experiment = experiment.withTraining(
                training.withBatch(3).withOptimizer(training.optimizer().withOptimizer(optimizer)));
        Setup setup = Setup.of(experiment, folder);
        State straight = trained(setup, setup.start(), 57);
        State stopped = trained(setup, setup.start(), 37);
        SavedRunWriter.write(
                SavedRun.of(setup, folder, stopped, 1, SavedRun.Watch.NOTHING, Optional.empty(), List.of()), file);
        SavedRun opened = SavedRunReader.read(file);
        assertEquals(37, opened.state().step());
        assertEquals(straight, trained(opened.setup(), opened.state(), 20));
    }

    @Test
    void everythingIsReadBackAsItWasWritten() {
        SavedRun run = run();
        SavedRunWriter.write(run, file);
        assertEquals(run, SavedRunReader.read(file));
        assertTrue(SavedRunReader.looksLikeOne(file));
    }

    /** Older programs open what they understand, and refuse what they would count wrongly. */
    @Test
    void onlyARunWhoseBatchChangedNeedsTheThirdVersion() throws Exception {
        SavedRunWriter.write(run(), file);
        assertTrue(Files.readString(file, StandardCharsets.ISO_8859_1).startsWith("weightroom-run 2 "));
        SavedRun changed = changedBatch(-25, 130);
        SavedRunWriter.write(changed, file);
        assertTrue(Files.readString(file, StandardCharsets.ISO_8859_1).startsWith("weightroom-run 3 "));
        assertEquals(changed, SavedRunReader.read(file));
        rewrite(header -> header.replace("\"steps\": -25", "\"steps\": -38"));
        rejects("steps is -38");
    }

    private SavedRun changedBatch(long steps, long samples) {
        SavedRun run = run();
        return new SavedRun(
                run.experiment(),
                run.folder(),
                run.rows(),
                run.inputs(),
                run.state(),
                run.rateScale(),
                run.watch(),
                new SavedRun.Ahead(steps, samples),
                run.best(),
                run.history());
    }

    /** Version 1 ended each point of the history with its losses. */
    @Test
    void aRunOfTheFirstVersionOpensWithItsLosses() throws Exception {
        SavedRun run = run();
        SavedRunWriter.write(run, file);
        byte[] now = Files.readAllBytes(file);
        int history = now.length - 32 - 2 * 56;
        ByteBuffer before = ByteBuffer.allocate(now.length - 2 * 16).put(now, 0, history);
        before.put(now, history, 40).put(now, history + 56, 40).put(new byte[32]);
        String text = new String(before.array(), StandardCharsets.ISO_8859_1);
        String[] first = text.substring(0, text.indexOf('\n')).split(" ");
        String older = "weightroom-run 1 " + first[2] + " " + (Integer.parseInt(first[3]) - 2 * 16);
        Files.write(file, sealed((older + text.substring(text.indexOf('\n'))).getBytes(StandardCharsets.ISO_8859_1)));
        SavedRun opened = SavedRunReader.read(file);
        assertEquals(run.state(), opened.state());
        assertEquals(1.0 / 3, opened.history().get(1).train());
        assertEquals(Accuracy.NONE, opened.history().get(1).accuracy());
        assertTrue(Double.isNaN(opened.history().get(1).penalty()));
    }

    @Test
    void aFolderMovedAsAWholeKeepsItsRunsAndTables() throws Exception {
        Path before = Files.createDirectories(folder.resolve("before/data"));
        Files.writeString(before.resolve("my.csv"), "a,y\n1,2\n2,4\n3,6\n");
        Experiment experiment = ExperimentReader.parse(
                "own.json",
                "{\"weightroom\": 1, \"data\": {\"file\": \"my.csv\"},"
                        + " \"network\": {\"layers\": [{\"units\": 1, \"activation\": \"linear\"}]}, \"training\": {}}");
        Setup setup = Setup.of(experiment, before);
        SavedRunWriter.write(
                SavedRun.of(setup, before, setup.start(), 1, SavedRun.Watch.NOTHING, Optional.empty(), List.of()),
                folder.resolve("before/own.run"));
        Files.move(folder.resolve("before"), folder.resolve("after"));
        SavedRun opened = SavedRunReader.read(folder.resolve("after/own.run"));
        assertEquals(setup.start(), opened.setup().start());
        Files.writeString(folder.resolve("after/data/my.csv"), "a,y\n1,2\n2,4\n3,7\n");
        String message = assertThrows(InvalidInput.class, opened::setup).getMessage();
        assertTrue(message.contains("expected the same file, unchanged"), message);
    }

    @Test
    void aRunCutOffAnywhereIsRefused() throws Exception {
        SavedRunWriter.write(run(), file);
        byte[] whole = Files.readAllBytes(file);
        for (int end = 0; end < whole.length; end += 37) {
            Files.write(file, Arrays.copyOf(whole, end));
            rejects("");
        }
        Files.write(file, Arrays.copyOf(whole, whole.length - 1));
        rejects("Was it cut off?");
        Files.write(file, Arrays.copyOf(whole, whole.length + 1));
        rejects("has %d bytes; expected %d".formatted(whole.length + 1, whole.length));
    }

    @Test
    void aSingleChangedBitAnywhereIsNoticed() throws Exception {
        SavedRunWriter.write(run(), file);
        byte[] whole = Files.readAllBytes(file);
        for (int at = 0; at < whole.length; at += 41) {
            byte[] changed = whole.clone();
            changed[at] ^= (byte) (1 << at % 8);
            Files.write(file, changed);
            rejects("");
        }
    }

    /** What is replaced in the header, by what, and what the message says then; the checksum is right. */
    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of("\"step\": 37", "\"step\": -1", "step is -1"),
                Arguments.of("\"step\": 37", "\"step\": 3.5", "step is 3.5"),
                Arguments.of("\"step\": 37", "\"stop\": 3", "stop is not a known field; did you mean \"step\"?"),
                Arguments.of("\"step\": 37,", "", "has no field \"step\""),
                Arguments.of("\"inputs\": 2", "\"inputs\": 3", "holds"),
                Arguments.of("\"inputs\": 2", "\"inputs\": 1000000", "the network has"),
                Arguments.of("\"inputs\": 2", "\"inputs\": \"2\"", "inputs is \"2\""),
                Arguments.of("\"units\": 8", "\"units\": 9", "holds"),
                Arguments.of("\"units\": 8", "\"units\": 65536", "holds"),
                Arguments.of(
                        "\"id\": \"adam\"",
                        "\"id\": \"sgd\"",
                        "experiment.training.optimizer.beta1 is not a known field"),
                Arguments.of("\"history\": 2", "\"history\": 3", "with 3 points of history"),
                Arguments.of("\"history\": 2", "\"history\": 2000000000", "history is 2000000000"),
                Arguments.of("\"rate-scale\": 0.25", "\"rate-scale\": -1", "rate-scale is -1"),
                Arguments.of("\"rate-scale\": 0.25", "\"rate-scale\": NaN", "found NaN"),
                Arguments.of("\"best-epoch\": 5", "\"best-epoch\": null", "watch.best-epoch is null"),
                Arguments.of("\"best-step\": 30", "\"best-step\": []", "best-step is a list"),
                Arguments.of("\"seed\": 7", "\"seed\": 7, \"seed\": 7", "stands here a second time"),
                Arguments.of("\"rows\": \"", "\"rows\": \"zz", "rows is \"zz"),
                Arguments.of("\"folder\": \"", "\"folder\": \"\\u0000", "folder"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aHeaderAtOddsWithItselfIsRefused(String good, String bad, String message) throws Exception {
        SavedRunWriter.write(run(), file);
        rewrite(header -> {
            assertTrue(header.contains(good), header);
            return header.replace(good, bad);
        });
        rejects(message);
    }

    @Test
    void numbersThatAreNoneAreRefused() throws Exception {
        SavedRunWriter.write(run(), file);
        byte[] whole = Files.readAllBytes(file);
        int start = new String(whole, StandardCharsets.ISO_8859_1).indexOf("\n}\n") + 3;
        ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN).putFloat(start + 8, Float.NaN);
        Files.write(file, sealed(whole));
        rejects("number 2 of its parameters is NaN");
    }

    @Test
    void somethingElseIsRefused() throws Exception {
        Files.writeString(file, Examples.XOR);
        rejects("is no saved run");
        assertFalse(SavedRunReader.looksLikeOne(file));
        Files.writeString(file, "weightroom-run 4 0 0\n");
        rejects("of version 4; expected version 1 to 3");
        Files.writeString(file, "weightroom-run 1 999999999 999999999999\n");
        rejects("announces 999999999 bytes");
        Files.writeString(file, "weightroom-run 1 99 999999999999\n");
        rejects("Was it cut off?");
        Files.write(file, "weightroom-run 1 0 0\n".getBytes(StandardCharsets.UTF_16));
        rejects("is no saved run");
        Files.delete(file);
        rejects("there is no such file");
        Files.createDirectory(file);
        rejects("is a folder");
        assertThrows(InvalidInput.class, () -> SavedRunWriter.write(run(), file));
    }

    private SavedRun run() {
        Experiment xor = ExperimentReader.parse("xor.json", Examples.XOR);
        OptimizerSpec adam = new OptimizerSpec(Optimizer.ADAM, 0.01);
        Setup setup = Setup.of(xor.withTraining(xor.training().withOptimizer(adam)), folder);
        State state = trained(setup, setup.start(), 37);
        State best = trained(setup, setup.start(), 30);
        return SavedRun.of(
                setup,
                folder,
                state,
                0.25,
                new SavedRun.Watch(0.5, 5, Double.POSITIVE_INFINITY, 7),
                Optional.of(best),
                List.of(
                        new Measurement(0, 1, 1, 0.7, Double.NaN, Double.NaN),
                        new Measurement(
                                0, 2, 2, 1.0 / 3, Double.NaN, Double.NaN, new Accuracy(0.75, Double.NaN, 0.5), 0.125)));
    }

    private static State trained(Setup setup, State from, int steps) {
        try (Program program = new ReferenceDevice().compile(setup.plan(), setup.data())) {
            program.restore(0, from);
            program.train(steps, 0);
            return program.save(0);
        }
    }

    private void rewrite(java.util.function.UnaryOperator<String> change) throws Exception {
        byte[] whole = Files.readAllBytes(file);
        String text = new String(whole, StandardCharsets.ISO_8859_1);
        int start = text.indexOf('\n') + 1;
        int end = start + Integer.parseInt(text.substring(0, start).split(" ")[2]);
        String header = change.apply(text.substring(start, end));
        String first = text.substring(0, start).replace(" " + (end - start) + " ", " " + header.length() + " ");
        Files.write(file, sealed((first + header + text.substring(end)).getBytes(StandardCharsets.ISO_8859_1)));
    }

    /** With a checksum that fits the rest. */
    private static byte[] sealed(byte[] whole) throws Exception {
        int start = new String(whole, StandardCharsets.ISO_8859_1).indexOf('\n') + 1;
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update(whole, start, whole.length - start - 32);
        System.arraycopy(digest.digest(), 0, whole, whole.length - 32, 32);
        return whole;
    }

    private void rejects(String message) {
        InvalidInput e = assertThrows(InvalidInput.class, () -> SavedRunReader.read(file));
        assertTrue(e.getMessage().startsWith(file.toString()), e.getMessage());
        assertTrue(e.getMessage().contains(message), e.getMessage());
    }
}
