package weightroom.plot;

import java.util.Arrays;
import javafx.geometry.Rectangle2D;
import javafx.scene.paint.Color;

/**
 * The points of a small picture as one transparent image, drawn anew only when they, the size or the colours change: train
 * points as discs with a ring, test points as rings. Its corners have the colour of the ground, which rounds the picture.
 */
final class ThumbPoints {
    private static final double RADIUS = 1.9;
    private static final double RING = 0.7;

    private final Raster raster = new Raster();
    private boolean outdated = true;
    private int width;
    private int height;

    void outdated() {
        outdated = true;
    }

    void draw(
            Plot plot,
            Pen pen,
            DecisionPlot.Points points,
            DecisionPlot.Scale scale,
            Field field,
            Rectangle2D box,
            double corner) {
        int wide = (int) Math.ceil(box.getWidth() * pen.scale());
        int tall = (int) Math.ceil(box.getHeight() * pen.scale());
        if (outdated || wide != width || tall != height) {
            outdated = false;
            width = wide;
            height = tall;
            raster.paint(wide, tall, argb -> paint(argb, plot, points, scale, field, pen.scale(), corner));
        }
        pen.image(raster.image(), 0, true, box.getMinX(), box.getMinY(), box.getWidth(), box.getHeight());
    }

    private void paint(
            int[] argb,
            Plot plot,
            DecisionPlot.Points points,
            DecisionPlot.Scale scale,
            Field field,
            double perPixel,
            double corner) {
        Arrays.fill(argb, 0, width * height, 0);
        Color ring = plot.ink(Ink.POINT_RING);
        for (int i = 0; i < points.count(); i++) {
            double x = (points.xs()[i] - field.xLow()) / (field.xHigh() - field.xLow()) * width;
            double y = height - (points.ys()[i] - field.yLow()) / (field.yHigh() - field.yLow()) * height;
            Color color = PointColors.of(plot, scale, points.targets()[i]);
            boolean test = points.test()[i];
            disc(argb, x, y, (RADIUS + (test ? 0 : RING)) * perPixel, test ? color : ring);
            disc(argb, x, y, (test ? RADIUS - 2 * RING / 1.4 : RADIUS) * perPixel, test ? ring : color);
        }
        round(argb, plot.ink(Ink.SURFACE), corner * perPixel);
    }

    /** Lays a disc over what is there, its edge as smooth as pixels allow. */
    private void disc(int[] argb, double x, double y, double radius, Color color) {
        int top = (int) Math.max(0, Math.floor(y - radius - 1));
        int bottom = (int) Math.min(height - 1.0, Math.ceil(y + radius + 1));
        int left = (int) Math.max(0, Math.floor(x - radius - 1));
        int right = (int) Math.min(width - 1.0, Math.ceil(x + radius + 1));
        for (int row = top; row <= bottom; row++) {
            for (int column = left; column <= right; column++) {
                double distance = Math.hypot(column + 0.5 - x, row + 0.5 - y);
                over(argb, row * width + column, color, radius + 0.5 - distance);
            }
        }
    }

    private void round(int[] argb, Color ground, double corner) {
        int side = (int) Math.ceil(corner);
        for (int row = 0; row < Math.min(side, height); row++) {
            for (int column = 0; column < Math.min(side, width); column++) {
                double distance = Math.hypot(corner - column - 0.5, corner - row - 0.5);
                double share = distance - corner + 0.5;
                over(argb, row * width + column, ground, share);
                over(argb, row * width + width - 1 - column, ground, share);
                over(argb, (height - 1 - row) * width + column, ground, share);
                over(argb, (height - 1 - row) * width + width - 1 - column, ground, share);
            }
        }
    }

    /** Premultiplied: what is there shines through as far as the colour does not cover it. */
    private static void over(int[] argb, int at, Color color, double share) {
        double cover = Math.max(0, Math.min(1, share));
        if (cover == 0) {
            return;
        }
        int before = argb[at];
        int alpha = mixed(before >>> 24, 255, cover);
        int red = mixed(before >> 16 & 0xff, 255 * color.getRed(), cover);
        int green = mixed(before >> 8 & 0xff, 255 * color.getGreen(), cover);
        int blue = mixed(before & 0xff, 255 * color.getBlue(), cover);
        argb[at] = alpha << 24 | red << 16 | green << 8 | blue;
    }

    private static int mixed(int before, double over, double share) {
        return (int) Math.round(before * (1 - share) + over * share);
    }
}
