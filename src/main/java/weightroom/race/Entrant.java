package weightroom.race;

import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One lane under one seed.
 *
 * @param lane index into the contest's lanes
 * @param seed index of the seed, from 0: the experiment's own seed plus this
 */
public record Entrant(int lane, int seed) {
    /** All entrants of a contest, the seeds of the first lane first. */
    public static Stream<Entrant> all(Contest contest) {
        return IntStream.range(0, contest.entrants())
                .mapToObj(index -> new Entrant(index / contest.seeds(), index % contest.seeds()));
    }

    /** Whether a contest has this one. */
    public boolean in(Contest contest) {
        return lane >= 0 && lane < contest.lanes().size() && seed >= 0 && seed < contest.seeds();
    }
}
