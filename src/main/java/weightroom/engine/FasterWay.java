package weightroom.engine;

/**
 * Which of two ways of making the same steps is the faster, found out while they are made. On some machines, at some
 * times, handing work from core to core costs more than a second core brings; that is seen by trying and by nothing else.
 *
 * <p>Now and then both ways take three short turns, and the one whose middle turn was the faster is used until the next trial.
 * Trials become rarer, from one in half a second to one in two, as long as they say the same, and the slower way never takes
 * more than a twentieth of the time. Both ways give the same numbers, so that no result depends on what a clock says.
 */
public final class FasterWay {
    /** Turns of each way in a trial: one may be held up, and one may be lucky. */
    private static final int TURNS = 3;

    /** What a turn begins with and does not count: threads wake up, and numbers come into the caches that now need them. */
    private static final long LEAD = 3_000_000L;

    /** What counts of a turn. */
    private static final long TURN = 5_000_000L;

    private static final long SHORTEST_REST = 500_000_000L;
    private static final long LONGEST_REST = 2_000_000_000L;

    /** How much shorter the other way's turn has to be. */
    private static final double CLEARLY = 0.97;

    /** A rest is at least so many times as long as a trial spends on the slower way. */
    private static final int AT_LEAST = 20;

    /** When steps have become so much shorter than in the trial, as they do while Java warms up, it says nothing more. */
    private static final double NO_LONGER_TRUE = 0.8;

    private final double[][] perStep = new double[2][TURNS];
    private double expected;
    private int chosen;
    private int turn;
    private boolean leading;
    private long restLength = SHORTEST_REST;
    private long rest;
    private double lastPerStep;

    /** Begins with a trial, way 0 first. */
    public FasterWay() {
        startTrial();
    }

    /** 0 or 1: the way to take next. */
    public int way() {
        return resting() ? chosen : (chosen + turn) % 2;
    }

    /** For at most so many steps, at least 1. */
    public long steps() {
        long wanted = resting() ? rest : leading ? LEAD : TURN;
        return lastPerStep == 0 ? 1 : Math.max(1, (long) Math.min(1e9, wanted / lastPerStep));
    }

    /**
     * Takes in how long the steps took.
     *
     * @param steps made along {@link #way()}, at least 1
     * @param nanos that they took together
     */
    public void took(long steps, long nanos) {
        lastPerStep = Math.max(1.0, (double) nanos / steps);
        if (resting()) {
            rest -= nanos;
            if (!resting() || lastPerStep < NO_LONGER_TRUE * expected) {
                startTrial();
            }
            return;
        }
        leading = !leading;
        if (!leading) {
            return;
        }
        perStep[way()][turn / 2] = lastPerStep;
        turn++;
        if (turn == 2 * TURNS) {
            decide();
        }
    }

    private boolean resting() {
        return rest > 0;
    }

    private void startTrial() {
        rest = 0;
        turn = 0;
        leading = true;
    }

    private void decide() {
        int other = 1 - chosen;
        boolean change = middle(perStep[other]) < CLEARLY * middle(perStep[chosen]);
        restLength = change ? SHORTEST_REST : Math.min(LONGEST_REST, 2 * restLength);
        chosen = change ? other : chosen;
        expected = middle(perStep[chosen]);
        lastPerStep = expected;
        long turnOfSlower = Math.max(LEAD + TURN, 2 * (long) middle(perStep[1 - chosen]));
        rest = Math.max(restLength, AT_LEAST * TURNS * turnOfSlower);
    }

    private static double middle(double[] three) {
        double low = Math.min(three[0], three[1]);
        double high = Math.max(three[0], three[1]);
        return Math.max(low, Math.min(high, three[2]));
    }
}
