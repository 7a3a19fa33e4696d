package weightroom.ui.explain;

import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import weightroom.explain.Phase;
import weightroom.explain.Section;
import weightroom.ui.kit.Controls;
import weightroom.ui.kit.Messages;

/** One part of a derivation on the screen: used again for the next number, because making it takes longer than filling it. */
abstract class SectionBox<S extends Section> extends VBox {
    private static final PseudoClass FORWARD = PseudoClass.getPseudoClass("forward");

    private final Label heading = Controls.label("", "secondary", "section-heading");
    private final Label ahead = Controls.label("", "hint", "section-ahead");
    private final VBox body = new VBox();

    @SuppressWarnings("this-escape")
    SectionBox(String style) {
        getStyleClass().addAll("formula-section", style);
        body.getStyleClass().add("section-body");
        ahead.setWrapText(true);
        getChildren().addAll(heading, ahead, body);
    }

    /** What stands below the heading. */
    final VBox body() {
        return body;
    }

    /** Shows a part, or with which phase it comes. */
    final void show(S section, Revealed revealed) {
        Optional<Phase> comes = revealed.ahead(section);
        pseudoClassStateChanged(
                FORWARD, !Revealed.target(revealed.explained()).kind().gradient());
        set(heading, comes.isEmpty() ? heading(section) : "");
        set(ahead, comes.map(phase -> comes(section, revealed, phase)).orElse(""));
        place(body, comes.isEmpty());
        if (comes.isEmpty()) {
            fill(section, revealed);
        }
    }

    /** The words above it; none where it speaks for itself. */
    String heading(S section) {
        return section.heading();
    }

    abstract void fill(S section, Revealed revealed);

    private static String comes(Section section, Revealed revealed, Phase phase) {
        return Messages.text("explain.panel.ahead", section.heading(), PhaseWords.name(revealed.pass(), phase));
    }

    /** Takes no room where there is no text. */
    static void set(Label label, String text) {
        if (!label.getText().equals(text)) {
            label.setText(text);
        }
        place(label, !text.isEmpty());
    }

    static void place(Node node, boolean wanted) {
        node.setVisible(wanted);
        node.setManaged(wanted);
    }
}
