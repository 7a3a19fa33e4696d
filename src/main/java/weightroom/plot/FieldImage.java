package weightroom.plot;

import java.nio.IntBuffer;
import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.jspecify.annotations.Nullable;

/**
 * A field as an image of one pixel per cell, whose memory is kept from one field to the next. Around it stands a border of
 * one pixel that repeats the outermost cells, so that smoothing does not fade the edges into nothing.
 */
final class FieldImage {
    private static final int BORDER = 1;

    private @Nullable PixelBuffer<IntBuffer> pixels;
    private @Nullable WritableImage image;
    private boolean outdated = true;

    /** The field, the scale or the colours have changed. */
    void outdated() {
        outdated = true;
    }

    /** Draws the field into a rectangle, smoothly. */
    void draw(GraphicsContext g, Field field, DecisionPlot.Scale scale, DecisionPlot plot, Rectangle2D box) {
        g.setImageSmoothing(true);
        g.drawImage(
                of(field, scale, plot),
                BORDER,
                BORDER,
                field.columns(),
                field.rows(),
                box.getMinX(),
                box.getMinY(),
                box.getWidth(),
                box.getHeight());
    }

    private WritableImage of(Field field, DecisionPlot.Scale scale, Plot plot) {
        PixelBuffer<IntBuffer> buffer = pixels;
        WritableImage shown = image;
        if (buffer == null
                || shown == null
                || buffer.getWidth() != field.columns() + 2 * BORDER
                || buffer.getHeight() != field.rows() + 2 * BORDER) {
            int width = field.columns() + 2 * BORDER;
            int height = field.rows() + 2 * BORDER;
            buffer = new PixelBuffer<>(
                    width, height, IntBuffer.allocate(width * height), PixelFormat.getIntArgbPreInstance());
            shown = new WritableImage(buffer);
            pixels = buffer;
            image = shown;
            outdated = true;
        }
        if (outdated) {
            outdated = false;
            buffer.updateBuffer(target -> {
                paint(field, scale, plot, target.getBuffer().array());
                return null;
            });
        }
        return shown;
    }

    private static void paint(Field field, DecisionPlot.Scale scale, Plot plot, int[] argb) {
        ColorTable[] tables = tables(field, plot);
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
                new ColorTable(plot.ink(Ink.NEGATIVE), plot.ink(Ink.MIDDLE), plot.ink(Ink.POSITIVE), plot.reach())
            };
        }
        ColorTable[] tables = new ColorTable[field.depth()];
        for (int k = 0; k < tables.length; k++) {
            tables[k] =
                    new ColorTable(plot.ink(Ink.MIDDLE), plot.ink(Ink.MIDDLE), plot.ink(Ink.series(k)), plot.reach());
        }
        return tables;
    }
}
