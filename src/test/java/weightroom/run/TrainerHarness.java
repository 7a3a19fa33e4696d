package weightroom.run;

import static org.junit.jupiter.api.Assertions.fail;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import weightroom.experiment.Experiment;

/** A trainer that is sent commands, and waited for. */
abstract class TrainerHarness {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Devices devices = new Devices();
    private final Trainer trainer;
    private long sent;

    TrainerHarness(Experiment experiment) {
        trainer = new Trainer(devices, experiment, Path.of(""));
    }

    @AfterEach
    void close() {
        trainer.close();
        devices.close();
    }

    final void send(Command... commands) {
        for (Command command : commands) {
            trainer.send(command);
            sent++;
        }
    }

    final Snapshot await(Predicate<Snapshot> condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            Snapshot now = trainer.latest();
            if (condition.test(now)) {
                return now;
            }
            LockSupport.parkNanos(500_000);
        }
        return fail("waited 30 s in vain; the latest snapshot is " + trainer.latest());
    }

    /** The snapshot after everything sent was carried out and has come to its end. */
    final Snapshot settled() {
        return await(now -> now.progress().commands() == sent && !now.playing());
    }

    /** The same after these commands. */
    final Snapshot after(Command... commands) {
        send(commands);
        return settled();
    }
}
