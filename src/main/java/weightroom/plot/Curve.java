package weightroom.plot;

import java.util.Arrays;

/**
 * A line that grows at its right end. The least and the greatest value of every 8 neighbours, of every 8 of those, and so on,
 * are kept, so that the range over any stretch of n points costs about 14 log₈ n reads.
 */
public final class Curve {
    private static final int BITS = 3;
    private static final int LEVELS = 8;

    private int size;
    private double[] xs = new double[64];
    private double[] ys = new double[64];
    private final double[][] lows = new double[LEVELS][0];
    private final double[][] highs = new double[LEVELS][0];
    private long reads;

    /**
     * Adds a point.
     *
     * @param x not less than the last one
     * @param y NaN leaves a gap
     * @throws IllegalArgumentException when x goes back
     */
    public void append(double x, double y) {
        if (size > 0 && x < xs[size - 1]) {
            throw new IllegalArgumentException("x is %s after %s; expected no less".formatted(x, xs[size - 1]));
        }
        if (size == xs.length) {
            xs = Arrays.copyOf(xs, 2 * size);
            ys = Arrays.copyOf(ys, 2 * size);
        }
        xs[size] = x;
        ys[size] = y;
        size++;
        summarize(size - 1);
    }

    private void summarize(int index) {
        double y = ys[index];
        for (int level = 0; level < LEVELS; level++) {
            int block = index >>> (BITS * (level + 1));
            if (block >= lows[level].length) {
                int grown = Math.max(8, 2 * block);
                lows[level] = grow(lows[level], grown, Double.POSITIVE_INFINITY);
                highs[level] = grow(highs[level], grown, Double.NEGATIVE_INFINITY);
            }
            if (y < lows[level][block]) {
                lows[level][block] = y;
            }
            if (y > highs[level][block]) {
                highs[level][block] = y;
            }
        }
    }

    /** Removes all points. */
    public void clear() {
        shorten(0);
    }

    /**
     * Removes the points from {@code length} on.
     *
     * @throws IllegalArgumentException when there are fewer
     */
    public void shorten(int length) {
        if (length < 0 || length > size) {
            throw new IllegalArgumentException("length is %d; expected 0 to %d".formatted(length, size));
        }
        size = length;
        for (int level = 0; level < LEVELS; level++) {
            int whole = Math.min(lows[level].length, length >>> (BITS * (level + 1)));
            Arrays.fill(lows[level], whole, lows[level].length, Double.POSITIVE_INFINITY);
            Arrays.fill(highs[level], whole, highs[level].length, Double.NEGATIVE_INFINITY);
        }
        // Of each level only the last block is not whole; below it, the blocks of the next finer level tell its range.
        for (int level = 0; level < LEVELS; level++) {
            int block = length >>> (BITS * (level + 1));
            if (block < lows[level].length) {
                int from = block << (BITS * (level + 1));
                lows[level][block] = low(from, length);
                highs[level][block] = high(from, length);
            }
        }
    }

    public int size() {
        return size;
    }

    public double x(int index) {
        return xs[index];
    }

    public double y(int index) {
        return ys[index];
    }

    /** The first point that is not left of x; {@link #size()} when all are. */
    public int firstFrom(double x) {
        int found = Arrays.binarySearch(xs, 0, size, x);
        int index = found < 0 ? -found - 1 : found;
        while (index > 0 && xs[index - 1] == x) {
            index--;
        }
        return index;
    }

    /**
     * As {@link #firstFrom(double)}, found faster the nearer the guess.
     *
     * @param guess from 0
     */
    int firstFrom(double x, int guess) {
        int high = size;
        int at = Math.max(0, Math.min(size, guess));
        for (int step = 1; at > 0 && xs[at - 1] >= x; step *= 2) {
            high = at - 1;
            at = Math.max(0, at - step);
        }
        int low = at;
        for (int step = 1; high == size && at < size && xs[at] < x; step *= 2) {
            low = at + 1;
            at = Math.min(size, at + step);
            high = at < size && xs[at] >= x ? at : high;
        }
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (xs[middle] < x) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The point nearest to x. Of no use on an empty curve. */
    public int nearest(double x) {
        int right = Math.min(size - 1, firstFrom(x));
        return right > 0 && x - xs[right - 1] < xs[right] - x ? right - 1 : right;
    }

    /** The least value of points from … to−1 that is a number; +∞ when there is none. */
    public double low(int from, int to) {
        return extreme(from, to, true);
    }

    /** The greatest value of points from … to−1 that is a number; −∞ when there is none. */
    public double high(int from, int to) {
        return extreme(from, to, false);
    }

    /**
     * The least and the greatest value of a stretch, for drawing: up to a sixteenth of a long stretch is looked at beyond
     * either end, so that points need not be looked at one by one there.
     *
     * @param range receives both; +∞ and −∞ when there is no number
     */
    void range(int from, int to, double[] range) {
        int mask = 0;
        for (int level = 1; level <= LEVELS && to - from >= 16 << (BITS * level); level++) {
            mask = (1 << (BITS * level)) - 1;
        }
        exactRange(from & ~mask, Math.min(size, (to + mask) & ~mask), range);
    }

    private double extreme(int from, int to, boolean least) {
        double[] range = new double[2];
        exactRange(from, to, range);
        return range[least ? 0 : 1];
    }

    private void exactRange(int from, int to, double[] range) {
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        int at = from;
        while (at < to) {
            int level = 0;
            while (level < LEVELS && aligned(at, level + 1) && at + (1 << (BITS * (level + 1))) <= to) {
                level++;
            }
            reads++;
            int block = at >>> (BITS * level);
            double low = level == 0 ? ys[at] : lows[level - 1][block];
            double high = level == 0 ? low : highs[level - 1][block];
            least = low < least ? low : least;
            greatest = high > greatest ? high : greatest;
            at += 1 << (BITS * level);
        }
        range[0] = least;
        range[1] = greatest;
    }

    /** How many numbers {@link #low} and {@link #high} have looked at so far. */
    long reads() {
        return reads;
    }

    private static boolean aligned(int index, int level) {
        return (index & ((1 << (BITS * level)) - 1)) == 0;
    }

    private static double[] grow(double[] values, int length, double filler) {
        double[] grown = Arrays.copyOf(values, length);
        Arrays.fill(grown, values.length, length, filler);
        return grown;
    }
}
