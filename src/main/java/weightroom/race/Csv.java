package weightroom.race;

/**
 * Cells of comma-separated values (RFC 4180). A text that a spreadsheet would take for a formula gets an apostrophe in front;
 * what is not finite, or not there, is an empty cell.
 */
public final class Csv {
    private Csv() {}

    /** A number as programs read it, with every digit that it takes to get the same number back. */
    public static String cell(double value) {
        boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
        return !Double.isFinite(value) ? "" : whole ? Long.toString((long) value) : Double.toString(value);
    }

    /** A text, in quotation marks where it has to be. */
    public static String cell(String text) {
        String safe = harmless(text);
        boolean quoted = safe.chars().anyMatch(sign -> sign == ',' || sign == '"' || sign == '\r' || sign == '\n');
        return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }

    /** A text that no spreadsheet takes for a formula. */
    public static String harmless(String text) {
        boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
        boolean number = text.matches("[-+]?[0-9.]+([eE][-+]?[0-9]+)?");
        return formula && !number ? "'" + text : text;
    }
}
