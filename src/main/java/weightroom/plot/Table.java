package weightroom.plot;

/** The data behind a picture as comma-separated values (RFC 4180), with numbers as programs read them. */
final class Table {
    private static final double LARGEST_WHOLE = 1e15;

    private final StringBuilder csv = new StringBuilder();

    Table(String... header) {
        row((Object[]) header);
    }

    /** Adds a row of texts, numbers and truths; what is no number leaves its cell empty. */
    Table row(Object... cells) {
        for (int i = 0; i < cells.length; i++) {
            csv.append(i == 0 ? "" : ",").append(cell(cells[i]));
        }
        csv.append('\n');
        return this;
    }

    String csv() {
        return csv.toString();
    }

    private static String cell(Object value) {
        if (value instanceof Float number) {
            boolean whole = number == Math.rint(number) && Math.abs(number) < 1e7;
            return number.isNaN() ? "" : whole ? Long.toString(number.longValue()) : number.toString();
        }
        if (value instanceof Double number) {
            boolean whole = number == Math.rint(number) && Math.abs(number) < LARGEST_WHOLE;
            return number.isNaN() ? "" : whole ? Long.toString(number.longValue()) : number.toString();
        }
        String text = value.toString();
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
