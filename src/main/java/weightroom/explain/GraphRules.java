package weightroom.explain;

import java.util.ArrayList;
import java.util.List;

/**
 * What an operation does and how gradients flow back through it, in LaTeX. δ stands for the gradient that comes from behind.
 *
 * @param forward what comes out
 * @param backward what δ is, and what each thing that goes in gets
 */
public record GraphRules(List<String> forward, List<String> backward) {
    private static final String DELTA = "\\delta";

    public GraphRules {
        forward = List.copyOf(forward);
        backward = List.copyOf(backward);
    }

    /** The rules of a node; none for leaves. */
    public static GraphRules of(ComputationGraph graph, GraphNode node) {
        List<String> in = node.inputs().stream()
                .map(id -> graph.tensors().get(id).latex())
                .toList();
        if (node.isLeaf()) {
            return new GraphRules(List.of(), List.of());
        }
        if (node.kind() == GraphNode.Kind.RESULT) {
            return new GraphRules(List.of(), List.of(slope(in.get(0), in.get(0)) + " = 1"));
        }
        String out = graph.tensors().get(node.output()).latex();
        List<String> rules = new ArrayList<>();
        if (graph.into(node).anyMatch(GraphEdge::hasGradient)) {
            rules.add(DELTA + " = " + slope("L", out));
            rules.addAll(backward(graph, node, in, out));
        }
        return new GraphRules(List.of(out + " = " + forward(node, in)), rules);
    }

    private static String forward(GraphNode node, List<String> in) {
        String first = in.get(0);
        return switch (node.kind()) {
            case FEATURES -> "\\text{features}(" + first + ")";
            case STANDARDIZE -> "\\frac{" + first + " - \\text{mean}}{\\text{deviation}}";
            case TRANSPOSE -> "(" + first + ")^\\top";
            case MATMUL -> "\\sum_i (" + first + ")_{si}\\,(" + in.get(1) + ")_{iu}";
            case ADD, SHIFT, TOTAL -> first + " + " + in.get(1);
            case SUBTRACT -> first + " - " + in.get(1);
            case SCALE, DROPOUT -> first + " \\odot " + in.get(1);
            case DIVIDE -> "\\frac{" + first + "}{" + in.get(1) + "}";
            case BATCH_NORM ->
                in.get(1) + "\\,\\frac{" + first + " - \\mu}{\\sqrt{\\sigma^2 + \\varepsilon}} + " + in.get(2);
            case MEAN -> "\\frac{1}{n} \\sum_s (" + first + ")_s";
            case DEVIATION ->
                measured(node)
                        ? "\\sqrt{\\frac{1}{n} \\sum_s (" + first + ")_s^2 + \\varepsilon}"
                        : "\\sqrt{" + first + " + \\varepsilon}";
            case ACTIVATION -> "f(" + first + ")";
            case SOFTMAX -> "\\frac{e^{" + first + "}}{\\sum_k e^{" + first + "}}";
            case LOSS -> "\\text{mean of } \\ell(" + first + ", " + in.get(1) + ")";
            case FUSED_LOSS -> "\\text{mean of } \\ell(f(" + first + "), " + in.get(1) + ")";
            case PENALTY -> penalty(node);
            case LEAF, RESULT -> first;
        };
    }

    private static String penalty(GraphNode node) {
        Operation.Penalize penalty = (Operation.Penalize) node.operation().orElseThrow();
        String absolute = penalty.l1() == 0 ? "" : "\\lambda_1 \\sum |w|";
        String squared = penalty.l2() == 0 ? "" : "\\lambda_2 \\sum w^2";
        return absolute + (absolute.isEmpty() || squared.isEmpty() ? "" : " + ") + squared;
    }

    private static boolean measured(GraphNode node) {
        return node.operation().orElseThrow() instanceof Operation.Deviation deviation
                ? deviation.measured()
                : ((Operation.Normalize) node.operation().orElseThrow()).measured();
    }

    private static List<String> backward(ComputationGraph graph, GraphNode node, List<String> in, String out) {
        List<String> rights =
                switch (node.kind()) {
                    case TRANSPOSE -> List.of(DELTA + "^\\top");
                    case MATMUL -> List.of(DELTA + untransposed(in.get(1)), in.get(0) + "^\\top " + DELTA);
                    case ADD, SHIFT -> List.of(DELTA, "\\sum_s " + DELTA + "_s");
                    case TOTAL -> List.of(DELTA, DELTA);
                    case SUBTRACT -> List.of(DELTA, "-\\sum_s " + DELTA + "_s");
                    case SCALE ->
                        List.of(DELTA + " \\odot " + in.get(1), "\\sum_s (" + DELTA + " \\odot " + in.get(0) + ")_s");
                    case DROPOUT -> List.of(DELTA + " \\odot " + in.get(1));
                    case DIVIDE ->
                        List.of(
                                "\\frac{" + DELTA + "}{" + in.get(1) + "}",
                                "-\\sum_s \\frac{(" + DELTA + " \\odot (" + in.get(0) + "))_s}{" + in.get(1) + "^2}");
                    case MEAN -> List.of("\\frac{1}{n} " + DELTA);
                    case DEVIATION -> List.of("\\frac{" + in.get(0) + "}{n\\," + out + "} \\odot " + DELTA);
                    case BATCH_NORM -> normalize(node, in);
                    case ACTIVATION ->
                        List.of(
                                DELTA + " \\odot f'(" + in.get(0) + ")",
                                "\\sum " + DELTA + " \\odot \\min(" + in.get(0) + ", 0)");
                    case SOFTMAX ->
                        List.of(out + " \\odot (" + DELTA + " - \\sum_k " + DELTA + "_k\\, (" + out + ")_k)");
                    case PENALTY -> penaltySlopes(node, in.size());
                    case LOSS, FUSED_LOSS, FEATURES, STANDARDIZE, LEAF, RESULT -> List.of(loss(node, in));
                };
        List<String> rules = new ArrayList<>();
        for (int slot = 0; slot < Math.min(rights.size(), in.size()); slot++) {
            int wanted = slot;
            if (graph.into(node).anyMatch(edge -> edge.slot() == wanted && edge.hasGradient())) {
                String above = node.kind() == GraphNode.Kind.PENALTY || node.kind() == GraphNode.Kind.TOTAL ? "J" : "L";
                rules.add(slope(above, in.get(slot)) + " = " + rights.get(slot));
            }
        }
        return rules;
    }

    /** W of Wᵀ. */
    private static String untransposed(String latex) {
        return " " + latex.replace("^\\top", "");
    }

    private static List<String> normalize(GraphNode node, List<String> in) {
        String scaled = "\\frac{" + in.get(1) + "}{\\sqrt{\\sigma^2 + \\varepsilon}} ";
        String all = "\\sum_s " + DELTA + "_s";
        String along = "\\sum_s (" + DELTA + " \\odot \\hat{x})_s";
        String back = measured(node)
                ? scaled + "\\left(" + DELTA + " - \\frac{1}{n} " + all + " - \\frac{\\hat{x}}{n} " + along + "\\right)"
                : scaled + DELTA;
        return List.of(back, along, all);
    }

    private static List<String> penaltySlopes(GraphNode node, int weights) {
        Operation.Penalize penalty = (Operation.Penalize) node.operation().orElseThrow();
        String absolute = penalty.l1() == 0 ? "" : "\\lambda_1 \\operatorname{sign} w";
        String squared = penalty.l2() == 0 ? "" : "2 \\lambda_2 w";
        String sum = absolute + (absolute.isEmpty() || squared.isEmpty() ? "" : " + ") + squared;
        return java.util.Collections.nCopies(weights, sum);
    }

    private static String loss(GraphNode node, List<String> in) {
        if (node.operation().orElseThrow() instanceof Operation.FusedLoss fused) {
            return fused.perceptron()
                    ? "\\frac{1}{n} (f(" + in.get(0) + ") - y)"
                    : "\\frac{1}{" + count(fused.loss().divisor(fused.c()), fused.n()) + "}\\, \\ell'(" + in.get(0)
                            + ", y)";
        }
        Operation.MeanLoss loss = (Operation.MeanLoss) node.operation().orElseThrow();
        return "\\frac{1}{" + count(loss.loss().divisor(loss.c()), loss.n()) + "}\\, \\ell'(" + in.get(0) + ", y)";
    }

    /** n rows of c outputs over which the mean runs. */
    private static String count(int c, int n) {
        return c == 1 ? String.valueOf(n) : n + " \\cdot " + c;
    }

    private static String slope(String above, String below) {
        return "\\frac{\\partial " + above + "}{\\partial " + (below.contains(" ") ? "(" + below + ")" : below) + "}";
    }
}
