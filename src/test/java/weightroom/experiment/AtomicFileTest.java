package weightroom.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weightroom.engine.Activation;
import weightroom.engine.InvalidInput;
import weightroom.engine.State;

final class AtomicFileTest {
    private static final int KILLS = 6;

    @TempDir
    Path folder;

    @Test
    void aFileIsReplacedAsAWhole() throws IOException {
        Path file = folder.resolve("a.txt");
        AtomicFile.write(file, out -> out.write("one".getBytes(StandardCharsets.UTF_8)));
        AtomicFile.write(file, out -> out.write("two".getBytes(StandardCharsets.UTF_8)));
        assertEquals("two", Files.readString(file));
        assertEquals(List.of("a.txt"), names());
    }

    @Test
    void aWriterThatFailsLeavesTheOldFileAndNothingElse() throws IOException {
        Path file = folder.resolve("a.txt");
        Files.writeString(file, "old");
        InvalidInput e = assertThrows(
                InvalidInput.class,
                () -> AtomicFile.write(file, out -> {
                    out.write(new byte[100_000]);
                    throw new IOException("disk full");
                }));
        assertTrue(e.getMessage().contains("a.txt cannot be written: disk full"), e.getMessage());
        assertEquals("old", Files.readString(file));
        assertEquals(List.of("a.txt"), names());
    }

    @Test
    void aLinkStaysALink() throws IOException {
        Path file = folder.resolve("a.txt");
        Files.writeString(file, "old");
        Path link = Files.createSymbolicLink(folder.resolve("link.txt"), file);
        AtomicFile.write(link, out -> out.write('x'));
        assertTrue(Files.isSymbolicLink(link));
        assertEquals("x", Files.readString(file));
    }

    @Test
    void aMissingFolderIsNamed() {
        Path file = folder.resolve("none/a.txt");
        InvalidInput e = assertThrows(InvalidInput.class, () -> AtomicFile.write(file, out -> out.write(1)));
        assertTrue(e.getMessage().contains("its folder does not exist"), e.getMessage());
    }

    @Test
    void killingTheProgramWhileItSavesNeverLeavesABrokenFile() throws Exception {
        Path file = folder.resolve("killed.run");
        Random random = new Random(3);
        for (int kill = 0; kill < KILLS; kill++) {
            Process child = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xshare:auto",
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                            SavesForEver.class.getName(),
                            file.toString())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (BufferedReader out =
                    new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
                assertEquals("saved", out.readLine());
                Thread.sleep(random.nextInt(60));
            } finally {
                child.destroyForcibly();
            }
            assertTrue(child.waitFor(20, TimeUnit.SECONDS));
            SavedRun run = SavedRunReader.read(file);
            assertTrue(run.state().step() > 0);
            for (float parameter : run.state().parameters()) {
                assertEquals((float) run.state().step(), parameter);
            }
        }
    }

    /** A program that saves again and again; every number of a file is the number of the save. */
    static final class SavesForEver {
        public static void main(String[] arguments) {
            Path file = Path.of(arguments[0]);
            Experiment wide = Experiment.spiral()
                    .withNetwork(new NetworkSpec(
                            List.of(new LayerSpec(50_000, Activation.TANH), new LayerSpec(1, Activation.SIGMOID))));
            Setup setup = Setup.of(wide, file.getParent());
            State state = setup.start();
            for (int save = 1; ; save++) {
                java.util.Arrays.fill(state.parameters(), save);
                State saved = new State(save, state.parameters(), state.slots());
                SavedRunWriter.write(
                        SavedRun.of(
                                setup, file.getParent(), saved, 1, SavedRun.Watch.NOTHING, Optional.empty(), List.of()),
                        file);
                if (save == 1) {
                    System.out.println("saved");
                }
            }
        }
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
