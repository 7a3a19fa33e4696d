package weightroom.ui.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weightroom.engine.InvalidInput;
import weightroom.experiment.Experiment;
import weightroom.experiment.SavedRun;
import weightroom.experiment.SavedRunWriter;
import weightroom.experiment.Setup;

class SessionTest {
    @TempDir
    private Path folder;

    @Test
    void theFirstStartFindsNothing() {
        try (Session first = begin()) {
            assertThat(first.crashed()).isEmpty();
            assertThat(first.last()).isEmpty();
        }
        assertThat(files()).isEmpty();
    }

    @Test
    void whatAWindowKeptIsWhatTheNextOneOpensWith() {
        try (Session first = begin()) {
            first.keep(run(3));
            first.keep(run(4));
        }
        try (Session second = begin()) {
            assertThat(second.crashed()).isEmpty();
            assertThat(second.last().orElseThrow().experiment().seed()).isEqualTo(4);
        }
    }

    @Test
    void theNewestRunOfThoseThatCrashedIsOfferedUntilItIsForgotten() throws IOException {
        try (Session closed = begin()) {
            closed.keep(run(1));
        }
        crash("open-a", 2, 1000);
        crash("open-b", 3, 2000);
        try (Session next = begin()) {
            assertThat(next.crashed().orElseThrow().read().experiment().seed()).isEqualTo(3);
            next.forgetCrashed();
            assertThat(next.crashed()).isEmpty();
        }
        assertThat(files()).containsExactly("last.run");
    }

    @Test
    void twoWindowsDoNotTakeEachOtherForCrashed() {
        try (Session first = begin()) {
            first.keep(run(1));
            try (Session second = begin()) {
                assertThat(second.crashed()).isEmpty();
                second.keep(run(2));
            }
            assertThat(first.last().orElseThrow().experiment().seed()).isEqualTo(2);
        }
        try (Session third = begin()) {
            assertThat(third.last().orElseThrow().experiment().seed()).isEqualTo(1);
        }
    }

    @Test
    void aRunThatIsDamagedIsSaidToBeAndNothingBreaks() throws IOException {
        crash("open-a", 2, 1000);
        Files.writeString(folder.resolve("open-a.run"), "weightroom-run 1 2 3");
        Files.writeString(folder.resolve("last.run"), "weightroom-run 1 2 3");
        try (Session next = begin()) {
            assertThat(next.last()).isEmpty();
            assertThatThrownBy(next.crashed().orElseThrow()::read).isInstanceOf(InvalidInput.class);
        }
    }

    @Test
    void whereNothingCanBeKeptTheWindowGoesOnWithout() throws IOException {
        Path file = Files.createFile(folder.resolve("a file"));
        assertThat(Session.begin(file)).isEmpty();
    }

    /** A window that was there and is gone: its lock stands, and nobody holds it. */
    private void crash(String name, long seed, long millis) throws IOException {
        Files.createFile(folder.resolve(name + ".lock"));
        SavedRunWriter.write(run(seed), folder.resolve(name + ".run"));
        Files.setLastModifiedTime(folder.resolve(name + ".run"), FileTime.fromMillis(millis));
    }

    private Session begin() {
        return Session.begin(folder).orElseThrow();
    }

    private List<String> files() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private SavedRun run(long seed) {
        Setup setup = Setup.of(Experiment.spiral().withSeed(seed), folder);
        return SavedRun.of(setup, folder, setup.start(), 1, SavedRun.Watch.NOTHING, Optional.empty(), List.of());
    }
}
