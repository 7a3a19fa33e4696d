package weightroom.arithmetic;

/**
 * One line of a calculation: {@code symbol = formula = numbers = result}, in LaTeX.
 *
 * @param symbol what is worked out
 * @param formula how
 * @param numbers the formula with numbers
 * @param result the number as it is written; as it is, with all digits, it is {@code result.exact()}
 */
public record Reckoning(String symbol, String formula, String numbers, Shown result) {
    /** The number without rounding. */
    public double value() {
        return result.exact();
    }
}
