package weightroom.explain;

import java.util.List;
import java.util.Optional;
import weightroom.data.Dataset;
import weightroom.data.FeatureMap;
import weightroom.data.Scaling;
import weightroom.explain.GraphBuilder.Wanted;
import weightroom.explain.GraphNode.Kind;
import weightroom.explain.Tensor.Role;

/** From what stands in the data to what the network receives: features, then standardization, where there are any. */
final class InputGraph {
    private final Sample sample;
    private final Dataset dataset;
    private final FeatureMap map;
    private final LayerGraphs layers;
    private final GraphBuilder graph;

    InputGraph(Pass pass, LayerGraphs layers, GraphBuilder graph) {
        sample = pass.sample();
        dataset = pass.subject().setup().rows().dataset();
        map = pass.subject().setup().rows().map();
        this.layers = layers;
        this.graph = graph;
    }

    /** Returns x. */
    int build() {
        boolean features = !map.names().equals(dataset.inputNames());
        boolean scaled = scales(map.scaling());
        double[] x = sample.batch().inputs();
        Wanted wanted = data("x", List.of(sample.n(), map.width()), Quantity.Kind.INPUT);
        if (!features && !scaled) {
            return graph.leaf(wanted, x, layers.next());
        }
        int width = dataset.inputCount();
        Wanted raw = new Wanted(
                "x^{\\text{raw}}",
                "xʳᵃʷ",
                Role.DATA,
                List.of(sample.n(), width),
                Optional.of(Quantity.Kind.RAW),
                Quantity.NONE,
                0,
                Quantity.NONE);
        int at = graph.leaf(raw, flat(sample.raw(), width), layers.next());
        if (features) {
            Wanted between = new Wanted(
                    "\\varphi", "φ", Role.DATA, wanted.shape(), Optional.empty(), Quantity.NONE, 0, Quantity.NONE);
            at = graph.constant(Kind.FEATURES, at, scaled ? between : wanted, scaled ? features() : x, layers.next());
        }
        return scaled ? graph.constant(Kind.STANDARDIZE, at, wanted, x, layers.next()) : at;
    }

    /** Something that is given. */
    static Wanted data(String letter, List<Integer> shape, Quantity.Kind kind) {
        return new Wanted(letter, letter, Role.DATA, shape, Optional.of(kind), Quantity.NONE, 0, Quantity.NONE);
    }

    private static boolean scales(Scaling scaling) {
        for (int j = 0; j < scaling.mean().length; j++) {
            if (scaling.mean()[j] != 0 || scaling.deviation()[j] != 1) {
                return true;
            }
        }
        return false;
    }

    private double[] features() {
        double[][] rows = new double[sample.n()][map.width()];
        for (int s = 0; s < rows.length; s++) {
            for (int j = 0; j < map.width(); j++) {
                rows[s][j] = map.features().get(j).value(sample.raw()[s]);
            }
        }
        return flat(rows, map.width());
    }

    private static double[] flat(double[][] rows, int width) {
        double[] flat = new double[rows.length * width];
        for (int s = 0; s < rows.length; s++) {
            System.arraycopy(rows[s], 0, flat, s * width, width);
        }
        return flat;
    }
}
