package weightroom.plot;

import javafx.geometry.Rectangle2D;

/**
 * A field as an image of one pixel per cell, whose memory is kept from one field to the next. Around it stands a border of
 * one pixel that repeats the outermost cells, so that smoothing does not fade the edges into nothing.
 */
final class FieldImage {
    private static final int BORDER = 1;

    private final Raster raster = new Raster();
    private boolean outdated = true;
    private ColorTable[] tables = {};

    /** The field or the scale has changed. */
    void outdated() {
        outdated = true;
    }

    /** The colours have changed. */
    void recolored() {
        tables = new ColorTable[0];
        outdated = true;
    }

    /** Draws the field into a rectangle, smoothly. */
    void draw(Pen pen, Field field, DecisionPlot.Scale scale, Plot plot, Rectangle2D box) {
        if (outdated) {
            outdated = false;
            repaint(field, scale, plot);
        }
        pen.image(raster.image(), BORDER, true, box.getMinX(), box.getMinY(), box.getWidth(), box.getHeight());
    }

    private void repaint(Field field, DecisionPlot.Scale scale, Plot plot) {
        int width = field.columns() + 2 * BORDER;
        int height = field.rows() + 2 * BORDER;
        if (tables.length != field.depth()) {
            tables = tables(field, plot);
        }
        raster.paint(width, height, argb -> paint(field, scale, argb));
    }

    private void paint(Field field, DecisionPlot.Scale scale, int[] argb) {
        int columns = field.columns();
        int rows = field.rows();
        int depth = field.depth();
        int target = 0;
        for (int y = -BORDER; y < rows + BORDER; y++) {
            int row = rows - 1 - Math.max(0, Math.min(rows - 1, y));
            for (int x = -BORDER; x < columns + BORDER; x++) {
                int cell = row * columns + Math.max(0, Math.min(columns - 1, x));
                int winner = depth == 1 ? 0 : field.winner(cell);
                double value = field.values()[cell * depth + winner];
                double t = depth == 1 ? scale.t(value) : (value * depth - 1) / (depth - 1);
                argb[target++] = tables[winner].at(t);
            }
        }
    }

    /** One table for a single number; else one per class, from the middle (a mere guess) to the class's colour (sure). */
    private static ColorTable[] tables(Field field, Plot plot) {
        if (field.depth() == 1) {
            return new ColorTable[] {
                new ColorTable(
                        plot.ink(Ink.NEGATIVE),
                        plot.ink(Ink.MIDDLE),
                        plot.ink(Ink.POSITIVE),
                        plot.style().reach())
            };
        }
        ColorTable[] tables = new ColorTable[field.depth()];
        for (int k = 0; k < tables.length; k++) {
            tables[k] = new ColorTable(
                    plot.ink(Ink.MIDDLE),
                    plot.ink(Ink.MIDDLE),
                    plot.ink(Ink.ofClass(k)),
                    plot.style().reach());
        }
        return tables;
    }
}
