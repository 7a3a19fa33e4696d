package weightroom.run;

/**
 * Where numbers lie.
 *
 * @param mean Σx/n; NaN for none
 * @param deviation √(Σ(x − mean)²/n); NaN for none
 */
record Spread(double mean, double deviation) {
    /** Measures {@code values[from ≤ i < to]}. */
    static Spread of(float[] values, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += values[i];
        }
        double mean = sum / (to - from);
        double squares = 0;
        for (int i = from; i < to; i++) {
            squares += (values[i] - mean) * (values[i] - mean);
        }
        return new Spread(mean, Math.sqrt(squares / (to - from)));
    }

    /** The same of their sizes |x|. */
    static Spread ofSizes(float[] values) {
        double sum = 0;
        double squares = 0;
        for (float value : values) {
            sum += Math.abs(value);
        }
        double mean = sum / values.length;
        for (float value : values) {
            squares += (Math.abs(value) - mean) * (Math.abs(value) - mean);
        }
        return new Spread(mean, Math.sqrt(squares / values.length));
    }
}
