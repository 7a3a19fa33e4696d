package weightroom.ui.explain;

import java.util.Optional;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import weightroom.explain.Section.Line;
import weightroom.ui.kit.Controls;
import weightroom.ui.kit.Messages;

/** One line of a calculation: what it is in words, then {@code symbol = formula = numbers = value}. */
final class LineRow extends RowButton {
    private final Label name;
    private final FormulaSlot formula;

    LineRow(FormulaPool pool) {
        this(Controls.label("", "hint"), new FormulaSlot(pool, HPos.LEFT, "line-formula"));
    }

    private LineRow(Label name, FormulaSlot formula) {
        super(new VBox(name, formula), "line-row");
        this.name = name;
        this.formula = formula;
        name.setWrapText(true);
        // In a row of several it stands in the middle.
        setMaxHeight(USE_PREF_SIZE);
    }

    /** A line with its result. */
    void show(Line line) {
        show(line.label(), latex(line), line.value().allDigits());
    }

    /** A number that was there before, without its words: they are its tooltip. */
    void showShort(Line line) {
        show("", latex(line), (line.label() + "\n" + line.value().allDigits()).strip());
        setAccessibleText(Messages.text("explain.panel.line.spoken", line.label(), formula.spoken())
                .strip());
    }

    /** Any formula, with what its tooltip says. */
    void show(String label, String latex, String help) {
        SectionBox.set(name, label);
        formula.setLatex(latex);
        describe(
                Messages.text("explain.panel.line.spoken", label, formula.spoken())
                        .strip(),
                help,
                Optional.empty());
    }

    void clear() {
        formula.clear();
    }

    /** {@code symbol = formula = numbers = value}; what is empty, or would say the same twice, is left out. */
    private static String latex(Line line) {
        StringBuilder text = new StringBuilder(line.symbol());
        String value = line.value().latex();
        for (String part : new String[] {line.formula(), line.numbers(), value}) {
            boolean again = part.equals(value)
                    && !part.equals(line.formula())
                    && text.toString().endsWith("= " + value);
            if (!part.isEmpty() && !again) {
                boolean first = text.length() == line.symbol().length();
                text.append(text.length() == 0 ? "" : first ? line.relation() : " = ")
                        .append(part);
            }
        }
        return text.toString();
    }
}
