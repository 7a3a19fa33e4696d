package weightroom.engine.cpu;

import weightroom.engine.FastMath;

/** {@link Softmax} of one row in single precision. */
final class FastSoftmax {
    private FastSoftmax() {}

    /** p_j = e^(z_j − max z)/Σ_k e^(z_k − max z). */
    static void forward(float[] z, int zAt, float[] p, int pAt, int c) {
        float max = z[zAt];
        for (int j = 1; j < c; j++) {
            max = Math.max(max, z[zAt + j]);
        }
        float sum = 0f;
        for (int j = 0; j < c; j++) {
            p[pAt + j] = FastMath.exp(z[zAt + j] - max);
            sum += p[pAt + j];
        }
        float scale = 1f / sum;
        for (int j = 0; j < c; j++) {
            p[pAt + j] *= scale;
        }
    }

    /** ∂L/∂z_j = p_j(∂L/∂p_j − Σ_k p_k ∂L/∂p_k), in place of ∂L/∂p. */
    static void backward(float[] p, int pAt, float[] d, int dAt, int c) {
        float mean = 0f;
        for (int j = 0; j < c; j++) {
            mean += p[pAt + j] * d[dAt + j];
        }
        for (int j = 0; j < c; j++) {
            d[dAt + j] = p[pAt + j] * (d[dAt + j] - mean);
        }
    }
}
