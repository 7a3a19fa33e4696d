package weightroom.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weightroom.engine.Layout.Slice;
import weightroom.experiment.ExperimentReader;
import weightroom.experiment.Setup;

class ComputationGraphTest {
    static final String XOR =
            """
            { "weightroom": 1, "seed": 3, "data": { "source": "xor" },
              "network": { "layers": [{ "units": 2, "activation": "tanh" }, { "units": 1, "activation": "sigmoid" }] },
              "training": { "loss": "binary-cross-entropy", "optimizer": { "id": "sgd", "learning-rate": 0.5 } } }
            """;
    static final String IRIS =
            """
            { "weightroom": 1, "seed": 5, "data": { "source": "iris" },
              "network": { "layers": [
                { "units": 10, "activation": "relu", "batch-norm": true, "dropout": 0.3 },
                { "units": 3, "activation": "softmax" }] },
              "training": { "loss": "categorical-cross-entropy", "batch": 16, "l1": 0.001, "l2": 0.01,
                "optimizer": { "id": "adam", "learning-rate": 0.01 } } }
            """;
    /** Softmax behind a loss of its outputs, learned α, features and standardization. */
    static final String SQUARES =
            """
            { "weightroom": 1, "seed": 5,
              "data": { "source": "iris", "features": ["x1", "x4", "x1*x4"],
                "standardize": true },
              "network": { "layers": [
                { "units": 4, "activation": "prelu", "batch-norm": true },
                { "units": 5, "activation": "swish" },
                { "units": 3, "activation": "softmax" }] },
              "training": { "loss": "mse", "batch": 8, "optimizer": { "id": "sgd", "learning-rate": 0.1 } } }
            """;

    static Subject subject(String experiment) {
        return Subject.fresh(Setup.of(ExperimentReader.parse("test.json", experiment), Path.of("")));
    }

    static Pass row(String experiment) {
        Subject subject = subject(experiment);
        return Pass.of(subject, Sample.row(subject, 1), true);
    }

    static Pass batch(String experiment) {
        Subject subject = subject(experiment);
        return Pass.of(subject, Sample.batch(subject), true);
    }

    @Test
    void shapesOfOneSampleThroughTwoTwoOneAreThoseThatFrameworksPrint() {
        ComputationGraph graph = ComputationGraph.of(row(XOR), Set.of());

        assertThat(shapes(graph))
                .containsExactly(
                        "x (1, 2)",
                        "W₁ (2, 2)",
                        "W₁ᵀ (2, 2)",
                        "xW₁ᵀ (1, 2)",
                        "b₁ (2,)",
                        "z₁ (1, 2)",
                        "a₁ (1, 2)",
                        "W₂ (1, 2)",
                        "W₂ᵀ (2, 1)",
                        "a₁W₂ᵀ (1, 1)",
                        "b₂ (1,)",
                        "z₂ (1, 1)",
                        "y (1, 1)",
                        "L ()");
        assertThat(graph.nodes().stream().map(GraphNode::kind).filter(kind -> kind != GraphNode.Kind.LEAF))
                .containsExactly(
                        GraphNode.Kind.TRANSPOSE,
                        GraphNode.Kind.MATMUL,
                        GraphNode.Kind.ADD,
                        GraphNode.Kind.ACTIVATION,
                        GraphNode.Kind.TRANSPOSE,
                        GraphNode.Kind.MATMUL,
                        GraphNode.Kind.ADD,
                        GraphNode.Kind.FUSED_LOSS,
                        GraphNode.Kind.RESULT);
    }

    @Test
    void shapesOfABatchThroughFourTenThreeHaveItsRowsFirst() {
        ComputationGraph graph = ComputationGraph.of(batch(IRIS), Set.of());

        assertThat(shapes(graph))
                .containsExactly(
                        "x (16, 4)",
                        "W₁ (10, 4)",
                        "W₁ᵀ (4, 10)",
                        "v₁ (16, 10)",
                        "γ₁ (10,)",
                        "β₁ (10,)",
                        "z₁ (16, 10)",
                        "f₁ (16, 10)",
                        "m₁ (16, 10)",
                        "a₁ (16, 10)",
                        "W₂ (3, 10)",
                        "W₂ᵀ (10, 3)",
                        "a₁W₂ᵀ (16, 3)",
                        "b₂ (3,)",
                        "z₂ (16, 3)",
                        "y (16, 3)",
                        "L ()",
                        "P ()",
                        "J ()");
        assertThat(graph.tensors().get(1).elements()).isEqualTo(40);
        assertThat(graph.tensors().get(1).rank()).isEqualTo(2);
    }

    @Test
    void aSingleRowTakesRunningStatisticsIntoBatchNorm() {
        assertThat(shapes(ComputationGraph.of(row(IRIS), Set.of()))).contains("μ₁ (10,)", "σ₁² (10,)", "a₁ (1, 10)");
    }

    @ParameterizedTest
    @ValueSource(strings = {XOR, IRIS, SQUARES})
    void localRulesInTurnGiveTheGradientsOfThePass(String experiment) {
        for (Pass pass : List.of(row(experiment), batch(experiment))) {
            for (Set<Integer> open : List.of(Set.<Integer>of(), Set.of(0))) {
                ComputationGraph graph = ComputationGraph.of(pass, open);
                List<double[]> values = forward(graph);
                Map<Integer, double[]> gradients = backward(graph, values);

                Tensor minimized = graph.tensors().get(graph.tensors().size() - 1);
                double penalty = minimized.name().equals("J") ? pass.penalty() : 0;
                assertThat(values.get(minimized.id())[0]).isCloseTo(pass.loss() + penalty, within(1e-12));
                assertThat(ofParameters(graph, gradients, pass)).hasSameSizeAs(pass.gradient());
                double[] both = IntStream.range(0, pass.gradient().length)
                        .mapToDouble(i -> pass.gradient()[i] + pass.penaltyGradient()[i])
                        .toArray();
                assertThat(ofParameters(graph, gradients, pass)).containsExactly(both, within(1e-12));
            }
        }
    }

    @Test
    void whatIsShownOnEdgesAddsUpToTheGradientOfTheTensor() {
        Pass pass = batch(IRIS);
        ComputationGraph graph = ComputationGraph.of(pass, Set.of(0));

        for (Tensor tensor : graph.tensors()) {
            double[] sum = new double[tensor.elements()];
            for (GraphEdge edge : graph.edges()) {
                boolean penalty = graph.nodes().get(edge.to()).kind() == GraphNode.Kind.PENALTY;
                for (int i = 0; edge.tensor() == tensor.id() && edge.hasGradient() && !penalty && i < sum.length; i++) {
                    sum[i] += edge.gradient()[i];
                }
            }
            if (tensor.hasGradient()) {
                assertThat(tensor.gradient()).as(tensor.name()).containsExactly(sum, within(1e-12));
            }
        }
    }

    @Test
    void noGradientFlowsToWhatIsGiven() {
        ComputationGraph graph = ComputationGraph.of(row(IRIS), Set.of(0));

        assertThat(graph.tensors().stream()
                        .filter(tensor -> !tensor.hasGradient())
                        .map(Tensor::name))
                .containsExactly("x", "μ₁", "σ₁²", "σ₁", "m₁", "y");
    }

    @Test
    void theOrderOfNodesIsTheOrderOfPhasesForwardAndBack() {
        Pass pass = batch(IRIS);
        ComputationGraph graph = ComputationGraph.of(pass, Set.of(0));

        for (GraphEdge edge : graph.edges()) {
            assertThat(edge.from()).isLessThan(edge.to());
            GraphNode user = graph.nodes().get(edge.to());
            Tensor used = graph.tensor(edge);
            assertThat(used.forward()).isBetween(0, user.forward());
            if (edge.hasGradient() && user.kind() != GraphNode.Kind.RESULT) {
                Tensor made = graph.tensors().get(user.output());
                assertThat(edge.backward()).isGreaterThanOrEqualTo(made.backward());
                assertThat(made.backward()).isGreaterThan(made.forward());
            }
        }
        assertThat(graph.edges().stream()
                        .filter(GraphEdge::hasGradient)
                        .mapToInt(GraphEdge::backward)
                        .max())
                .hasValue(pass.phases().size() - 2);
    }

    @Test
    void thePerceptronRuleStandsInThePlaceOfASlope() {
        Pass pass = row(
                """
                { "weightroom": 1, "seed": 3, "data": { "source": "and" },
                  "network": { "layers": [{ "units": 1, "activation": "step" }] },
                  "training": { "loss": "mse", "batch": 1, "optimizer": { "id": "perceptron" } } }
                """);
        ComputationGraph graph = ComputationGraph.of(pass, Set.of());

        assertThat(ofParameters(graph, backward(graph, forward(graph)), pass))
                .containsExactly(pass.gradient(), within(1e-12));
    }

    private static List<String> shapes(ComputationGraph graph) {
        return graph.tensors().stream()
                .map(tensor -> tensor.name() + " " + tensor.shapeText())
                .toList();
    }

    /** Every tensor from the leaves on, by the operations alone. */
    private static List<double[]> forward(ComputationGraph graph) {
        double[][] values = new double[graph.tensors().size()][];
        for (GraphNode node : graph.nodes()) {
            if (node.kind() != GraphNode.Kind.RESULT) {
                values[node.output()] = node.operation().isPresent()
                        ? node.operation().get().forward(of(node, values))
                        : graph.tensors().get(node.output()).values();
            }
        }
        return Arrays.asList(values);
    }

    private static List<double[]> of(GraphNode node, double[][] values) {
        return node.inputs().stream().map(id -> values[id]).toList();
    }

    /** The chain rule: what flows back over all uses of a tensor, added. */
    private static Map<Integer, double[]> backward(ComputationGraph graph, List<double[]> values) {
        Map<Integer, double[]> gradients = new HashMap<>();
        for (int i = graph.nodes().size() - 1; i >= 0; i--) {
            GraphNode node = graph.nodes().get(i);
            if (node.kind() == GraphNode.Kind.RESULT) {
                gradients.put(node.inputs().get(0), new double[] {1});
            } else if (node.operation().isPresent() && gradients.containsKey(node.output())) {
                List<double[]> parts = node.operation()
                        .get()
                        .backward(
                                of(node, values.toArray(double[][]::new)),
                                values.get(node.output()),
                                gradients.get(node.output()));
                for (int slot = 0; slot < parts.size(); slot++) {
                    if (parts.get(slot).length > 0) {
                        gradients.merge(node.inputs().get(slot), parts.get(slot), ComputationGraphTest::sum);
                    }
                }
            }
        }
        return gradients;
    }

    private static double[] sum(double[] one, double[] other) {
        return IntStream.range(0, one.length)
                .mapToDouble(i -> one[i] + other[i])
                .toArray();
    }

    private static double[] ofParameters(ComputationGraph graph, Map<Integer, double[]> gradients, Pass pass) {
        double[] flat = new double[pass.gradient().length];
        for (Tensor tensor : graph.tensors()) {
            if (tensor.role() == Tensor.Role.PARAMETER) {
                Slice at = pass.subject().layout().slice(tensor.layer());
                int from =
                        switch (tensor.kind().orElseThrow()) {
                            case WEIGHT -> at.weights();
                            case BIAS -> at.biases();
                            case GAMMA -> at.gamma();
                            case BETA -> at.beta();
                            default -> at.alpha();
                        };
                System.arraycopy(gradients.get(tensor.id()), 0, flat, from, tensor.elements());
            }
        }
        return flat;
    }
}
