package weightroom.ui.kit;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Lets something happen at most so many times a second. Each has a beat of its own, shifted against the others, so that what
 * is shown at the same rate is not all shown in the same pulse. What takes long to draw takes turns besides: of those, one
 * draws in a pulse.
 */
public final class Cadence {
    private static final AtomicInteger MADE = new AtomicInteger();
    /** Of all that take turns on the screen's thread. */
    private static final Turns SCREEN = new Turns();
    /** Steps of the golden ratio spread any number of beats evenly. */
    private static final double GOLDEN = 0.618033988749895;

    private final long nanos;
    private final long shift;
    private final Turns turns;
    private long lastBeat = Long.MIN_VALUE;

    /** For what is shown quickly. */
    public Cadence(int perSecond) {
        this(perSecond, Turns.FOR_ALL);
    }

    /** For what takes turns with others. */
    Cadence(int perSecond, Turns turns) {
        nanos = 1_000_000_000L / perSecond;
        double share = MADE.getAndIncrement() * GOLDEN % 1;
        shift = (long) (share * nanos);
        this.turns = turns;
    }

    /** For what takes long to draw: it waits for its turn. */
    public static Cadence inTurn(int perSecond) {
        return new Cadence(perSecond, SCREEN);
    }

    /**
     * Whether it is time again; {@code at once} does not wait.
     *
     * @param now the time in nanoseconds, the same for all that ask in one pulse
     */
    public boolean due(long now, boolean atOnce) {
        long beat = Math.floorDiv(now + shift, nanos);
        if (!atOnce && (beat == lastBeat || !turns.mayHave(this, now))) {
            return false;
        }
        lastBeat = beat;
        return true;
    }
}
