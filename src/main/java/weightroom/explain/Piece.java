package weightroom.explain;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import weightroom.arithmetic.Arithmetic;
import weightroom.arithmetic.Rounding;
import weightroom.arithmetic.Shown;
import weightroom.explain.Section.Factor;
import weightroom.explain.Section.Lead;

/**
 * A factor before its digits are known.
 *
 * @param symbol its name
 * @param formula how it is worked out, or what number it is
 * @param numbers of the formula's symbols; empty where the formula is not worked out here
 * @param value without rounding
 */
record Piece(
        String symbol, String formula, Map<String, Shown> numbers, double value, Optional<Lead> lead, String remark) {
    Piece {
        numbers = Map.copyOf(numbers);
    }

    /** A number that stands there as it is. */
    static Piece plain(String symbol, String name, double value, Optional<Lead> lead) {
        return new Piece(symbol, name, Map.of(), value, lead, "");
    }

    Piece withRemark(String sentence) {
        return new Piece(symbol, formula, numbers, value, lead, sentence);
    }

    /** As it is shown where nothing needs more digits; a number that stands in the formula is written as there. */
    Shown card() {
        boolean literal = formula.equals("1") || formula.equals("0");
        return literal ? Shown.exact(value) : Shown.card(value);
    }

    /** @param shown its number with the digits that multiplying needs */
    Factor factor(Shown shown) {
        return new Factor(symbol, formula, inNumbers(shown), shown, lead, remark);
    }

    private String inNumbers(Shown shown) {
        if (numbers.isEmpty()) {
            return "";
        }
        return worked(formula, numbers, shown);
    }

    /**
     * A formula with numbers, in as many digits as it takes to get the result as it is shown; empty where the formula has no
     * finite value, since double precision has lost what it asks for.
     */
    static String worked(String formula, Map<String, Shown> numbers, Shown result) {
        Arithmetic arithmetic = Arithmetic.parse(formula);
        Map<String, Double> exact = new HashMap<>();
        numbers.forEach((name, shown) -> exact.put(name, shown.exact()));
        if (!Double.isFinite(arithmetic.value(exact))) {
            return "";
        }
        return arithmetic.written(Rounding.of(arithmetic, numbers, result).numbers());
    }
}
