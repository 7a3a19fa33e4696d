package weightroom.ui.kit;

/** Lets something happen at most so many times a second. */
public final class Cadence {
    private final long nanos;
    private long last = Long.MIN_VALUE / 2;

    public Cadence(int perSecond) {
        nanos = 1_000_000_000L / perSecond;
    }

    /** Whether it is time again; {@code at once} does not wait. */
    public boolean due(long now, boolean atOnce) {
        if (!atOnce && now - last < nanos) {
            return false;
        }
        last = now;
        return true;
    }
}
