package weightroom.data;

/** Mean and standard deviation of a column, in two passes and with one division per row, so that large values fit. */
final class Spread {
    private Spread() {}

    /** Σ x/n. */
    static double mean(double[][] rows, int column) {
        double mean = 0;
        for (double[] row : rows) {
            mean += row[column] / rows.length;
        }
        return mean;
    }

    /** √(Σ (x − mean)²/n); exactly 0 for a column that never changes. */
    static double deviation(double[][] rows, int column) {
        double mean = mean(rows, column);
        double widest = 0;
        boolean changes = false;
        for (double[] row : rows) {
            changes |= row[column] != rows[0][column];
            widest = Math.max(widest, Math.abs(row[column] - mean));
        }
        if (!changes) {
            return 0;
        }
        double sum = 0;
        for (double[] row : rows) {
            double share = (row[column] - mean) / widest;
            sum += share * share;
        }
        return widest * StrictMath.sqrt(sum / rows.length);
    }
}
