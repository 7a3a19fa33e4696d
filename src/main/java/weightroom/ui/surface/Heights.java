package weightroom.ui.surface;

import java.util.Arrays;
import weightroom.plot.Field;
import weightroom.surface.Region;
import weightroom.surface.Surface;

/** The heights of a surface on a grid, for pictures. */
final class Heights {
    private static final int CELLS = 160;
    /** Where the highest place is so many times as high as the middling one, heights are told apart by their logarithm. */
    private static final double STEEP = 5;

    private final Surface surface;
    private final Field field;
    private final boolean logarithmic;

    Heights(Surface surface) {
        this.surface = surface;
        Region region = surface.region();
        float[] heights = new float[CELLS * CELLS];
        for (int row = 0; row < CELLS; row++) {
            double y = region.lowY() + region.height() * (row + 0.5) / CELLS;
            for (int column = 0; column < CELLS; column++) {
                double x = region.lowX() + region.width() * (column + 0.5) / CELLS;
                heights[row * CELLS + column] = (float) surface.value(x, y);
            }
        }
        field = new Field(CELLS, CELLS, region.lowX(), region.highX(), region.lowY(), region.highY(), heights);
        float[] sorted = heights.clone();
        Arrays.sort(sorted);
        float least = sorted[0];
        logarithmic = sorted[sorted.length - 1] - least > STEEP * (sorted[sorted.length / 2] - least);
    }

    Surface surface() {
        return surface;
    }

    Field field() {
        return field;
    }

    boolean logarithmic() {
        return logarithmic;
    }
}
