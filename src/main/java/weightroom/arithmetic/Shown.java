package weightroom.arithmetic;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * A number as it is written, and exactly the value that this stands for. Halves are rounded away from zero, as at school.
 *
 * @param exact the number without rounding
 * @param number the number as written; its scale tells to which place it was rounded
 * @param latex {@code -0.25}, or {@code 2.5\cdot 10^{-7}} where it is very small or large
 */
public record Shown(double exact, BigDecimal number, String latex) {
    /** Powers of ten from which numbers are written with one. */
    private static final int SMALL = -5;

    private static final int LARGE = 6;

    /** Of a card: digits after the point, or significant ones where a power of ten is written. */
    private static final int CARD = 4;

    /** Magnitudes that a card writes without a power of ten, from the first up to below the second. */
    private static final double CARD_LOW = 0.001;

    private static final double CARD_HIGH = 10_000;

    private static final String TIMES_TEN = " \\cdot 10^{";
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    /**
     * Rounded to so many significant digits, zeros at the end left out.
     *
     * @throws NumberFormatException when it is not finite, as from all functions here
     */
    public static Shown significant(double value, int digits) {
        return shortest(value, BigDecimal.valueOf(value).round(new MathContext(digits, RoundingMode.HALF_UP)));
    }

    /**
     * Rounded to so many digits after the point, zeros at the end left out; a negative number of them rounds to tens,
     * hundreds …
     */
    public static Shown fixed(double value, int decimals) {
        return shortest(value, BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP));
    }

    /** As short as it can be without changing it. */
    public static Shown exact(double value) {
        return shortest(value, BigDecimal.valueOf(value));
    }

    /**
     * As on cards, zeros at the end kept: four digits after the point from 0.001 up to 10,000 ({@code 0.0520}), else four
     * significant digits and a power of ten ({@code 5.200·10⁻⁵}). Zero is {@code 0}.
     */
    public static Shown card(double value) {
        double size = Math.abs(value);
        BigDecimal all = BigDecimal.valueOf(value);
        if (size == 0) {
            return shortest(value, all);
        }
        if (size >= CARD_LOW && size < CARD_HIGH) {
            BigDecimal number = all.setScale(CARD, RoundingMode.HALF_UP);
            return new Shown(value, number, number.toPlainString());
        }
        BigDecimal rounded = all.round(new MathContext(CARD, RoundingMode.HALF_UP));
        BigDecimal number = rounded.setScale(CARD - 1 - exponent(rounded));
        return new Shown(value, number, withPower(number));
    }

    /** The same number in the same style with so many digits after the point, zeros at the end kept. */
    Shown withDecimals(int decimals) {
        BigDecimal longer = BigDecimal.valueOf(exact).setScale(decimals, RoundingMode.HALF_UP);
        return new Shown(exact, longer, latex.contains("10^{") ? withPower(longer) : longer.toPlainString());
    }

    /** What is written, as a number to compute with. */
    public double value() {
        return number.doubleValue();
    }

    /** In plain Unicode: {@code −0.25}, {@code 2.5·10⁻⁷}. */
    public String text() {
        String plain = latex.replace('-', '−');
        int at = plain.indexOf("10^{");
        if (at < 0) {
            return plain;
        }
        StringBuilder text = new StringBuilder(plain.substring(0, at).replace(" \\cdot ", "·"));
        text.append("10");
        for (char c : plain.substring(at + 4, plain.length() - 1).toCharArray()) {
            text.append(c == '−' ? '⁻' : SUPERSCRIPTS.charAt(c - '0'));
        }
        return text.toString();
    }

    /** The number with all its digits, in plain Unicode. */
    public String allDigits() {
        return exact(exact).text();
    }

    private static Shown shortest(double value, BigDecimal rounded) {
        if (rounded.signum() == 0) {
            return new Shown(value, BigDecimal.ZERO, "0");
        }
        BigDecimal number = rounded.stripTrailingZeros();
        int exponent = exponent(number);
        // Zeros in the place of digits that are not known would look like digits.
        boolean plain = exponent >= SMALL && exponent < LARGE && rounded.scale() >= 0;
        return new Shown(value, rounded, plain ? number.toPlainString() : withPower(number));
    }

    private static int exponent(BigDecimal number) {
        return number.precision() - number.scale() - 1;
    }

    private static String withPower(BigDecimal number) {
        int exponent = exponent(number);
        String mantissa = number.movePointLeft(exponent).toPlainString();
        return switch (mantissa) {
            case "1" -> "10^{" + exponent + "}";
            case "-1" -> "-10^{" + exponent + "}";
            default -> mantissa + TIMES_TEN + exponent + "}";
        };
    }
}
