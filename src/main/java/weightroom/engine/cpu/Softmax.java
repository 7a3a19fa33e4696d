package weightroom.engine.cpu;

/** p_j = e^z_j / Σ_k e^z_k over the c outputs of each row, and its gradient. */
public final class Softmax {
    private Softmax() {}

    /**
     * p = softmax(z), computed as softmax(z − max z) so that nothing overflows.
     *
     * @param z {@code (n, c)}
     * @return p {@code (n, c)}
     */
    public static double[] forward(double[] z, int n, int c) {
        double[] p = new double[n * c];
        for (int s = 0; s < n; s++) {
            double logSum = logSumExp(z, s, c);
            for (int j = 0; j < c; j++) {
                p[s * c + j] = Math.exp(z[s * c + j] - logSum);
            }
        }
        return p;
    }

    /**
     * ∂p_k/∂z_j = p_k(δ_kj − p_j), so ∂L/∂z_j = p_j (∂L/∂p_j − Σ_k p_k ∂L/∂p_k).
     *
     * @param p {@code (n, c)}
     * @param dP ∂L/∂p {@code (n, c)}
     * @return ∂L/∂z {@code (n, c)}
     */
    public static double[] backward(double[] p, double[] dP, int n, int c) {
        double[] dZ = new double[n * c];
        for (int s = 0; s < n; s++) {
            double mean = 0;
            for (int k = s * c; k < (s + 1) * c; k++) {
                mean += p[k] * dP[k];
            }
            for (int j = s * c; j < (s + 1) * c; j++) {
                dZ[j] = p[j] * (dP[j] - mean);
            }
        }
        return dZ;
    }

    /** log Σ_k e^z_k of row {@code s}. */
    static double logSumExp(double[] z, int s, int c) {
        double max = z[s * c];
        for (int j = 1; j < c; j++) {
            max = Math.max(max, z[s * c + j]);
        }
        double sum = 0;
        for (int j = 0; j < c; j++) {
            sum += Math.exp(z[s * c + j] - max);
        }
        return max + Math.log(sum);
    }
}
