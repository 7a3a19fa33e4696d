package weightroom.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import weightroom.engine.InvalidInput;

/**
 * Another program that does the workloads, for comparison in the same run. It reads lines {@code W2 0.4} (workload,
 * seconds) and answers each with {@code R W2 <units per second> <check>}, or {@code nan} for what it does not do.
 *
 * @param name for tables
 * @param command the program and its arguments; no shell is involved
 */
public record Peer(String name, List<String> command) {
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
        if (equals < 1 || equals == text.length() - 1) {
            throw new InvalidInput("--peer is \"%s\"; expected NAME=COMMAND, such as c=./bound".formatted(text));
        }
        return new Peer(
                text.substring(0, equals),
                List.of(text.substring(equals + 1).trim().split("\\s+")));
    }

    /** Starts the program for one workload. */
    Workload.Job job(Workload workload) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return new PeerJob(this, workload, process);
        } catch (IOException e) {
            throw new InvalidInput("--peer %s: %s cannot be started (%s)".formatted(name, command, e.getMessage()), e);
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
            work(200_000_000L);
        }

        @Override
        public double work(long nanos) {
            try {
                long begin = System.nanoTime();
                questions.write(String.format(Locale.ROOT, "%s %.3f%n", workload.id(), nanos * 1e-9));
                questions.flush();
                String answer = answers.readLine();
                double perSecond = parse(answer);
                return perSecond * (System.nanoTime() - begin) * 1e-9;
            } catch (IOException e) {
                throw new InvalidInput("--peer %s stopped answering (%s)".formatted(peer.name, e.getMessage()), e);
            }
        }

        private double parse(@Nullable String answer) {
            String[] words = answer == null ? new String[0] : answer.trim().split("\\s+");
            if (words.length == 4 && words[0].equals("R") && words[1].equals(workload.id())) {
                try {
                    check = Double.parseDouble(words[3]);
                    return words[2].equals("nan") ? Double.NaN : Double.parseDouble(words[2]);
                } catch (NumberFormatException notANumber) {
                    throw unexpected(answer);
                }
            }
            throw unexpected(answer);
        }

        private InvalidInput unexpected(@Nullable String answer) {
            return new InvalidInput("--peer %s answered \"%s\"; expected R %s <units per second> <check>"
                    .formatted(peer.name, answer, workload.id()));
        }

        @Override
        public double check() {
            return check;
        }

        @Override
        public void close() {
            process.destroy();
        }
    }
}
