package weightroom.explain;

import java.util.List;
import java.util.Optional;
import weightroom.engine.Layout.Slice;
import weightroom.explain.GraphBuilder.Wanted;
import weightroom.explain.GraphNode.Kind;
import weightroom.explain.Tensor.Role;

/** The batch norm of one layer, as one node or taken apart. */
final class NormalizeGraph {
    private final LayerGraphs layers;
    private final GraphBuilder graph;
    private final GraphPhases phases;
    private final int l;
    private final boolean measured;
    private final Slice at;
    private final List<Integer> row;
    private final List<Integer> all;

    /** @param measured whether mean and variance are those of the batch, not the running ones */
    NormalizeGraph(LayerGraphs layers, GraphBuilder graph, GraphPhases phases, int l, boolean measured) {
        this.layers = layers;
        this.graph = graph;
        this.phases = phases;
        this.l = l;
        this.measured = measured;
        at = layers.at(l);
        row = List.of(at.units());
        all = List.of(layers.n(), at.units());
    }

    int closed(int v) {
        layers.next();
        int gamma = gamma(-1);
        int beta = beta(1);
        List<Integer> inputs = List.of(v, gamma, beta);
        if (!measured) {
            inputs = List.of(v, gamma, beta, runningMean(-1), runningVariance(1, 1));
        }
        Operation operation = new Operation.Normalize(layers.n(), at.units(), measured);
        return graph.node(Kind.BATCH_NORM, operation, inputs, z(), layers.here(0, 0));
    }

    int opened(int v) {
        int mean = measured ? mean(v) : Quantity.NONE;
        layers.next();
        int subtracted = measured ? mean : runningMean(0);
        int centred = graph.node(
                Kind.SUBTRACT,
                Elementwise.SUBTRACT,
                List.of(v, subtracted),
                inside(
                        LayerGraphs.indexed("v", l) + " - " + LayerGraphs.indexed("\\mu", l),
                        LayerGraphs.text("v", l) + "−" + LayerGraphs.text("μ", l),
                        all),
                layers.here(0, 0));
        layers.next();
        int deviation = deviation(centred);
        Wanted normalized =
                layers.known("\\hat{x}", "x̂", l, Quantity.Kind.NORMALIZED, phases.linear(l), phases.dLinear(l));
        int divided =
                graph.node(Kind.DIVIDE, Elementwise.DIVIDE, List.of(centred, deviation), normalized, layers.here(0, 0));
        layers.next();
        int scaled = graph.node(
                Kind.SCALE,
                Elementwise.MULTIPLY,
                List.of(divided, gamma(0)),
                LayerGraphs.plain(
                        LayerGraphs.indexed("\\gamma", l) + LayerGraphs.indexed("\\hat{x}", l),
                        LayerGraphs.text("γ", l) + LayerGraphs.text("x̂", l),
                        all,
                        l,
                        phases.sum(l),
                        phases.dSum(l)),
                layers.here(0, 0));
        layers.next();
        return graph.node(Kind.SHIFT, Elementwise.ADD, List.of(scaled, beta(0)), z(), layers.here(0, 0));
    }

    private int mean(int v) {
        layers.next();
        return graph.node(
                Kind.MEAN,
                new Operation.Mean(layers.n(), at.units()),
                List.of(v),
                inside(LayerGraphs.indexed("\\mu", l), LayerGraphs.text("μ", l), row),
                layers.here(1, 0));
    }

    private int deviation(int centred) {
        int from = measured ? centred : runningVariance(2, 0);
        int deviation = graph.node(
                Kind.DEVIATION,
                new Operation.Deviation(layers.n(), at.units(), measured),
                List.of(from),
                inside(LayerGraphs.indexed("\\sigma", l), LayerGraphs.text("σ", l), row),
                layers.here(1, 0));
        if (measured) {
            layers.next();
        }
        return deviation;
    }

    private Wanted inside(String latex, String name, List<Integer> shape) {
        return LayerGraphs.plain(latex, name, shape, l, phases.linear(l), phases.dLinear(l));
    }

    private Wanted z() {
        return layers.known("z", "z", l, Quantity.Kind.SUM, phases.sum(l), phases.dSum(l));
    }

    private int gamma(int side) {
        return graph.leaf(
                layers.parameter("\\gamma", "γ", l, row, Quantity.Kind.GAMMA),
                layers.part(at.gamma(), at.units()),
                layers.above(1, side));
    }

    private int beta(int side) {
        return graph.leaf(
                layers.parameter("\\beta", "β", l, row, Quantity.Kind.BETA),
                layers.part(at.beta(), at.units()),
                layers.above(1, side));
    }

    private int runningMean(int side) {
        return graph.leaf(running("\\mu", "μ", ""), layers.part(at.runningMean(), at.units()), layers.here(1, side));
    }

    private int runningVariance(int below, int side) {
        return graph.leaf(
                running("\\sigma", "σ", "²"), layers.part(at.runningVariance(), at.units()), layers.here(below, side));
    }

    private Wanted running(String latex, String letter, String power) {
        return new Wanted(
                LayerGraphs.indexed(latex, l) + (power.isEmpty() ? "" : "^2"),
                LayerGraphs.text(letter, l) + power,
                Role.STATISTIC,
                row,
                Optional.empty(),
                l,
                0,
                Quantity.NONE);
    }
}
