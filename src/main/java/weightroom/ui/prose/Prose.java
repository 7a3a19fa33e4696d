package weightroom.ui.prose;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.VBox;
import weightroom.lesson.Markdown;
import weightroom.ui.kit.Messages;

/**
 * A text in Markdown, as wide as its parent lets it be. Its font size is that of the style class {@code prose}, relative to
 * the text around. A click on a block, then Ctrl+C, copies it; so does its menu.
 */
public final class Prose extends VBox {
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private final List<Block> blocks;
    private final ContextMenu menu = new ContextMenu();
    private int chosen;

    /**
     * A block as it is seen and as it is copied.
     *
     * @param text in plain Unicode
     */
    record Block(Node node, String text) {}

    private Prose(List<Block> blocks) {
        this.blocks = List.copyOf(blocks);
        getStyleClass().add("prose");
        blocks.forEach(block -> getChildren().add(block.node()));
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::choose);
        addEventHandler(KeyEvent.KEY_PRESSED, this::copyOnKey);
        addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, event -> {
            menu.show(this, event.getScreenX(), event.getScreenY());
            event.consume();
        });
        menu.getItems()
                .addAll(item("prose.copy.block", () -> copy(text(chosen))), item("prose.copy.all", this::copyAll));
    }

    /**
     * Paragraphs, lists, tables, formulas and pictures. What cannot be shown (a broken formula, a picture that is not there)
     * shows why in its place.
     */
    public static Prose of(String markdown, Terms terms, Pictures pictures) {
        return new Prose(new Blocks(terms, pictures).all(Markdown.parse(markdown)));
    }

    /** A text of one paragraph, to stand in a button, a choice or a list; a second paragraph begins a new line. */
    public static Paragraph line(String markdown, Terms terms) {
        Paragraph paragraph = new Paragraph();
        Inlines inlines = new Inlines(paragraph, terms);
        for (org.commonmark.node.Node block = Markdown.parse(markdown).getFirstChild();
                block != null;
                block = block.getNext()) {
            inlines.block(block);
        }
        paragraph.getStyleClass().add("prose-line");
        return paragraph.finished();
    }

    /** The whole text in plain Unicode. */
    public String plainText() {
        return blocks.stream().map(Block::text).collect(Collectors.joining("\n\n"));
    }

    private String text(int block) {
        return block < blocks.size() ? blocks.get(block).text() : "";
    }

    private void choose(MouseEvent event) {
        for (int i = 0; i < blocks.size(); i++) {
            if (blocks.get(i).node().getBoundsInParent().contains(event.getX(), event.getY())) {
                chosen = i;
            }
        }
        if (!menu.isShowing() && !isFocusWithin()) {
            requestFocus();
        }
    }

    private void copyOnKey(KeyEvent event) {
        if (COPY.match(event)) {
            List<Node> children = new ArrayList<>(getChildren());
            children.stream()
                    .filter(Node::isFocusWithin)
                    .findFirst()
                    .ifPresent(node -> chosen = children.indexOf(node));
            copy(text(chosen));
            event.consume();
        }
    }

    private void copyAll() {
        copy(plainText());
    }

    private static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    private static MenuItem item(String key, Runnable action) {
        MenuItem item = new MenuItem(Messages.text(key));
        item.setOnAction(event -> action.run());
        return item;
    }
}
