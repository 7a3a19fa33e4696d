package weightroom.engine.cpu;

import weightroom.engine.Layout.Slice;

/**
 * Batch norm of one layer in training: z = γ·x̂ + β, x̂ = (v − mean)/√(variance + ε), with the mean and the biased variance
 * of the batch (Ioffe & Szegedy 2015). Sums run in double precision, sample by sample.
 */
final class BatchNorm {
    /** Share of a batch in the running statistics. */
    private static final double MOMENTUM = 0.1;

    private final int units;
    private final int gamma;
    private final int beta;
    private final float[] theta;
    private final float[] gradient;
    private final double[] mean;
    private final double[] variance;

    BatchNorm(Arrangement arrangement, int l, Tensors theta, Tensors gradient) {
        Slice slice = arrangement.layout().slice(l);
        units = slice.units();
        gamma = arrangement.rest(l, slice.gamma());
        beta = arrangement.rest(l, slice.beta());
        this.theta = theta.rest();
        this.gradient = gradient.rest();
        mean = new double[units];
        variance = new double[units];
    }

    /**
     * Normalizes a whole batch.
     *
     * @param v the sums, replaced by x̂, {@code (n, units)}
     * @param z receives γ·x̂ + β, {@code (n, units)}
     */
    void forward(Block v, Block z, int n) {
        measure(v, n);
        for (int s = 0; s < n; s++) {
            float[] row = v.array(s);
            float[] out = z.array(s);
            for (int u = 0; u < units; u++) {
                int i = v.at(s) + u;
                row[i] = (float) ((row[i] - mean[u]) / Math.sqrt(variance[u] + DenseLayer.EPSILON));
                out[z.at(s) + u] = theta[gamma + u] * row[i] + theta[beta + u];
            }
        }
    }

    private void measure(Block v, int n) {
        for (int u = 0; u < units; u++) {
            double sum = 0;
            for (int s = 0; s < n; s++) {
                sum += v.array(s)[v.at(s) + u];
            }
            double average = sum / n;
            double squares = 0;
            for (int s = 0; s < n; s++) {
                double off = v.array(s)[v.at(s) + u] - average;
                squares += off * off;
            }
            mean[u] = average;
            variance[u] = squares / n;
        }
    }

    /**
     * dγ = Σ dz·x̂, dβ = Σ dz, dv = γ/√(variance + ε)·(dz − dβ/n − x̂·dγ/n).
     *
     * @param normalized x̂, {@code (n, units)}
     * @param d ∂L/∂z, replaced by ∂L/∂v, {@code (n, units)}
     */
    void backward(Block normalized, Block d, int n) {
        for (int u = 0; u < units; u++) {
            double dGamma = 0;
            double dBeta = 0;
            for (int s = 0; s < n; s++) {
                double dz = d.array(s)[d.at(s) + u];
                dGamma += dz * normalized.array(s)[normalized.at(s) + u];
                dBeta += dz;
            }
            gradient[gamma + u] += (float) dGamma;
            gradient[beta + u] += (float) dBeta;
            double scale = theta[gamma + u] / Math.sqrt(variance[u] + DenseLayer.EPSILON);
            for (int s = 0; s < n; s++) {
                float[] row = d.array(s);
                int i = d.at(s) + u;
                double x = normalized.array(s)[normalized.at(s) + u];
                row[i] = (float) (scale * (row[i] - dBeta / n - x * dGamma / n));
            }
        }
    }

    /**
     * running = 0.9·running + 0.1·batch, with the unbiased variance, n/(n − 1) times the biased.
     *
     * @param running all running statistics of the network
     * @param meanAt where this layer's means begin in it
     * @param varianceAt where its variances begin
     */
    void measureRunning(float[] running, int meanAt, int varianceAt, int n) {
        for (int u = 0; u < units; u++) {
            double unbiased = variance[u] * n / (n - 1);
            running[meanAt + u] = (float) ((1 - MOMENTUM) * running[meanAt + u] + MOMENTUM * mean[u]);
            running[varianceAt + u] = (float) ((1 - MOMENTUM) * running[varianceAt + u] + MOMENTUM * unbiased);
        }
    }
}
