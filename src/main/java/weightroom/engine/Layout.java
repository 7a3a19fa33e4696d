package weightroom.engine;

import java.util.ArrayList;
import java.util.List;

/**
 * Where each layer's parameters stand in the one flat array. First all that training changes, layer by layer: weights
 * {@code [unit][input]} row by row, then biases, or γ and β with batch norm, then α where it is learned. After
 * {@link #trainable()} come the running mean and variance of batch norm, which are measured, not trained.
 */
public final class Layout {
    /** Stands for a part that a layer does not have. */
    public static final int NONE = -1;

    private final List<Slice> slices;
    private final int trainable;
    private final int total;

    private Layout(List<Slice> slices, int trainable, int total) {
        this.slices = slices;
        this.trainable = trainable;
        this.total = total;
    }

    /**
     * Offsets of one layer, {@link #NONE} for parts it lacks.
     *
     * @param in fan-in
     * @param units fan-out
     * @param weights of {@code units × in} numbers
     * @param biases of {@code units} numbers
     * @param gamma of {@code units} numbers
     * @param beta of {@code units} numbers
     * @param alpha of one number
     * @param runningMean of {@code units} numbers
     * @param runningVariance of {@code units} numbers
     */
    public record Slice(
            int in,
            int units,
            int weights,
            int biases,
            int gamma,
            int beta,
            int alpha,
            int runningMean,
            int runningVariance) {
        /** One past the last weight. */
        public int weightsEnd() {
            return weights + in * units;
        }
    }

    public static Layout of(Network network) {
        int trainable = 0;
        for (int l = 0; l < network.layers().size(); l++) {
            Layer layer = network.layers().get(l);
            trainable += layer.units() * (network.fanIn(l) + (layer.batchNorm() ? 2 : 1));
            trainable += layer.activation().learnsAlpha() ? 1 : 0;
        }
        List<Slice> slices = new ArrayList<>();
        int next = 0;
        int measured = trainable;
        for (int l = 0; l < network.layers().size(); l++) {
            Layer layer = network.layers().get(l);
            int in = network.fanIn(l);
            int units = layer.units();
            int weights = next;
            int shifts = next + units * in;
            boolean norm = layer.batchNorm();
            next = shifts + units * (norm ? 2 : 1);
            int alpha = layer.activation().learnsAlpha() ? next++ : NONE;
            slices.add(new Slice(
                    in,
                    units,
                    weights,
                    norm ? NONE : shifts,
                    norm ? shifts : NONE,
                    norm ? shifts + units : NONE,
                    alpha,
                    norm ? measured : NONE,
                    norm ? measured + units : NONE));
            measured += norm ? 2 * units : 0;
        }
        return new Layout(List.copyOf(slices), trainable, measured);
    }

    public Slice slice(int layer) {
        return slices.get(layer);
    }

    public List<Slice> slices() {
        return slices;
    }

    /** How many parameters training changes; optimizer slots have this length. */
    public int trainable() {
        return trainable;
    }

    /** Length of the whole array. */
    public int total() {
        return total;
    }

    /**
     * The penalty l1·Σ|w| + l2·Σw² over all weights, never over biases, γ, β or α.
     *
     * @param parameters of length {@link #total()}
     */
    public double penalty(float[] parameters, double l1, double l2) {
        double absolute = 0;
        double squared = 0;
        for (Slice slice : slices) {
            for (int i = slice.weights(); i < slice.weightsEnd(); i++) {
                absolute += Math.abs(parameters[i]);
                squared += (double) parameters[i] * parameters[i];
            }
        }
        return (l1 == 0 ? 0 : l1 * absolute) + (l2 == 0 ? 0 : l2 * squared);
    }
}
