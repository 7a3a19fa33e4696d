package weightroom.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class ChainedStartTest {
    @TempDir
    Path folder;

    private Path library;

    @BeforeEach
    void makeALibrary() throws IOException {
        library = Files.createFile(folder.resolve("libjsig.so"));
    }

    @Test
    void theSecondProcessHasTheSameCommandLineAndTheLibraryInFront() {
        ProcessBuilder second = ChainedStart.second(library, Map.of(), "Linux").orElseThrow();
        assertThat(second.environment()).containsEntry("LD_PRELOAD", library.toString());
        assertThat(second.command().get(0)).endsWith("java");
        assertThat(second.command().get(1))
                .isEqualTo("-Dweightroom.parent=" + ProcessHandle.current().pid());
        String[] own = ProcessHandle.current().info().arguments().orElseThrow();
        assertThat(second.command()).endsWith(own[own.length - 1]);
    }

    @Test
    void whatWasPreloadedBeforeStaysSo() {
        Optional<ProcessBuilder> second =
                ChainedStart.second(library, Map.of("LD_PRELOAD", "/usr/lib/other.so"), "Linux");
        assertThat(second.orElseThrow().environment()).containsEntry("LD_PRELOAD", library + ":/usr/lib/other.so");
    }

    @Test
    void thereIsNoSecondProcessWhereItIsNotNeededOrCannotHelp() {
        assertThat(ChainedStart.second(library, Map.of("LD_PRELOAD", "/jdk/lib/libjsig.so"), "Linux"))
                .isEmpty();
        assertThat(ChainedStart.second(library, Map.of(), "Windows 11")).isEmpty();
        assertThat(ChainedStart.second(library, Map.of(), "Mac OS X")).isEmpty();
        assertThat(ChainedStart.second(folder.resolve("missing.so"), Map.of(), "Linux"))
                .isEmpty();
    }
}
