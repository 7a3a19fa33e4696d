package weightroom.explain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import weightroom.engine.Layout.Slice;
import weightroom.explain.GraphNode.Place;
import weightroom.explain.Quantity.Kind;
import weightroom.explain.Tensor.Role;

/** Puts a graph together node by node, and then goes back through it. */
final class GraphBuilder {
    private final Pass pass;
    private final List<Tensor> tensors = new ArrayList<>();
    private final List<GraphNode> nodes = new ArrayList<>();
    /** Which node makes a tensor. */
    private final Map<Integer, Integer> makers = new HashMap<>();
    /** Tensors that gradients flow to. */
    private final Set<Integer> differentiable = new HashSet<>();

    GraphBuilder(Pass pass) {
        this.pass = pass;
    }

    /**
     * A tensor that is yet to be made.
     *
     * @param forward phase in which its values become known
     * @param backward phase in which its gradient does, should one flow
     */
    record Wanted(
            String latex,
            String name,
            Role role,
            List<Integer> shape,
            Optional<Kind> kind,
            int layer,
            int forward,
            int backward) {}

    /** A leaf that holds these numbers; returns its tensor. */
    int leaf(Wanted wanted, double[] values, Place place) {
        int tensor = add(wanted, values);
        if (wanted.role() == Role.PARAMETER) {
            differentiable.add(tensor);
        }
        node(GraphNode.Kind.LEAF, wanted.layer(), List.of(), tensor, place, Optional.empty());
        return tensor;
    }

    /** A node that gradients flow through; returns the tensor that it makes. */
    int node(GraphNode.Kind kind, Operation operation, List<Integer> inputs, Wanted wanted, Place place) {
        double[] values = fromPass(wanted).orElseGet(() -> operation.forward(values(inputs)));
        int tensor = add(wanted, values);
        if (inputs.stream().anyMatch(differentiable::contains)) {
            differentiable.add(tensor);
        }
        node(kind, wanted.layer(), inputs, tensor, place, Optional.of(operation));
        return tensor;
    }

    /** A node that gradients do not flow through; returns the tensor that it makes. */
    int constant(GraphNode.Kind kind, int input, Wanted wanted, double[] values, Place place) {
        int tensor = add(wanted, values);
        node(kind, wanted.layer(), List.of(input), tensor, place, Optional.empty());
        return tensor;
    }

    /** The end of the graph: what is minimized. */
    void result(int tensor, Place place) {
        int phase = tensors.get(tensor).forward();
        nodes.add(new GraphNode(
                nodes.size(),
                GraphNode.Kind.RESULT,
                Quantity.NONE,
                List.of(tensor),
                Quantity.NONE,
                place,
                Optional.empty(),
                phase,
                tensors.get(tensor).backward()));
    }

    private int add(Wanted wanted, double[] values) {
        tensors.add(new Tensor(
                tensors.size(),
                wanted.latex(),
                wanted.name(),
                wanted.role(),
                wanted.shape(),
                values,
                new double[0],
                wanted.kind(),
                wanted.layer(),
                wanted.forward(),
                wanted.backward()));
        return tensors.size() - 1;
    }

    private void node(
            GraphNode.Kind kind,
            int layer,
            List<Integer> inputs,
            int output,
            Place place,
            Optional<Operation> operation) {
        makers.put(output, nodes.size());
        int forward = tensors.get(output).forward();
        nodes.add(new GraphNode(nodes.size(), kind, layer, inputs, output, place, operation, forward, Quantity.NONE));
    }

    private List<double[]> values(List<Integer> ids) {
        return ids.stream().map(id -> tensors.get(id).values()).toList();
    }

    private Optional<double[]> fromPass(Wanted wanted) {
        return wanted.kind()
                .flatMap(kind -> Optional.ofNullable(
                        switch (kind) {
                            case LINEAR -> pass.layer(wanted.layer()).linearSums();
                            case NORMALIZED -> pass.layer(wanted.layer()).normalized();
                            case SUM -> pass.layer(wanted.layer()).preActivations();
                            case RESPONSE -> pass.layer(wanted.layer()).responses();
                            case ACTIVATION -> pass.layer(wanted.layer()).activations();
                            case LOSS -> new double[] {pass.loss()};
                            case PENALTY -> new double[] {pass.penalty()};
                            default -> null;
                        }));
    }

    private Optional<double[]> gradientFromPass(Tensor tensor) {
        return tensor.kind()
                .flatMap(kind -> Optional.ofNullable(
                        switch (kind) {
                            case LINEAR -> pass.layer(tensor.layer()).linearSumGradients();
                            case SUM -> pass.layer(tensor.layer()).preActivationGradients();
                            case ACTIVATION -> pass.layer(tensor.layer()).activationGradients();
                            case WEIGHT, BIAS, GAMMA, BETA, ALPHA -> ofParameters(kind, tensor);
                            default -> null;
                        }));
    }

    private double[] ofParameters(Kind kind, Tensor tensor) {
        Slice at = pass.subject().layout().slice(tensor.layer());
        int from =
                switch (kind) {
                    case WEIGHT -> at.weights();
                    case BIAS -> at.biases();
                    case GAMMA -> at.gamma();
                    case BETA -> at.beta();
                    default -> at.alpha();
                };
        double[] part = new double[tensor.elements()];
        System.arraycopy(pass.gradient(), from, part, 0, part.length);
        return part;
    }

    /** Goes back from the result, and gives every edge and tensor its gradient. */
    ComputationGraph finish() {
        Map<Integer, double[]> gradients = new HashMap<>();
        Map<Integer, List<double[]>> parts = new HashMap<>();
        for (int i = nodes.size() - 1; i >= 0; i--) {
            parts.put(i, backThrough(nodes.get(i), gradients));
        }
        List<GraphEdge> edges = new ArrayList<>();
        for (GraphNode node : nodes) {
            for (int slot = 0; slot < node.inputs().size(); slot++) {
                Tensor tensor = tensors.get(node.inputs().get(slot));
                List<double[]> found = parts.getOrDefault(node.id(), List.of());
                double[] gradient = found.isEmpty() ? new double[0] : found.get(slot);
                edges.add(new GraphEdge(
                        edges.size(),
                        makers.getOrDefault(tensor.id(), Quantity.NONE),
                        node.id(),
                        slot,
                        tensor.id(),
                        gradient,
                        gradient.length == 0 ? Quantity.NONE : tensor.backward()));
            }
        }
        List<Tensor> whole = tensors.stream()
                .map(tensor -> gradients.containsKey(tensor.id())
                        ? tensor.withGradient(gradient(tensor, gradients), tensor.backward())
                        : tensor.withGradient(new double[0], Quantity.NONE))
                .toList();
        return new ComputationGraph(withBackward(edges), whole, edges);
    }

    private double[] gradient(Tensor tensor, Map<Integer, double[]> gradients) {
        return gradientFromPass(tensor).orElseGet(() -> gradients.getOrDefault(tensor.id(), new double[0]));
    }

    /** Adds what flows back out of a node to the gradients of what it uses. */
    private List<double[]> backThrough(GraphNode node, Map<Integer, double[]> gradients) {
        if (node.kind() == GraphNode.Kind.RESULT) {
            gradients.put(node.inputs().get(0), new double[] {1});
            return List.of(new double[] {1});
        }
        if (node.operation().isEmpty() || !gradients.containsKey(node.output())) {
            return List.of();
        }
        Tensor out = tensors.get(node.output());
        List<double[]> all =
                node.operation().get().backward(values(node.inputs()), out.values(), gradient(out, gradients));
        List<double[]> parts = new ArrayList<>();
        for (int slot = 0; slot < all.size(); slot++) {
            int input = node.inputs().get(slot);
            boolean flows = all.get(slot).length > 0 && differentiable.contains(input);
            parts.add(flows ? all.get(slot) : new double[0]);
            if (flows) {
                gradients.merge(input, all.get(slot), GraphBuilder::sum);
            }
        }
        return parts;
    }

    private static double[] sum(double[] one, double[] other) {
        double[] sum = new double[one.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = one[i] + other[i];
        }
        return sum;
    }

    private List<GraphNode> withBackward(List<GraphEdge> edges) {
        Map<Integer, Integer> first = new HashMap<>();
        for (GraphEdge edge : edges) {
            if (edge.hasGradient()) {
                first.merge(edge.to(), edge.backward(), Math::min);
            }
        }
        return nodes.stream()
                .map(node -> new GraphNode(
                        node.id(),
                        node.kind(),
                        node.layer(),
                        node.inputs(),
                        node.output(),
                        node.place(),
                        node.operation(),
                        node.forward(),
                        first.getOrDefault(node.id(), Quantity.NONE)))
                .toList();
    }
}
