package weightroom.explain;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A pass as frameworks draw it: operations as nodes, tensors with their shapes on the edges, gradients flowing back. Numbers
 * are those of the {@link Pass} where it has them; what only the graph has, such as Wᵀ, is computed by the operations.
 *
 * <p>Gradients are by L, the data loss. A penalty has edges of its own, beside the data's way: what flows back along them is
 * the penalty's part.
 *
 * @param nodes in an order in which each comes after all that it uses
 * @param tensors made by them
 * @param edges one for each use of a tensor
 */
public record ComputationGraph(List<GraphNode> nodes, List<Tensor> tensors, List<GraphEdge> edges) {
    public ComputationGraph {
        nodes = List.copyOf(nodes);
        tensors = List.copyOf(tensors);
        edges = List.copyOf(edges);
    }

    /**
     * The graph of a pass.
     *
     * @param open layers whose batch norm is taken apart into mean, subtraction, division, scale and shift
     */
    public static ComputationGraph of(Pass pass, Set<Integer> open) {
        GraphBuilder builder = new GraphBuilder(pass);
        new LayerGraphs(pass, builder, open).build();
        return builder.finish();
    }

    public Tensor tensor(GraphEdge edge) {
        return tensors.get(edge.tensor());
    }

    /** What a node uses, in order. */
    public Stream<GraphEdge> into(GraphNode node) {
        return edges.stream().filter(edge -> edge.to() == node.id());
    }

    /** The uses of what a node makes. */
    public Stream<GraphEdge> outOf(GraphNode node) {
        return edges.stream().filter(edge -> edge.from() == node.id());
    }

    /** Whether something becomes known at this node in this phase, on the way forward or back. */
    public boolean works(GraphNode node, int phase) {
        return node.forward() == phase || into(node).anyMatch(edge -> edge.backward() == phase);
    }
}
