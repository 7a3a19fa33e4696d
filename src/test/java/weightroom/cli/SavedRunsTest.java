package weightroom.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weightroom.experiment.SavedRun;
import weightroom.experiment.SavedRunReader;

/** {@code train --save} and going on from what it kept. */
class SavedRunsTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {Examples.XOR, Examples.SPIRAL})
    void fiftyEpochsAndFiftyMoreGiveTheBitsOfAHundred(String experiment) throws IOException {
        Path file = Examples.write(folder, "a.json", experiment);
        Path whole = folder.resolve("whole.run");
        Path half = folder.resolve("half.run");
        CommandLineRun straight = train(file, "--epochs", 100, "--json", "--save", whole);
        train(file, "--epochs", 50, "--save", half);
        CommandLineRun resumed = train(half, "--epochs", 100, "--json", "--save", half);
        assertArrayEquals(Files.readAllBytes(whole), Files.readAllBytes(half));
        assertEquals(withoutSpeed(straight), withoutSpeed(resumed));
    }

    @Test
    void whatPatienceHasSeenSurvivesASave() throws IOException {
        Path file = Examples.write(folder, "a.json", Examples.SPIRAL.replace("\"patience\": 90", "\"patience\": 9"));
        Path whole = folder.resolve("whole.run");
        Path part = folder.resolve("part.run");
        train(file, "--epochs", 1000, "--save", whole);
        long end = SavedRunReader.read(whole).history().size();
        assertTrue(end > 12 && end < 1000, "ends by itself: " + end);
        train(file, "--epochs", end - 4, "--save", part);
        train(part, "--epochs", 1000, "--save", part);
        assertArrayEquals(Files.readAllBytes(whole), Files.readAllBytes(part));
        assertTrue(SavedRunReader.read(part).best().isPresent());
        assertNotEquals(1, SavedRunReader.read(part).rateScale(), "a plateau was seen");
    }

    @Test
    void aRunThatIsOverStaysAsItIs() throws IOException {
        Path run = folder.resolve("a.run");
        train(Examples.write(folder, "a.json", Examples.XOR), "--save", run);
        byte[] before = Files.readAllBytes(run);
        CommandLineRun again = train(run, "--save", run);
        assertTrue(again.out().contains("stopped at the loss it was to reach"), again.out());
        assertArrayEquals(before, Files.readAllBytes(run));
        train(run, "--epochs", 3, "--save", run);
        assertTrue(SavedRunReader.read(run).state().step() > 3, "nothing is trained backwards");
    }

    @Test
    void aSavedRunTakesChangesThatKeepItsWeightsAndNoOthers() throws IOException {
        Path run = folder.resolve("a.run");
        train(Examples.write(folder, "a.json", Examples.SPIRAL), "--epochs", 5, "--save", run);
        CommandLineRun other = train(
                run, "--epochs", 10, "--set", "training.optimizer.id=momentum", "--set", "training.l2=0.01", "--json");
        assertTrue(other.out().contains("\"epochs\":10"), other.out());
        for (String change :
                new String[] {"seed=4", "network.layers.0.units=7", "data.noise=0.2", "start.weights.id=zeros"}) {
            CommandLineRun refused = CommandLineRun.of("train", run, "--set", change);
            assertEquals(2, refused.status(), change);
            assertTrue(refused.err().startsWith(run + ": the seed, the data"), refused.err());
        }
    }

    @Test
    void aDivergedRunKeepsItsHistory() throws IOException {
        Path run = folder.resolve("wild.run");
        Path file = Examples.write(folder, "wild.json", Examples.WILD);
        CommandLineRun wild = CommandLineRun.of("train", file, "--json", "--save", run);
        assertEquals(3, wild.status());
        SavedRun saved = SavedRunReader.read(run);
        assertTrue(saved.state().step() > 0);
        assertEquals(saved.state().step(), saved.history().size());
        assertTrue(wild.err().matches("(?s).*The last good loss was [0-9].*"), wild.err());
    }

    @Test
    void aTargetThatCannotBeWrittenIsRefusedBeforeTraining() throws IOException {
        Path file = Examples.write(folder, "a.json", Examples.XOR);
        Path other = Examples.write(folder, "data.csv", "1,2\n");
        refusesTarget(file, folder.resolve("none/a.run"), "its folder does not exist");
        refusesTarget(file, folder, "is a folder");
        refusesTarget(file, file, "exists and is no saved run");
        refusesTarget(file, other, "exists and is no saved run");
        refusesTarget(file, folder.resolve("x".repeat(250)), "cannot be written");
        assertEquals("1,2\n", Files.readString(other));
        CommandLineRun two = CommandLineRun.of("train", file, file, "--save", folder.resolve("b.run"));
        assertEquals(2, two.status());
        assertTrue(two.err().contains("--save keeps one run, but there are 2 files"), two.err());
    }

    private void refusesTarget(Path file, Path target, String message) throws IOException {
        String endless = "1000000000";
        long before = count();
        CommandLineRun refused = CommandLineRun.of("train", file, "--epochs", endless, "--save", target);
        assertEquals(2, refused.status());
        assertTrue(refused.err().contains(target.toString()) && refused.err().contains(message), refused.err());
        assertEquals("", refused.out());
        assertEquals(before, count());
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void controlCKeepsWhatWasTrained() throws Exception {
        Path file = Examples.write(
                folder, "a.json", Examples.SPIRAL.replace("\"stop\": { \"patience\": 90 }", "\"l2\": 0"));
        Path run = folder.resolve("a.run");
        try (ChildJvm child = new ChildJvm(
                folder, "train", file, "--device", "java", "--epochs", 100_000_000, "--json", "--save", run)) {
            child.await(() -> told(child, "loss"));
            int status = child.interrupt();
            assertEquals(status, child.status(), "130, as of any program ended by Ctrl-C");
            assertTrue(child.err().contains("Saved " + run), child.err());
            assertTrue(child.out().contains("\"diverged\":false"), child.out());
        }
        SavedRun saved = SavedRunReader.read(run);
        long steps = saved.state().step();
        assertTrue(steps > 100);
        long epochs = steps / 5 + 3;
        train(run, "--epochs", epochs, "--set", "training.l2=0", "--save", run);
        Path straight = folder.resolve("straight.run");
        train(file, "--epochs", epochs, "--save", straight);
        assertEquals(
                SavedRunReader.read(straight).state(), SavedRunReader.read(run).state());
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void withoutSaveControlCJustEnds() throws Exception {
        Path file = Examples.write(folder, "a.json", Examples.WILD.replace("20", "0.001"));
        try (ChildJvm child = new ChildJvm(folder, "train", file, file, "--epochs", 100_000_000, "--json")) {
            child.await(() -> told(child, "loss"));
            int status = child.interrupt();
            assertEquals(status, child.status());
            assertEquals("", child.out());
            assertFalse(child.err().contains("Exception"), child.err());
        }
    }

    /** The program is killed again and again while it replaces a run; what is there is always whole. */
    @Test
    void killedAtAnyMomentTheFileIsTheOldOneOrTheNewOne() throws Exception {
        String large =
                Examples.SPIRAL.replace("\"units\": 6", "\"units\": 3000").replace("\"units\": 5", "\"units\": 300");
        Path run = folder.resolve("a.run");
        train(Examples.write(folder, "large.json", large), "--epochs", 1, "--save", run);
        long step = SavedRunReader.read(run).state().step();
        Random moments = new Random(1);
        for (int kill = 0; kill < 4; kill++) {
            try (ChildJvm child = new ChildJvm(folder, "train", run, "--epochs", 2 + kill, "--save", run)) {
                child.await(this::isWriting);
                Thread.sleep(moments.nextInt(15));
                child.kill();
                child.status();
            }
            long now = SavedRunReader.read(run).state().step();
            assertTrue(now >= step, "no step back");
            step = now;
        }
    }

    private boolean isWriting() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.anyMatch(
                    file -> file.toString().endsWith(".part") && file.toFile().length() > 0);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean told(ChildJvm child, String text) {
        try {
            return child.err().contains(text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private long count() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }

    private static String withoutSpeed(CommandLineRun run) {
        return run.out().replaceAll("\"samplesPerSecond\":[^}]*", "");
    }

    private static CommandLineRun train(Path file, Object... rest) {
        Object[] args = Stream.concat(Stream.of("train", file), Stream.of(rest)).toArray();
        CommandLineRun run = CommandLineRun.of(args);
        assertEquals(0, run.status(), run.err());
        return run;
    }
}
