package weightroom.plot.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import weightroom.formula.Formula;
import weightroom.formula.Formula.Grid;
import weightroom.formula.Formula.Kind;
import weightroom.formula.Formula.Row;

/** Cases, matrices and aligned lines. */
final class GridSetter {
    /** What each row takes at least above and below its baseline. */
    private static final double ROW_HEIGHT = 0.84;

    private static final double ROW_DEPTH = 0.36;
    private static final double BETWEEN_COLUMNS = 0.9;
    /** Between two pairs of aligned columns. */
    private static final double BETWEEN_PAIRS = 1.6;

    private final Setter around;
    private final double scale;

    GridSetter(Setter around) {
        this.around = around;
        scale = around.scale();
    }

    Box set(Grid grid) {
        List<List<Box>> rows = new ArrayList<>();
        double[] widths = new double[grid.columns()];
        for (List<Formula> cells : grid.rows()) {
            List<Box> boxes = new ArrayList<>();
            for (int c = 0; c < cells.size(); c++) {
                Box box = cell(grid.kind(), cells.get(c), c);
                widths[c] = Math.max(widths[c], box.width() + box.lean());
                boxes.add(box);
            }
            rows.add(boxes);
        }
        Box body = centred(stack(grid.kind(), rows, widths));
        Kind kind = grid.kind();
        return kind.left().isEmpty() && kind.right().isEmpty() ? body : around.fence(kind.left(), body, kind.right());
    }

    private Box cell(Kind kind, Formula cell, int column) {
        if (kind != Kind.ALIGNED) {
            return around.in(around.style().isScript() ? around.style() : Style.TEXT, cell);
        }
        // What stands left of the sign in the cell before counts for its space.
        boolean second = column % 2 == 1 && cell instanceof Row;
        return second
                ? new Row(Stream.concat(Stream.of(Row.EMPTY), ((Row) cell).items().stream())
                                .toList())
                        .read(around)
                : cell.read(around);
    }

    private Box stack(Kind kind, List<List<Box>> rows, double[] widths) {
        Box.Pile pile = new Box.Pile();
        double between = (kind == Kind.ALIGNED ? 0.34 : kind == Kind.CASES ? 0.22 : 0.12) * scale;
        double y = 0;
        for (int r = 0; r < rows.size(); r++) {
            double height = ROW_HEIGHT * scale;
            double depth = ROW_DEPTH * scale;
            for (Box box : rows.get(r)) {
                height = Math.max(height, box.height());
                depth = Math.max(depth, box.depth());
            }
            y += r == 0 ? 0 : height + between;
            double x = 0;
            for (int c = 0; c < widths.length; c++) {
                x += c == 0 ? 0 : gap(kind, c);
                if (c < rows.get(r).size()) {
                    Box box = rows.get(r).get(c);
                    pile.add(box, x + shift(kind, c, widths[c] - box.width() - box.lean()), y);
                }
                x += widths[c];
            }
            pile.reach(x, height - y, depth + y);
            y += depth;
        }
        return pile.box();
    }

    private double gap(Kind kind, int column) {
        if (kind != Kind.ALIGNED) {
            return BETWEEN_COLUMNS * scale;
        }
        return column % 2 == 1 ? 0 : BETWEEN_PAIRS * scale;
    }

    private static double shift(Kind kind, int column, double free) {
        return switch (kind) {
            case CASES -> 0;
            case ALIGNED -> column % 2 == 0 ? free : 0;
            default -> free / 2;
        };
    }

    private Box centred(Box box) {
        return box.raised(around.axis() + box.total() / 2 - box.height());
    }
}
