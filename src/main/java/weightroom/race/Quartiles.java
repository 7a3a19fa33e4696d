package weightroom.race;

import java.util.Arrays;
import weightroom.race.RaceHistory.Spread;

/**
 * Quartiles as spreadsheets, R (type 7) and NumPy compute them: of n sorted numbers the one at place q(n − 1), from 0, and
 * between two places on the straight line from one to the other.
 */
final class Quartiles {
    private Quartiles() {}

    /**
     * Quartiles of the numbers of entrants, of which those that are NaN diverged and are worse than all others.
     *
     * @param values at least one; sorted afterwards
     * @param lowerIsBetter whether the worst is +∞, or −∞
     */
    static Spread of(double[] values, boolean lowerIsBetter) {
        double worst = lowerIsBetter ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
        for (int i = 0; i < values.length; i++) {
            values[i] = Double.isNaN(values[i]) ? worst : values[i];
        }
        Arrays.sort(values);
        return new Spread(at(values, 0.25), at(values, 0.5), at(values, 0.75));
    }

    /** The middle of some numbers, at least one; sorted afterwards. */
    static double median(double[] values) {
        Arrays.sort(values);
        return at(values, 0.5);
    }

    private static double at(double[] sorted, double q) {
        double place = q * (sorted.length - 1);
        int below = (int) place;
        double share = place - below;
        double low = sorted[below];
        if (share == 0 || low == sorted[below + 1]) {
            return low;
        }
        // Infinity on either side is what the line towards it is made of.
        return Double.isInfinite(low) ? low : low + share * (sorted[below + 1] - low);
    }
}
