package weightroom.ui.prose;

import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.text.TextFlow;
import weightroom.plot.formula.FormulaView;

/** Words, formulas and links to terms in lines that wrap. */
public final class Paragraph extends TextFlow {
    private final StringBuilder plain = new StringBuilder();
    private final StringBuilder spoken = new StringBuilder();

    Paragraph() {
        getStyleClass().add("prose-paragraph");
        setAccessibleRole(AccessibleRole.TEXT);
    }

    /** The text in plain Unicode. */
    public String plainText() {
        return plain.toString().strip();
    }

    void add(Node node, String text) {
        add(node, text, text);
    }

    void add(Node node, String text, String words) {
        getChildren().add(node);
        plain.append(text);
        spoken.append(words);
    }

    void add(FormulaView view) {
        add(view, view.formula().toText(), " " + view.formula().spoken() + " ");
    }

    boolean isEmpty() {
        return getChildren().isEmpty();
    }

    Paragraph finished() {
        setAccessibleText(spoken.toString()
                .replaceAll(" +", " ")
                .replace(" .", ".")
                .replace(" ,", ",")
                .strip());
        return this;
    }
}
