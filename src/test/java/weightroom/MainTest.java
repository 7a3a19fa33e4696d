package weightroom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Starts the program in a JVM of its own, as a user does. */
class MainTest {
    @TempDir
    Path folder;

    private record Ended(int status, String out, String err) {}

    @Test
    @EnabledOnOs(OS.LINUX)
    void withoutADisplayOneSentenceNamesTheCommandsThatNeedNone() throws Exception {
        Ended ended = start(List.of(), List.of(), "");
        assertEquals(4, ended.status());
        assertEquals("", ended.out());
        assertEquals(1, ended.err().lines().count(), ended.err());
        assertTrue(ended.err().contains("no display"), ended.err());
        assertTrue(ended.err().contains("train, devices and bench"), ended.err());
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aDisplayThatDoesNotAnswerIsToldInOneSentenceToo() throws Exception {
        Ended ended = start(List.of(), List.of(), "unix:65000");
        assertEquals(4, ended.status());
        assertEquals(1, ended.err().lines().count(), ended.err());
        assertTrue(ended.err().contains("Unable to open DISPLAY"), ended.err());
        assertTrue(ended.err().contains("train, devices and bench"), ended.err());
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void theReasonIsInTheLogForWhoeverAsks() throws Exception {
        Ended ended = start(List.of("-Dweightroom.log=WARNING"), List.of(), "unix:65000");
        assertTrue(ended.err().contains("at com.sun.glass.ui.gtk.GtkApplication"), ended.err());
        assertFalse(ended.err().contains("Unsupported JavaFX configuration"), ended.err());
    }

    @Test
    void aCommandLoadsNoJavaFxClass() throws Exception {
        Ended ended = start(List.of("-Xlog:class+load:stdout"), List.of("--version"), "");
        assertEquals(0, ended.status(), ended.err());
        assertEquals("", ended.err());
        assertTrue(ended.out().contains("weightroom.cli.WeightroomCommand"), "the JVM lists what it loads");
        assertFalse(ended.out().contains(" javafx."), "no JavaFX for a command");
        assertFalse(ended.out().contains(" com.sun.javafx."), "no JavaFX for a command");
    }

    @Test
    void theStatusAndTheMessageAreThoseOfTheProcessThatDidTheWork() throws Exception {
        Ended ended =
                start(List.of(), List.of("train", folder.resolve("missing.json").toString()), "");
        assertEquals(2, ended.status());
        assertEquals("", ended.out());
        assertEquals(1, ended.err().lines().count(), ended.err());
        assertTrue(ended.err().contains("missing.json"), ended.err());
    }

    @Test
    void aLogLevelThatIsNoneIsRefused() throws Exception {
        Ended ended = start(List.of("-Dweightroom.log=loud"), List.of("--version"), "");
        assertEquals(2, ended.status());
        assertTrue(ended.err().contains("weightroom.log is 'loud'"), ended.err());
        assertEquals(1, ended.err().lines().count(), ended.err());
    }

    private Ended start(List<String> options, List<String> arguments, String display)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("--enable-native-access=ALL-UNNAMED"); // as the jar's manifest says
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment()
                .keySet()
                .removeAll(List.of("DISPLAY", "WAYLAND_DISPLAY", "JAVA_TOOL_OPTIONS", "LD_PRELOAD"));
        if (!display.isEmpty()) {
            builder.environment().put("DISPLAY", display);
        }
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        Process process =
                builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS), "ends by itself");
        return new Ended(
                process.exitValue(),
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
    }
}
