package weightroom.ui.explain;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import weightroom.explain.Section;
import weightroom.explain.Section.Term;
import weightroom.formula.FormulaParser;
import weightroom.plot.Numbers;
import weightroom.ui.kit.Controls;
import weightroom.ui.kit.Messages;

/** What is added up, each with a bar for its share; the rest is folded until it is asked for. */
final class TermsBox extends SectionBox<Section.Terms> {
    /** Symbols of so many letters in LaTeX stand in every row. */
    private static final int BRIEF = 60;

    private final PanelMeans means;
    private final FormulaSlot pattern;
    private final VBox list = new VBox();
    private final List<Row> rows = new ArrayList<>();
    private final Button rest = new Button();
    private final Label total = Controls.label("", "factor-value");
    private final Label sum = Controls.label(Messages.text("explain.panel.total"), "secondary");

    /** One term. */
    private static final class Row extends RowButton {
        private final Label name;
        private final ShareBar share;
        private final Label value;
        private final FormulaSlot numbers;

        Row(FormulaPool pool) {
            this(
                    Controls.label("", "term-name"),
                    new ShareBar(),
                    Controls.label("", "factor-value"),
                    new FormulaSlot(pool, HPos.LEFT, "term-numbers"));
        }

        private Row(Label name, ShareBar share, Label value, FormulaSlot numbers) {
            super(new VBox(new HBox(name, share, value), numbers), "term-row");
            this.name = name;
            this.share = share;
            this.value = value;
            this.numbers = numbers;
            name.setMinWidth(0);
            name.setMaxWidth(Double.MAX_VALUE);
            name.setWrapText(true);
            HBox.setHgrow(name, Priority.ALWAYS);
            value.setMinWidth(USE_PREF_SIZE);
        }
    }

    TermsBox(PanelMeans means) {
        super("terms");
        this.means = means;
        HBox foot = new HBox(sum, Controls.spring(), total);
        foot.getStyleClass().add("terms-total");
        rest.setId("terms-rest");
        rest.setGraphic(new FontIcon(Feather.CHEVRON_DOWN));
        rest.setOnAction(event -> means.more().run());
        Controls.explain(rest, Messages.text("explain.panel.more.help"));
        total.setMinWidth(USE_PREF_SIZE);
        pattern = new FormulaSlot(means.pool(), HPos.LEFT, "terms-pattern");
        body().getChildren().addAll(pattern, list, rest, foot);
    }

    @Override
    void fill(Section.Terms section, Revealed revealed) {
        while (rows.size() < section.terms().size()) {
            Row row = new Row(means.pool());
            rows.add(row);
            list.getChildren().add(row);
        }
        boolean same = section.terms().stream().map(Term::symbols).distinct().count() == 1;
        boolean brief = section.terms().stream().allMatch(term -> term.symbols().length() <= BRIEF);
        boolean above = same && section.terms().size() > 1;
        pattern.setLatex(above ? section.terms().get(0).symbols() : "");
        place(pattern, above);
        for (int i = 0; i < rows.size(); i++) {
            boolean used = i < section.terms().size();
            if (used) {
                fill(rows.get(i), section.terms().get(i), !above && (brief || i == 0));
            } else {
                rows.get(i).numbers.clear();
            }
            place(rows.get(i), used);
        }
        place(rest, section.rest().isPresent());
        section.rest()
                .ifPresent(folded -> rest.setText(Messages.text(
                        "explain.panel.rest", folded.label(), folded.value().text(), percent(folded.share()))));
        total.setText(section.total().text());
        Controls.explain(total, section.total().allDigits());
    }

    /** @param symbols whether they stand before the numbers; if not, the tooltip has them */
    private void fill(Row row, Term term, boolean symbols) {
        row.setId("term-" + rows.indexOf(row));
        row.name.setText(term.label());
        row.share.show(term.share());
        row.value.setText(term.value().text());
        String left = symbols || term.numbers().isEmpty() ? term.symbols() : "";
        String numbers =
                left.isEmpty() || term.numbers().isEmpty() ? left + term.numbers() : left + " = " + term.numbers();
        row.numbers.setLatex(numbers);
        place(row.numbers, !numbers.isEmpty());
        String digits = term.value().allDigits();
        String help = (left.isEmpty() ? FormulaParser.parse(term.symbols()).toText() + " = " : "")
                + digits
                + "\n"
                + Messages.text("explain.panel.share", percent(Math.abs(term.share())))
                + (term.lead().isPresent() ? "\n" + Messages.text("explain.panel.opens") : "");
        String spoken = Messages.text(
                "explain.panel.term.spoken",
                term.label(),
                row.numbers.spoken(),
                term.value().text(),
                percent(Math.abs(term.share())));
        row.describe(spoken, help, term.lead().map(lead -> () -> means.open().accept(lead)));
    }

    private static String percent(double share) {
        return Numbers.fixed(100 * share, 1) + " %";
    }
}
