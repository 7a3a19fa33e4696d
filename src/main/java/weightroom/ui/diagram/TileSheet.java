package weightroom.ui.diagram;

import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import weightroom.plot.Raster;

/**
 * The pictures of all tiles in one image of the size of the drawing, in device pixels, so that each is painted smoothly at
 * the size it is seen at.
 */
final class TileSheet {
    private static final int COLORS = 256;
    private static final double RADIUS = 4;

    private final int[] table = new int[COLORS];
    private final Raster raster = new Raster();
    private double scale = 1;

    /**
     * What one tile shows.
     *
     * @param cell where it stands
     * @param values {@code (rows, columns)}, the bottom row first; not to be written
     * @param columns of the values
     * @param middle the value shown in the middle colour
     * @param reach how far from it the full colours are; more than 0
     */
    record Swatch(Cell cell, float[] values, int columns, double middle, double reach) {}

    /** The colours of the low end, the middle and the high end. */
    void setColors(Color low, Color middle, Color high) {
        for (int i = 0; i < COLORS; i++) {
            double t = 2.0 * i / (COLORS - 1) - 1;
            Color color = middle.interpolate(t < 0 ? low : high, Math.abs(t));
            table[i] = 0xff000000
                    | (int) Math.round(color.getRed() * 255) << 16
                    | (int) Math.round(color.getGreen() * 255) << 8
                    | (int) Math.round(color.getBlue() * 255);
        }
    }

    /** Paints all tiles anew. */
    void paint(List<Swatch> swatches, double width, double height, double deviceScale) {
        scale = deviceScale;
        int w = Math.max(1, (int) Math.ceil(width * scale));
        int h = Math.max(1, (int) Math.ceil(height * scale));
        raster.paint(w, h, argb -> swatches.forEach(swatch -> paint(swatch, argb, w, h)));
    }

    /** Draws the tile that stands in a cell. */
    void draw(GraphicsContext g, Cell cell) {
        double x = Math.round(cell.x() * scale);
        double y = Math.round(cell.y() * scale);
        double size = Math.round(cell.size() * scale);
        g.drawImage(raster.image(), x, y, size, size, x / scale, y / scale, size / scale, size / scale);
    }

    private void paint(Swatch swatch, int[] argb, int width, int height) {
        int left = (int) Math.round(swatch.cell().x() * scale);
        int top = (int) Math.round(swatch.cell().y() * scale);
        int size = (int) Math.round(swatch.cell().size() * scale);
        int columns = swatch.columns();
        int rows = swatch.values().length / columns;
        float[] values = swatch.values();
        double radius = scale * Math.min(RADIUS, swatch.cell().size() / 6);
        double factor = (COLORS - 1) / (2 * swatch.reach());
        double shift = (COLORS - 1) / 2.0 - swatch.middle() * factor + 0.5;
        int[] column = new int[size];
        double[] part = new double[size];
        places(column, part, columns);
        for (int y = 0; y < size && top + y < height; y++) {
            double place = Math.max(0, Math.min(rows - 1, (size - y - 0.5) / size * rows - 0.5));
            int low = Math.min((int) place, Math.max(0, rows - 2));
            double up = rows == 1 ? 0 : place - low;
            int first = low * columns;
            int second = rows == 1 ? first : first + columns;
            for (int x = 0; x < size && left + x < width; x++) {
                int c = column[x];
                int d = columns == 1 ? c : c + 1;
                double below = values[first + c] + part[x] * (values[first + d] - values[first + c]);
                double above = values[second + c] + part[x] * (values[second + d] - values[second + c]);
                double value = below + up * (above - below);
                int color = (int) Math.max(0, Math.min(COLORS - 1, value * factor + shift));
                int found = Double.isNaN(value) ? table[COLORS / 2] : table[color];
                argb[(top + y) * width + left + x] = rounded(found, x, y, size, radius);
            }
        }
    }

    /** Between which columns of values each pixel lies, and how far from the left one. */
    private static void places(int[] column, double[] part, int columns) {
        int size = column.length;
        for (int x = 0; x < size; x++) {
            double place = Math.max(0, Math.min(columns - 1, (x + 0.5) / size * columns - 0.5));
            column[x] = Math.min((int) place, Math.max(0, columns - 2));
            part[x] = columns == 1 ? 0 : place - column[x];
        }
    }

    /** A pixel near a corner fades out, premultiplied. */
    private static int rounded(int color, int x, int y, int size, double radius) {
        double dx = Math.max(0, radius - Math.min(x + 0.5, size - x - 0.5));
        double dy = Math.max(0, radius - Math.min(y + 0.5, size - y - 0.5));
        if (dx == 0 || dy == 0) {
            return color;
        }
        double alpha = Math.max(0, Math.min(1, radius + 0.5 - Math.sqrt(dx * dx + dy * dy)));
        if (alpha == 1) {
            return color;
        }
        int a = (int) Math.round(alpha * 255);
        return a << 24
                | (int) ((color >> 16 & 0xff) * alpha) << 16
                | (int) ((color >> 8 & 0xff) * alpha) << 8
                | (int) ((color & 0xff) * alpha);
    }
}
