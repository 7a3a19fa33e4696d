package weightroom.explain;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Where nodes and edges of a graph stand, in pixels: the way of the activations from left to right, what they use above and
 * below it. Where that would be wider than there is room, it goes on in the next line, layer by layer, as text does.
 *
 * @param boxes of nodes, in their order
 * @param routes of edges, in their order
 * @param width of all
 * @param height of all
 */
public record GraphLayout(List<Box> boxes, List<Route> routes, double width, double height) {
    public GraphLayout {
        boxes = List.copyOf(boxes);
        routes = List.copyOf(routes);
    }

    /**
     * A layout.
     *
     * @param widths of nodes
     * @param room that lines may take; a layer that is wider stands on one line all the same
     */
    public static GraphLayout of(ComputationGraph graph, ToDoubleFunction<GraphNode> widths, double room) {
        GraphLines lines = new GraphLines(graph, widths, room);
        return new GraphLayout(lines.boxes(), new GraphRoutes(graph, lines).routes(), lines.width(), lines.height());
    }

    /** Where a node stands. */
    public record Box(double x, double y, double width, double height) {
        public double centerX() {
            return x + width / 2;
        }

        public double centerY() {
            return y + height / 2;
        }

        public double right() {
            return x + width;
        }

        public double bottom() {
            return y + height;
        }

        public boolean contains(double px, double py) {
            return px >= x && px <= right() && py >= y && py <= bottom();
        }
    }

    /** Where the shape of a tensor is written. */
    public enum Beside {
        /** Over a line from left to right, the gradient's under it. */
        ABOVE,
        /** Right of a line from above to below, the gradient's under it. */
        RIGHT,
        /** Nowhere: it is written where another edge has the same tensor, or there is no room. */
        NOWHERE
    }

    /**
     * The way of an edge, as corners x, y in turn.
     *
     * @param forward from the node that makes the tensor to the one that uses it
     * @param back the other way, beside it
     * @param beside where its shape is written
     * @param labelX middle of the writing, or its left end where it is {@link Beside#RIGHT}
     * @param labelY middle between both lines
     */
    public record Route(double[] forward, double[] back, Beside beside, double labelX, double labelY) {
        /** How far a point is from the way forward or back, whichever is nearer. */
        public double distance(double x, double y) {
            return Math.min(distance(forward, x, y), distance(back, x, y));
        }

        private static double distance(double[] corners, double x, double y) {
            double nearest = Double.POSITIVE_INFINITY;
            for (int i = 0; i + 3 < corners.length; i += 2) {
                double dx = corners[i + 2] - corners[i];
                double dy = corners[i + 3] - corners[i + 1];
                double length = dx * dx + dy * dy;
                double share = length == 0 ? 0 : ((x - corners[i]) * dx + (y - corners[i + 1]) * dy) / length;
                double at = Math.max(0, Math.min(1, share));
                nearest = Math.min(nearest, Math.hypot(corners[i] + at * dx - x, corners[i + 1] + at * dy - y));
            }
            return nearest;
        }
    }
}
