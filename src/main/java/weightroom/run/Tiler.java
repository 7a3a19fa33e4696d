package weightroom.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import weightroom.data.FeatureMap;
import weightroom.engine.Layer;
import weightroom.engine.Network;
import weightroom.engine.Workers;
import weightroom.engine.cpu.UnitActivations;
import weightroom.experiment.Setup;
import weightroom.run.Tiles.LayerTiles;

/** Makes {@link Tiles}, in Java and from parameters alone, whichever device trains. For one setup. */
final class Tiler {
    private final Network network;
    private final UnitActivations activations;
    private final FeatureMap map;
    private final int inputs;
    private @Nullable Plane tiles;

    Tiler(Setup setup) {
        network = setup.plan().network();
        activations = new UnitActivations(setup.plan(), Workers.NONE);
        map = setup.rows().map();
        inputs = setup.rows().dataset().inputCount();
    }

    /** A plane and what the network receives on it, kept because features take longer than the pass. */
    private record Plane(Slice slice, Grid grid, float[] features, LayerTiles first) {}

    /** The tiles; none where the data does not have the inputs that span the slice. */
    Optional<Tiles> tiles(Slice slice, Grid grid, float[] parameters) {
        if (!slice.fits(inputs)) {
            return Optional.empty();
        }
        Plane plane = plane(slice, grid);
        int n = grid.points();
        float[][][] values = new float[network.layers().size()][][];
        for (int l = 0; l < values.length; l++) {
            Layer layer = network.layers().get(l);
            values[l] = new float[Math.min(layer.units(), Tiles.MOST_UNITS)][n];
        }
        activations.compute(parameters, plane.features, n, values);
        List<LayerTiles> layers = new ArrayList<>();
        layers.add(plane.first);
        for (float[][] layer : values) {
            layers.add(ranged(layer));
        }
        return Optional.of(new Tiles(slice, grid, layers));
    }

    private Plane plane(Slice slice, Grid grid) {
        Plane known = tiles;
        if (known == null || !known.slice.equals(slice) || !known.grid.equals(grid)) {
            float[] features = map.apply(slice.points(grid, inputs));
            known = new Plane(slice, grid, features, ranged(turned(features, grid.points(), map.width())));
            tiles = known;
        }
        return known;
    }

    private static float[][] turned(float[] features, int n, int width) {
        float[][] values = new float[Math.min(width, Tiles.MOST_UNITS)][n];
        for (int j = 0; j < values.length; j++) {
            for (int i = 0; i < n; i++) {
                values[j][i] = features[i * width + j];
            }
        }
        return values;
    }

    private static LayerTiles ranged(float[][] values) {
        float[] low = new float[values.length];
        float[] high = new float[values.length];
        for (int u = 0; u < values.length; u++) {
            float least = Float.POSITIVE_INFINITY;
            float most = Float.NEGATIVE_INFINITY;
            for (float value : values[u]) {
                if (Math.abs(value) <= Float.MAX_VALUE) {
                    least = Math.min(least, value);
                    most = Math.max(most, value);
                }
            }
            low[u] = least <= most ? least : 0;
            high[u] = least <= most ? most : 0;
        }
        return new LayerTiles(values, low, high);
    }
}
