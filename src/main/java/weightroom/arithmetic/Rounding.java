package weightroom.arithmetic;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How many digits a line shows, so that a reader who works it out with the numbers as they stand there gets its result as it
 * stands there, to the last digit or one off.
 *
 * @param numbers the numbers of the formula's symbols, in its order: as they ordinarily are shown, with more digits where the line needs
 *     them
 * @param result as it ordinarily is shown. It has fewer digits only where all digits of the symbols do not settle those that
 *     it has: where terms cancel but for what double precision has lost, or where the result was computed in another way,
 *     without the loss of the formula
 */
public record Rounding(Map<String, Shown> numbers, Shown result) {
    public Rounding {
        numbers = Collections.unmodifiableMap(new LinkedHashMap<>(numbers));
    }

    /**
     * Adds digits to the symbol that errs most until the line agrees, then takes away each that turned out not to be needed.
     *
     * @param ordinary how the symbols are shown elsewhere; one that is shown exactly stays as it is
     * @param result the result, with the digits that it shows elsewhere, zeros at the end among them
     * @throws ArithmeticException when the formula has no finite value
     * @throws IllegalArgumentException naming a symbol that has no number
     */
    public static Rounding of(Arithmetic formula, Map<String, Shown> ordinary, Shown result) {
        return new Search(formula, ordinary).rounding(result);
    }

    /** The result with as many of its digits as a change by {@code off} leaves as they are, up to one in the last place. */
    static Shown agreeing(Shown result, double off) {
        int decimals = decimals(result, off);
        return decimals == result.number().scale() ? result : Shown.fixed(result.exact(), decimals);
    }

    private static int decimals(Shown result, double off) {
        // Zero shows no place at all, and agrees to any.
        int decimals = result.number().signum() == 0 ? 300 : result.number().scale();
        while (decimals > -300 && off > 0.5 * Math.pow(10, -decimals)) {
            decimals--;
        }
        return decimals;
    }

    /** A symbol's number on the way to its digits. */
    private static final class Digits {
        private final String symbol;
        private final Shown ordinary;
        private final BigDecimal all;
        private int decimals;
        private double value;

        Digits(String symbol, Shown ordinary) {
            this.symbol = symbol;
            this.ordinary = ordinary;
            all = BigDecimal.valueOf(ordinary.exact());
            decimals = ordinary.number().scale();
            value = ordinary.value();
        }

        void show(int decimals) {
            this.decimals = decimals;
            value = all.setScale(decimals, RoundingMode.HALF_UP).doubleValue();
        }

        /** One digit more, or as many as it takes to come nearer. */
        void grow() {
            double before = value;
            while (value == before && value != ordinary.exact()) {
                show(decimals + 1);
            }
        }

        boolean grown() {
            return decimals > ordinary.number().scale();
        }

        Shown shown() {
            return grown() ? ordinary.withDecimals(decimals) : ordinary;
        }
    }

    private static final class Search {
        private final Arithmetic formula;
        private final List<Digits> rounded = new ArrayList<>();
        private final Map<String, Shown> numbers = new LinkedHashMap<>();
        private final Map<String, Double> exact = new LinkedHashMap<>();
        private final Map<String, Double> values = new LinkedHashMap<>();

        Search(Arithmetic formula, Map<String, Shown> ordinary) {
            this.formula = formula;
            for (String symbol : formula.symbols()) {
                Shown shown = ordinary.get(symbol);
                if (shown == null) {
                    throw new IllegalArgumentException("no number for " + symbol);
                }
                numbers.put(symbol, shown);
                exact.put(symbol, shown.exact());
                values.put(symbol, shown.value());
            }
        }

        Rounding rounding(Shown result) {
            double value = formula.value(exact);
            if (!Double.isFinite(value)) {
                throw new ArithmeticException(formula.latex() + " has no finite value");
            }
            Slopes slopes = formula.slopes(exact);
            double off = Math.abs(value - result.exact()) + slopes.noise();
            Shown settled = agreeing(result, off);
            double goal = settled.value();
            double allowed = Math.pow(10, -decimals(result, off)) - slopes.noise();
            if (!(error(goal) <= allowed)) {
                numbers.forEach((symbol, shown) -> {
                    if (shown.value() != shown.exact()) {
                        rounded.add(new Digits(symbol, shown));
                    }
                });
                grow(slopes, goal, value - goal, allowed);
                prune(goal, allowed);
            }
            rounded.forEach(digits -> numbers.put(digits.symbol, digits.shown()));
            return new Rounding(numbers, settled);
        }

        private double error(double goal) {
            return Math.abs(formula.value(values) - goal);
        }

        /** What the rounding of this number changes in the result, to first order. */
        private static double share(Digits digits, Slopes slopes) {
            double share = slopes.by(digits.symbol) * (digits.value - digits.ordinary.exact());
            return Double.isNaN(share) ? Double.POSITIVE_INFINITY : share;
        }

        private void grow(Slopes slopes, double goal, double known, double allowed) {
            double sum = known;
            double[] shares = new double[rounded.size()];
            for (int i = 0; i < shares.length; i++) {
                shares[i] = share(rounded.get(i), slopes);
                sum += shares[i];
            }
            do {
                int most = most(shares);
                if (most < 0) {
                    return;
                }
                Digits digits = rounded.get(most);
                digits.grow();
                values.put(digits.symbol, digits.value);
                sum -= shares[most];
                shares[most] = share(digits, slopes);
                sum += shares[most];
                // Looks only where it can be enough, for looking costs as much as the whole formula.
            } while (Math.abs(sum) > 2 * allowed || !(error(goal) <= allowed));
        }

        /** The number that errs most, −1 where none is rounded any more. */
        private int most(double[] shares) {
            int most = -1;
            for (int i = 0; i < shares.length; i++) {
                boolean open = rounded.get(i).value != rounded.get(i).ordinary.exact();
                if (open && (most < 0 || Math.abs(shares[i]) > Math.abs(shares[most]))) {
                    most = i;
                }
            }
            return most;
        }

        /** Until no digit can go: each that goes may let another one go too. */
        private void prune(double goal, double allowed) {
            boolean pruned;
            do {
                pruned = false;
                for (Digits digits : rounded) {
                    while (digits.grown() && goes(digits, goal, allowed)) {
                        pruned = true;
                    }
                }
            } while (pruned);
        }

        /** Takes the last digit away, if the line agrees without it. */
        private boolean goes(Digits digits, double goal, double allowed) {
            int decimals = digits.decimals;
            digits.show(decimals - 1);
            values.put(digits.symbol, digits.value);
            if (error(goal) <= allowed) {
                return true;
            }
            digits.show(decimals);
            values.put(digits.symbol, digits.value);
            return false;
        }
    }
}
