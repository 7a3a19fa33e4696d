package weightroom.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import weightroom.engine.opencl.OpenCl;

/**
 * Starts the program once more with the JVM's signal chaining, where OpenCL may be used.
 *
 * <p>OpenCL drivers made with LLVM put a handler of their own before the JVM's for memory faults, with which the JVM stops
 * its threads; two threads stopped at once then end the process. The JVM's library {@code libjsig} keeps its handler in
 * front, but only when it is loaded before everything else, by {@code LD_PRELOAD}, which {@code java -jar} cannot ask for.
 * So on Linux this process starts that other one, lends it its terminal, waits, and ends with its status.
 */
public final class ChainedStart {
    /** {@code off} keeps the program in the process that was started. */
    public static final String PROPERTY = "weightroom.chaining";

    private static final String PRELOAD = "LD_PRELOAD";
    private static final String LIBRARY = "libjsig.so";
    /** Tells the second process who waits for it. */
    private static final String PARENT = "weightroom.parent";

    private static final int KILLED = 137;
    private static final System.Logger LOG = System.getLogger(ChainedStart.class.getName());

    private ChainedStart() {}

    /**
     * Carries the program out in a second process, where that is needed and can be done.
     *
     * @return its exit status; empty when the program is to go on in this process
     */
    public static OptionalInt run() {
        watchParent();
        Optional<ProcessBuilder> second = second(
                Path.of(System.getProperty("java.home"), "lib", LIBRARY),
                System.getenv(),
                System.getProperty("os.name", ""));
        if (second.isEmpty() || !OpenCl.isInstalled()) {
            return OptionalInt.empty();
        }
        try {
            Process process = second.get().inheritIO().start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> endWith(process), "second process"));
            return OptionalInt.of(process.waitFor());
        } catch (IOException notStarted) {
            LOG.log(System.Logger.Level.INFO, "goes on without signal chaining", notStarted);
            return OptionalInt.empty();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return OptionalInt.of(KILLED);
        }
    }

    /** How to start the same command line with the library; empty where it is there already, or cannot be. */
    static Optional<ProcessBuilder> second(Path library, Map<String, String> environment, String os) {
        String preloaded = environment.getOrDefault(PRELOAD, "");
        boolean wanted = os.equals("Linux")
                && !System.getProperty(PROPERTY, "").equals("off")
                && System.getProperty(PARENT) == null
                && !preloaded.contains(LIBRARY)
                && Files.isRegularFile(library);
        if (!wanted) {
            return Optional.empty();
        }
        List<String> command = commandLine();
        // Two processes cannot listen to one debugger.
        if (command.isEmpty() || command.stream().anyMatch(word -> word.startsWith("-agentlib:jdwp"))) {
            return Optional.empty();
        }
        command.add(1, "-D%s=%d".formatted(PARENT, ProcessHandle.current().pid()));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put(PRELOAD, preloaded.isEmpty() ? library.toString() : library + ":" + preloaded);
        return Optional.of(builder);
    }

    /** What this process was started with, the full path of the JVM first. */
    private static List<String> commandLine() {
        Optional<String> jvm = ProcessHandle.current().info().command();
        try {
            String line = Files.readString(Path.of("/proc/self/cmdline"), StandardCharsets.UTF_8);
            List<String> words = new ArrayList<>(List.of(line.split("\0", -1)));
            words.remove(words.size() - 1);
            jvm.ifPresent(path -> words.set(0, path));
            return jvm.isPresent() ? words : new ArrayList<>();
        } catch (IOException unreadable) {
            LOG.log(System.Logger.Level.INFO, "goes on without signal chaining", unreadable);
            return new ArrayList<>();
        }
    }

    /** Asked to end, this process asks the other one, and lets it keep what it has to keep. */
    private static void endWith(Process process) {
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** A second process whose first was killed has nobody left to report to. */
    private static void watchParent() {
        Optional.ofNullable(Long.getLong(PARENT)).flatMap(ProcessHandle::of).ifPresent(first -> first.onExit()
                .whenComplete(ChainedStart::endToo)
                .exceptionally(error -> first));
    }

    private static void endToo(ProcessHandle first, @Nullable Throwable error) {
        Runtime.getRuntime().halt(KILLED);
    }
}
