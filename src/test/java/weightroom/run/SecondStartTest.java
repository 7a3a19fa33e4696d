package weightroom.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecondStartTest {
    private static final List<String> LINE = List.of("/jdk/bin/java", "-jar", "weightroom.jar", "train", "x.json");

    @TempDir
    Path folder;

    @Test
    void theSecondProcessHasTheSameCommandLineWithTheLibraryInFront() {
        Path library = folder.resolve("libjsig.so");
        ProcessBuilder second = new SecondStart(Optional.of(library), Optional.empty())
                .second(LINE)
                .orElseThrow();
        assertThat(second.environment().get("LD_PRELOAD")).startsWith(library.toString());
        assertThat(second.command())
                .containsExactly(
                        "/jdk/bin/java",
                        "-Dweightroom.parent=" + ProcessHandle.current().pid(),
                        "-jar",
                        "weightroom.jar",
                        "train",
                        "x.json");
    }

    @Test
    void theArchiveOfClassesIsUsedAndPassedOverInSilenceWhereItDoesNotFit() {
        Path archive = folder.resolve("weightroom.jsa");
        ProcessBuilder second = new SecondStart(Optional.empty(), Optional.of(archive))
                .second(LINE)
                .orElseThrow();
        assertThat(second.command()).contains("-XX:SharedArchiveFile=" + archive, "-Xshare:auto", "-Xlog:disable");
        assertThat(second.command()).endsWith("-jar", "weightroom.jar", "train", "x.json");
    }

    /** As a JVM does with an archive that was cut off. */
    @Test
    void aJvmThatFailsOverTheArchiveIsFollowedInSilenceByAStartWithoutIt() throws IOException {
        Path java = program("echo '#'; echo '# A fatal error has been detected'; exit 134");
        SecondStart second = new SecondStart(Optional.empty(), Optional.of(folder.resolve("weightroom.jsa")));
        List<String> heard = new ArrayList<>();
        assertThat(second.run(List.of(java.toString()), Optional.of(new SecondStart.Terminal(heard::add, heard::add))))
                .as("goes on in this process")
                .isEmpty();
        assertThat(heard).isEmpty();
    }

    @Test
    void whatTheSecondProcessSaysAndItsStatusArePassedOn() throws IOException {
        Path java = program("echo 'no room' >&2; exit 3");
        SecondStart second = new SecondStart(Optional.empty(), Optional.of(folder.resolve("weightroom.jsa")));
        List<String> heard = new ArrayList<>();
        assertThat(second.run(List.of(java.toString()), Optional.of(new SecondStart.Terminal(heard::add, heard::add))))
                .hasValue(3);
        assertThat(heard).containsExactly("no room");
        assertThat(second.run(List.of(java.toString()), Optional.empty()))
                .as("only the window takes the archive")
                .isEmpty();
    }

    private Path program(String script) throws IOException {
        assumeThat(File.separator).isEqualTo("/");
        Path file = Files.writeString(folder.resolve("java"), "#!/bin/sh\n" + script + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file;
    }

    @Test
    void thereIsNoSecondProcessWithoutAReasonOrUnderADebugger() {
        SecondStart reason = new SecondStart(Optional.of(folder), Optional.empty());
        assertThat(new SecondStart(Optional.empty(), Optional.empty()).second(LINE))
                .isEmpty();
        assertThat(reason.second(List.of())).isEmpty();
        assertThat(reason.second(List.of("java", "-agentlib:jdwp=server=y", "-jar", "weightroom.jar")))
                .isEmpty();
        assertThat(reason.second(LINE)).isPresent();
    }

    @Test
    void theLibraryIsLookedForOnLinuxUntilItIsLoaded() throws IOException {
        Path library =
                Files.createFile(Files.createDirectory(folder.resolve("lib")).resolve("libjsig.so"));
        assertThat(SecondStart.library(folder, Map.of(), "Linux")).contains(library);
        assertThat(SecondStart.library(folder, Map.of("LD_PRELOAD", "/usr/lib/other.so"), "Linux"))
                .contains(library);
        assertThat(SecondStart.library(folder, Map.of("LD_PRELOAD", "/jdk/lib/libjsig.so"), "Linux"))
                .isEmpty();
        assertThat(SecondStart.library(folder, Map.of(), "Windows 11")).isEmpty();
        assertThat(SecondStart.library(folder, Map.of(), "Mac OS X")).isEmpty();
        assertThat(SecondStart.library(folder.resolve("elsewhere"), Map.of(), "Linux"))
                .isEmpty();
    }

    @Test
    void theArchiveStandsBesideTheJar() throws IOException {
        Path jar = folder.resolve("weightroom.jar");
        assertThat(SecondStart.archive(jar.toString())).isEmpty();
        Path archive = Files.createFile(folder.resolve("weightroom.jsa"));
        assertThat(SecondStart.archive(jar.toString())).contains(archive);
        assertThat(SecondStart.archive("target/classes")).isEmpty();
    }

    @Test
    void anotherProgramDoesNotGetTheLibrary() {
        Map<String, String> environment = new HashMap<>(Map.of("LD_PRELOAD", "/jdk/lib/libjsig.so:/usr/lib/other.so"));
        SecondStart.release(environment);
        assertThat(environment).containsEntry("LD_PRELOAD", "/usr/lib/other.so");
        environment.put("LD_PRELOAD", "/jdk/lib/libjsig.so");
        SecondStart.release(environment);
        assertThat(environment).isEmpty();
    }
}
