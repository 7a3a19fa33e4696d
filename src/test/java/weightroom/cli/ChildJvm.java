package weightroom.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import weightroom.Main;

/** The program in a JVM of its own, as a user starts it. */
final class ChildJvm implements AutoCloseable {
    private final Process process;
    private final Path out;
    private final Path err;

    /** @param folder for its output, and the one it works in */
    ChildJvm(Path folder, Object... args) throws IOException {
        out = Files.createTempFile(folder, "out", ".txt");
        err = Files.createTempFile(folder, "err", ".txt");
        process = new ProcessBuilder(command(args))
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
    }

    static List<String> command(Object... args) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        for (Object arg : args) {
            command.add(arg.toString());
        }
        return command;
    }

    /**
     * Sends what Ctrl-C sends; a program that was started in the background is deaf to it, and so are its children, so that
     * there the signal is the one to terminate.
     *
     * @return the exit status that tells of it
     */
    int interrupt() throws IOException, InterruptedException {
        boolean deaf = Files.readAllLines(Path.of("/proc/self/status")).stream()
                .anyMatch(line -> line.matches("SigIgn:\\s*[0-9a-f]*[2367abef]"));
        new ProcessBuilder("kill", deaf ? "-TERM" : "-INT", Long.toString(process.pid()))
                .start()
                .waitFor();
        return 128 + (deaf ? 15 : 2);
    }

    void kill() {
        process.destroyForcibly();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Waits for something to happen, at most a minute and only as long as the program lives. */
    void await(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!condition.getAsBoolean() && process.isAlive() && System.nanoTime() < end) {
            LockSupport.parkNanos(2_000_000);
        }
    }

    /** The exit status; fails when there is none within a minute. */
    int status() throws InterruptedException {
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new AssertionError("still running after a minute");
        }
        return process.exitValue();
    }

    String out() throws IOException {
        return Files.readString(out, StandardCharsets.UTF_8);
    }

    String err() throws IOException {
        return Files.readString(err, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
