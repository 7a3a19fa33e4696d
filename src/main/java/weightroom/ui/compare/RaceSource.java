package weightroom.ui.compare;

import java.util.Optional;
import weightroom.race.RaceCommand;
import weightroom.race.RaceSnapshot;
import weightroom.run.Snapshot.Notice;

/** Where races come from: the trainer of races, or what stands in for it in a test. */
interface RaceSource {
    /** Takes a command, which is carried out in order. */
    void send(RaceCommand command);

    /** The newest picture of the race. */
    Picture picture();

    /**
     * What a source shows, never changed after it was published.
     *
     * @param race as it stands; empty before the first contest was made ready
     * @param preparing whether another contest is being made ready, while this race stands still
     * @param notice what the user should know
     * @param commands how many commands have been carried out, or refused
     * @param serial counts pictures
     */
    record Picture(
            Optional<RaceSnapshot> race, boolean preparing, Optional<Notice> notice, long commands, long serial) {}
}
