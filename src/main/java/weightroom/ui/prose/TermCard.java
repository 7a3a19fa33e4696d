package weightroom.ui.prose;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.controlsfx.control.PopOver;
import weightroom.ui.kit.Controls;

/** What a term means, in a window beside it. */
final class TermCard {
    private static final double WIDTH = 320;
    private static final double DISTANCE = 2;

    private final Terms.Explanation meaning;

    TermCard(Terms.Explanation meaning) {
        this.meaning = meaning;
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

    private VBox content() {
        Label title = Controls.label(meaning.title(), "title");
        title.setWrapText(true);
        VBox content = new VBox(title);
        content.getStyleClass().addAll("prose", "prose-card");
        String formula = meaning.formula();
        if (formula.startsWith("$")) {
            content.getChildren().add(Prose.line(formula, Terms.NONE));
        } else if (!formula.isEmpty()) {
            content.getChildren().add(plain(formula));
        }
        content.getChildren().add(plain(meaning.text()));
        content.setPrefWidth(WIDTH);
        content.setAccessibleText(meaning.title() + ". " + meaning.text());
        return content;
    }

    private static Paragraph plain(String text) {
        Text words = new Text(text);
        words.getStyleClass().add("prose-text");
        Paragraph paragraph = new Paragraph();
        paragraph.add(words, text);
        return paragraph.finished();
    }
}
