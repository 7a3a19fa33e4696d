package weightroom.plot;

import java.util.Arrays;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/**
 * A surface in space as an image, with the distance of what is seen in every pixel: triangles between the points of a grid,
 * of which each pixel keeps the nearest; coloured by level, darker on slopes that face away from the light, with a line
 * between any two levels.
 */
final class ReliefImage {
    private static final int SIDE = 80;
    private static final int SHADES = 24;
    private static final double LINE = 0.22;
    /** What a point may be behind the surface on which it lies, for rounding's sake. */
    private static final float SLACK = 0.03f;

    private final Raster raster = new Raster();
    private final double[] heights = new double[(SIDE + 1) * (SIDE + 1)];
    private final double[] shades = new double[heights.length];
    private final double[] rights = new double[heights.length];
    private final double[] downs = new double[heights.length];
    private final double[] distances = new double[heights.length];
    private int[] palette = new int[0];
    private float[] depth = new float[0];
    private byte[] bands = new byte[0];
    private int width;
    private int height;
    private @Nullable ReliefCamera seen;

    /** The surface or the colours have changed. */
    void outdated() {
        seen = null;
    }

    void draw(Plot plot, Pen pen, ReliefCamera camera, Field field, Levels levels, int wide, int tall) {
        if (!camera.equals(seen) || wide != width || tall != height) {
            if (seen == null) {
                sample(field, levels);
                palette = palette(plot);
            }
            seen = camera;
            width = wide;
            height = tall;
            project(camera);
            raster.paint(wide, tall, this::paint);
        }
        pen.image(raster.image(), 0, false, 0, 0, wide, tall);
    }

    /** Whether something stands in front of a place, as last drawn. */
    boolean hides(double x, double y, double distance) {
        int column = (int) x;
        int row = (int) y;
        boolean inside = column >= 0 && column < width && row >= 0 && row < height;
        return inside && distance > depth[row * width + column] + SLACK;
    }

    private void sample(Field field, Levels levels) {
        for (int j = 0; j <= SIDE; j++) {
            for (int i = 0; i <= SIDE; i++) {
                double column = (double) i / SIDE * field.columns() - 0.5;
                double row = (double) j / SIDE * field.rows() - 0.5;
                heights[j * (SIDE + 1) + i] = levels.share(SurfaceShown.between(field, column, row));
            }
        }
    }

    private void project(ReliefCamera camera) {
        double a = Math.toRadians(camera.azimuth());
        for (int j = 0; j <= SIDE; j++) {
            for (int i = 0; i <= SIDE; i++) {
                int at = j * (SIDE + 1) + i;
                double u = 2.0 * i / SIDE - 1;
                double v = 2.0 * j / SIDE - 1;
                rights[at] = camera.right(u, v);
                downs[at] = camera.down(u, v, heights[at]);
                distances[at] = camera.distance(u, v, heights[at]);
                double du = slope(at, i, 1);
                double dv = slope(at, j, SIDE + 1);
                // The light comes from the upper left, whichever way the relief is turned.
                double toLight = -du * Math.cos(a) - dv * Math.sin(a) - 0.6 * (dv * Math.cos(a) - du * Math.sin(a));
                double facing = (1 - 0.55 * toLight) / Math.sqrt(1 + du * du + dv * dv);
                shades[at] = Math.max(0, Math.min(1, 0.5 * facing + 0.2));
            }
        }
    }

    /** How steep the surface is along a row or a column of the grid. */
    private double slope(int at, int place, int stride) {
        int before = place > 0 ? at - stride : at;
        int after = place < SIDE ? at + stride : at;
        double run = 2.0 / SIDE * (after - before) / stride;
        return ReliefCamera.TALL * (heights[after] - heights[before]) / run;
    }

    private static int[] palette(Plot plot) {
        ColorTable colors = SurfaceShown.colors(plot);
        int[] palette = new int[Levels.BANDS * SHADES];
        for (int band = 0; band < Levels.BANDS; band++) {
            Color color = colors.color(2.0 * band / (Levels.BANDS - 1) - 1);
            for (int shade = 0; shade < SHADES; shade++) {
                double light = (double) shade / (SHADES - 1);
                Color shown = light < 0.5
                        ? color.interpolate(Color.BLACK, 0.9 * (0.5 - light))
                        : color.interpolate(Color.WHITE, 0.5 * (light - 0.5));
                palette[band * SHADES + shade] = ColorTable.pack(shown);
            }
        }
        return palette;
    }

    private void paint(int[] argb) {
        int pixels = width * height;
        if (depth.length != pixels) {
            depth = new float[pixels];
            bands = new byte[pixels];
        }
        Arrays.fill(depth, Float.POSITIVE_INFINITY);
        Arrays.fill(argb, 0, pixels, 0);
        for (int j = 0; j < SIDE; j++) {
            for (int i = 0; i < SIDE; i++) {
                int at = j * (SIDE + 1) + i;
                fill(argb, at, at + 1, at + SIDE + 2);
                fill(argb, at, at + SIDE + 2, at + SIDE + 1);
            }
        }
        drawLines(argb);
    }

    /** A triangle between three points of the grid, each pixel by its shares of the three. */
    private void fill(int[] argb, int a, int b, int c) {
        double area = (rights[b] - rights[a]) * (downs[c] - downs[a]) - (rights[c] - rights[a]) * (downs[b] - downs[a]);
        if (area == 0 || Double.isNaN(heights[a] + heights[b] + heights[c])) {
            return;
        }
        int left = (int) Math.max(0, Math.ceil(least(rights, a, b, c) - 0.5));
        int right = (int) Math.min(width - 1.0, Math.floor(most(rights, a, b, c) - 0.5));
        int top = (int) Math.max(0, Math.ceil(least(downs, a, b, c) - 0.5));
        int bottom = (int) Math.min(height - 1.0, Math.floor(most(downs, a, b, c) - 0.5));
        double perX1 = (downs[b] - downs[c]) / area;
        double perX2 = (downs[c] - downs[a]) / area;
        for (int y = top; y <= bottom; y++) {
            double py = y + 0.5;
            double px = left + 0.5;
            double ofA = ((rights[b] - px) * (downs[c] - py) - (rights[c] - px) * (downs[b] - py)) / area;
            double ofB = ((rights[c] - px) * (downs[a] - py) - (rights[a] - px) * (downs[c] - py)) / area;
            for (int x = left; x <= right; x++, ofA += perX1, ofB += perX2) {
                double ofC = 1 - ofA - ofB;
                if (ofA >= -1e-9 && ofB >= -1e-9 && ofC >= -1e-9) {
                    int pixel = y * width + x;
                    float far = (float) (ofA * distances[a] + ofB * distances[b] + ofC * distances[c]);
                    if (far < depth[pixel]) {
                        depth[pixel] = far;
                        double share = ofA * heights[a] + ofB * heights[b] + ofC * heights[c];
                        double shade = ofA * shades[a] + ofB * shades[b] + ofC * shades[c];
                        int band = Math.max(0, Math.min(Levels.BANDS - 1, (int) (share * Levels.BANDS)));
                        bands[pixel] = (byte) band;
                        argb[pixel] = palette[band * SHADES + (int) Math.round(shade * (SHADES - 1))];
                    }
                }
            }
        }
    }

    /** Darkens a pixel whose right or lower neighbour belongs to another level. */
    private void drawLines(int[] argb) {
        for (int y = 0; y < height - 1; y++) {
            for (int x = 0; x < width - 1; x++) {
                int pixel = y * width + x;
                boolean other = bands[pixel] != bands[pixel + 1] && argb[pixel + 1] != 0
                        || bands[pixel] != bands[pixel + width] && argb[pixel + width] != 0;
                if (argb[pixel] != 0 && other) {
                    argb[pixel] = darker(argb[pixel]);
                }
            }
        }
    }

    private static int darker(int argb) {
        int red = (int) ((argb >> 16 & 0xff) * (1 - LINE));
        int green = (int) ((argb >> 8 & 0xff) * (1 - LINE));
        int blue = (int) ((argb & 0xff) * (1 - LINE));
        return 0xff000000 | red << 16 | green << 8 | blue;
    }

    private static double least(double[] values, int a, int b, int c) {
        return Math.min(values[a], Math.min(values[b], values[c]));
    }

    private static double most(double[] values, int a, int b, int c) {
        return Math.max(values[a], Math.max(values[b], values[c]));
    }
}
