package weightroom.run;

import java.util.ArrayList;
import java.util.List;
import weightroom.engine.Layer;
import weightroom.engine.Network;
import weightroom.engine.Plan;
import weightroom.engine.Workers;
import weightroom.engine.cpu.UnitActivations;
import weightroom.run.PlanePoints.Plane;
import weightroom.run.Tiles.LayerTiles;

/** Makes {@link Tiles}, in Java and from parameters alone, whichever device trains. For one plan. */
final class Tiler {
    private final Network network;
    private final UnitActivations activations;

    Tiler(Plan plan) {
        network = plan.network();
        activations = new UnitActivations(plan, Workers.NONE);
    }

    Tiles tiles(Plane plane, float[] parameters) {
        int n = plane.grid().points();
        float[][][] values = new float[network.layers().size()][][];
        for (int l = 0; l < values.length; l++) {
            Layer layer = network.layers().get(l);
            values[l] = new float[Math.min(layer.units(), Tiles.MOST_UNITS)][n];
        }
        activations.compute(parameters, plane.features(), n, values);
        List<LayerTiles> layers = new ArrayList<>();
        layers.add(ranged(turned(plane.features(), n, network.inputs())));
        for (float[][] layer : values) {
            layers.add(ranged(layer));
        }
        return new Tiles(plane.slice(), plane.grid(), layers);
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
