package weightroom.experiment;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** The word that somebody probably meant. */
public final class Nearest {
    private static final int LONGEST = 40;
    private static final int SHORTEST = 3;

    private Nearest() {}

    /** {@code did you mean "learning-rate"? }, or nothing where no word is near. */
    public static String suggestion(String found, Collection<String> words) {
        if (found.length() > LONGEST) {
            return "";
        }
        return words.stream()
                .min(Comparator.comparingInt(word -> difference(found, word)))
                .filter(word -> difference(found, word) <= Math.max(1, found.length() / 3))
                .map("did you mean \"%s\"? "::formatted)
                .orElse("");
    }

    /** Fewer than 2 for the beginning of a word, else the letters to change. */
    private static int difference(String found, String word) {
        String from = plain(found);
        String to = plain(word);
        return from.length() >= SHORTEST && to.startsWith(from) ? 1 : distance(from, to);
    }

    private static String plain(String word) {
        return word.toLowerCase(Locale.ROOT).replaceAll("[-_ ]", "");
    }

    /**
     * Insertions, deletions, replacements and swaps of neighbours that lead from one word to the other (optimal string
     * alignment, after Damerau 1964).
     */
    private static int distance(String from, String to) {
        int[][] d = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                boolean same = from.charAt(i - 1) == to.charAt(j - 1);
                d[i][j] = Math.min(d[i - 1][j - 1] + (same ? 0 : 1), 1 + Math.min(d[i - 1][j], d[i][j - 1]));
                boolean swapped = i > 1
                        && j > 1
                        && from.charAt(i - 1) == to.charAt(j - 2)
                        && from.charAt(i - 2) == to.charAt(j - 1);
                if (swapped) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[from.length()][to.length()];
    }
}
