package weightroom.engine;

/** The standard normal distribution. */
public final class Normal {
    private Normal() {}

    /** φ(z) = e^(−z²/2) / √(2π). */
    public static double density(double z) {
        return Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);
    }

    /** Φ(z), to 10⁻¹⁵: the series of Marsaglia (2004) near zero, a continued fraction in the tails. */
    public static double distribution(double z) {
        if (Math.abs(z) > 6) {
            double x = Math.abs(z);
            double fraction = x;
            for (int k = 40; k > 0; k--) {
                fraction = x + k / fraction;
            }
            double tail = density(x) / fraction;
            return z > 0 ? 1 - tail : tail;
        }
        double sum = z;
        double term = z;
        for (int k = 3; Math.abs(term) > 1e-17 * Math.abs(sum) && k < 400; k += 2) {
            term *= z * z / k;
            sum += term;
        }
        return 0.5 + sum * density(z);
    }
}
