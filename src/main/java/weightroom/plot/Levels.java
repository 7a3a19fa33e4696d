package weightroom.plot;

/**
 * How high a number stands between the least and the greatest of a surface, as a share from 0 to 1, and the levels in equal
 * steps of it: of the numbers themselves, or, for a surface with a deep valley, of the logarithm of what they are above the
 * least: u = 1 + log₁₀((z − least) / (greatest − least)) / 4, and 0 where that is less.
 */
final class Levels {
    /** How many bands of colour there are, with a line between any two. */
    static final int BANDS = 14;

    private static final double DECADES = 4;

    private final double least;
    private final double most;
    private final boolean logarithmic;
    private final double[] between = new double[BANDS - 1];

    private Levels(double least, double most, boolean logarithmic) {
        this.least = least;
        this.most = most;
        this.logarithmic = logarithmic;
        for (int band = 1; band < BANDS; band++) {
            double share = (double) band / BANDS;
            between[band - 1] = least + (most - least) * (logarithmic ? Math.pow(10, DECADES * (share - 1)) : share);
        }
    }

    static Levels of(Field field, boolean logarithmic) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (float value : field.values()) {
            if (Float.isFinite(value)) {
                least = Math.min(least, value);
                most = Math.max(most, value);
            }
        }
        boolean flat = !(most > least);
        return new Levels(flat ? 0 : least, flat ? 1 : most, logarithmic && !flat);
    }

    /** From 0 to 1; what lies beyond gets the end's. NaN stays NaN. */
    double share(double value) {
        double linear = (value - least) / (most - least);
        double share = logarithmic ? 1 + Math.log10(Math.max(linear, Double.MIN_NORMAL)) / DECADES : linear;
        return Double.isNaN(value) ? Double.NaN : Math.max(0, Math.min(1, share));
    }

    /** The number between the bands {@code band} − 1 and {@code band}. */
    double level(int band) {
        return between[band - 1];
    }

    /** The band that a number is in, from 0, the lowest. */
    int band(double value) {
        int low = 0;
        int high = BANDS - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (value >= between[middle]) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The colour of each band. */
    static int[] colors(ColorTable table) {
        int[] colors = new int[BANDS];
        for (int band = 0; band < BANDS; band++) {
            colors[band] = table.at(2.0 * band / (BANDS - 1) - 1);
        }
        return colors;
    }
}
