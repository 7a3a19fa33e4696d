package weightroom.prose;

import org.commonmark.node.CustomNode;

/** A formula in a line of text, between dollar signs. */
public final class FormulaSpan extends CustomNode {
    private final String latex;

    FormulaSpan(String latex) {
        this.latex = latex;
    }

    /** What stands between the dollar signs. */
    public String latex() {
        return latex;
    }
}
