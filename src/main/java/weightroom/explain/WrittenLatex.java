package weightroom.explain;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import weightroom.explain.Written.Block;
import weightroom.explain.Written.Equation;

/** Derivations as a block of LaTeX with the package amsmath. */
final class WrittenLatex {
    private static final String LOW = "₀₁₂₃₄₅₆₇₈₉";
    private static final String HIGH = "⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾⁻";
    private static final String HIGH_PLAIN = "0123456789()-";
    /** Signs that stand in words and that LaTeX has in formulas only. */
    private static final String SIGNS = "∂→−·×αβγθηεδλσΣΔπ½√≥≤±≠";

    private static final List<String> COMMANDS = List.of(
            "\\partial",
            "\\to",
            "-",
            "\\cdot",
            "\\times",
            "\\alpha",
            "\\beta",
            "\\gamma",
            "\\theta",
            "\\eta",
            "\\varepsilon",
            "\\delta",
            "\\lambda",
            "\\sigma",
            "\\sum",
            "\\Delta",
            "\\pi",
            "\\frac{1}{2}",
            "\\surd",
            "\\ge",
            "\\le",
            "\\pm",
            "\\ne");
    private static final Pattern SCRIPT = Pattern.compile("[" + LOW + "]+(,[" + LOW + "]+)*|[" + HIGH + "]+");
    private static final String INDENT = "  ";
    private static final Pattern SPECIAL = Pattern.compile("[#%&_${}]");

    private WrittenLatex() {}

    static String of(String title, List<Block> blocks) {
        StringBuilder latex =
                new StringBuilder("\\noindent\\textbf{").append(words(title)).append("}\n");
        for (Block block : blocks) {
            if (block.equations().isEmpty()) {
                String heading = block.heading().isEmpty() ? "" : "\\emph{" + words(block.heading()) + "}: ";
                latex.append("\n\\noindent ")
                        .append(heading)
                        .append(words(block.words()))
                        .append('\n');
                continue;
            }
            latex.append("\n\\noindent\\emph{").append(words(block.heading())).append("}\n\\begin{align*}\n");
            latex.append(String.join(
                    " \\\\\n",
                    block.equations().stream().map(WrittenLatex::line).toList()));
            latex.append("\n\\end{align*}\n");
            if (!block.words().isEmpty()) {
                latex.append("\\noindent ").append(words(block.words())).append('\n');
            }
        }
        return latex.toString();
    }

    private static String line(Equation equation) {
        String label = equation.label().isEmpty() ? "" : " && \\text{" + words(equation.label()) + "}";
        return INDENT + equation.left() + " &" + equation.relation().strip() + " "
                + String.join(" = ", equation.right()) + label;
    }

    /** Plain words as LaTeX has them. */
    static String words(String plain) {
        String escaped = SPECIAL.matcher(plain).replaceAll(found -> Matcher.quoteReplacement("\\" + found.group()));
        String scripted = SCRIPT.matcher(escaped).replaceAll(found -> Matcher.quoteReplacement(script(found.group())));
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < scripted.length(); i++) {
            char c = scripted.charAt(i);
            int sign = SIGNS.indexOf(c);
            boolean power = c == '^' && (i == 0 || scripted.charAt(i - 1) != '$');
            if (sign >= 0) {
                out.append('$').append(COMMANDS.get(sign)).append('$');
            } else if (power) {
                out.append("\\^{}");
            } else if (c == '\u0302') {
                int letter = out.length() - 1;
                out.replace(letter, letter + 1, "$\\hat{" + out.charAt(letter) + "}$");
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    private static String script(String signs) {
        boolean low = LOW.indexOf(signs.charAt(0)) >= 0;
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < signs.length(); i++) {
            char c = signs.charAt(i);
            int at = low ? LOW.indexOf(c) : HIGH.indexOf(c);
            plain.append(at < 0 ? c : low ? (char) ('0' + at) : HIGH_PLAIN.charAt(at));
        }
        return "$" + (low ? "_" : "^") + "{" + plain + "}$";
    }
}
