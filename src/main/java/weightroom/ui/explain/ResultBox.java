package weightroom.ui.explain;

import java.util.Optional;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import weightroom.explain.Section;
import weightroom.ui.kit.Controls;
import weightroom.ui.kit.Messages;

/** What comes out, large, and what its sign means. */
final class ResultBox extends SectionBox<Section.Result> {
    private final FormulaSlot symbol;
    private final Label number = Controls.label("", "result-number");
    private final Label meaning = Controls.label("", "secondary", "result-meaning");
    private final RowButton row;

    ResultBox(PanelMeans means) {
        super("result");
        symbol = new FormulaSlot(means.pool(), HPos.LEFT, "result-symbol");
        symbol.setMinWidth(USE_PREF_SIZE);
        number.setMinWidth(USE_PREF_SIZE);
        number.setId("result-number");
        meaning.setWrapText(true);
        meaning.setMaxWidth(Double.MAX_VALUE);
        meaning.setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(meaning, Priority.ALWAYS);
        HBox line = new HBox(symbol, Controls.label("=", "result-equals"), number, meaning);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("result-line");
        row = new RowButton(line, "result-row");
        body().getChildren().add(row);
    }

    @Override
    String heading(Section.Result section) {
        return "";
    }

    @Override
    void fill(Section.Result section, Revealed revealed) {
        symbol.setLatex(section.symbol());
        number.setText(section.value().text());
        meaning.setText(section.meaning());
        String spoken = Messages.text(
                "explain.panel.result.spoken", symbol.spoken(), section.value().text(), section.meaning());
        row.describe(spoken.strip(), section.value().allDigits(), Optional.empty());
    }
}
