package weightroom.run;

import java.nio.file.Path;
import java.util.List;
import weightroom.engine.InvalidInput;
import weightroom.experiment.Experiment;

/**
 * A run on a thread of its own. The thread owns everything that changes; others send {@linkplain Command commands} and
 * look at the {@linkplain #latest() latest snapshot}, which is replaced about sixty times a second while it plays.
 */
public final class Trainer implements AutoCloseable {
    private final CommandThread<Command, Snapshot> thread;
    private volatile List<DeviceChoice> choices = List.of();

    /**
     * Prepares the experiment in Java and stands before its first step.
     *
     * @param folder that files named by experiments are relative to
     * @throws InvalidInput when the experiment cannot be trained
     */
    public Trainer(Devices devices, Experiment experiment, Path folder) {
        Player player = new Player(devices, experiment, folder, () -> find(devices));
        thread = new CommandThread<>("trainer", player);
    }

    /** A device that {@link Command.UseDevice} can name. */
    public record DeviceChoice(String id, String description) {}

    /** Asks for something; returns at once. */
    public void send(Command command) {
        thread.send(command);
    }

    /** The newest picture of the run. */
    public Snapshot latest() {
        return thread.latest();
    }

    /** The devices found by {@link Command.FindDevices}; empty before. */
    public List<DeviceChoice> choices() {
        return choices;
    }

    /** Calls this after every new snapshot, on the trainer's thread; in place of an earlier listener. */
    public void onPublish(Runnable heard) {
        thread.onPublish(heard);
    }

    /** Ends the thread and frees the program; waits up to two seconds for the chunk in work. */
    @Override
    public void close() {
        thread.close();
    }

    private void find(Devices devices) {
        choices = devices.all().stream()
                .map(device -> new DeviceChoice(device.id(), device.description()))
                .toList();
    }
}
