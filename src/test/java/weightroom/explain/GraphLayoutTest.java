package weightroom.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import weightroom.explain.GraphLayout.Box;
import weightroom.explain.GraphLayout.Route;

class GraphLayoutTest {
    private static final double WIDE = 1e6;

    static Stream<GraphLayoutTest.Drawn> graphs() {
        String layers = IntStream.range(0, 19)
                .mapToObj(l -> "{ \"units\": 8, \"activation\": \"relu\" }")
                .collect(Collectors.joining(", "));
        String deep =
                """
                { "weightroom": 1, "seed": 3, "data": { "source": "xor" },
                  "network": { "layers": [%s, { "units": 1, "activation": "sigmoid" }] },
                  "training": { "loss": "mse", "l2": 0.01, "optimizer": { "id": "sgd", "learning-rate": 0.5 } } }
                """
                        .formatted(layers);
        return Stream.of(
                        ComputationGraph.of(ComputationGraphTest.row(ComputationGraphTest.XOR), Set.of()),
                        ComputationGraph.of(ComputationGraphTest.row(ComputationGraphTest.IRIS), Set.of()),
                        ComputationGraph.of(ComputationGraphTest.row(ComputationGraphTest.IRIS), Set.of(0)),
                        ComputationGraph.of(ComputationGraphTest.batch(ComputationGraphTest.IRIS), Set.of()),
                        ComputationGraph.of(ComputationGraphTest.batch(ComputationGraphTest.IRIS), Set.of(0)),
                        ComputationGraph.of(ComputationGraphTest.batch(ComputationGraphTest.SQUARES), Set.of(0)),
                        ComputationGraph.of(ComputationGraphTest.row(deep), Set.of()))
                .flatMap(graph -> Stream.of(WIDE, 1000.0, 760.0)
                        .map(room -> new Drawn(graph, GraphLayout.of(graph, GraphLayoutTest::width, room), room)));
    }

    record Drawn(ComputationGraph graph, GraphLayout layout, double room) {
        @Override
        public String toString() {
            return graph.nodes().size() + " nodes in " + room;
        }
    }

    private static double width(GraphNode node) {
        return node.isLeaf() ? 64 : node.kind() == GraphNode.Kind.BATCH_NORM ? 180 : 90;
    }

    @ParameterizedTest
    @MethodSource("graphs")
    void noTwoNodesTouch(Drawn drawn) {
        List<Box> boxes = drawn.layout().boxes();
        for (int i = 0; i < boxes.size(); i++) {
            Box one = boxes.get(i);
            assertThat(one.x()).isPositive();
            assertThat(one.y()).isPositive();
            assertThat(one.right()).isLessThan(drawn.layout().width());
            assertThat(one.bottom()).isLessThan(drawn.layout().height());
            for (int k = 0; k < i; k++) {
                Box other = boxes.get(k);
                boolean apart = one.right() + 8 <= other.x()
                        || other.right() + 8 <= one.x()
                        || one.bottom() + 8 <= other.y()
                        || other.bottom() + 8 <= one.y();
                assertThat(apart)
                        .as(
                                "%s and %s",
                                drawn.graph().nodes().get(k),
                                drawn.graph().nodes().get(i))
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("graphs")
    void noEdgeCrossesAnotherOrANode(Drawn drawn) {
        List<Route> routes = drawn.layout().routes();
        for (GraphEdge one : drawn.graph().edges()) {
            for (GraphEdge other : drawn.graph().edges()) {
                boolean bundled = one.tensor() == other.tensor() || one.to() == other.to();
                if (one.id() < other.id() && !bundled) {
                    assertThat(crossings(
                                    routes.get(one.id()).forward(),
                                    routes.get(other.id()).forward()))
                            .as("%s and %s", one, other)
                            .isZero();
                    assertThat(crossings(
                                    routes.get(one.id()).back(),
                                    routes.get(other.id()).back()))
                            .isZero();
                }
            }
            assertThat(crossings(
                            routes.get(one.id()).forward(), routes.get(one.id()).back()))
                    .isZero();
            for (Box box : drawn.layout().boxes()) {
                double[] frame = {
                    box.x() + 1,
                    box.y() + 1,
                    box.right() - 1,
                    box.y() + 1,
                    box.right() - 1,
                    box.bottom() - 1,
                    box.x() + 1,
                    box.bottom() - 1,
                    box.x() + 1,
                    box.y() + 1
                };
                assertThat(crossings(routes.get(one.id()).forward(), frame)).isZero();
                assertThat(crossings(routes.get(one.id()).back(), frame)).isZero();
            }
        }
    }

    @Test
    void aChainStandsOnOneLineWithItsParametersAbove() {
        ComputationGraph graph = ComputationGraph.of(ComputationGraphTest.row(ComputationGraphTest.XOR), Set.of());
        GraphLayout layout = GraphLayout.of(graph, GraphLayoutTest::width, WIDE);

        double line = layout.boxes().get(0).centerY();
        for (GraphNode node : graph.nodes()) {
            Box box = layout.boxes().get(node.id());
            String made =
                    node.output() < 0 ? "" : graph.tensors().get(node.output()).name();
            if (made.startsWith("W") || made.startsWith("b")) {
                assertThat(box.centerY()).as(made).isLessThan(line - 40);
            } else if (!made.equals("y")) {
                assertThat(box.centerY()).as(made).isEqualTo(line);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("graphs")
    void linesThatAreBrokenFindRoom(Drawn drawn) {
        boolean wideLayer = drawn.graph().nodes().stream()
                        .filter(node ->
                                node.kind() == GraphNode.Kind.DIVIDE || node.kind() == GraphNode.Kind.BATCH_NORM)
                        .count()
                > 0;
        if (!wideLayer) {
            assertThat(drawn.layout().width()).isLessThanOrEqualTo(drawn.room() + 20);
        }
    }

    /** How often two ways of lines along and across meet at a point within both, or run over each other. */
    private static int crossings(double[] one, double[] other) {
        int found = 0;
        for (int i = 0; i + 3 < one.length; i += 2) {
            for (int k = 0; k + 3 < other.length; k += 2) {
                boolean x = overlaps(one[i], one[i + 2], other[k], other[k + 2]);
                boolean y = overlaps(one[i + 1], one[i + 3], other[k + 1], other[k + 3]);
                found += x && y ? 1 : 0;
            }
        }
        return found;
    }

    private static boolean overlaps(double a, double b, double c, double d) {
        return Math.min(a, b) <= Math.max(c, d) && Math.min(c, d) <= Math.max(a, b);
    }
}
