package weightroom.explain;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Conditions such as {@code z > 0}, which are read and never worked out. */
final class Conditions {
    /** A letter that is no part of a command. */
    private static final Pattern LETTER = Pattern.compile("(?<![\\\\a-zA-Z])[a-z](?![a-zA-Z])");

    private Conditions() {}

    static String renamed(String condition, Map<String, String> names) {
        return LETTER.matcher(condition)
                .replaceAll(found -> Matcher.quoteReplacement(names.getOrDefault(found.group(), found.group())));
    }

    /** A formula with the condition under which it holds. */
    static String with(String formula, String condition) {
        return condition.isEmpty() ? formula : formula + " \\quad (" + condition + ")";
    }
}
