package weightroom.plot;

import java.util.List;
import javafx.scene.text.TextAlignment;

/** A bar for each of a few numbers, from 0 to the left or right, and where each of them is going. */
public final class ChangePlot extends Plot {
    private static final int DIGITS = 3;
    private static final double WIDEST = 4;

    private List<Change> changes = List.of();

    /** A number before and after. */
    public record Change(String name, double before, double after) {}

    public ChangePlot() {
        getStyleClass().add("change-plot");
    }

    public void setChanges(List<Change> changes) {
        this.changes = List.copyOf(changes);
        requestDraw();
    }

    @Override
    void draw(Pen pen, double width, double height) {
        if (changes.isEmpty()) {
            return;
        }
        double em = font().getSize();
        double names = 0;
        double reach = 1;
        for (Change one : changes) {
            names = Math.max(names, widthOf(one.name()));
            reach = Math.max(reach, Math.max(Math.abs(one.before()), Math.abs(one.after())));
        }
        names = Math.min(names, 0.35 * width);
        double numbers = 9 * em;
        Axis axis = new Axis(-1.05 * reach, 1.05 * reach, false, names + em, width - numbers);
        double pitch = Math.min(height / changes.size(), WIDEST * em);
        double top = (height - pitch * changes.size()) / 2;
        pen.stroke(ink(Ink.AXIS), 1);
        pen.sharpLine(axis.position(0), top, axis.position(0), top + pitch * changes.size());
        for (int i = 0; i < changes.size(); i++) {
            drawBar(pen, axis, changes.get(i), top + (i + 0.5) * pitch, 0.28 * pitch, names);
        }
    }

    private void drawBar(Pen pen, Axis axis, Change one, double y, double half, double names) {
        double em = font().getSize();
        text(pen, fitted(one.name(), names), names, y, TextAlignment.RIGHT, Ink.TEXT);
        double zero = axis.position(0);
        double before = axis.position(one.before());
        double after = axis.position(one.after());
        pen.fill(ink(one.before() < 0 ? Ink.NEGATIVE : Ink.POSITIVE));
        pen.fillRect(Math.min(zero, before), y - half, Math.abs(before - zero), 2 * half, 0);
        boolean changed = one.before() != one.after();
        if (changed) {
            pen.stroke(ink(Ink.ACCENT), 1.75, 5, 3);
            pen.strokeRect(Math.min(zero, after), y - half - 2, Math.abs(after - zero), 2 * half + 4, 0);
            Strokes.arrow(pen, ink(Ink.BACKWARD), 2.5, before, y, after, y);
        }
        String numbers = Numbers.significant(one.before(), DIGITS)
                + (changed ? " → " + Numbers.significant(one.after(), DIGITS) : "");
        text(pen, numbers, axis.end() + em, y, TextAlignment.LEFT, changed ? Ink.STRONG : Ink.MUTED);
    }

    @Override
    Table table() {
        Table table = new Table("name", "before", "after");
        changes.forEach(one -> table.row(one.name(), one.before(), one.after()));
        return table;
    }
}
