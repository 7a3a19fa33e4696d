package weightroom.plot;

import java.util.List;

/** The points of several curves side by side: one row for every x that any of them has. */
final class LineTable {
    private LineTable() {}

    static Table of(String xName, List<LinePlot.Line> lines) {
        int count = lines.size();
        String[] header = new String[count + 1];
        header[0] = xName;
        for (int i = 0; i < count; i++) {
            header[i + 1] = lines.get(i).name();
        }
        Table table = new Table(header);
        int[] next = new int[count];
        Object[] row = new Object[count + 1];
        for (double x = least(lines, next); x < Double.POSITIVE_INFINITY; x = least(lines, next)) {
            row[0] = x;
            for (int i = 0; i < count; i++) {
                Curve curve = lines.get(i).curve();
                boolean here = next[i] < curve.size() && curve.x(next[i]) == x;
                row[i + 1] = here ? curve.y(next[i]++) : Double.NaN;
            }
            table.row(row);
        }
        return table;
    }

    /** The least x not written yet; infinity at the end. */
    private static double least(List<LinePlot.Line> lines, int[] next) {
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < next.length; i++) {
            Curve curve = lines.get(i).curve();
            least = next[i] < curve.size() ? Math.min(least, curve.x(next[i])) : least;
        }
        return least;
    }
}
