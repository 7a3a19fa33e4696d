package weightroom.arithmetic;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;

/** Works out what stands there as a patient reader does: in decimals, with eighty digits; powers whose exponent is
 * no whole number, and products of them, in double precision. */
final class OnPaper {
    private static final MathContext DIGITS = new MathContext(80);

    private OnPaper() {}

    static BigDecimal value(String latex) {
        return value(Arithmetic.parse(latex));
    }

    private static BigDecimal value(Arithmetic part) {
        if (part instanceof Literal literal) {
            return new BigDecimal(literal.text());
        }
        if (part instanceof Sum sum) {
            BigDecimal all = BigDecimal.ZERO;
            for (int i = 0; i < sum.terms().size(); i++) {
                BigDecimal term = value(sum.terms().get(i));
                all = sum.minus().get(i) ? all.subtract(term, DIGITS) : all.add(term, DIGITS);
            }
            return all;
        }
        if (part instanceof Product product) {
            return product.factors().stream()
                    .map(OnPaper::value)
                    .reduce(BigDecimal.ONE, (one, other) -> one.multiply(other, DIGITS));
        }
        if (part instanceof Fraction fraction) {
            return value(fraction.above()).divide(value(fraction.below()), DIGITS);
        }
        if (part instanceof Power power) {
            BigDecimal exponent = value(power.exponent());
            return exponent.stripTrailingZeros().scale() <= 0
                    ? value(power.base()).pow(exponent.intValueExact(), DIGITS)
                    : BigDecimal.valueOf(part.value(Map.of()));
        }
        if (part instanceof Brackets brackets) {
            return value(brackets.body());
        }
        if (part instanceof Call call && call.function() == Function.ROOT) {
            return value(call.body()).sqrt(DIGITS);
        }
        if (part instanceof Call call && call.function() == Function.SIGN) {
            return BigDecimal.valueOf(value(call.body()).signum());
        }
        if (part instanceof RepeatedProduct) {
            return BigDecimal.valueOf(part.value(Map.of()));
        }
        throw new IllegalArgumentException(part + " cannot be worked out in decimals");
    }
}
