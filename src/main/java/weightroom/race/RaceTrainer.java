package weightroom.race;

import java.util.Optional;
import weightroom.run.CommandThread;
import weightroom.run.Devices;

/**
 * A race on a thread of its own. The thread owns everything that changes; others send {@linkplain RaceCommand commands} and
 * look at the {@linkplain #latest() latest snapshot}, which is replaced about sixty times a second while anything goes on.
 * Nothing is computed before the first command.
 */
public final class RaceTrainer implements AutoCloseable {
    private final CommandThread<RaceCommand, RacePicture> thread;

    /**
     * Without a race until the first {@link RaceCommand.Begin}.
     *
     * @param devices for nobody else; closed with this
     */
    public RaceTrainer(Devices devices) {
        thread = new CommandThread<>("race", new RacePlayer(devices));
    }

    /** Asks for something; returns at once. */
    public void send(RaceCommand command) {
        thread.send(command);
    }

    /** The newest picture of the race; empty before there is one. */
    public Optional<RaceSnapshot> latest() {
        return picture().race();
    }

    /** The newest picture of everything, a race that cannot be made ready included. */
    public RacePicture picture() {
        return thread.latest();
    }

    /** Calls this after every new picture, on the race's thread; in place of an earlier listener. */
    public void onPublish(Runnable heard) {
        thread.onPublish(heard);
    }

    /** Ends the thread and frees programs and devices; waits up to two seconds for the chunk in work. */
    @Override
    public void close() {
        thread.close();
    }
}
