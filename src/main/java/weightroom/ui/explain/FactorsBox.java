package weightroom.ui.explain;

import java.util.ArrayList;
import java.util.List;
import weightroom.explain.Section;
import weightroom.explain.Section.Factor;
import weightroom.ui.kit.Messages;

/** Each factor on its own: its symbol, what it is, the numbers put in, and what comes out. A click explains that number. */
final class FactorsBox extends SectionBox<Section.Factors> {
    private final PanelMeans means;
    private final List<Row> rows = new ArrayList<>();

    /** One factor. */
    private static final class Row extends RowButton {
        private final FactorCells cells;

        Row(FactorCells cells) {
            super(cells, "factor-row");
            this.cells = cells;
        }
    }

    FactorsBox(PanelMeans means) {
        super("factors");
        this.means = means;
    }

    @Override
    void fill(Section.Factors section, Revealed revealed) {
        while (rows.size() < section.factors().size()) {
            Row row = new Row(new FactorCells(means.pool()));
            rows.add(row);
            body().getChildren().add(row);
        }
        for (int i = 0; i < rows.size(); i++) {
            boolean used = i < section.factors().size();
            if (used) {
                fill(
                        rows.get(i),
                        section.factors().get(i),
                        revealed.knows(section.factors().get(i)));
            } else {
                rows.get(i).cells.clear();
            }
            place(rows.get(i), used);
        }
    }

    private void fill(Row row, Factor factor, boolean known) {
        String number = known ? factor.value().text() : Revealed.UNKNOWN;
        row.cells.show(factor.symbol(), factor.formula(), known ? factor.numbers() : "", number);
        String digits = known ? factor.value().allDigits() : Messages.text("explain.panel.later");
        StringBuilder help = new StringBuilder(digits);
        if (!factor.remark().isEmpty()) {
            help.append('\n').append(factor.remark());
        }
        factor.lead().ifPresent(lead -> help.append('\n').append(Messages.text("explain.panel.opens")));
        String spoken = Messages.text("explain.panel.factor.spoken", row.cells.spoken(), number);
        row.describe(
                spoken,
                help.toString(),
                factor.lead().map(lead -> () -> means.open().accept(lead)));
        row.setId("factor-" + rows.indexOf(row));
    }
}
