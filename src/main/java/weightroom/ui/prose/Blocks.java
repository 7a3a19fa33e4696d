package weightroom.ui.prose;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.ThematicBreak;
import weightroom.drawing.DrawingReader;
import weightroom.engine.InvalidInput;
import weightroom.formula.Formula;
import weightroom.ui.prose.Prose.Block;

/** Makes nodes of the blocks of a text. */
final class Blocks {
    private final Terms terms;
    private final Pictures pictures;

    Blocks(Terms terms, Pictures pictures) {
        this.terms = terms;
        this.pictures = pictures;
    }

    /** Every block within a node, in order. */
    List<Block> all(Node parent) {
        List<Block> blocks = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            add(node, blocks);
        }
        return blocks;
    }

    private void add(Node node, List<Block> blocks) {
        if (node instanceof Paragraph) {
            paragraph(node, blocks);
        } else if (node instanceof Heading) {
            blocks.add(text(node, "prose-heading"));
        } else if (node instanceof ListBlock list) {
            blocks.add(list(list));
        } else if (node instanceof BlockQuote) {
            blocks.add(boxed("prose-quote", all(node)));
        } else if (node instanceof TableBlock table) {
            blocks.add(new ProseTable.Builder(terms).block(table));
        } else if (node instanceof weightroom.lesson.Formula formula) {
            blocks.add(formula(formula));
        } else if (node instanceof FencedCodeBlock || node instanceof IndentedCodeBlock || node instanceof HtmlBlock) {
            blocks.add(text(node, "prose-code-block"));
        } else if (node instanceof ThematicBreak) {
            Region rule = new Region();
            rule.getStyleClass().add("prose-rule");
            blocks.add(new Block(rule, ""));
        }
    }

    /** Pictures within a paragraph stand between what is before and what is after them. */
    private void paragraph(Node node, List<Block> blocks) {
        weightroom.ui.prose.Paragraph lines = new weightroom.ui.prose.Paragraph();
        Inlines inlines = new Inlines(lines, terms);
        for (Node inline = node.getFirstChild(); inline != null; inline = inline.getNext()) {
            if (inline instanceof Image image) {
                close(lines, blocks);
                blocks.add(picture(image));
                lines = new weightroom.ui.prose.Paragraph();
                inlines = new Inlines(lines, terms);
            } else {
                inline.accept(inlines);
            }
        }
        close(lines, blocks);
    }

    private static void close(weightroom.ui.prose.Paragraph lines, List<Block> blocks) {
        if (!lines.plainText().isEmpty()) {
            blocks.add(new Block(lines.finished(), lines.plainText()));
        }
    }

    private Block text(Node node, String style) {
        weightroom.ui.prose.Paragraph lines = new weightroom.ui.prose.Paragraph();
        node.accept(new Inlines(lines, terms));
        lines.getStyleClass().add(style);
        return new Block(lines.finished(), lines.plainText());
    }

    private static Block boxed(String style, List<Block> inside) {
        VBox box = new VBox();
        box.getStyleClass().add(style);
        inside.forEach(block -> box.getChildren().add(block.node()));
        return new Block(box, joined(inside, "\n"));
    }

    private static String joined(List<Block> blocks, String between) {
        return String.join(between, blocks.stream().map(Block::text).toList());
    }

    private Block list(ListBlock list) {
        VBox items = new VBox();
        items.getStyleClass().addAll("prose-list", list.isTight() ? "tight" : "loose");
        List<String> texts = new ArrayList<>();
        int number = list instanceof OrderedList ordered && ordered.getMarkerStartNumber() != null
                ? ordered.getMarkerStartNumber()
                : 1;
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            String mark = list instanceof BulletList ? "•" : number++ + ".";
            Block content = boxed("prose-item", all(item));
            Label marker = new Label(mark);
            marker.getStyleClass().add("prose-marker");
            marker.setMinWidth(Region.USE_PREF_SIZE);
            HBox row = new HBox(marker, content.node());
            HBox.setHgrow(content.node(), Priority.ALWAYS);
            items.getChildren().add(row);
            texts.add(mark + " " + content.text());
        }
        return new Block(items, String.join("\n", texts));
    }

    private static Block formula(weightroom.lesson.Formula node) {
        String latex = node.latex();
        try {
            Formula formula = Inlines.parse(node);
            return new Block(new DisplayFormula(formula), formula.toText());
        } catch (InvalidInput fault) {
            weightroom.ui.prose.Paragraph lines = new weightroom.ui.prose.Paragraph();
            lines.add(Inlines.broken("$$" + latex + "$$", fault), latex);
            return new Block(lines.finished(), latex);
        }
    }

    private Block picture(Image image) {
        weightroom.ui.prose.Paragraph alt = new weightroom.ui.prose.Paragraph();
        new Inlines(alt, Terms.NONE).children(image);
        String seen = alt.plainText();
        String path = image.getDestination();
        try {
            PictureView view = new PictureView(DrawingReader.read(path, pictures.svg(path)));
            view.setAccessibleText(seen);
            return new Block(view, seen);
        } catch (InvalidInput fault) {
            weightroom.ui.prose.Paragraph lines = new weightroom.ui.prose.Paragraph();
            lines.add(Inlines.broken(String.valueOf(fault.getMessage()), fault), seen);
            return new Block(lines.finished(), seen);
        }
    }
}
