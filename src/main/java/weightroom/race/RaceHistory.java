package weightroom.race;

/**
 * What was measured in a race: after every epoch a round with every figure of every entrant. One thread appends rounds; any
 * number read without a lock: a reader looks at {@link #size()} once and may then read every round below it.
 *
 * <p>Round 0 is before the first update. An entrant that diverged has NaN from then on; one that is over in another way keeps
 * what it had. Where memory asks for it every second round goes, in a history of its own.
 */
public interface RaceHistory {
    int lanes();

    int seeds();

    /** How many rounds there are; grows only. */
    int size();

    /** Epochs done in this round, for all lanes alike. */
    long epoch(int round);

    /** A figure of one entrant in one round. */
    double value(Figure figure, int round, Entrant entrant);

    /**
     * The middle half of a lane's seeds in one round. Entrants that diverged count as worse than all others.
     */
    Spread spread(Figure figure, int round, int lane);

    /** Seconds of training that one of the lane's entrants has cost up to this round: its share of the program it is trained by. */
    double seconds(int round, int lane);

    /** The last round at this epoch or before it; −1 where there is none. */
    int roundAt(double epoch);

    /**
     * Quartiles over seeds, between two values on the straight line from one to the other; infinite where entrants that
     * diverged decide it.
     *
     * @param low a quarter of the seeds are below
     * @param median the middle
     * @param high a quarter of the seeds are above
     */
    record Spread(double low, double median, double high) {}
}
