package weightroom.arithmetic;

import java.util.HashMap;
import java.util.Map;

/**
 * A calculation of several lines: the numbers of its symbols as they are, and as they are written. Each line may use what
 * those before it gave. A result is written with as many digits as working the line out with the numbers as they stand there
 * gives too, to the last digit or one off.
 */
public final class Paper {
    /** Significant, of numbers, unless fewer can be told. */
    private static final int DIGITS = 6;

    private final Map<String, Double> exact = new HashMap<>();
    private final Map<String, Shown> shown = new HashMap<>();

    /** A number that someone chose, or a count: written as it is. */
    public void give(String symbol, double value) {
        exact.put(symbol, value);
        shown.put(symbol, Shown.exact(value));
    }

    /** A number that was computed: written with six significant digits. */
    public void round(String symbol, double value) {
        exact.put(symbol, value);
        shown.put(symbol, Shown.significant(value, DIGITS));
    }

    /**
     * Works a line out; its symbol has the result from then on.
     *
     * @param formula in a form that {@link Arithmetic#parse} reads, over symbols that have numbers
     * @throws ArithmeticException when the result is no finite number
     */
    public Reckoning reckon(String symbol, String formula) {
        Arithmetic arithmetic = Arithmetic.parse(formula);
        double value = arithmetic.value(exact);
        Map<String, Double> asShown = new HashMap<>();
        shown.forEach((name, number) -> asShown.put(name, number.value()));
        String numbers = arithmetic.written(shown);
        Shown result = agreeing(value, arithmetic.value(asShown));
        exact.put(symbol, value);
        shown.put(symbol, result);
        return new Reckoning(symbol, formula, numbers, result);
    }

    /** The value with as many digits as agree, up to one in the last place, with what the shown numbers give. */
    private static Shown agreeing(double value, double fromShown) {
        if (!Double.isFinite(value) || !Double.isFinite(fromShown)) {
            throw new ArithmeticException("a step from " + value + " cannot be written");
        }
        Shown best = Shown.significant(value, DIGITS);
        double off = Math.abs(value - fromShown);
        // From the last of six digits on to the left, until the rounding hides what rounded numbers change.
        int decimals = value == 0 ? 300 : DIGITS - 1 - (int) Math.floor(Math.log10(Math.abs(value)));
        while (decimals > -300 && off > 0.5 * Math.pow(10, -decimals)) {
            decimals--;
            best = Shown.fixed(value, decimals);
        }
        return best;
    }
}
