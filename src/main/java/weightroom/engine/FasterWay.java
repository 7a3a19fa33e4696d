package weightroom.engine;

/**
 * Which of two ways of making the same steps is the faster, found out while they are made. On some machines, at some
 * times, handing work from core to core costs more than a second core brings; that is seen by trying and by nothing else.
 *
 * <p>Now and then both ways take a few short turns; the one with the shortest turn per step is used until the next trial.
 * Trials become rarer, from one in a quarter of a second to one in four, as long as they say the same, and never take more
 * than a twentieth of the time. Both ways give the same numbers, so that no result depends on what a clock says.
 */
public final class FasterWay {
    /** Turns of each way in a trial: one may have been held up. */
    private static final int TURNS = 3;

    /** A turn is long against the clock and against changing over. */
    private static final long TURN = 4_000_000L;

    private static final long SHORTEST_REST = 250_000_000L;
    private static final long LONGEST_REST = 4_000_000_000L;

    /** How much shorter the other way's turn has to be. */
    private static final double CLEARLY = 0.97;

    /** A rest is at least so many times as long as a trial spends on the slower way. */
    private static final int AT_LEAST = 20;

    private final double[] perStep = new double[2];
    private final long[] shortest = new long[2];
    private int chosen;
    private int turn;
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
        long wanted = resting() ? rest : TURN;
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
            if (!resting()) {
                startTrial();
            }
            return;
        }
        perStep[way()] = Math.min(perStep[way()], lastPerStep);
        shortest[way()] = Math.min(shortest[way()], nanos);
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
        perStep[0] = Double.POSITIVE_INFINITY;
        perStep[1] = Double.POSITIVE_INFINITY;
        shortest[0] = Long.MAX_VALUE;
        shortest[1] = Long.MAX_VALUE;
    }

    private void decide() {
        int other = 1 - chosen;
        boolean change = perStep[other] < CLEARLY * perStep[chosen];
        restLength = change ? SHORTEST_REST : Math.min(LONGEST_REST, 2 * restLength);
        chosen = change ? other : chosen;
        lastPerStep = perStep[chosen];
        rest = Math.max(restLength, AT_LEAST * TURNS * shortest[1 - chosen]);
    }
}
