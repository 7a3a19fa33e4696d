package weightroom.data;

import java.util.ArrayList;
import java.util.List;

/** What separates the cells of a CSV text. */
final class CsvDelimiter {
    private static final int LINES = 20;

    private CsvDelimiter() {}

    /**
     * Tab or semicolon where each of the first lines holds the same number of them (commas may then be part of cells), else
     * comma. Quoted text does not count.
     */
    static char detect(String text) {
        return isEven(text, '\t') ? '\t' : isEven(text, ';') ? ';' : ',';
    }

    private static boolean isEven(String text, char delimiter) {
        List<Integer> counts = new ArrayList<>();
        int count = 0;
        boolean quoted = false;
        boolean blank = true;
        for (int i = 0; i <= text.length() && counts.size() < LINES; i++) {
            char c = i < text.length() ? text.charAt(i) : '\n';
            quoted ^= c == '"';
            count += c == delimiter && !quoted ? 1 : 0;
            if ((c == '\n' || c == '\r') && !quoted) {
                if (!blank) {
                    counts.add(count);
                }
                count = 0;
                blank = true;
            } else {
                blank = false;
            }
        }
        return !counts.isEmpty() && counts.get(0) > 0 && counts.stream().allMatch(counts.get(0)::equals);
    }
}
