package weightroom.ui.explain;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import weightroom.explain.GraphEdge;
import weightroom.explain.GraphNode;

/** Arrows walk along edges: from an operation to a tensor that it uses or makes, and on to the operation at its other end. */
final class GraphWalk {
    private final GraphModel model;

    GraphWalk(GraphModel model) {
        this.model = model;
    }

    /** One step right (1, 0), left (−1, 0), down (0, 1) or up (0, −1); where there is no way, to where it started. */
    Optional<GraphItem> step(int dx, int dy) {
        if (model.graph().nodes().isEmpty()) {
            return Optional.empty();
        }
        Optional<GraphItem> from = model.selected();
        if (from.isEmpty()) {
            return model.current().or(() -> Optional.of(new GraphItem.Op(0)));
        }
        return from.get() instanceof GraphItem.Op op
                ? fromNode(model.graph().nodes().get(op.node()), dx, dy).or(() -> from)
                : Optional.of(fromEdge(model.graph().edges().get(((GraphItem.Wire) from.get()).edge()), dx, dy));
    }

    private Optional<GraphItem> fromNode(GraphNode node, int dx, int dy) {
        List<GraphEdge> ways = Stream.concat(
                        model.graph().into(node), model.graph().outOf(node))
                .filter(edge -> leaves(edge, node, dx, dy))
                .toList();
        double[] middle = model.place(new GraphItem.Op(node.id()));
        return ways.stream()
                .<GraphItem>map(edge -> new GraphItem.Wire(edge.id()))
                .min(Comparator.comparingDouble(item -> {
                    double[] at = model.place(item);
                    return Math.hypot(at[0] - middle[0], at[1] - middle[1]);
                }));
    }

    /** Whether an edge stands at this side of a node. */
    private boolean leaves(GraphEdge edge, GraphNode node, int dx, int dy) {
        double[] way = model.layout().routes().get(edge.id()).forward();
        boolean starts = edge.from() == node.id();
        int end = starts ? 0 : way.length - 2;
        int next = starts ? 2 : way.length - 4;
        return Math.signum(way[next] - way[end]) == dx && Math.signum(way[next + 1] - way[end + 1]) == dy;
    }

    private GraphItem fromEdge(GraphEdge edge, int dx, int dy) {
        double[] from = model.place(new GraphItem.Op(edge.from()));
        double[] to = model.place(new GraphItem.Op(edge.to()));
        boolean sideways = model.graph().nodes().get(edge.from()).place().column()
                != model.graph().nodes().get(edge.to()).place().column();
        boolean on = sideways && dx != 0 ? dx > 0 : Math.signum(to[1] - from[1]) == dy && dy != 0;
        boolean back = sideways && dx != 0 ? dx < 0 : Math.signum(from[1] - to[1]) == dy && dy != 0;
        if (on || back) {
            return new GraphItem.Op(on ? edge.to() : edge.from());
        }
        return new GraphItem.Wire(edge.id());
    }
}
