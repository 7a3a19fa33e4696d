package weightroom.engine.cpu;

import weightroom.engine.Optimizer;
import weightroom.engine.Optimizer.Range;
import weightroom.engine.Plan;
import weightroom.engine.Replica;

/** From gradients to new parameters: penalty, clipping, and the optimizer's rule, over stretches of parameters. */
final class StepRule {
    private final Replica replica;
    private final Optimizer optimizer;
    private final long epochs;
    private final double[] scheduleKnobs;
    private final double[] knobs;
    private final double[] coefficients = new double[Optimizer.MAX_COEFFICIENTS];
    private final float[] floatKnobs = new float[Optimizer.MAX_KNOBS];
    private final float[] floatCoefficients = new float[Optimizer.MAX_COEFFICIENTS];
    private final float l1;
    private final float twiceL2;
    private final float clipValue;
    private long rateEpoch = -1;
    private float eta;

    StepRule(Plan plan, Replica replica) {
        this.replica = replica;
        optimizer = replica.optimizer();
        epochs = plan.epochs();
        scheduleKnobs = replica.scheduleKnobArray();
        knobs = replica.knobArray();
        for (int k = 0; k < knobs.length; k++) {
            floatKnobs[k] = (float) knobs[k];
        }
        l1 = (float) replica.l1();
        twiceL2 = (float) (2 * replica.l2());
        clipValue = (float) replica.clipValue();
    }

    /**
     * Parameters with consecutive indices.
     *
     * @param ranges what the optimizer works on: all but the frozen
     * @param theta its parameters
     * @param g their gradient
     * @param from first index
     * @param to one past the last
     * @param weights pairs of indices, from ≤ i < to, between which weights stand: what penalties are for
     * @param frozen indices of parameters that stay as they are
     */
    record Stretch(Range[] ranges, float[] theta, float[] g, int from, int to, int[] weights, int[] frozen) {}

    /**
     * Sets the rate and the coefficients of one step.
     *
     * @param step from 0
     */
    void prepare(long step, long epoch) {
        if (epoch != rateEpoch) {
            eta = (float) replica.rate(epoch, epochs, scheduleKnobs);
            rateEpoch = epoch;
        }
        optimizer.coefficients(knobs, step + 1, coefficients);
        for (int i = 0; i < coefficients.length; i++) {
            floatCoefficients[i] = (float) coefficients[i];
        }
    }

    boolean clipsNorm() {
        return replica.clipNorm() < Double.POSITIVE_INFINITY;
    }

    /** Adds the penalty's slope, l1·sign w + 2·l2·w, takes frozen components out, and cuts every component. */
    void finishGradient(Stretch at) {
        float[] g = at.g;
        if (l1 != 0 || twiceL2 != 0) {
            float[] theta = at.theta;
            for (int k = 0; k < at.weights.length; k += 2) {
                for (int i = at.weights[k]; i < at.weights[k + 1]; i++) {
                    g[i] += l1 * Math.signum(theta[i]) + twiceL2 * theta[i];
                }
            }
        }
        for (int i : at.frozen) {
            g[i] = 0f;
        }
        if (clipValue < Float.POSITIVE_INFINITY) {
            for (int i = at.from; i < at.to; i++) {
                g[i] = Math.max(-clipValue, Math.min(clipValue, g[i]));
            }
        }
    }

    /** Σ g². */
    double squares(Stretch at) {
        double sum = 0;
        for (int i = at.from; i < at.to; i++) {
            sum += (double) at.g[i] * at.g[i];
        }
        return sum;
    }

    /** What the gradient is multiplied by to have at most the length that is allowed. */
    float scale(double squares) {
        double norm = Math.sqrt(squares);
        return norm > replica.clipNorm() ? (float) (replica.clipNorm() / norm) : 1f;
    }

    void scale(Stretch at, float factor) {
        for (int i = at.from; i < at.to; i++) {
            at.g[i] *= factor;
        }
    }

    void update(Stretch at) {
        for (Range range : at.ranges) {
            optimizer.update(range, eta, floatKnobs, floatCoefficients);
        }
    }
}
