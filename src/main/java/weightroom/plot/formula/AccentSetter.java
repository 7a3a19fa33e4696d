package weightroom.plot.formula;

import weightroom.formula.Face;
import weightroom.formula.Formula;
import weightroom.formula.Formula.Accent;
import weightroom.formula.Formula.Symbol;

/** Marks on top of letters. */
final class AccentSetter {
    private static final double THICKNESS = 0.065;
    private static final double GAP = 0.1;
    /** How far slanted letters lean over, per height. */
    private static final double SLANT = 0.17;

    private final Setter around;

    AccentSetter(Setter around) {
        this.around = around;
    }

    Box set(Accent accent) {
        double scale = around.scale();
        Box body = accent.body().read(around);
        boolean slanted = accent.body() instanceof Symbol symbol && symbol.face() == Face.ITALIC;
        double middle = body.width() / 2 + (slanted ? SLANT * body.height() / 2 : 0);
        double y = -body.height() - GAP * scale;
        boolean wide = accent.mark() == Formula.Mark.BAR && !(accent.body() instanceof Symbol);
        double half = wide ? body.width() / 2 : Math.min(0.21 * scale, Math.max(0.16 * scale, body.width() * 0.4));
        double rise = 0.16 * scale;
        PenPath pen = PenPath.scaled(1);
        double thickness = THICKNESS * scale;
        switch (accent.mark()) {
            case HAT -> pen.move(middle - half, y).line(middle, y - rise).line(middle + half, y);
            case BAR -> pen.move(middle - half, y - thickness / 2).line(middle + half, y - thickness / 2);
            case TILDE ->
                pen.move(middle - half, y - 0.02 * scale)
                        .curve(middle - half / 2, y - rise * 1.3, middle, y - rise * 0.5)
                        .curve(middle + half / 2, y + rise * 0.3, middle + half, y - rise * 0.9);
            case VEC -> {
                double tip = middle + half * 1.15;
                double wing = 0.09 * scale;
                double line = y - wing;
                pen.move(middle - half * 1.15, line).line(tip, line);
                pen.move(tip - wing * 1.2, line - wing).line(tip, line).line(tip - wing * 1.2, line + wing);
            }
            case DOT -> pen.circle(middle, y - 0.05 * scale, 0.07 * scale);
        }
        boolean dot = accent.mark() == Formula.Mark.DOT;
        double height = body.height() + (GAP + (dot || wide ? 0.12 : 0.2)) * scale;
        return new Box.Pile()
                .add(body, 0, 0)
                .add(dot ? pen.filled(around.tint()) : pen.drawn(thickness, around.tint()))
                .reach(0, height, 0)
                .box(body.lean());
    }
}
