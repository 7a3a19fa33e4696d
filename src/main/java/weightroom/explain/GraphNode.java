package weightroom.explain;

import java.util.List;
import java.util.Optional;
import weightroom.engine.Activation;
import weightroom.engine.Loss;

/**
 * An operation of a computation graph, or a leaf, which only holds a tensor.
 *
 * @param id its place in {@link ComputationGraph#nodes()}; nodes come after all that they use
 * @param kind what it does
 * @param layer that it belongs to; {@link Quantity#NONE} for none
 * @param inputs tensors that it uses, in order
 * @param output tensor that it makes; {@link Quantity#NONE} for none
 * @param place where it stands
 * @param operation with its local rule; empty for leaves and for what no gradient flows through
 * @param forward phase in which its output becomes known
 * @param backward phase in which gradients leave it; {@link Quantity#NONE} where none do
 */
public record GraphNode(
        int id,
        Kind kind,
        int layer,
        List<Integer> inputs,
        int output,
        Place place,
        Optional<Operation> operation,
        int forward,
        int backward) {

    /** What a node does. */
    public enum Kind {
        LEAF,
        FEATURES,
        STANDARDIZE,
        TRANSPOSE,
        MATMUL,
        /** A bias, to every row. */
        ADD,
        BATCH_NORM,
        /** Of every column. */
        MEAN,
        SUBTRACT,
        /** √(variance + ε). */
        DEVIATION,
        DIVIDE,
        /** By γ. */
        SCALE,
        /** By β. */
        SHIFT,
        ACTIVATION,
        SOFTMAX,
        /** By the mask. */
        DROPOUT,
        LOSS,
        /** The loss of an activation's outputs, computed from what goes into it. */
        FUSED_LOSS,
        PENALTY,
        /** Loss and penalty together. */
        TOTAL,
        /** What is minimized: where the way back begins. Makes no tensor. */
        RESULT
    }

    /**
     * Where it stands: on the line along which activations run, above it or below.
     *
     * @param group what is kept on one line where lines are broken, from 0
     * @param column from 0, over all groups
     * @param row 0 on the line, negative above it
     * @param side −1 in the left half of its column, 1 in the right half, 0 in its middle
     */
    public record Place(int group, int column, int row, int side) {}

    public GraphNode {
        inputs = List.copyOf(inputs);
    }

    public boolean isLeaf() {
        return kind == Kind.LEAF;
    }

    /** Of an activation: which. Of a loss that is computed from what goes into the output's activation: that. */
    public Optional<Activation> activation() {
        return operation.flatMap(done -> done instanceof Operation.Respond respond
                ? Optional.of(respond.activation())
                : done instanceof Operation.FusedLoss fused && !fused.softmax()
                        ? Optional.of(fused.activation())
                        : Optional.empty());
    }

    /** Of a loss: which. */
    public Optional<Loss> loss() {
        return operation.flatMap(done -> done instanceof Operation.MeanLoss mean
                ? Optional.of(mean.loss())
                : done instanceof Operation.FusedLoss fused ? Optional.of(fused.loss()) : Optional.empty());
    }

    /** Whether the perceptron rule begins the way back here. */
    public boolean perceptron() {
        return operation
                .filter(done -> done instanceof Operation.FusedLoss fused && fused.perceptron())
                .isPresent();
    }
}
