package weightroom.ui.prose;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;
import weightroom.ui.kit.Controls;

/** What a term means, in a window beside it. */
final class TermCard {
    private static final double WIDTH = 320;
    private static final double DISTANCE = 2;

    private final Terms.Explanation meaning;
    private final Terms terms;

    TermCard(Terms.Explanation meaning, Terms terms) {
        this.meaning = meaning;
        this.terms = terms;
    }

    /** Shows it below a node, which keeps the focus; Esc or a click elsewhere closes it. */
    void show(Node owner) {
        PopOver window = new PopOver(content());
        // Its own sheet would win over the theme's.
        window.getRoot().getStylesheets().clear();
        window.setArrowLocation(PopOver.ArrowLocation.TOP_CENTER);
        window.setDetachable(false);
        window.setHideOnEscape(true);
        window.setAutoHide(true);
        window.setAnimated(false);
        window.show(owner, DISTANCE);
    }

    VBox content() {
        Label title = Controls.label(meaning.title(), "title");
        title.setWrapText(true);
        VBox content = new VBox(title);
        content.getStyleClass().addAll("prose", "prose-card");
        if (!meaning.formula().isEmpty()) {
            Paragraph formula = Prose.line(meaning.formula(), Terms.NONE);
            formula.getStyleClass().add("prose-card-formula");
            content.getChildren().add(formula);
        }
        content.getChildren().add(Prose.line(meaning.text(), terms));
        content.setPrefWidth(WIDTH);
        content.setAccessibleText(meaning.title() + ". " + meaning.text());
        return content;
    }
}
