package weightroom.engine.cpu;

import weightroom.engine.Activation;
import weightroom.engine.Loss;
import weightroom.engine.Loss.Terms;

/**
 * What stands behind the output layer: the loss of a batch and where its gradient starts. With the terms l_j of the c
 * outputs of a row, L = 1/n Σ_rows 1/d Σ_j l_j, where d is {@link Loss#divisor}.
 */
public final class LossHead {
    private final Loss loss;
    private final int n;
    private final int c;
    private final Terms terms = new Terms();
    /** log Σ_k e^z_k of the row at hand, NaN where no loss asks for it. */
    private double rowLogSum;

    /**
     * @param n rows
     * @param c outputs
     */
    public LossHead(Loss loss, int n, int c) {
        this.loss = loss;
        this.n = n;
        this.c = c;
    }

    /**
     * L, the mean over the batch.
     *
     * @param z {@code (n, c)}
     * @param p {@code (n, c)}
     * @param y {@code (n, c)}
     */
    public double value(double[] z, double[] p, double[] y) {
        double sum = 0;
        for (int s = 0; s < n; s++) {
            row(z, p, y, s);
            for (int j = 0; j < c; j++) {
                output(z, p, y, s, j);
                sum += loss.value(terms);
            }
        }
        return sum / loss.divisor(c) / n;
    }

    /**
     * ∂L/∂z for losses {@linkplain Loss#fromLogits() taken from logits}, else ∂L/∂p.
     *
     * @return {@code (n, c)}
     */
    public double[] gradient(double[] z, double[] p, double[] y) {
        double[] gradient = new double[n * c];
        for (int s = 0; s < n; s++) {
            row(z, p, y, s);
            for (int j = 0; j < c; j++) {
                output(z, p, y, s, j);
                gradient[s * c + j] = loss.slope(terms) / loss.divisor(c) / n;
            }
        }
        return gradient;
    }

    /** The perceptron rule w += η(y − p)x is descent along ∂L/∂z = p − y, whatever the loss. */
    public static double[] perceptronGradient(double[] p, double[] y, int n) {
        double[] gradient = new double[p.length];
        for (int i = 0; i < p.length; i++) {
            gradient[i] = (p[i] - y[i]) / n;
        }
        return gradient;
    }

    /** t = Σ y_k p_k, ySum = Σ y_k and v, the number of k with y_k = 0 and p_k − t + 1 > 0. */
    private void row(double[] z, double[] p, double[] y, int s) {
        terms.t = 0;
        terms.ySum = 0;
        terms.v = 0;
        for (int k = s * c; k < (s + 1) * c; k++) {
            terms.t += y[k] * p[k];
            terms.ySum += y[k];
        }
        for (int k = s * c; k < (s + 1) * c; k++) {
            terms.v += y[k] == 0 && p[k] - terms.t + 1 > 0 ? 1 : 0;
        }
        rowLogSum = loss.fit() == Loss.Fit.SOFTMAX ? Softmax.logSumExp(z, s, c) : Double.NaN;
    }

    /** What the term of output j of row s is computed from; the same object every time, arguments as those of {@link #value}. */
    public Terms terms(double[] z, double[] p, double[] y, int s, int j) {
        row(z, p, y, s);
        output(z, p, y, s, j);
        return terms;
    }

    private void output(double[] z, double[] p, double[] y, int s, int j) {
        int i = s * c + j;
        terms.z = z[i];
        terms.p = p[i];
        terms.y = y[i];
        terms.logp = switch (loss.fit()) {
            case SOFTMAX -> z[i] - rowLogSum;
            case SIGMOID -> -Activation.SOFTPLUS.value(-z[i], Double.NaN);
            default -> Double.NaN;
        };
    }
}
