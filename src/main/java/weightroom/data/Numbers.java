package weightroom.data;

import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** Decimal numbers as files and messages spell them. */
final class Numbers {
    private static final Pattern DECIMAL = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

    private Numbers() {}

    /**
     * The number that a cell spells in decimal; empty for anything else, including what {@link Double#parseDouble} would
     * take beyond that ({@code NaN}, {@code 0x1p3}, {@code 1f}). May be infinite where the digits go beyond a double.
     */
    static OptionalDouble parse(String cell) {
        return DECIMAL.matcher(cell).matches() ? OptionalDouble.of(Double.parseDouble(cell)) : OptionalDouble.empty();
    }

    /** {@code 3} rather than {@code 3.0}, otherwise the shortest digits that give the number back. */
    static String text(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    /** As {@link #text(double)}, with the digits of a float: {@code 0.1} rather than {@code 0.10000000149011612}. */
    static String text(float value) {
        return value == Math.rint(value) ? text((double) value) : Float.toString(value);
    }
}
