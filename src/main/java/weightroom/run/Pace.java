package weightroom.run;

/** How many steps to make at a time, so that a chunk lasts about as long as wanted and playing keeps its speed. */
public final class Pace {
    private static final long MAX_CHUNK = 1 << 20;
    /** Speeds are averaged over about this long. */
    private static final double SPEED_WINDOW = 0.5e9;

    private final long chunkNanos;
    private double epochsPerSecond = Double.POSITIVE_INFINITY;
    private double chunk = 1;
    private double owed;
    private long lastTime;
    private double stepsPerSecond;

    /** @param chunkNanos how long a chunk should last */
    public Pace(long chunkNanos) {
        this.chunkNanos = chunkNanos;
    }

    /** Starts counting anew, as when play is pressed. */
    public void restart(long now) {
        owed = 0;
        lastTime = now;
        stepsPerSecond = 0;
    }

    /** Another device or network: steps may now take a thousand times longer. */
    public void forgetChunk() {
        chunk = 1;
    }

    public void setSpeed(double wanted) {
        epochsPerSecond = wanted;
        owed = 0;
    }

    /** Steps to make now; 0 when it is too early. */
    public long due(long now, int stepsPerEpoch) {
        if (epochsPerSecond == Double.POSITIVE_INFINITY) {
            lastTime = now;
            return (long) chunk;
        }
        double perSecond = epochsPerSecond * stepsPerEpoch;
        owed = Math.min(owed + (now - lastTime) * 1e-9 * perSecond, Math.max(1, perSecond * 0.1));
        lastTime = now;
        long steps = Math.min((long) owed, (long) chunk);
        owed -= steps;
        return steps;
    }

    /** How many steps last about as long as a chunk should. */
    public long chunk() {
        return (long) chunk;
    }

    /** Whether a step is due without waiting. */
    public boolean owes() {
        return epochsPerSecond == Double.POSITIVE_INFINITY || owed >= 1;
    }

    /** Nanoseconds until the next step is due. */
    public long wait(int stepsPerEpoch) {
        double perSecond = epochsPerSecond * stepsPerEpoch;
        return (long) Math.max(100_000, Math.min(20_000_000, (1 - owed) / perSecond * 1e9));
    }

    /** Learns from a chunk that was made. */
    public void made(long steps, long nanos, long nanosSincePrevious) {
        double factor = Math.max(0.25, Math.min(2, (double) chunkNanos / Math.max(1, nanos)));
        if (factor < 1 || steps >= (long) chunk) {
            chunk = Math.max(1, Math.min(MAX_CHUNK, chunk * factor));
        }
        double weight = Math.min(1, nanosSincePrevious / SPEED_WINDOW);
        double rate = steps * 1e9 / Math.max(1, nanosSincePrevious);
        stepsPerSecond = stepsPerSecond == 0 ? rate : stepsPerSecond + weight * (rate - stepsPerSecond);
    }

    /** Updates per second of late. */
    public double stepsPerSecond() {
        return stepsPerSecond;
    }
}
