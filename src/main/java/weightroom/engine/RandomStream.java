package weightroom.engine;

/**
 * A stream of pseudo-random numbers for one purpose. Streams of one seed are independent, so drawing more from one leaves
 * the others as they were. SplitMix64 (Steele, Lea & Flood 2014): a counter through a mixing function, the same on every
 * machine.
 */
public final class RandomStream {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long state;

    /** What randomness is used for; the order is part of every saved result. */
    public enum Purpose {
        DATA,
        NOISE,
        SPLIT,
        START,
        SHUFFLE,
        DROPOUT
    }

    /**
     * @param seed the experiment's seed
     * @param purpose what the numbers are for
     * @param index which of several such streams: the layer, the epoch, …
     */
    public RandomStream(long seed, Purpose purpose, long index) {
        state = mix(mix(mix(seed + GOLDEN) + purpose.ordinal() + 1) + index * GOLDEN);
    }

    /** The next 64 random bits. */
    public long nextLong() {
        state += GOLDEN;
        return mix(state);
    }

    /** Uniform in [0, 1), 53 bits. */
    public double nextDouble() {
        return (nextLong() >>> 11) * 0x1.0p-53;
    }

    /** Uniform in [low, high). */
    public double nextDouble(double low, double high) {
        return low + (high - low) * nextDouble();
    }

    /** Uniform in 0 … bound−1; the bias of at most bound/2³² is far below anything a class can see. */
    public int nextInt(int bound) {
        return (int) ((nextLong() >>> 32) * bound >>> 32);
    }

    /** Standard normal, by the polar method (Marsaglia & Bray 1964); {@link StrictMath} gives the same bits everywhere. */
    public double nextGaussian() {
        while (true) {
            double u = 2 * nextDouble() - 1;
            double v = 2 * nextDouble() - 1;
            double s = u * u + v * v;
            if (s > 0 && s < 1) {
                return u * StrictMath.sqrt(-2 * StrictMath.log(s) / s);
            }
        }
    }

    /** Fills {@code order} with 0 … n−1 in random order (Fisher & Yates, Durstenfeld 1964). */
    public void permute(int[] order) {
        for (int i = 0; i < order.length; i++) {
            int j = nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
    }

    private static long mix(long bits) {
        long z = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
