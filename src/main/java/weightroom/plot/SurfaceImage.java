package weightroom.plot;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The filled levels of a surface, one colour for each pixel of the screen, and the lines between them; kept while they last. */
final class SurfaceImage {
    private final Raster raster = new Raster();
    private final List<Contour.Pieces> lines = new ArrayList<>();
    private @Nullable AxesFrame painted;
    private @Nullable AxesFrame traced;

    /** The surface or the colours have changed. */
    void outdated() {
        painted = null;
        traced = null;
    }

    void draw(Plot plot, Pen pen, AxesFrame frame, Field field, Levels levels) {
        int width = (int) frame.width();
        int height = (int) frame.height();
        if (!frame.equals(painted)) {
            painted = frame;
            int[] colors = Levels.colors(SurfaceShown.colors(plot));
            raster.paint(width, height, argb -> paint(argb, frame, field, levels, colors));
        }
        pen.image(raster.image(), 0, false, frame.x().start(), frame.y().end(), width, height);
    }

    private static void paint(int[] argb, AxesFrame frame, Field field, Levels levels, int[] colors) {
        int width = (int) frame.width();
        int height = (int) frame.height();
        double columns = field.columns() / (field.xHigh() - field.xLow());
        double rows = field.rows() / (field.yHigh() - field.yLow());
        for (int py = 0; py < height; py++) {
            double y = frame.y().value(frame.y().end() + py + 0.5);
            double row = (y - field.yLow()) * rows - 0.5;
            for (int px = 0; px < width; px++) {
                double x = frame.x().value(frame.x().start() + px + 0.5);
                double value = SurfaceShown.between(field, (x - field.xLow()) * columns - 0.5, row);
                argb[py * width + px] = Double.isNaN(value) ? 0 : colors[levels.band(value)];
            }
        }
    }

    void drawLines(Plot plot, Pen pen, AxesFrame frame, Field field, Levels levels) {
        if (!frame.equals(traced)) {
            traced = frame;
            lines.clear();
            double left = frame.x().position(field.xLow());
            double bottom = frame.y().position(field.yLow());
            double perColumn = (frame.x().position(field.xHigh()) - left) / field.columns();
            double perRow = (frame.y().position(field.yHigh()) - bottom) / field.rows();
            for (int band = 1; band < Levels.BANDS; band++) {
                Contour.Pieces pieces = new Contour.Pieces(left, bottom, perColumn, perRow);
                Contour.trace(field.values(), field.columns(), field.rows(), levels.level(band), pieces);
                lines.add(pieces);
            }
        }
        pen.opacity(0.28);
        pen.stroke(plot.ink(Ink.STRONG), 1);
        lines.forEach(pieces -> pen.segments(pieces.places(), pieces.count()));
        pen.opacity(1);
    }
}
