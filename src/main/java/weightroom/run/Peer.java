package weightroom.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import weightroom.engine.InvalidInput;

/**
 * Another program that does the workloads, for comparison in the same run. It reads lines {@code W2 0.4} (workload,
 * seconds) and answers each with {@code R W2 <units per second> <check>}, or {@code nan} for what it does not do.
 *
 * @param name for tables
 * @param command the program and its arguments; no shell is involved
 * @param patienceNanos how much longer than asked for, times twenty, an answer may take
 */
public record Peer(String name, List<String> command, long patienceNanos) {
    private static final System.Logger LOG = System.getLogger(Peer.class.getName());
    private static final long PATIENCE_NANOS = 60_000_000_000L;

    public Peer {
        command = List.copyOf(command);
    }

    /**
     * Reads {@code name=program argument …}.
     *
     * @throws InvalidInput when there is no name or no program
     */
    public static Peer parse(String text) {
        int equals = text.indexOf('=');
        if (equals < 1 || text.substring(equals + 1).isBlank()) {
            throw new InvalidInput(Text.of("peer.form", text));
        }
        return new Peer(
                text.substring(0, equals),
                List.of(text.substring(equals + 1).trim().split("\\s+")),
                PATIENCE_NANOS);
    }

    /** Starts the program for one workload. */
    Workload.Job job(Workload workload) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
            SecondStart.release(builder.environment());
            return new PeerJob(this, workload, builder.start());
        } catch (IOException e) {
            throw new InvalidInput(
                    Text.of("peer.start", name, String.join(" ", command), String.valueOf(e.getMessage())), e);
        }
    }

    private static final class PeerJob implements Workload.Job {
        private final Peer peer;
        private final Workload workload;
        private final Process process;
        private final BufferedReader answers;
        private final Writer questions;
        private double check = Double.NaN;

        PeerJob(Peer peer, Workload workload, Process process) {
            this.peer = peer;
            this.workload = workload;
            this.process = process;
            this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            this.questions = process.outputWriter(StandardCharsets.UTF_8);
            warmUp();
        }

        private void warmUp() {
            try {
                work(200_000_000L);
            } catch (InvalidInput bad) {
                close();
                throw bad;
            }
        }

        @Override
        public double work(long nanos) {
            try {
                long begin = System.nanoTime();
                questions.write(String.format(Locale.ROOT, "%s %.3f%n", workload.id(), nanos * 1e-9));
                questions.flush();
                String answer = answer(nanos);
                double perSecond = parse(answer);
                return perSecond * (System.nanoTime() - begin) * 1e-9;
            } catch (IOException e) {
                throw new InvalidInput(Text.of("peer.gone", peer.name, String.valueOf(e.getMessage())), e);
            }
        }

        /** The next line; none when the program ended. A program that hangs must not hang this one. */
        private @Nullable String answer(long nanos) throws IOException {
            long end = System.nanoTime() + 20 * nanos + peer.patienceNanos;
            while (!answers.ready() && process.isAlive()) {
                if (System.nanoTime() > end) {
                    throw new InvalidInput(Text.of("peer.silent", peer.name, workload.id()));
                }
                LockSupport.parkNanos(100_000L);
            }
            return answers.readLine();
        }

        private double parse(@Nullable String answer) {
            String[] words = answer == null ? new String[0] : answer.trim().split("\\s+");
            if (words.length == 4 && words[0].equals("R") && words[1].equals(workload.id())) {
                try {
                    check = number(words[3]);
                    return number(words[2]);
                } catch (NumberFormatException notANumber) {
                    throw unexpected(answer);
                }
            }
            throw unexpected(answer);
        }

        /** As C prints it. */
        private static double number(String word) {
            return word.matches("-?nan") ? Double.NaN : Double.parseDouble(word);
        }

        private InvalidInput unexpected(@Nullable String answer) {
            return new InvalidInput(
                    answer == null
                            ? Text.of("peer.ended", peer.name, workload.id())
                            : Text.of("peer.answer", peer.name, answer, workload.id()));
        }

        @Override
        public double check() {
            return check;
        }

        @Override
        public void close() {
            process.destroy();
            try {
                answers.close();
                questions.close();
            } catch (IOException gone) {
                LOG.log(System.Logger.Level.DEBUG, "a peer's pipe was closed before", gone);
            }
        }
    }
}
