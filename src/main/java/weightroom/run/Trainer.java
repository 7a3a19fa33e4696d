package weightroom.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import weightroom.engine.InvalidInput;
import weightroom.experiment.Experiment;
import weightroom.run.Snapshot.Notice.Kind;

/**
 * A run on a thread of its own. The thread owns everything that changes; others send {@linkplain Command commands} and
 * look at the {@linkplain #latest() latest snapshot}, which is replaced about sixty times a second while it plays.
 */
public final class Trainer implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Trainer.class.getName());

    private static final long PUBLISH_NANOS = 15_000_000L;

    private final Devices devices;
    private final BlockingQueue<Command> commands = new LinkedBlockingQueue<>();
    private final Thread thread;
    private final Player player;
    private volatile Snapshot latest;
    private volatile boolean closing;
    private volatile List<DeviceChoice> choices = List.of();
    private volatile Runnable listener = () -> {};
    private Optional<Command> held = Optional.empty();
    private long serial;
    private long obeyed;
    private long lastPublished;

    /**
     * Prepares the experiment in Java and stands before its first step.
     *
     * @param folder that files named by experiments are relative to
     * @throws InvalidInput when the experiment cannot be trained
     */
    public Trainer(Devices devices, Experiment experiment, Path folder) {
        this.devices = devices;
        this.player = new Player(devices, experiment, folder);
        this.thread = new Thread(this::loop, "trainer");
        this.latest = snapshot();
        thread.setDaemon(true);
        thread.start();
    }

    /** A device that {@link Command.UseDevice} can name. */
    public record DeviceChoice(String id, String description) {}

    /** Asks for something; returns at once. */
    public void send(Command command) {
        commands.add(command);
    }

    /** The newest picture of the run. */
    public Snapshot latest() {
        return latest;
    }

    /** The devices found by {@link Command.FindDevices}; empty before. */
    public List<DeviceChoice> choices() {
        return choices;
    }

    /** Calls this after every new snapshot, on the trainer's thread; in place of an earlier listener. */
    public void onPublish(Runnable heard) {
        listener = heard;
    }

    /** Ends the thread and frees the program; waits up to two seconds for the chunk in work. */
    @Override
    public void close() {
        closing = true;
        send(new Command.Pause());
        try {
            thread.join(2000);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void loop() {
        while (!closing) {
            try {
                if (obeyCommands()) {
                    publish();
                }
                work();
            } catch (RuntimeException error) {
                survive(error);
            }
        }
        player.close();
    }

    private void work() {
        boolean idle = player.idle();
        player.work();
        boolean finished = player.idle();
        if (!idle && (finished || System.nanoTime() - lastPublished > PUBLISH_NANOS)) {
            publish();
        }
    }

    /** Carries out what was asked; waits for it where there is nothing else to do. Returns whether anything was done. */
    private boolean obeyCommands() {
        boolean any = false;
        Optional<Command> next = held.isPresent() ? held : waitForCommand();
        while (next.isPresent() && !player.mustWait(next.get())) {
            held = Optional.empty();
            obeyed++;
            obey(next.get());
            any = true;
            next = Optional.ofNullable(commands.poll());
        }
        held = next;
        if (held.isPresent() && commands.stream().anyMatch(Command.Pause.class::isInstance)) {
            player.stop();
        }
        return any;
    }

    private Optional<Command> waitForCommand() {
        try {
            return player.idle()
                    ? Optional.of(commands.take())
                    : Optional.ofNullable(commands.poll(player.rest(), TimeUnit.NANOSECONDS));
        } catch (InterruptedException interrupted) {
            closing = true;
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private void obey(Command command) {
        if (command instanceof Command.FindDevices) {
            choices = devices.all().stream()
                    .map(device -> new DeviceChoice(device.id(), device.description()))
                    .toList();
        } else {
            player.obey(command);
        }
    }

    /** An error of our own must not take the window with it: pause, say so, and keep the details for the log. */
    private void survive(RuntimeException error) {
        LOG.log(System.Logger.Level.ERROR, "training failed", error);
        player.stop();
        player.tell(Kind.ERROR, Text.of("trainer.failed", String.valueOf(error.getMessage())));
        latest = latest.paused(player.notice(), obeyed, ++serial);
        listener.run();
    }

    private void publish() {
        latest = snapshot();
        lastPublished = System.nanoTime();
        listener.run();
    }

    private Snapshot snapshot() {
        return player.snapshot(obeyed, ++serial);
    }
}
