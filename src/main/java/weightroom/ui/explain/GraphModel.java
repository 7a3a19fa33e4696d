package weightroom.ui.explain;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import weightroom.explain.ComputationGraph;
import weightroom.explain.GraphEdge;
import weightroom.explain.GraphLayout;
import weightroom.explain.GraphLayout.Beside;
import weightroom.explain.GraphLayout.Box;
import weightroom.explain.GraphLayout.Route;
import weightroom.explain.GraphNode;
import weightroom.explain.Pass;
import weightroom.explain.Tensor;

/** What the graph page shows: the graph of the pass, how it is laid out, what is pointed at, what is known. */
final class GraphModel {
    /** In pixels, around a line. */
    private static final double REACH = 7;
    /** Of what is written beside an edge. */
    private static final double LABEL_WIDTH = 84;

    private static final double LABEL_HEIGHT = 34;

    private final ExplainModel model;
    private final ToDoubleFunction<GraphNode> widths;
    private final Set<Integer> open = new HashSet<>();
    private Optional<Pass> pass = Optional.empty();
    private Set<Integer> drawnOpen = Set.of();
    private ComputationGraph graph = new ComputationGraph(List.of(), List.of(), List.of());
    private GraphLayout layout = new GraphLayout(List.of(), List.of(), 0, 0);
    private double room;
    private Optional<GraphItem> hovered = Optional.empty();
    private Optional<GraphItem> selected = Optional.empty();

    GraphModel(ExplainModel model, ToDoubleFunction<GraphNode> widths) {
        this.model = model;
        this.widths = widths;
    }

    /** Follows the pass into this much room; returns whether there is another graph or layout than before. */
    boolean follow(double width) {
        Optional<Pass> now = model.pass().get();
        if (now.equals(pass) && width == room && open.equals(drawnOpen)) {
            return false;
        }
        boolean another = !now.equals(pass) || !open.equals(drawnOpen);
        pass = now;
        room = width;
        drawnOpen = Set.copyOf(open);
        if (another) {
            graph = now.map(made -> ComputationGraph.of(made, drawnOpen))
                    .orElseGet(() -> new ComputationGraph(List.of(), List.of(), List.of()));
        }
        layout = graph.nodes().isEmpty()
                ? new GraphLayout(List.of(), List.of(), 0, 0)
                : GraphLayout.of(graph, widths, room);
        selected = selected.filter(this::exists);
        hovered = hovered.filter(this::exists);
        return true;
    }

    private boolean exists(GraphItem item) {
        return item instanceof GraphItem.Op op
                ? op.node() < graph.nodes().size()
                : ((GraphItem.Wire) item).edge() < graph.edges().size();
    }

    ComputationGraph graph() {
        return graph;
    }

    GraphLayout layout() {
        return layout;
    }

    ExplainModel explain() {
        return model;
    }

    Optional<GraphItem> hovered() {
        return hovered;
    }

    void hover(Optional<GraphItem> item) {
        hovered = item;
    }

    Optional<GraphItem> selected() {
        return selected;
    }

    void select(Optional<GraphItem> item) {
        selected = item;
    }

    /** Whether the batch norm of a layer is taken apart. */
    boolean isOpen(int layer) {
        return open.contains(layer);
    }

    void setOpen(int layer, boolean wanted) {
        if (wanted ? open.add(layer) : open.remove(layer)) {
            selected = Optional.empty();
            hovered = Optional.empty();
        }
    }

    int phase() {
        return model.phase().get();
    }

    /** Whether the values of a tensor are known and asked for. */
    boolean knows(Tensor tensor) {
        return tensor.forward() <= phase();
    }

    /** Whether what flows back along an edge is known. */
    boolean flowsBack(GraphEdge edge) {
        return edge.hasGradient() && edge.backward() <= phase();
    }

    /** Whether the gradient of a tensor is known. */
    boolean knowsGradient(Tensor tensor) {
        return tensor.hasGradient() && tensor.backward() <= phase();
    }

    /** What stands at a place of the drawing. */
    Optional<GraphItem> at(double x, double y) {
        for (GraphNode node : graph.nodes()) {
            if (layout.boxes().get(node.id()).contains(x, y)) {
                return Optional.of(new GraphItem.Op(node.id()));
            }
        }
        GraphItem nearest = new GraphItem.Wire(0);
        double least = Double.POSITIVE_INFINITY;
        for (GraphEdge edge : graph.edges()) {
            Route route = layout.routes().get(edge.id());
            double distance = written(route, x, y) ? 0 : route.distance(x, y);
            if (distance < least) {
                least = distance;
                nearest = new GraphItem.Wire(edge.id());
            }
        }
        return least <= REACH ? Optional.of(nearest) : Optional.empty();
    }

    private static boolean written(Route route, double x, double y) {
        double dx = x - route.labelX();
        double dy = Math.abs(y - route.labelY());
        return switch (route.beside()) {
            case ABOVE -> Math.abs(dx) < LABEL_WIDTH / 2 && dy < LABEL_HEIGHT;
            case RIGHT -> dx >= 0 && dx < LABEL_WIDTH && dy < LABEL_HEIGHT / 2;
            case NOWHERE -> false;
        };
    }

    /** Where the card of something points to: x and y. */
    double[] place(GraphItem item) {
        if (item instanceof GraphItem.Op op) {
            Box box = layout.boxes().get(op.node());
            return new double[] {box.centerX(), box.centerY()};
        }
        Route route = layout.routes().get(((GraphItem.Wire) item).edge());
        if (route.beside() == Beside.ABOVE || route.beside() == Beside.RIGHT) {
            return new double[] {route.labelX(), route.labelY()};
        }
        double[] corners = route.forward();
        return new double[] {(corners[0] + corners[2]) / 2, (corners[1] + corners[3]) / 2};
    }

    /** What works in the present phase; empty where nothing of the graph does. */
    Optional<GraphItem> current() {
        return graph.nodes().stream()
                .filter(node -> !node.isLeaf() && graph.works(node, phase()))
                .findFirst()
                .or(() -> graph.nodes().stream()
                        .filter(node -> graph.works(node, phase()))
                        .findFirst())
                .map(node -> new GraphItem.Op(node.id()));
    }
}
