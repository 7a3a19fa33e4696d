package weightroom.data;

import java.util.Arrays;

/**
 * Standardization, feature by feature: x' = (x − mean) / deviation, with the mean and the deviation √(Σ(x − mean)²/n) of
 * the training part only, so that nothing about the other parts leaks into training. A feature that never changes has
 * deviation 1 here, and becomes 0.
 *
 * @param mean {@code (in)}
 * @param deviation {@code (in)}, above 0
 */
public record Scaling(double[] mean, double[] deviation) {
    /** Leaves every value as it is. */
    public static Scaling none(int features) {
        double[] ones = new double[features];
        Arrays.fill(ones, 1);
        return new Scaling(new double[features], ones);
    }

    /**
     * Measures these rows.
     *
     * @param rows {@code (n, in)}, n at least 1
     */
    public static Scaling of(double[][] rows) {
        int features = rows[0].length;
        double[] mean = new double[features];
        double[] deviation = new double[features];
        for (int j = 0; j < features; j++) {
            mean[j] = Spread.mean(rows, j);
            double spread = Spread.deviation(rows, j);
            deviation[j] = spread > 0 ? spread : 1;
        }
        return new Scaling(mean, deviation);
    }

    /** (x − mean) / deviation of one feature. */
    public double scale(int feature, double value) {
        return (value - mean[feature]) / deviation[feature];
    }

    /** The raw value back: x'·deviation + mean. */
    public double restore(int feature, double scaled) {
        return scaled * deviation[feature] + mean[feature];
    }
}
