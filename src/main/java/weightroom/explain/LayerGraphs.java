package weightroom.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import weightroom.engine.Layer;
import weightroom.engine.Layout.Slice;
import weightroom.engine.Loss;
import weightroom.engine.Network;
import weightroom.explain.GraphBuilder.Wanted;
import weightroom.explain.GraphNode.Place;
import weightroom.explain.Quantity.Kind;
import weightroom.explain.Tensor.Role;

/** The nodes of a network: the way of the activations on one line, parameters above it, data and measured things below. */
final class LayerGraphs {
    private final Pass pass;
    private final GraphBuilder graph;
    private final Set<Integer> open;
    private final Network network;
    private final GraphPhases phases;
    private final double[] theta;
    private final int n;
    private final int last;
    private final List<Integer> weights = new ArrayList<>();
    private int group;
    private int column = -1;

    LayerGraphs(Pass pass, GraphBuilder graph, Set<Integer> open) {
        this.pass = pass;
        this.graph = graph;
        this.open = open;
        network = pass.subject().network();
        phases = new GraphPhases(pass.phases());
        theta = pass.subject().parameters();
        n = pass.sample().n();
        last = network.layers().size() - 1;
    }

    void build() {
        int x = new InputGraph(pass, this, graph).build();
        for (int l = 0; l <= last; l++) {
            group++;
            x = layer(l, x);
        }
        loss(x);
    }

    // ---- a layer

    private int layer(int l, int x) {
        Layer layer = network.layers().get(l);
        Slice at = pass.subject().layout().slice(l);
        next();
        int w = graph.leaf(
                parameter("W", l, List.of(at.units(), at.in()), Kind.WEIGHT), slice(at.weights(), at), above(2, 0));
        weights.add(w);
        Wanted turned = plain(
                indexed("W", l) + "^\\top",
                text("W", l) + "ᵀ",
                List.of(at.in(), at.units()),
                l,
                0,
                phases.parameters());
        int transposed = graph.node(
                GraphNode.Kind.TRANSPOSE,
                new Operation.Transpose(at.units(), at.in()),
                List.of(w),
                turned,
                above(1, 0));
        String from = l == 0 ? "x" : indexed("a", l - 1);
        String fromText = l == 0 ? "x" : text("a", l - 1);
        List<Integer> shape = List.of(n, at.units());
        Wanted product = layer.batchNorm()
                ? known("v", l, Kind.LINEAR, phases.linear(l), phases.dLinear(l))
                : plain(
                        from + indexed("W", l) + "^\\top",
                        fromText + text("W", l) + "ᵀ",
                        shape,
                        l,
                        phases.sum(l),
                        phases.dSum(l));
        int v = graph.node(
                GraphNode.Kind.MATMUL,
                new Operation.Matmul(n, at.in(), at.units()),
                List.of(x, transposed),
                product,
                here(0, 0));
        int z = layer.batchNorm() ? normalize(l, v) : bias(l, v, at);
        return l == last && fused() ? z : respond(l, z, layer);
    }

    private int bias(int l, int v, Slice at) {
        next();
        int b = graph.leaf(
                parameter("b", l, List.of(at.units()), Kind.BIAS), part(at.biases(), at.units()), above(1, 0));
        Wanted z = known("z", l, Kind.SUM, phases.sum(l), phases.dSum(l));
        return graph.node(GraphNode.Kind.ADD, Elementwise.ADD, List.of(v, b), z, here(0, 0));
    }

    private int normalize(int l, int v) {
        NormalizeGraph parts = new NormalizeGraph(this, graph, phases, l, pass.measures());
        return open.contains(l) ? parts.opened(v) : parts.closed(v);
    }

    private int respond(int l, int z, Layer layer) {
        boolean drops = pass.layer(l).mask().length > 0;
        next();
        Wanted a =
                known("a", l, Kind.ACTIVATION, drops ? phases.dropped(l) : phases.activation(l), phases.dActivation(l));
        Wanted f = drops ? known("f", l, Kind.RESPONSE, phases.activation(l), phases.dResponse(l)) : a;
        int responded;
        if (l == last && network.softmax()) {
            responded = graph.node(
                    GraphNode.Kind.SOFTMAX, new Operation.SoftmaxRows(n, layer.units()), List.of(z), f, here(0, 0));
        } else {
            Operation operation = new Operation.Respond(layer.activation(), layer.alpha());
            List<Integer> given = List.of(z);
            if (layer.activation().learnsAlpha()) {
                int alpha = graph.leaf(
                        parameter("\\alpha", "α", l, List.of(), Kind.ALPHA),
                        part(pass.subject().layout().slice(l).alpha(), 1),
                        above(1, 0));
                given = List.of(z, alpha);
            }
            responded = graph.node(GraphNode.Kind.ACTIVATION, operation, given, f, here(0, 0));
        }
        return drops ? drop(l, responded, a) : responded;
    }

    private int drop(int l, int f, Wanted a) {
        next();
        Wanted mask = new Wanted(
                indexed("m", l),
                text("m", l),
                Role.DATA,
                a.shape(),
                Optional.of(Kind.MASK),
                l,
                phases.dropped(l),
                Quantity.NONE);
        int kept = graph.leaf(mask, pass.layer(l).mask(), here(1, 0));
        return graph.node(GraphNode.Kind.DROPOUT, Elementwise.MULTIPLY, List.of(f, kept), a, here(0, 0));
    }

    // ---- the loss

    private boolean fused() {
        return pass.subject().plan().loss().fromLogits()
                || pass.subject().plan().perceptron();
    }

    private void loss(int output) {
        group++;
        next();
        Loss loss = pass.subject().plan().loss();
        int c = network.outputs();
        int y = graph.leaf(
                InputGraph.data("y", List.of(n, c), Kind.TARGET),
                pass.sample().batch().targets(),
                here(1, 0));
        Wanted wanted = scalar("L", Optional.of(Kind.LOSS), phases.loss());
        Operation operation = fused()
                ? new Operation.FusedLoss(
                        loss,
                        network.output().activation(),
                        network.softmax(),
                        pass.subject().plan().perceptron(),
                        n,
                        c)
                : new Operation.MeanLoss(loss, n, c);
        int minimized = graph.node(
                fused() ? GraphNode.Kind.FUSED_LOSS : GraphNode.Kind.LOSS,
                operation,
                List.of(output, y),
                wanted,
                here(0, 0));
        double l1 = pass.subject().replica().l1();
        double l2 = pass.subject().replica().l2();
        if (l1 != 0 || l2 != 0) {
            next();
            int penalty = graph.node(
                    GraphNode.Kind.PENALTY,
                    new Operation.Penalize(l1, l2),
                    weights,
                    scalar("P", Optional.of(Kind.PENALTY), 0),
                    above(1, 0));
            minimized = graph.node(
                    GraphNode.Kind.TOTAL,
                    Elementwise.ADD,
                    List.of(minimized, penalty),
                    scalar("J", Optional.empty(), phases.loss()),
                    here(0, 0));
        }
        graph.result(minimized, next());
    }

    private Wanted scalar(String name, Optional<Kind> kind, int forward) {
        return new Wanted(name, name, Role.COMPUTED, List.of(), kind, Quantity.NONE, forward, phases.loss() + 1);
    }

    // ---- what a layer's tensors are called, and where things stand

    private Wanted known(String letter, int l, Kind kind, int forward, int backward) {
        return known(letter, letter, l, kind, forward, backward);
    }

    /** One of (n, units). */
    Wanted known(String latex, String letter, int l, Kind kind, int forward, int backward) {
        return new Wanted(
                indexed(latex, l),
                text(letter, l),
                Role.COMPUTED,
                List.of(n, network.layers().get(l).units()),
                Optional.of(kind),
                l,
                forward,
                backward);
    }

    /** One that only graphs have. */
    static Wanted plain(String latex, String name, List<Integer> shape, int l, int forward, int backward) {
        return new Wanted(latex, name, Role.COMPUTED, shape, Optional.empty(), l, forward, backward);
    }

    Wanted parameter(String letter, int l, List<Integer> shape, Kind kind) {
        return parameter(letter, letter, l, shape, kind);
    }

    Wanted parameter(String latex, String letter, int l, List<Integer> shape, Kind kind) {
        return new Wanted(
                indexed(latex, l),
                text(letter, l),
                Role.PARAMETER,
                shape,
                Optional.of(kind),
                l,
                0,
                phases.parameters());
    }

    static String indexed(String letter, int l) {
        return letter + "_{" + (l + 1) + "}";
    }

    static String text(String letter, int l) {
        StringBuilder text = new StringBuilder(letter);
        String.valueOf(l + 1).chars().forEach(digit -> text.append((char) ('₀' + digit - '0')));
        return text.toString();
    }

    /** Some of θ. */
    double[] part(int from, int count) {
        double[] part = new double[count];
        System.arraycopy(theta, from, part, 0, count);
        return part;
    }

    private double[] slice(int from, Slice at) {
        return part(from, at.in() * at.units());
    }

    /** On the line in the next column. */
    Place next() {
        column++;
        return here(0, 0);
    }

    Place here(int row, int side) {
        return new Place(group, column, row, side);
    }

    Place above(int rows, int side) {
        return here(-rows, side);
    }

    int n() {
        return n;
    }

    Slice at(int l) {
        return pass.subject().layout().slice(l);
    }
}
