package weightroom.surface;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * A number as it is written, and exactly the value that this stands for.
 *
 * @param latex {@code -0.25}, or {@code 2.5\cdot 10^{-7}} where it is very small or large
 */
record Shown(BigDecimal number, String latex) {
    /** Powers of ten from which numbers are written with one. */
    private static final int SMALL = -5;

    private static final int LARGE = 6;

    /** Rounded to so many significant digits. */
    static Shown significant(double value, int digits) {
        return of(new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_EVEN)));
    }

    /** Rounded to so many digits after the point; a negative number of them rounds to tens, hundreds … */
    static Shown fixed(double value, int decimals) {
        return of(new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN));
    }

    /** As short as it can be without changing it. */
    static Shown exact(double value) {
        return of(BigDecimal.valueOf(value));
    }

    double value() {
        return number.doubleValue();
    }

    private static Shown of(BigDecimal rounded) {
        if (rounded.signum() == 0) {
            return new Shown(BigDecimal.ZERO, "0");
        }
        BigDecimal number = rounded.stripTrailingZeros();
        int exponent = number.precision() - number.scale() - 1;
        // Zeros in the place of digits that are not known would look like digits.
        if (exponent >= SMALL && exponent < LARGE && rounded.scale() >= 0) {
            return new Shown(number, number.toPlainString());
        }
        String mantissa = number.movePointLeft(exponent).toPlainString();
        String power = "10^{" + exponent + "}";
        String text =
                mantissa.equals("1") ? power : mantissa.equals("-1") ? "-" + power : mantissa + " \\cdot " + power;
        return new Shown(number, text);
    }
}
