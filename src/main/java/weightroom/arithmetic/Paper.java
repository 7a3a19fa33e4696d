package weightroom.arithmetic;

import java.util.HashMap;
import java.util.Map;
import java.util.function.DoubleFunction;

/**
 * A calculation of several lines: the numbers of its symbols as they are, and as they are written. Each line may use what
 * those before it gave. Working a line out with the numbers as they stand there gives its result as it stands there, to the
 * last digit or one off: on a paper that keeps its numbers the result loses the digits that do not agree, on one
 * {@linkplain #ofCards() of cards} the line shows its numbers with more digits than the cards, where it needs them.
 */
public final class Paper {
    /** Significant, of numbers, unless fewer can be told. */
    private static final int DIGITS = 6;

    private final DoubleFunction<Shown> ordinary;
    private final boolean keepsNumbers;
    private final Map<String, Double> exact = new HashMap<>();
    private final Map<String, Shown> shown = new HashMap<>();

    /** A paper that keeps its numbers, with six significant digits at most. */
    public Paper() {
        this(value -> Shown.significant(value, DIGITS), true);
    }

    private Paper(DoubleFunction<Shown> ordinary, boolean keepsNumbers) {
        this.ordinary = ordinary;
        this.keepsNumbers = keepsNumbers;
    }

    /** A paper whose results stand there as {@linkplain Shown#card on cards}, by {@link Rounding}. */
    public static Paper ofCards() {
        return new Paper(Shown::card, false);
    }

    /** A number that someone chose, or a count: written as it is. */
    public void give(String symbol, double value) {
        put(symbol, Shown.exact(value));
    }

    /** A number that was computed: written as this paper ordinarily writes numbers. */
    public void round(String symbol, double value) {
        put(symbol, ordinary.apply(value));
    }

    /** A number that is written in a way of its own. */
    public void put(String symbol, Shown number) {
        exact.put(symbol, number.exact());
        shown.put(symbol, number);
    }

    /**
     * Works a line out; its symbol has the result from then on.
     *
     * @param formula in a form that {@link Arithmetic#parse} reads, over symbols that have numbers
     * @throws ArithmeticException when the result is no finite number
     */
    public Reckoning reckon(String symbol, String formula) {
        Arithmetic arithmetic = Arithmetic.parse(formula);
        return reckon(symbol, arithmetic, formula, arithmetic.value(exact));
    }

    /** The same for a formula that has been read, whose value the program has computed in its own way. */
    public Reckoning reckon(String symbol, Arithmetic formula, double value) {
        return reckon(symbol, formula, formula.latex(), value);
    }

    private Reckoning reckon(String symbol, Arithmetic arithmetic, String formula, double value) {
        if (!Double.isFinite(value)) {
            throw new ArithmeticException(symbol + " = " + value + " cannot be written");
        }
        Rounding rounding = keepsNumbers
                ? new Rounding(shown, agreeing(arithmetic, ordinary.apply(value)))
                : Rounding.of(arithmetic, shown, ordinary.apply(value));
        put(symbol, rounding.result());
        return new Reckoning(symbol, formula, arithmetic.written(rounding.numbers()), rounding.result());
    }

    private Shown agreeing(Arithmetic arithmetic, Shown result) {
        Map<String, Double> asShown = new HashMap<>();
        shown.forEach((name, number) -> asShown.put(name, number.value()));
        double fromShown = arithmetic.value(asShown);
        if (!Double.isFinite(fromShown)) {
            throw new ArithmeticException("rounded numbers in " + arithmetic.latex() + " give " + fromShown);
        }
        return Rounding.agreeing(result, Math.abs(result.exact() - fromShown));
    }
}
