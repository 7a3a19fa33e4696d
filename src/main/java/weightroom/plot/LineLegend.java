package weightroom.plot;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.text.TextAlignment;

/** The row, or rows, above a line plot: what the vertical axis measures, and which line is which. */
final class LineLegend {
    private static final double SAMPLE = 20;
    private static final double GAP = 14;
    private static final double ROW = 16;
    private static final double FIRST = 10;

    private final Plot plot;
    private final String yName;
    private final List<List<LinePlot.Line>> rows = new ArrayList<>();

    LineLegend(Plot plot, String yName, List<LinePlot.Line> lines, double width) {
        this.plot = plot;
        this.yName = yName;
        double room = width - (yName.isEmpty() ? 0 : plot.widthOf(yName) + GAP);
        List<LinePlot.Line> row = new ArrayList<>();
        double used = 0;
        for (LinePlot.Line line : lines) {
            double wide = plot.widthOf(line.name()) + SAMPLE + 6 + GAP;
            if (used > 0 && used + wide > room || row.isEmpty() && rows.isEmpty() && wide > room) {
                rows.add(row);
                row = new ArrayList<>();
                used = 0;
                room = width;
            }
            row.add(line);
            used += wide;
        }
        rows.add(row);
    }

    /** Pixels it takes, with room below it. */
    double height() {
        return FIRST + ROW * (rows.size() - 1) + 20;
    }

    void draw(Pen pen, double right) {
        plot.text(pen, yName, 0, FIRST, TextAlignment.LEFT, Ink.MUTED);
        for (int r = 0; r < rows.size(); r++) {
            double y = FIRST + ROW * r;
            double x = right;
            List<LinePlot.Line> row = rows.get(r);
            for (int i = row.size() - 1; i >= 0; i--) {
                LinePlot.Line line = row.get(i);
                plot.text(pen, line.name(), x, y, TextAlignment.RIGHT, Ink.TEXT);
                x -= plot.widthOf(line.name()) + 6;
                pen.stroke(plot.ink(line.ink()), line.width(), line.dashes());
                pen.opacity(line.opacity());
                pen.line(x - SAMPLE, pen.sharp(y), x, pen.sharp(y));
                pen.opacity(1);
                x -= SAMPLE + GAP;
            }
        }
    }
}
