package weightroom.engine;

import java.util.Arrays;

/**
 * The receiver operating characteristic of two classes (Fawcett 2006): for every threshold on the score, which share of the
 * first class is wrongly, and which share of the second class rightly, taken for the second.
 *
 * @param falsePositives rising from 0 to 1; not to be written
 * @param truePositives rising from 0 to 1, one for each of the former; not to be written
 * @param thresholds a row whose score is at least this counts as of the second class; falling from infinity; not to be
 *     written
 * @param area under the curve, ties counting half; NaN where a class has no rows
 */
public record Roc(double[] falsePositives, double[] truePositives, double[] thresholds, double area) {
    /**
     * Measures outputs for two classes; the score is the last output. Rows with the same score make one point. Where a class
     * has no rows, its shares are 0.
     *
     * @param outputs {@code (n, c)}
     * @param rows the n rows they were predicted for
     */
    public static Roc of(Task task, Rows rows, float[] outputs) {
        int n = rows.count();
        int c = outputs.length / Math.max(1, n);
        long[] ranked = ranked(outputs, n, c);
        double[] falsePositives = new double[n + 1];
        double[] truePositives = new double[n + 1];
        double[] thresholds = new double[n + 1];
        thresholds[0] = Double.POSITIVE_INFINITY;
        int points = 1;
        long positives = 0;
        long negatives = 0;
        double area = 0;
        for (int i = n - 1; i >= 0; ) {
            long score = ranked[i] >> 32;
            double negativesBefore = negatives;
            double positivesBefore = positives;
            float threshold = outputs[(int) ranked[i] * c + c - 1];
            for (; i >= 0 && ranked[i] >> 32 == score; i--) {
                int second = task.classOf(rows.targets(), (int) ranked[i], c);
                positives += second;
                negatives += 1 - second;
            }
            area += (negatives - negativesBefore) * 0.5 * (positives + positivesBefore);
            falsePositives[points] = negatives;
            truePositives[points] = positives;
            thresholds[points++] = threshold;
        }
        return new Roc(
                shares(falsePositives, points, negatives),
                shares(truePositives, points, positives),
                Arrays.copyOf(thresholds, points),
                area / ((double) positives * negatives));
    }

    /** Rows by rising score: the score's bits, made to sort like the number, above the row's index. */
    private static long[] ranked(float[] outputs, int n, int c) {
        long[] ranked = new long[n];
        for (int i = 0; i < n; i++) {
            int bits = Float.floatToIntBits(outputs[i * c + c - 1] + 0f);
            ranked[i] = (long) (bits ^ (bits >> 31 & Integer.MAX_VALUE)) << 32 | i;
        }
        Arrays.sort(ranked);
        return ranked;
    }

    private static double[] shares(double[] counts, int points, long all) {
        double[] shares = Arrays.copyOf(counts, points);
        for (int i = 0; i < points && all > 0; i++) {
            shares[i] /= all;
        }
        return shares;
    }
}
