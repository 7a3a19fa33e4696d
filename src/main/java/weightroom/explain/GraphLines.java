package weightroom.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import weightroom.explain.GraphLayout.Box;
import weightroom.explain.GraphNode.Place;

/** Which columns stand on which line, and the boxes of nodes in them. */
final class GraphLines {
    static final double HEIGHT = 34;
    /** From node to node above each other. */
    static final double PITCH = 80;
    /** From column to column, so that shapes find room between. */
    static final double GAP = 96;
    /** Between two nodes in one column. */
    private static final double HALVES = 16;

    private static final double MARGIN = 16;
    /** Above a line, for the way of the weights to the penalty. */
    private static final double BUS = 34;
    /** Below a line, for the shape of a gradient and for the way to the next line. */
    private static final double CHANNEL = 64;

    private static final double BELOW = 40;
    /** Above a line without anything above it, for the shapes along it. */
    private static final double ABOVE = 26;
    /** For what is written right of the last column. */
    private static final double WRITTEN = 44;
    /** For the ways around the ends of lines. */
    private static final double TURN = 28;

    private final ComputationGraph graph;
    private final ToDoubleFunction<GraphNode> widths;
    private final double[] columnWidths;
    /** Of each column. */
    private final int[] lineOf;

    private final double[] left;
    private final boolean penalty;
    /** Of each line: where its row 0 has its middle. */
    private final List<Double> middles = new ArrayList<>();

    private final List<Double> tops = new ArrayList<>();
    private final List<Double> bottoms = new ArrayList<>();
    private double right;

    GraphLines(ComputationGraph graph, ToDoubleFunction<GraphNode> widths, double room) {
        this.graph = graph;
        this.widths = widths;
        int columns = 1 + places().stream().mapToInt(Place::column).max().orElse(0);
        columnWidths = new double[columns];
        lineOf = new int[columns];
        left = new double[columns];
        penalty = graph.nodes().stream().anyMatch(node -> node.kind() == GraphNode.Kind.PENALTY);
        for (GraphNode node : graph.nodes()) {
            double width = widths.applyAsDouble(node);
            int column = node.place().column();
            double taken = node.place().side() == 0 ? width : 2 * width + HALVES;
            columnWidths[column] = Math.max(columnWidths[column], taken);
        }
        breakLines(room);
        stack();
    }

    private List<Place> places() {
        return graph.nodes().stream().map(GraphNode::place).toList();
    }

    private void breakLines(double room) {
        int groups = 1 + places().stream().mapToInt(Place::group).max().orElse(0);
        int line = 0;
        double x = MARGIN;
        for (int group = 0; group < groups; group++) {
            int wanted = group;
            int[] columns = places().stream()
                    .filter(place -> place.group() == wanted)
                    .mapToInt(Place::column)
                    .distinct()
                    .sorted()
                    .toArray();
            double width = -GAP;
            for (int column : columns) {
                width += columnWidths[column] + GAP;
            }
            double written = beside(columns[columns.length - 1]);
            if (x > MARGIN && x + width + written > room - MARGIN - TURN) {
                line++;
                x = MARGIN + TURN + GAP;
            }
            for (int column : columns) {
                left[column] = x;
                lineOf[column] = line;
                x += columnWidths[column] + GAP;
                right = Math.max(right, x - GAP + beside(column));
            }
        }
    }

    /** How far what is written beside upright edges reaches out of a column. */
    private double beside(int column) {
        return places().stream().anyMatch(place -> place.column() == column && place.row() != 0) ? WRITTEN : 0;
    }

    private void stack() {
        double y = MARGIN;
        int lines = lineOf[lineOf.length - 1] + 1;
        for (int line = 0; line < lines; line++) {
            int wanted = line;
            int[] rows = places().stream()
                    .filter(place -> lineOf[place.column()] == wanted)
                    .mapToInt(Place::row)
                    .sorted()
                    .toArray();
            tops.add(y);
            double first = y + (penalty ? BUS : 0) + (rows[0] == 0 ? ABOVE : 0);
            middles.add(first - rows[0] * PITCH + HEIGHT / 2);
            double bottom = first + (rows[rows.length - 1] - rows[0]) * PITCH + HEIGHT;
            bottoms.add(bottom);
            y = bottom + (line + 1 < lines ? CHANNEL : BELOW);
        }
        bottoms.set(lines - 1, y);
    }

    List<Box> boxes() {
        return graph.nodes().stream().map(this::box).toList();
    }

    Box box(GraphNode node) {
        Place place = node.place();
        int column = place.column();
        double width = widths.applyAsDouble(node);
        double aside = Math.max((width + HALVES) / 2, columnWidths[column] / 4);
        double center = left[column] + columnWidths[column] / 2 + place.side() * aside;
        double middle = middles.get(lineOf[column]) + place.row() * PITCH;
        return new Box(center - width / 2, middle - HEIGHT / 2, width, HEIGHT);
    }

    int line(GraphNode node) {
        return lineOf[node.place().column()];
    }

    /** Where the way of weights to the penalty runs above a line. */
    double bus(int line) {
        return tops.get(line) + BUS / 2 - HEIGHT / 4;
    }

    /** Where the way to the next line runs below this one. */
    double channel(int line) {
        return bottoms.get(line) + CHANNEL * 0.75;
    }

    /** Where the way to the next line comes down. */
    static double start() {
        return MARGIN + TURN / 4;
    }

    /** Right of all nodes: first the ways to next lines, then those to the penalty. */
    double beyond(boolean toPenalty) {
        return right + TURN * (toPenalty ? 0.85 : 0.4);
    }

    double width() {
        return right + TURN + MARGIN;
    }

    double height() {
        return bottoms.get(bottoms.size() - 1);
    }
}
