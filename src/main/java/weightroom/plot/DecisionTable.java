package weightroom.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A decision plot in numbers: a row for each point with its target, then one for each cell of the field with its output. */
final class DecisionTable {
    private DecisionTable() {}

    static Table of(
            String xName, String yName, DecisionPlot.Scale scale, DecisionPlot.Points points, @Nullable Field field) {
        List<String> outputs = scale.severalClasses() ? scale.classes() : List.of(scale.name());
        List<Object> header = new ArrayList<>(List.of("kind", xName, yName, "target", "wrong"));
        header.addAll(outputs);
        Table table = new Table(header.toArray(String[]::new));
        for (int i = 0; i < points.count(); i++) {
            Object[] row = row(header.size(), points.test()[i] ? "test" : "train", points.xs()[i], points.ys()[i]);
            float target = points.targets()[i];
            row[3] = scale.severalClasses() ? scale.classes().get((int) target) : (Object) target;
            row[4] = points.wrong()[i];
            table.row(row);
        }
        if (field != null) {
            addCells(table, field, header.size());
        }
        return table;
    }

    private static void addCells(Table table, Field field, int columns) {
        double dx = (field.xHigh() - field.xLow()) / field.columns();
        double dy = (field.yHigh() - field.yLow()) / field.rows();
        for (int cell = 0; cell < field.columns() * field.rows(); cell++) {
            double x = field.xLow() + (cell % field.columns() + 0.5) * dx;
            double y = field.yLow() + (Math.floorDiv(cell, field.columns()) + 0.5) * dy;
            Object[] row = row(columns, "field", x, y);
            for (int k = 0; k < Math.min(field.depth(), columns - 5); k++) {
                row[5 + k] = field.values()[cell * field.depth() + k];
            }
            table.row(row);
        }
    }

    private static Object[] row(int columns, String kind, double x, double y) {
        Object[] row = new Object[columns];
        Arrays.fill(row, "");
        row[0] = kind;
        row[1] = x;
        row[2] = y;
        return row;
    }
}
