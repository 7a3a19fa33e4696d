package weightroom.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import weightroom.engine.opencl.OpenCl;

/**
 * Starts the program once more with what {@code java -jar} cannot ask for, and stands in for that process.
 *
 * <p>Signal chaining: OpenCL drivers made with LLVM put a handler of their own before the JVM's for memory faults, with which
 * the JVM stops its threads; two threads stopped at once then end the process. The JVM's library {@code libjsig} keeps its
 * handler in front, but only when it is loaded before everything else, by {@code LD_PRELOAD}.
 *
 * <p>Class data: an archive of loaded classes, made by the build, lets the window open faster.
 *
 * @param library the library for signal chaining, where it is needed and was not loaded yet
 * @param archive the archive of classes, where there is one
 */
public record SecondStart(Optional<Path> library, Optional<Path> archive) {
    /** {@code off} keeps the program in the process that was started. */
    public static final String PROPERTY = "weightroom.second";

    private static final String PRELOAD = "LD_PRELOAD";
    private static final String LIBRARY = "libjsig.so";
    private static final String ARCHIVE = "weightroom.jsa";

    /** Where a JVM that fails puts its report: not into whatever folder it was started from. */
    private static final String REPORTS =
            "-XX:ErrorFile=" + Path.of(System.getProperty("java.io.tmpdir", ""), "weightroom-crash-%p.log");

    /** Tells the second process who waits for it. */
    private static final String PARENT = "weightroom.parent";

    private static final String OUT_OF_DATE = "VM warning: the use of signal() and sigset() for signal chaining";

    private static final int KILLED = 137;

    /** A JVM that fails over its archive does so within some milliseconds. */
    private static final long AT_ONCE = 5_000_000_000L;

    private static final System.Logger LOG = System.getLogger(SecondStart.class.getName());

    /**
     * Where lines are said, but for the one in which libjsig calls the window's libraries out of date.
     *
     * @param output is told those of the standard output
     * @param errors is told those of the standard error
     */
    public record Terminal(Consumer<String> output, Consumer<String> errors) {}

    /** What this system has to offer, looked for without loading anything. */
    public static SecondStart ofThisSystem() {
        Path home = Path.of(System.getProperty("java.home"));
        Optional<Path> library = library(home, System.getenv(), System.getProperty("os.name", ""));
        return new SecondStart(
                library.filter(file -> OpenCl.isInstalled()), archive(System.getProperty("java.class.path", "")));
    }

    /** Whether the library for signal chaining would make a difference. */
    public boolean chains() {
        return library.isPresent();
    }

    /** Whether there is an archive of classes. */
    public boolean opensFaster() {
        return archive.isPresent();
    }

    /**
     * Carries the program out in a second process.
     *
     * @param terminal for the window: is told what it says. Empty to lend it this process's own, and no archive
     * @return its exit status; empty when the program is to go on in this process, which may be the second one
     */
    public OptionalInt run(Optional<Terminal> terminal) {
        return System.getProperty(PARENT) == null ? run(commandLine(), terminal) : OptionalInt.empty();
    }

    OptionalInt run(List<String> commandLine, Optional<Terminal> terminal) {
        Optional<ProcessBuilder> second = (terminal.isPresent() ? this : withoutArchive()).second(commandLine);
        if (second.isEmpty()) {
            return OptionalInt.empty();
        }
        try {
            return terminal.isPresent()
                    ? runWindow(second.get(), commandLine, terminal.get())
                    : OptionalInt.of(started(second.get().inheritIO()).waitFor());
        } catch (IOException notStarted) {
            LOG.log(System.Logger.Level.DEBUG, "goes on in the first process", notStarted);
            return OptionalInt.empty();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return OptionalInt.of(KILLED);
        }
    }

    /** An archive that was cut off is no longer read in silence: the JVM fails, reports that, and is started without. */
    private OptionalInt runWindow(ProcessBuilder builder, List<String> commandLine, Terminal terminal)
            throws IOException, InterruptedException {
        long begun = System.nanoTime();
        List<String> report = new ArrayList<>();
        Process process = started(builder.redirectInput(ProcessBuilder.Redirect.INHERIT));
        Thread output = new Thread(
                () -> pass(process.inputReader(), line -> {
                    if (isReport(line)) {
                        report.add(line);
                    } else {
                        terminal.output().accept(line);
                    }
                }),
                "output of the second process");
        output.setDaemon(true);
        output.start();
        pass(process.errorReader(), terminal.errors());
        output.join();
        int status = process.waitFor();
        boolean failedAtOnce = !report.isEmpty() && System.nanoTime() - begun < AT_ONCE;
        if (failedAtOnce && archive.isPresent()) {
            LOG.log(System.Logger.Level.DEBUG, "the archive {0} is of no use: {1}", archive.get(), report);
            return withoutArchive().run(commandLine, Optional.of(terminal));
        }
        report.forEach(terminal.errors());
        return OptionalInt.of(status);
    }

    private SecondStart withoutArchive() {
        return new SecondStart(library, Optional.empty());
    }

    /** Whether a JVM says this because it fails. */
    private static boolean isReport(String line) {
        return line.startsWith("#");
    }

    private static Process started(ProcessBuilder builder) throws IOException {
        Process process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> endWith(process), "second process"));
        return process;
    }

    private static void pass(BufferedReader from, Consumer<String> to) {
        try (BufferedReader lines = from) {
            lines.lines().filter(line -> !line.contains(OUT_OF_DATE)).forEach(to);
        } catch (IOException | UncheckedIOException ended) {
            LOG.log(System.Logger.Level.DEBUG, "the second process said no more", ended);
        }
    }

    /** How to start a command line with what there is; empty where it cannot be, or is not wanted. */
    Optional<ProcessBuilder> second(List<String> commandLine) {
        // Two processes cannot listen to one debugger.
        boolean debugged = commandLine.stream().anyMatch(word -> word.startsWith("-agentlib:jdwp"));
        boolean nothingToAdd = library.isEmpty() && archive.isEmpty();
        if (commandLine.isEmpty()
                || debugged
                || nothingToAdd
                || System.getProperty(PROPERTY, "").equals("off")) {
            return Optional.empty();
        }
        List<String> command = new ArrayList<>(commandLine);
        archive.ifPresent(file ->
                // An archive made by another JVM, or for another build, is passed over in silence.
                command.addAll(1, List.of("-XX:SharedArchiveFile=" + file, "-Xshare:auto", "-Xlog:disable", REPORTS)));
        command.add(1, "-D%s=%d".formatted(PARENT, ProcessHandle.current().pid()));
        ProcessBuilder builder = new ProcessBuilder(command);
        library.ifPresent(file -> builder.environment()
                .merge(PRELOAD, file.toString(), (before, added) -> before.isEmpty() ? added : added + ":" + before));
        return Optional.of(builder);
    }

    /** Takes away from another program what only this one needs. */
    static void release(Map<String, String> environment) {
        String others = Arrays.stream(environment.getOrDefault(PRELOAD, "").split(":"))
                .filter(file -> !file.endsWith(LIBRARY))
                .collect(Collectors.joining(":"));
        if (others.isEmpty()) {
            environment.remove(PRELOAD);
        } else {
            environment.put(PRELOAD, others);
        }
    }

    static Optional<Path> library(Path javaHome, Map<String, String> environment, String os) {
        Path file = javaHome.resolve("lib").resolve(LIBRARY);
        boolean wanted =
                os.equals("Linux") && !environment.getOrDefault(PRELOAD, "").contains(LIBRARY);
        return wanted && Files.isRegularFile(file) ? Optional.of(file) : Optional.empty();
    }

    /** The archive stands beside the jar that the program was started from. */
    static Optional<Path> archive(String classPath) {
        if (!classPath.endsWith(".jar") || classPath.contains(System.getProperty("path.separator"))) {
            return Optional.empty();
        }
        try {
            Path file = Path.of(classPath).toAbsolutePath().resolveSibling(ARCHIVE);
            return Files.isRegularFile(file) ? Optional.of(file) : Optional.empty();
        } catch (InvalidPathException noPath) {
            return Optional.empty();
        }
    }

    /** What this process was started with, the full path of the JVM first; empty where that cannot be told. */
    private static List<String> commandLine() {
        ProcessHandle.Info info = ProcessHandle.current().info();
        List<String> words = new ArrayList<>();
        info.command().ifPresent(words::add);
        Path exact = Path.of("/proc/self/cmdline");
        try {
            if (Files.isReadable(exact)) {
                String[] all = Files.readString(exact, StandardCharsets.UTF_8).split("\0", -1);
                words.addAll(List.of(all).subList(1, all.length - 1));
                return info.command().isPresent() ? words : List.of();
            }
        } catch (IOException unreadable) {
            LOG.log(System.Logger.Level.DEBUG, "goes on in the first process", unreadable);
            return List.of();
        }
        info.arguments().ifPresent(all -> words.addAll(List.of(all)));
        return info.command().isPresent() && info.arguments().isPresent() ? words : List.of();
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

    /** In the second process, ends it with the first: where that was killed, nobody is left to report to. */
    public static void watchFirst() {
        Optional.ofNullable(Long.getLong(PARENT)).flatMap(ProcessHandle::of).ifPresent(first -> first.onExit()
                .whenComplete(SecondStart::endToo)
                .exceptionally(error -> first));
    }

    private static void endToo(ProcessHandle first, @Nullable Throwable error) {
        Runtime.getRuntime().halt(KILLED);
    }
}
