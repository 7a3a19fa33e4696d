package weightroom.explain;

import java.util.List;
import java.util.stream.Collectors;
import weightroom.explain.Written.Block;
import weightroom.explain.Written.Equation;
import weightroom.formula.FormulaParser;

/** Derivations in plain Unicode, to be pasted anywhere. */
final class WrittenText {
    private static final String INDENT = "  ";

    private WrittenText() {}

    static String of(String title, List<Block> blocks) {
        StringBuilder text = new StringBuilder(title).append('\n');
        for (Block block : blocks) {
            text.append('\n');
            if (!block.heading().isEmpty()) {
                text.append(block.heading()).append('\n');
            }
            block.equations()
                    .forEach(equation ->
                            text.append(INDENT).append(line(equation)).append('\n'));
            if (!block.words().isEmpty()) {
                text.append(INDENT).append(block.words()).append('\n');
            }
        }
        return text.toString();
    }

    private static String line(Equation equation) {
        String right = equation.right().stream().map(WrittenText::plain).collect(Collectors.joining(" = "));
        String left = equation.left().isEmpty() ? "" : plain(equation.left() + equation.relation()) + " ";
        String label = equation.label().isEmpty() ? "" : INDENT + "(" + equation.label() + ")";
        return left + right + label;
    }

    /** A formula on one line, however long. */
    static String plain(String latex) {
        if (latex.length() <= FormulaParser.LONGEST) {
            return FormulaParser.parse(latex).toText();
        }
        int cut = latex.lastIndexOf(" + ", FormulaParser.LONGEST);
        return cut < 0 ? latex : plain(latex.substring(0, cut)) + " + " + plain(latex.substring(cut + 3));
    }
}
