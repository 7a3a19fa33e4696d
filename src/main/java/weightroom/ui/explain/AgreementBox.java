package weightroom.ui.explain;

import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import weightroom.arithmetic.Shown;
import weightroom.explain.Section;
import weightroom.explain.Section.Verdict;
import weightroom.plot.Numbers;
import weightroom.ui.kit.Controls;
import weightroom.ui.kit.Messages;

/** The finite difference beside the result: whether both agree, by a sign and in words. */
final class AgreementBox extends SectionBox<Section.Check> {
    private static final PseudoClass SUSPICIOUS = PseudoClass.getPseudoClass("suspicious");
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");

    private final FontIcon icon = new FontIcon(Feather.CHECK);
    private final Label sentence = Controls.label("", "agreement-sentence");
    private final Label epsilon = Controls.label("", "hint");
    private final RowButton row;

    AgreementBox() {
        super("agreement");
        sentence.setWrapText(true);
        sentence.setMaxWidth(Double.MAX_VALUE);
        sentence.setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        epsilon.setMinWidth(USE_PREF_SIZE);
        HBox line = new HBox(icon, sentence, epsilon);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("agreement-line");
        row = new RowButton(line, "agreement-row");
        body().getChildren().add(row);
    }

    @Override
    String heading(Section.Check section) {
        return "";
    }

    @Override
    void fill(Section.Check section, Revealed revealed) {
        Verdict verdict = section.verdict();
        icon.setIconCode(
                switch (verdict) {
                    case OK -> Feather.CHECK;
                    case SUSPICIOUS -> Feather.ALERT_TRIANGLE;
                    case FAILED -> Feather.X_CIRCLE;
                });
        row.pseudoClassStateChanged(SUSPICIOUS, verdict == Verdict.SUSPICIOUS);
        row.pseudoClassStateChanged(FAILED, verdict == Verdict.FAILED);
        sentence.setText(section.sentence());
        epsilon.setText(Messages.text("explain.panel.epsilon", Numbers.significant(section.epsilon(), 2)));
        String help = Messages.text(
                "explain.panel.check.help",
                section.result().allDigits(),
                section.difference().allDigits(),
                section.error() == 0
                        ? "0"
                        : Shown.significant(section.error(), 3).text());
        row.describe(section.sentence(), help, Optional.empty());
    }
}
