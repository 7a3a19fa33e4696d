package weightroom.plot;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.text.TextAlignment;

/** A box of words and numbers beside the pointer: a heading, and below it names with their values. */
final class Note {
    private static final double SAMPLE = 20;
    private static final double PADDING = 12;
    private static final double DISTANCE = 14;

    private final Plot plot;
    private final List<Row> rows = new ArrayList<>();

    /** One line; {@code samples} draws what stands before the name, if anything. */
    private record Row(String name, String value, boolean heading, List<Sample> samples) {}

    /** Draws a line from a place to the right, {@link #SAMPLE} long. */
    @FunctionalInterface
    private interface Sample {
        void draw(Pen pen, double x, double y);
    }

    Note(Plot plot) {
        this.plot = plot;
    }

    Note heading(String text) {
        rows.add(new Row(text, "", true, List.of()));
        return this;
    }

    Note row(String name, String value) {
        rows.add(new Row(name, value, false, List.of()));
        return this;
    }

    Note row(LinePlot.Line sample, String value) {
        rows.add(new Row(sample.name(), value, false, List.of((pen, x, y) -> {
            pen.stroke(plot.ink(sample.ink()), sample.width(), sample.dashes());
            pen.line(x, pen.sharp(y), x + SAMPLE, pen.sharp(y));
        })));
        return this;
    }

    Note row(LaneStyle style, String name, String value) {
        rows.add(new Row(name, value, false, List.of((pen, x, y) -> style.drawSample(plot, pen, x, y, SAMPLE))));
        return this;
    }

    void draw(Pen pen, Point2D at, double width, double height) {
        double names = 0;
        double values = 0;
        double headings = 0;
        for (Row row : rows) {
            double name = plot.widthOf(row.name()) + (row.samples().isEmpty() ? 0 : SAMPLE + 8);
            headings = row.heading() ? Math.max(headings, 1.1 * name) : headings;
            names = row.heading() ? names : Math.max(names, name);
            values = Math.max(values, plot.widthOf(row.value()));
        }
        double pitch = Math.ceil(plot.font().getSize() * 1.5);
        double w = Math.ceil(Math.max(headings, names + values + (values > 0 ? PADDING : 0)) + 2 * PADDING);
        double h = rows.size() * pitch + PADDING;
        boolean right = at.getX() + DISTANCE + w <= width;
        double x = Math.floor(right ? at.getX() + DISTANCE : Math.max(0, at.getX() - DISTANCE - w));
        double y = Math.floor(Math.max(0, Math.min(height - h, at.getY() - h / 2)));
        pen.fill(plot.ink(Ink.NOTE));
        pen.fillRect(x, y, w, h, 6);
        pen.stroke(plot.ink(Ink.NOTE_BORDER), 1);
        pen.strokeRect(x + 0.5, y + 0.5, w - 1, h - 1, 6);
        for (int i = 0; i < rows.size(); i++) {
            drawRow(pen, rows.get(i), x, y + PADDING / 2 + (i + 0.5) * pitch, w);
        }
    }

    private void drawRow(Pen pen, Row row, double x, double y, double w) {
        double left = x + PADDING;
        for (Sample sample : row.samples()) {
            sample.draw(pen, left, y);
            left += SAMPLE + 8;
        }
        if (row.heading()) {
            pen.font(plot.boldFont());
            plot.text(pen, row.name(), left, y, TextAlignment.LEFT, Ink.STRONG);
            pen.font(plot.font());
        } else {
            plot.text(pen, row.name(), left, y, TextAlignment.LEFT, Ink.MUTED);
            plot.text(pen, row.value(), x + w - PADDING, y, TextAlignment.RIGHT, Ink.STRONG);
        }
    }
}
