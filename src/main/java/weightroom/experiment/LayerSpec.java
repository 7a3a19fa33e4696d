package weightroom.experiment;

import java.util.ArrayList;
import java.util.List;
import weightroom.engine.Activation;
import weightroom.engine.InvalidInput;
import weightroom.engine.Layer;
import weightroom.engine.Term;

/**
 * One layer as a file writes it.
 *
 * @param units number of units, 1 to {@link #MAX_UNITS}
 * @param activation linear where {@code softmax}
 * @param softmax whether the file says {@code "activation": "softmax"}; only on the output layer
 * @param alpha the activation's α (its start where it is learned); NaN where the activation has none
 * @param dropout share of units dropped while training, 0 ≤ dropout < 1
 * @param batchNorm whether the weighted sum is normalized over the batch
 */
public record LayerSpec(
        int units, Activation activation, boolean softmax, double alpha, double dropout, boolean batchNorm) {
    /** The id of what no constant of {@link Activation} stands for. */
    public static final String SOFTMAX = "softmax";

    /** The most units in a layer. */
    public static final int MAX_UNITS = 65_536;

    public LayerSpec {
        if (softmax && activation != Activation.LINEAR) {
            throw new IllegalArgumentException("softmax stands on linear units");
        }
    }

    /** A plain layer with the activation's own α. */
    public LayerSpec(int units, Activation activation) {
        this(units, activation, false, activation.defaultAlpha(), 0, false);
    }

    /** An output layer of so many classes. */
    public static LayerSpec softmax(int units) {
        return new LayerSpec(units, Activation.LINEAR, true, Double.NaN, 0, false);
    }

    /** Every id that {@code activation} may have in a file, {@link #SOFTMAX} last. */
    public static List<String> activationIds() {
        List<String> ids = new ArrayList<>();
        for (Activation activation : Activation.values()) {
            ids.add(activation.id());
        }
        ids.add(SOFTMAX);
        return ids;
    }

    /** As the file writes it: an activation's id, or {@link #SOFTMAX}. */
    public String activationId() {
        return softmax ? SOFTMAX : activation.id();
    }

    /** The engine's layer. */
    public Layer layer() {
        return new Layer(units, activation, alpha, dropout, batchNorm);
    }

    public LayerSpec withUnits(int changed) {
        return new LayerSpec(changed, activation, softmax, alpha, dropout, batchNorm);
    }

    /**
     * With another activation, or softmax, and that one's own α.
     *
     * @throws InvalidInput naming every id there is
     */
    public LayerSpec withActivation(String id) {
        boolean mixes = id.equals(SOFTMAX);
        Activation changed = mixes ? Activation.LINEAR : Term.byId(Activation.class, "activation", id);
        return new LayerSpec(units, changed, mixes, changed.defaultAlpha(), dropout, batchNorm);
    }

    public LayerSpec withAlpha(double changed) {
        return new LayerSpec(units, activation, softmax, changed, dropout, batchNorm);
    }

    public LayerSpec withDropout(double changed) {
        return new LayerSpec(units, activation, softmax, alpha, changed, batchNorm);
    }

    public LayerSpec withBatchNorm(boolean changed) {
        return new LayerSpec(units, activation, softmax, alpha, dropout, changed);
    }
}
