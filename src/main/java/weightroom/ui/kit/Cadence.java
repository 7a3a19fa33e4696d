package weightroom.ui.kit;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Lets something happen at most so many times a second. Each has a beat of its own, shifted against the others, so that what
 * is shown at the same rate is not all shown in the same pulse.
 */
public final class Cadence {
    private static final AtomicInteger MADE = new AtomicInteger();
    /** Steps of the golden ratio spread any number of beats evenly. */
    private static final double GOLDEN = 0.618033988749895;

    private final long nanos;
    private final long shift;
    private long lastBeat = Long.MIN_VALUE;

    public Cadence(int perSecond) {
        nanos = 1_000_000_000L / perSecond;
        double share = MADE.getAndIncrement() * GOLDEN % 1;
        shift = (long) (share * nanos);
    }

    /** Whether it is time again; {@code at once} does not wait. */
    public boolean due(long now, boolean atOnce) {
        long beat = Math.floorDiv(now + shift, nanos);
        if (!atOnce && beat == lastBeat) {
            return false;
        }
        lastBeat = beat;
        return true;
    }
}
