package weightroom.ui.kit;

import java.util.Locale;
import weightroom.plot.Numbers;

/** How a number is written beside its slider, and read when it is typed there. */
public interface NumberWords {
    /** Smaller numbers are written with an exponent or more digits rather than as 0.000. */
    double LEAST_FIXED = 1e-3;

    /** As the field shows it. */
    String text(double number);

    /**
     * What was typed.
     *
     * @throws NumberFormatException when it is no number
     */
    default double number(String text) {
        return parse(text);
    }

    /** Numbers with so many digits after the point, unless they are too small for that. */
    static NumberWords fixed(int decimals) {
        return number -> number == 0 || Math.abs(number) >= LEAST_FIXED
                ? Numbers.fixed(number, decimals)
                : Numbers.significant(number, decimals);
    }

    /** Shares of 1 as percent; what is typed is percent, with its sign or without. */
    static NumberWords percent() {
        return new NumberWords() {
            @Override
            public String text(double number) {
                return Numbers.significant(Math.rint(number * 1000) / 10, 3) + " %";
            }

            @Override
            public double number(String text) {
                return Double.parseDouble(String.format(Locale.ROOT, "%.6f", parse(text.replace("%", "")))) / 100;
            }
        };
    }

    /** A decimal with point or comma, any minus, and spaces between its digits. */
    static double parse(String text) {
        return Double.parseDouble(text.replace('\u2212', '-').replace(',', '.').replaceAll("[\\s\u2009]", ""));
    }
}
