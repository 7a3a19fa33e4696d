package weightroom.plot;

import java.util.Locale;

/**
 * Numbers as people read them: a true minus (U+2212), thousands set apart by a thin space (U+2009), and no more digits
 * than tell something.
 */
public final class Numbers {
    /** What stands for a number that there is none of. */
    public static final String NONE = "n/a";

    private static final char MINUS = '\u2212';
    private static final char THIN_SPACE = '\u2009';

    private Numbers() {}

    /** A count: {@code 1 234 567}. */
    public static String count(long number) {
        return grouped(Long.toString(number));
    }

    /** With exactly so many digits after the point: {@code −0.50}. */
    public static String fixed(double number, int decimals) {
        if (Double.isNaN(number)) {
            return NONE;
        }
        if (Double.isInfinite(number)) {
            return number > 0 ? "∞" : MINUS + "∞";
        }
        String text = String.format(Locale.ROOT, "%." + decimals + "f", number);
        boolean zero = text.chars().noneMatch(c -> c >= '1' && c <= '9');
        return grouped(zero && text.startsWith("-") ? text.substring(1) : text);
    }

    /**
     * With so many significant digits, without trailing zeros: {@code 0.0003}, {@code 12 345}; beyond 10⁻⁴ and 10⁶ with
     * an exponent: {@code 9.3e−5}.
     */
    public static String significant(double number, int digits) {
        if (number == 0) {
            return "0";
        }
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            return fixed(number, 0);
        }
        String scientific = String.format(Locale.ROOT, "%." + (digits - 1) + "e", number);
        int mark = scientific.indexOf('e');
        int exponent = Integer.parseInt(scientific.substring(mark + 1));
        if (exponent < -4 || exponent >= 6) {
            return withMinus(trimmed(scientific.substring(0, mark)) + "e" + exponent);
        }
        return grouped(trimmed(String.format(Locale.ROOT, "%." + Math.max(0, digits - 1 - exponent) + "f", number)));
    }

    /** A loss, with so many digits that it moves while it is watched: {@code 0.0296}. */
    public static String loss(double number) {
        boolean plain = Double.isNaN(number) || number == 0 || Math.abs(number) >= 1e-3;
        if (!plain || Math.abs(number) >= 1e4) {
            return significant(number, 3);
        }
        double size = Math.abs(number);
        return fixed(number, size >= 1000 ? 1 : size >= 100 ? 2 : 4);
    }

    private static String trimmed(String decimal) {
        if (decimal.indexOf('.') < 0) {
            return decimal;
        }
        int end = decimal.length();
        while (decimal.charAt(end - 1) == '0') {
            end--;
        }
        return decimal.substring(0, decimal.charAt(end - 1) == '.' ? end - 1 : end);
    }

    private static String grouped(String plain) {
        int point = plain.indexOf('.');
        int end = point < 0 ? plain.length() : point;
        int start = plain.startsWith("-") ? 1 : 0;
        StringBuilder text = new StringBuilder(plain);
        for (int i = end - 3; i > start; i -= 3) {
            text.insert(i, THIN_SPACE);
        }
        return withMinus(text.toString());
    }

    private static String withMinus(String text) {
        return text.replace('-', MINUS);
    }
}
