package weightroom.ui.explain;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.HPos;
import weightroom.explain.Section;

/** The number in symbols: what is explained, and each form of what it equals on a line of its own. */
final class SymbolsBox extends SectionBox<Section.InSymbols> {
    private final PanelMeans means;
    private final List<FormulaSlot> lines = new ArrayList<>();

    SymbolsBox(PanelMeans means) {
        super("in-symbols");
        this.means = means;
    }

    @Override
    void fill(Section.InSymbols section, Revealed revealed) {
        List<String> right = section.right();
        String tint = Revealed.target(revealed.explained()).kind().gradient() ? "backward" : "forward";
        String left = "\\color{" + tint + "}{" + section.left() + "}";
        while (lines.size() < Math.max(1, right.size())) {
            FormulaSlot slot = new FormulaSlot(means.pool(), HPos.LEFT);
            lines.add(slot);
            body().getChildren().add(slot);
        }
        for (int i = 0; i < lines.size(); i++) {
            boolean used = i < right.size() || i == 0;
            lines.get(i).setLatex(!used ? "" : right.isEmpty() ? left : (i == 0 ? left : "") + " = " + right.get(i));
            place(lines.get(i), used);
        }
    }
}
