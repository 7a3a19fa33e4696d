package weightroom.experiment;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as text that reads back to the same bits. */
final class Decimal {
    /** Up to here whole numbers are written with all their digits, each of which counts. */
    private static final double EXACT = 0x1p53;

    private Decimal() {}

    /** The shortest decimal that reads back to this finite number: {@code 1}, {@code 0.1}, {@code 1e-8}. */
    static String text(double value) {
        if (value == Math.rint(value) && Math.abs(value) <= EXACT && !isNegativeZero(value)) {
            return Long.toString((long) value);
        }
        String text = Double.toString(value);
        if (text.length() >= 17 && Double.isFinite(value)) {
            text = shortest(value, text);
        }
        return text.replace(".0E", "e").replace('E', 'e');
    }

    /** Up to Java 18, {@link Double#toString(double)} gives a digit too many for some numbers (JDK-4511638). */
    private static String shortest(double value, String text) {
        for (int digits = 15; digits <= 16; digits++) {
            double rounded =
                    new BigDecimal(value).round(new MathContext(digits)).doubleValue();
            String candidate = Double.toString(rounded);
            if (rounded == value && candidate.length() < text.length()) {
                return candidate;
            }
        }
        return text;
    }

    private static boolean isNegativeZero(double value) {
        return value == 0 && 1 / value < 0;
    }
}
