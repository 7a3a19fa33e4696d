package weightroom.race;

import java.util.Optional;
import weightroom.run.Snapshot.Notice;

/**
 * What a {@link RaceTrainer} shows, never changed after it was published.
 *
 * @param race as it stands; empty before the first contest was made ready
 * @param preparing whether another contest is being made ready, while this race stands still
 * @param notice what the user should know; the same as the race's where there is one
 * @param commands how many commands have been carried out, or refused
 * @param serial counts pictures
 */
public record RacePicture(
        Optional<RaceSnapshot> race, boolean preparing, Optional<Notice> notice, long commands, long serial) {
    /** The same moment, standing still, with another notice, after so many commands. */
    RacePicture stopped(Optional<Notice> changed, long obeyed, long next) {
        return new RacePicture(race.map(one -> one.stopped(changed, obeyed, next)), false, changed, obeyed, next);
    }
}
