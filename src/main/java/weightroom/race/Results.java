package weightroom.race;

import java.util.List;
import weightroom.race.RaceSnapshot.Fate;
import weightroom.race.RaceSnapshot.LaneFacts;

/**
 * What a race has come to: all that tables and sentences about it are made from.
 *
 * @param contest what is raced
 * @param history all rounds measured
 * @param fates what has become of every entrant, the seeds of the first lane first
 * @param lanes what is known of each lane
 */
public record Results(Contest contest, RaceHistory history, List<Fate> fates, List<LaneFacts> lanes) {
    public Results {
        fates = List.copyOf(fates);
        lanes = List.copyOf(lanes);
    }

    /** Those that a snapshot shows. */
    public static Results of(RaceSnapshot snapshot) {
        return new Results(snapshot.contest(), snapshot.history(), snapshot.fates(), snapshot.lanes());
    }

    /** What has become of an entrant. */
    public Fate fate(Entrant entrant) {
        return fates.get(entrant.lane() * contest.seeds() + entrant.seed());
    }

    /** Whether it had reached the target by this round. */
    public boolean solved(Entrant entrant, int round) {
        long reached = fate(entrant).reached();
        return reached >= 0 && reached <= history.epoch(round);
    }

    /** Whether it had diverged by this round, or, where none is after it, since then. */
    public boolean diverged(Entrant entrant, int round) {
        long update = fate(entrant).diverged();
        boolean latest = round == history.size() - 1;
        return update > 0 && (latest || update <= history.epoch(round) * stepsPerEpoch(entrant));
    }

    /** The epoch, from 1, in which an entrant that diverged did so. */
    public long divergedIn(Entrant entrant) {
        return (fate(entrant).diverged() - 1) / stepsPerEpoch(entrant) + 1;
    }

    /** Whether it was done by this round, however it ended. */
    public boolean over(Entrant entrant, int round) {
        long epoch = history.epoch(round);
        long over = fate(entrant).over();
        return diverged(entrant, round)
                || (over >= 0 && over <= epoch)
                || epoch >= lanes.get(entrant.lane()).epochs();
    }

    /** Whether the entrants of this lane have such a figure at all; not so where it is of rows that there are none of. */
    public boolean has(Figure figure, int lane) {
        return !Double.isNaN(history.value(figure, 0, new Entrant(lane, 0)));
    }

    private long stepsPerEpoch(Entrant entrant) {
        return Math.max(1, lanes.get(entrant.lane()).stepsPerEpoch());
    }
}
