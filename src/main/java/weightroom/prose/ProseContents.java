package weightroom.prose;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import weightroom.engine.InvalidInput;
import weightroom.formula.FormulaParser;

/**
 * What a text refers to and what is wrong in it, each with its line from 1 within the text.
 *
 * @param terms ids of the terms it links
 * @param pictures paths of its pictures
 * @param links addresses of its other links, which nobody can follow
 * @param faults formulas that cannot be read
 */
public record ProseContents(List<At> terms, List<At> pictures, List<At> links, List<At> faults) {
    /** In front of the id in a link to a term. */
    public static final String TERM = "term:";

    /** A text and the line where it stands. */
    public record At(int line, String text) {}

    public ProseContents {
        terms = List.copyOf(terms);
        pictures = List.copyOf(pictures);
        links = List.copyOf(links);
        faults = List.copyOf(faults);
    }

    public static ProseContents of(String markdown) {
        Gathering gathering = new Gathering();
        ProseParser.parse(markdown).accept(gathering);
        return new ProseContents(gathering.terms, gathering.pictures, gathering.links, gathering.faults);
    }

    private static final class Gathering extends AbstractVisitor {
        private final List<At> terms = new ArrayList<>();
        private final List<At> pictures = new ArrayList<>();
        private final List<At> links = new ArrayList<>();
        private final List<At> faults = new ArrayList<>();

        @Override
        public void visit(Link link) {
            String to = link.getDestination();
            if (to.startsWith(TERM)) {
                terms.add(new At(line(link), to.substring(TERM.length())));
            } else {
                links.add(new At(line(link), to));
            }
            visitChildren(link);
        }

        @Override
        public void visit(Image image) {
            pictures.add(new At(line(image), image.getDestination()));
        }

        @Override
        public void visit(CustomNode node) {
            if (node instanceof FormulaSpan span) {
                check(span.latex(), span);
            }
            visitChildren(node);
        }

        @Override
        public void visit(CustomBlock block) {
            if (block instanceof FormulaBlock formula) {
                if (!formula.isClosed()) {
                    faults.add(new At(line(block), "Formula: found the end of the text, expected a closing $$"));
                }
                check(formula.latex(), block);
            }
            visitChildren(block);
        }

        private void check(String latex, Node node) {
            try {
                FormulaParser.parse(latex);
            } catch (InvalidInput fault) {
                faults.add(new At(line(node), String.valueOf(fault.getMessage())));
            }
        }

        private static int line(Node node) {
            for (Node at = node; at != null; at = at.getParent()) {
                List<SourceSpan> spans = at.getSourceSpans();
                if (!spans.isEmpty()) {
                    return spans.get(0).getLineIndex() + 1;
                }
            }
            return 1;
        }
    }
}
