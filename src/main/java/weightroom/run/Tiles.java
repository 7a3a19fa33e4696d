package weightroom.run;

import java.util.List;

/**
 * What every unit makes of a plane through the input space: dropout off, running batch-norm statistics.
 *
 * @param slice which plane
 * @param grid the points in it
 * @param layers first the features that the network receives, then each layer up to the output
 */
public record Tiles(Slice slice, Grid grid, List<LayerTiles> layers) {
    /** Units beyond these many in a layer get no tile. */
    public static final int MOST_UNITS = 64;

    public Tiles {
        layers = List.copyOf(layers);
    }

    /**
     * The tiles of one layer.
     *
     * @param values activation of each unit at each point, {@code (min(units, 64))} arrays of {@code (rows·columns)}, the
     *     bottom row first; not to be written
     * @param low the smallest finite value of each unit; 0 where there is none
     * @param high the largest finite value of each unit; 0 where there is none
     */
    public record LayerTiles(float[][] values, float[] low, float[] high) {
        /** How many units have a tile. */
        public int units() {
            return values.length;
        }
    }
}
