package weightroom.engine.cpu;

import weightroom.engine.Layout;
import weightroom.engine.Layout.Slice;
import weightroom.engine.Optimizer;
import weightroom.engine.Replica;

/** From the gradient of the data loss to new parameters: penalty, clipping, then the optimizer's rule. */
public final class Descent {
    private Descent() {}

    /** Adds the slope of l1·Σ|w| + l2·Σw², which is l1·sign w + 2·l2·w, for weights only. */
    public static void addPenalty(Layout layout, double[] theta, Replica replica, double[] gradient) {
        for (Slice slice : layout.slices()) {
            for (int i = slice.weights(); i < slice.weightsEnd(); i++) {
                gradient[i] += replica.l1() * Math.signum(theta[i]) + 2 * replica.l2() * theta[i];
            }
        }
    }

    /** Frozen parameters have no gradient, whatever the data and the penalty say. */
    public static void freeze(Replica replica, double[] gradient) {
        for (int i : replica.frozen().indices()) {
            gradient[i] = 0;
        }
    }

    /** Every component into ±clipValue, then the whole gradient to at most clipNorm: g·c/‖g‖ where ‖g‖ > c. */
    public static void clip(Replica replica, double[] gradient) {
        if (!replica.clips()) {
            return;
        }
        double squares = 0;
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] = Math.max(-replica.clipValue(), Math.min(replica.clipValue(), gradient[i]));
            squares += gradient[i] * gradient[i];
        }
        double norm = Math.sqrt(squares);
        if (norm > replica.clipNorm()) {
            for (int i = 0; i < gradient.length; i++) {
                gradient[i] *= replica.clipNorm() / norm;
            }
        }
    }

    /**
     * One update, computed in double precision and kept in single; frozen parameters and their slots are left alone.
     *
     * @param t the step, from 1
     * @param eta η of this step
     */
    static void update(Replica replica, long t, double eta, float[] parameters, float[][] slots, double[] gradient) {
        Optimizer optimizer = replica.optimizer();
        double[] knobs = replica.knobArray();
        double[] coefficients = new double[Optimizer.MAX_COEFFICIENTS];
        optimizer.coefficients(knobs, t, coefficients);
        double[] s = new double[Optimizer.MAX_SLOTS];
        for (int i = 0; i < gradient.length; i++) {
            if (replica.frozen().contains(i)) {
                continue;
            }
            for (int k = 0; k < slots.length; k++) {
                s[k] = slots[k][i];
            }
            parameters[i] = (float) optimizer.update(parameters[i], gradient[i], s, eta, knobs, coefficients);
            for (int k = 0; k < slots.length; k++) {
                slots[k][i] = (float) s[k];
            }
        }
    }
}
