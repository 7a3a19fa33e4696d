package weightroom.race;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/**
 * Which learning rates lanes try. First come the same decades for all, 0.0001 to 10 or as many of them as there are trials,
 * the usual ones first: no optimizer of the vocabulary wants a rate outside of them on a network that fits here, and each wants
 * another one. What is left of the trials goes, evenly over the logarithm, between the two decades next to the lane's own best,
 * half below it and half above; an odd one goes to the side whose decade did better. Decades first and own refinement after is
 * how one searches by hand (Bengio 2012, section 3.1), with the hand taken away.
 */
final class Rates {
    private static final List<Double> USUAL_FIRST = List.of(0.1, 0.01, 1.0, 0.001, 10.0, 0.0001);
    private static final double DECADE = 10;
    /** As many digits tell neighbours apart, and are short enough to be read. */
    private static final MathContext DIGITS = new MathContext(2);

    private Rates() {}

    /** The decades that all lanes try, ascending. */
    static List<Double> decades(int trials) {
        return USUAL_FIRST.stream().limit(trials).sorted().toList();
    }

    /**
     * The rates that a lane tries after its decades, ascending.
     *
     * @param decades ascending
     * @param losses that each led to; infinite where it diverged
     * @param trials how many are left
     */
    static List<Double> around(List<Double> decades, List<Double> losses, int trials) {
        int best = best(losses);
        double below = best == 0 ? Double.POSITIVE_INFINITY : losses.get(best - 1);
        double above = best == losses.size() - 1 ? Double.POSITIVE_INFINITY : losses.get(best + 1);
        int half = trials / 2;
        int odd = trials % 2;
        int countAbove = above < below ? half + odd : half;
        int countBelow = trials - countAbove;
        List<Double> rates = new ArrayList<>();
        for (int i = countBelow; i >= 1; i--) {
            rates.add(rounded(decades.get(best) * Math.pow(DECADE, -i / (countBelow + 1.0))));
        }
        for (int i = 1; i <= countAbove; i++) {
            rates.add(rounded(decades.get(best) * Math.pow(DECADE, i / (countAbove + 1.0))));
        }
        return List.copyOf(rates);
    }

    /** Where the lowest loss stands, of equals the first. */
    static int best(List<Double> losses) {
        int best = 0;
        for (int i = 1; i < losses.size(); i++) {
            best = losses.get(i) < losses.get(best) ? i : best;
        }
        return best;
    }

    private static double rounded(double rate) {
        return new BigDecimal(rate).round(DIGITS).doubleValue();
    }
}
