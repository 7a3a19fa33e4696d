package weightroom.run;

/**
 * How often numbers fall into each of some bins of equal width.
 *
 * @param low where the first bin begins
 * @param high where the last bin ends; above {@code low}
 * @param counts of each bin, which holds its lower end, the last one its upper end too; not to be written
 */
public record Histogram(double low, double high, int[] counts) {
    /** No numbers, from 0 to 1. */
    public static final Histogram EMPTY = new Histogram(0, 1, new int[1]);

    /**
     * Counts {@code values[from ≤ i < to]} between the smallest and the largest of them; where all are the same, x, from
     * x − 0.5·max(|x|, 10⁻³) to as much above it. Numbers that are not finite are left out.
     *
     * @param bins at least 1
     */
    public static Histogram of(float[] values, int from, int to, int bins) {
        float low = Float.POSITIVE_INFINITY;
        float high = Float.NEGATIVE_INFINITY;
        for (int i = from; i < to; i++) {
            float value = values[i];
            if (Math.abs(value) <= Float.MAX_VALUE) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
        if (low > high) {
            return EMPTY;
        }
        double room = low < high ? 0 : 0.5 * Math.max(Math.abs(low), 1e-3);
        return count(values, from, to, low - room, high + room, new int[bins]);
    }

    private static Histogram count(float[] values, int from, int to, double low, double high, int[] counts) {
        double perBin = counts.length / (high - low);
        for (int i = from; i < to; i++) {
            float value = values[i];
            if (Math.abs(value) <= Float.MAX_VALUE) {
                counts[Math.min(counts.length - 1, (int) ((value - low) * perBin))]++;
            }
        }
        return new Histogram(low, high, counts);
    }

    public int bins() {
        return counts.length;
    }

    /** Where a bin begins; with {@code bin} = {@link #bins()}, where the last one ends. */
    public double edge(int bin) {
        return low + bin * (high - low) / counts.length;
    }

    /** How many numbers were counted. */
    public long total() {
        long total = 0;
        for (int count : counts) {
            total += count;
        }
        return total;
    }

    /** The fullest bin's count. */
    public int highest() {
        int highest = 0;
        for (int count : counts) {
            highest = Math.max(highest, count);
        }
        return highest;
    }
}
