package weightroom.engine.cpu;

import weightroom.engine.Loss;
import weightroom.engine.Loss.Terms;

/** A loss over the outputs of some rows. */
interface Outputs {
    static Outputs of(Loss loss) {
        return Specialized.of(OutputLoops.class, Outputs.class, loss);
    }

    /**
     * ∂L/∂z for a loss taken from logits, else ∂L/∂p, times {@code scale}.
     *
     * @param scratch for the terms of one output
     * @param z pre-activations, {@code (n, c)}, from {@code zAt} on
     * @param p predictions, likewise
     * @param y targets, likewise
     * @param d receives the slopes
     */
    void slopes(
            Terms scratch,
            float[] z,
            int zAt,
            float[] p,
            int pAt,
            float[] y,
            int yAt,
            float[] d,
            int dAt,
            int n,
            int c,
            float scale);

    /** The sum of all terms, not divided. */
    double sum(Terms scratch, float[] z, int zAt, float[] p, int pAt, float[] y, int yAt, int n, int c);
}
