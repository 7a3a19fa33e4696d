package weightroom.ui.explain;

import java.util.Locale;
import weightroom.engine.Term;
import weightroom.explain.ComputationGraph;
import weightroom.explain.GraphEdge;
import weightroom.explain.GraphNode;
import weightroom.explain.Tensor;
import weightroom.ui.kit.Messages;

/** What the parts of the graph are called. */
final class GraphWords {
    private GraphWords() {}

    /** What is written on a node: its tensor's name on a leaf, else what it does. */
    static String title(ComputationGraph graph, GraphNode node) {
        return switch (node.kind()) {
            case LEAF -> graph.tensors().get(node.output()).name();
            case RESULT -> graph.tensors().get(node.inputs().get(0)).name();
            case ACTIVATION -> node.activation().map(Term::label).orElse("");
            case LOSS -> node.loss().map(Term::label).orElse("");
            case FUSED_LOSS ->
                Messages.text(
                        "explain.graph.op.fused-loss",
                        node.activation().map(Term::label).orElseGet(() -> Messages.text("explain.graph.op.softmax")),
                        node.loss().map(Term::label).orElse(""));
            default -> Messages.text("explain.graph.op." + key(node));
        };
    }

    /** The heading of a node's card. */
    static String heading(ComputationGraph graph, GraphNode node) {
        return switch (node.kind()) {
            case LEAF -> role(graph.tensors().get(node.output()));
            case RESULT, FUSED_LOSS -> Messages.text("explain.graph.head." + key(node));
            default -> title(graph, node);
        };
    }

    static String role(Tensor tensor) {
        return Messages.text("explain.graph.role." + tensor.role().name().toLowerCase(Locale.ROOT));
    }

    /** For screen readers. */
    static String spoken(ComputationGraph graph, GraphItem item) {
        if (item instanceof GraphItem.Op op) {
            GraphNode node = graph.nodes().get(op.node());
            return Messages.text("explain.graph.spoken.op", title(graph, node), heading(graph, node));
        }
        GraphEdge edge = graph.edges().get(((GraphItem.Wire) item).edge());
        Tensor tensor = graph.tensor(edge);
        return Messages.text(
                "explain.graph.spoken.tensor",
                tensor.name(),
                tensor.shapeText(),
                tensor.rank(),
                title(graph, graph.nodes().get(edge.from())),
                title(graph, graph.nodes().get(edge.to())));
    }

    private static String key(GraphNode node) {
        return node.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
