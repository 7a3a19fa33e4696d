package weightroom.explain;

import java.util.List;

/**
 * How one number of a pass came to be, as parts that are read from top to bottom.
 *
 * @param quantity the number
 * @param row whose it is, from 0; {@link #ALL} for all rows
 * @param title the number's name: {@code w₁₁, from x₁ to hidden 1}
 */
public record Derivation(Quantity quantity, int row, String title, List<Section> sections) {
    /** In the place of a row: all that go through. */
    public static final int ALL = -1;

    /** Terms of a sum that are written out. */
    public static final int MOST = 12;

    public Derivation {
        sections = List.copyOf(sections);
    }

    /** With at most {@link #MOST} terms written of a sum. */
    public static Derivation of(Pass pass, Quantity quantity, int row) {
        return of(pass, quantity, row, MOST);
    }

    /**
     * How a number came to be. A parameter is explained by its gradient and what the optimizer makes of it.
     *
     * @param row of what belongs to a row, from 0; for parameters and their gradients either {@link #ALL}, or the part that
     *     this row has in them. A pass of one row has only the one
     * @param most terms of a sum that are written out, the others are folded
     */
    public static Derivation of(Pass pass, Quantity quantity, int row, int most) {
        return new Deriving(pass, quantity, row, most).derivation();
    }

    /** In plain Unicode, line by line. */
    public String text() {
        return WrittenText.of(title, Written.blocks(this));
    }

    /** In Markdown under headings of the second and third level, with formulas between dollars. */
    public String markdown() {
        return WrittenMarkdown.of(title, Written.blocks(this));
    }

    /** In LaTeX with {@code align*} of the package amsmath, to be put into a document. */
    public String latex() {
        return WrittenLatex.of(title, Written.blocks(this));
    }
}
