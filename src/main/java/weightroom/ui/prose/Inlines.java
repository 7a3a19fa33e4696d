package weightroom.ui.prose;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import javafx.scene.control.Tooltip;
import javafx.scene.text.Text;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import weightroom.engine.InvalidInput;
import weightroom.formula.Formula;
import weightroom.formula.FormulaParser;
import weightroom.plot.formula.FormulaView;
import weightroom.ui.kit.Messages;

/** Writes what stands in lines into a paragraph. */
final class Inlines extends AbstractVisitor {
    /** In front of the id in a link to a term. */
    private static final String TERM = "term:";

    private final Paragraph paragraph;
    private final Terms terms;
    private final Deque<String> styles = new ArrayDeque<>();
    private Optional<TermCard> card = Optional.empty();

    Inlines(Paragraph paragraph, Terms terms) {
        this.paragraph = paragraph;
        this.terms = terms;
    }

    /** All of a block; what one paragraph cannot hold, as a list, becomes lines of it. */
    void block(Node block) {
        if (!paragraph.isEmpty()) {
            write("\n");
        }
        block.accept(this);
    }

    /** What stands within a node. */
    void children(Node node) {
        visitChildren(node);
    }

    private void write(String text) {
        if (card.isPresent()) {
            paragraph.add(styled(new TermLink(text, card.get())), text);
        } else {
            paragraph.add(styled(new Text(text)), text);
        }
    }

    private Text styled(Text text) {
        text.getStyleClass().add("prose-text");
        text.getStyleClass().addAll(styles);
        return text;
    }

    private void within(String style, Node node) {
        styles.push(style);
        visitChildren(node);
        styles.pop();
    }

    @Override
    public void visit(org.commonmark.node.Text text) {
        write(text.getLiteral());
    }

    @Override
    public void visit(Emphasis emphasis) {
        within("prose-emphasis", emphasis);
    }

    @Override
    public void visit(StrongEmphasis strong) {
        within("prose-strong", strong);
    }

    @Override
    public void visit(Code code) {
        styles.push("prose-code");
        write(code.getLiteral());
        styles.pop();
    }

    @Override
    public void visit(FencedCodeBlock code) {
        write(code.getLiteral().stripTrailing());
    }

    @Override
    public void visit(IndentedCodeBlock code) {
        write(code.getLiteral().stripTrailing());
    }

    @Override
    public void visit(HtmlInline html) {
        write(html.getLiteral());
    }

    @Override
    public void visit(HtmlBlock html) {
        write(html.getLiteral());
    }

    @Override
    public void visit(SoftLineBreak end) {
        write(" ");
    }

    @Override
    public void visit(HardLineBreak end) {
        write("\n");
    }

    @Override
    public void visit(Image image) {
        visitChildren(image);
    }

    @Override
    public void visit(Link link) {
        String to = link.getDestination();
        if (to.startsWith(TERM)) {
            Optional<TermCard> around = card;
            card = terms.explain(to.substring(TERM.length())).map(TermCard::new);
            visitChildren(link);
            card = around;
        } else {
            visitChildren(link);
            boolean shown = link.getFirstChild() instanceof org.commonmark.node.Text text
                    && text.getLiteral().equals(to);
            if (!shown) {
                write(" (" + to + ")");
            }
        }
    }

    @Override
    public void visit(CustomNode node) {
        if (node instanceof weightroom.lesson.Formula span) {
            formula(span);
        } else {
            visitChildren(node);
        }
    }

    @Override
    public void visit(CustomBlock block) {
        if (block instanceof weightroom.lesson.Formula formula) {
            formula(formula);
        } else {
            visitChildren(block);
        }
    }

    private void formula(weightroom.lesson.Formula node) {
        try {
            FormulaView.pieces(parse(node)).forEach(paragraph::add);
        } catch (InvalidInput fault) {
            String source = "$" + node.latex() + "$";
            paragraph.add(broken(source, fault), source);
        }
    }

    /**
     * The tree of a formula.
     *
     * @throws InvalidInput saying what is wrong in it or around it
     */
    static Formula parse(weightroom.lesson.Formula node) {
        if (!node.problem().isEmpty()) {
            throw new InvalidInput(node.problem());
        }
        return FormulaParser.parse(node.latex());
    }

    /** The source of something that cannot be shown, with the reason. */
    static Text broken(String source, InvalidInput fault) {
        Text text = new Text(source);
        text.getStyleClass().addAll("prose-text", "prose-broken");
        String reason = Messages.text("prose.broken", String.valueOf(fault.getMessage()));
        text.setAccessibleText(reason);
        Tooltip.install(text, new Tooltip(reason));
        return text;
    }
}
