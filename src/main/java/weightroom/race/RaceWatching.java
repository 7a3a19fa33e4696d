package weightroom.race;

import weightroom.race.RaceSnapshot.Watched;

/**
 * Looks at a race: at every picture while it stands still, and while it moves for at most a sixth of the time, so that racing
 * keeps its speed, and on a beat a little quicker than the fifteen times a second at which screens draw, so that they find
 * something new each time. For the race's thread.
 */
final class RaceWatching {
    private static final long INTERVAL_NANOS = 60_000_000L;
    /** Looking that took so long is repeated only after so many times as long. */
    private static final int REST = 6;

    private RaceCommand.Watch watch = RaceCommand.Watch.NOTHING;
    private Watched watched = Watched.NOTHING;
    private long due = System.nanoTime();

    /** What to compute from now on. */
    void watch(RaceCommand.Watch wanted) {
        watch = wanted;
        due = System.nanoTime();
    }

    /** Another race is looked at. */
    void begin() {
        watched = Watched.NOTHING;
        due = System.nanoTime();
    }

    /** What is watched, as of now or, while it moves, of a moment ago. */
    Watched look(Race race, boolean moving) {
        race.watch(within(race.lineup().contest()));
        long begin = System.nanoTime();
        if (!moving || begin - due >= 0) {
            watched = race.look();
            long beat = begin - due < INTERVAL_NANOS ? due + INTERVAL_NANOS : begin + INTERVAL_NANOS;
            due = Math.max(beat, begin + REST * (System.nanoTime() - begin));
        }
        return watched;
    }

    /** What was asked for another contest may not be there in this one. */
    private RaceCommand.Watch within(Contest contest) {
        return new RaceCommand.Watch(
                watch.cells(),
                watch.fields().stream().filter(entrant -> entrant.in(contest)).toList(),
                watch.insight().stream().filter(entrant -> entrant.in(contest)).toList());
    }
}
