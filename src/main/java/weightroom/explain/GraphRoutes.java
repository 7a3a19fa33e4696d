package weightroom.explain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import weightroom.explain.GraphLayout.Beside;
import weightroom.explain.GraphLayout.Box;
import weightroom.explain.GraphLayout.Route;

/** The ways of edges between nodes: lines along and across only, so bent that the way back never crosses the way forward. */
final class GraphRoutes {
    /** Of each way from the middle between forward and back. */
    private static final double APART = 4;
    /** From a node to where a second use of its tensor turns off. */
    private static final double FORK = 14;
    /** From a line from above to below to what is written beside it. */
    private static final double AWAY = 10;
    /** Below the line, so that it keeps clear of the shapes of gradients there. */
    private static final double LOWER = 8;

    private final ComputationGraph graph;
    private final GraphLines lines;
    /** Of each tensor: the edge at which its shape is written. */
    private final Map<Integer, Integer> written = new HashMap<>();

    GraphRoutes(ComputationGraph graph, GraphLines lines) {
        this.graph = graph;
        this.lines = lines;
        for (GraphEdge edge : graph.edges()) {
            boolean straight = row(edge.from()) == row(edge.to());
            if (straight || !written.containsKey(edge.tensor())) {
                written.put(edge.tensor(), edge.id());
            }
        }
    }

    private int row(int node) {
        return graph.nodes().get(node).place().row();
    }

    List<Route> routes() {
        return graph.edges().stream().map(this::route).toList();
    }

    private Route route(GraphEdge edge) {
        GraphNode from = graph.nodes().get(edge.from());
        GraphNode to = graph.nodes().get(edge.to());
        Box source = lines.box(from);
        Box target = lines.box(to);
        int rows = to.place().row() - from.place().row();
        if (to.kind() == GraphNode.Kind.PENALTY) {
            return toPenalty(from, to, source, target);
        }
        if (lines.line(from) != lines.line(to)) {
            return around(edge, lines.line(from), source, target);
        }
        if (rows == 0) {
            double x = source.right() + GraphLines.GAP / 2;
            return new Route(
                    across(source.right(), target.x(), source.centerY() - APART),
                    across(target.x(), source.right(), source.centerY() + APART),
                    beside(edge, Beside.ABOVE),
                    x,
                    source.centerY());
        }
        return from.place().column() == to.place().column()
                ? upright(edge, source, target)
                : bent(edge, source, target, from.place().row() == 0);
    }

    /** Written only once for a tensor that is used often. */
    private Beside beside(GraphEdge edge, Beside wanted) {
        return written.getOrDefault(edge.tensor(), edge.id()) == edge.id() ? wanted : Beside.NOWHERE;
    }

    private static double[] across(double from, double to, double y) {
        return new double[] {from, y, to, y};
    }

    private Route upright(GraphEdge edge, Box source, Box target) {
        boolean down = source.y() < target.y();
        double from = down ? source.bottom() : source.y();
        double to = down ? target.y() : target.bottom();
        double x = source.centerX();
        return new Route(
                new double[] {x - APART, from, x - APART, to},
                new double[] {x + APART, to, x + APART, from},
                beside(edge, Beside.RIGHT),
                x + AWAY,
                (from + to) / 2 + (down ? 0 : LOWER));
    }

    /** From the line to a node below and to the right, or from there back up to the line. */
    private Route bent(GraphEdge edge, Box source, Box target, boolean leaves) {
        double x = source.right() + FORK;
        double labelX = leaves ? target.x() - GraphLines.GAP / 2 + FORK / 2 : source.right() + GraphLines.GAP / 2;
        return new Route(
                leaves ? fork(x, source, target, -APART) : rise(source, target, -APART),
                reversed(leaves ? fork(x, source, target, APART) : rise(source, target, APART)),
                beside(edge, Beside.ABOVE),
                labelX,
                leaves ? target.centerY() : source.centerY());
    }

    private static double[] fork(double x, Box source, Box target, double offset) {
        double from = source.centerY() + offset;
        double to = target.centerY() + offset;
        return new double[] {source.right(), from, x - offset, from, x - offset, to, target.x(), to};
    }

    private static double[] rise(Box source, Box target, double offset) {
        double y = source.centerY() + offset;
        double x = target.centerX() + offset;
        return new double[] {source.right(), y, x, y, x, target.bottom()};
    }

    private Route around(GraphEdge edge, int line, Box source, Box target) {
        return new Route(
                around(line, source, target, -APART),
                reversed(around(line, source, target, APART)),
                beside(edge, Beside.ABOVE),
                target.x() - GraphLines.GAP / 2,
                target.centerY());
    }

    private double[] around(int line, Box source, Box target, double offset) {
        double from = source.centerY() + offset;
        double right = lines.beyond(false) - offset;
        double channel = lines.channel(line) - offset;
        double left = GraphLines.start() - offset;
        double to = target.centerY() + offset;
        return new double[] {source.right(), from, right, from, right, channel, left, channel, left, to, target.x(), to
        };
    }

    private Route toPenalty(GraphNode from, GraphNode to, Box source, Box target) {
        return new Route(
                toPenalty(from, to, source, target, -APART),
                reversed(toPenalty(from, to, source, target, APART)),
                Beside.NOWHERE,
                source.centerX() + AWAY,
                source.y() - AWAY);
    }

    private double[] toPenalty(GraphNode from, GraphNode to, Box source, Box target, double offset) {
        double x = source.centerX() + offset;
        double bus = lines.bus(lines.line(from)) + offset;
        double down = target.centerX() - offset;
        if (lines.line(from) == lines.line(to)) {
            return new double[] {x, source.y(), x, bus, down, bus, down, target.y()};
        }
        double right = lines.beyond(true) - offset;
        double last = lines.bus(lines.line(to)) - offset;
        return new double[] {x, source.y(), x, bus, right, bus, right, last, down, last, down, target.y()};
    }

    private static double[] reversed(double[] corners) {
        double[] back = new double[corners.length];
        for (int i = 0; i < corners.length; i += 2) {
            back[corners.length - 2 - i] = corners[i];
            back[corners.length - 1 - i] = corners[i + 1];
        }
        return back;
    }
}
