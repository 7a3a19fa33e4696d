package weightroom.explain;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import weightroom.explain.Written.Block;
import weightroom.explain.Written.Equation;

/** Derivations as Markdown whose formulas stand between dollars, as GitHub and most notebooks show them. */
final class WrittenMarkdown {
    private static final Pattern SPECIAL = Pattern.compile("[*_<>|\\[\\]]");

    private WrittenMarkdown() {}

    static String of(String title, List<Block> blocks) {
        StringBuilder text = new StringBuilder("## ").append(words(title)).append('\n');
        for (Block block : blocks) {
            if (!block.heading().isEmpty()) {
                text.append("\n### ").append(words(block.heading())).append('\n');
            }
            if (!block.equations().isEmpty()) {
                text.append('\n');
            }
            block.equations()
                    .forEach(
                            equation -> text.append("- ").append(line(equation)).append('\n'));
            if (!block.words().isEmpty()) {
                text.append('\n').append(words(block.words())).append('\n');
            }
        }
        return text.toString();
    }

    private static String line(Equation equation) {
        String left = equation.left().isEmpty() ? "" : equation.left() + equation.relation();
        String label = equation.label().isEmpty() ? "" : " (" + words(equation.label()) + ")";
        return "$" + left + String.join(" = ", equation.right()) + "$" + label;
    }

    /** Plain words, in which no sign is taken for markup. */
    private static String words(String plain) {
        return SPECIAL.matcher(plain).replaceAll(found -> Matcher.quoteReplacement("\\" + found.group()));
    }
}
