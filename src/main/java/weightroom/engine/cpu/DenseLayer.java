package weightroom.engine.cpu;

import weightroom.engine.Activation;
import weightroom.engine.DropoutMask;
import weightroom.engine.Layer;
import weightroom.engine.Layout.Slice;

/**
 * One dense layer at work on one batch, in double precision. Each step of the forward pass has its gradient right below
 * it; {@code d…} stands for ∂L/∂…, and every array is row-major with the sample first.
 *
 * <pre>
 *   x ─ linear ─► Wx + b ─ normalize ─► z ─ activate ─► f(z) ─ drop ─► a        (n, in) → (n, units)
 * </pre>
 */
public final class DenseLayer {
    /** ε of batch norm, added to the variance. */
    public static final double EPSILON = 1e-5;

    private final int l;
    private final Layer layer;
    private final Slice at;
    private final boolean softmax;
    private final int n;
    private final int in;
    private final int units;
    private final double[] theta;

    private final double[] x; // (n, in)
    private final double[] v; // (n, units), Wx + b, before batch norm
    private final double[] z; // (n, units), after batch norm
    private final double[] f; // (n, units), f(z), before dropout
    private final double[] a; // (n, units)
    private double[] normalized = {}; // (n, units), only with batch norm
    private double[] mean = {}; // (units), likewise
    private double[] variance = {}; // (units), biased, likewise
    private double[] keep = {}; // (n, units), 0 or 1/(1 − rate), only with dropout

    private double[] dA = {}; // (n, units)
    private double[] dZ = {}; // (n, units)
    private double[] dV = {}; // (n, units)
    private final boolean measured;

    /**
     * Goes forward.
     *
     * @param l index of the layer
     * @param theta all parameters, in the order of {@link weightroom.engine.Layout}
     * @param x what it receives, {@code (n, in)}
     * @param softmax whether its outputs are softmax(z)
     * @param mode how batch norm and dropout behave
     */
    DenseLayer(int l, Layer layer, Slice at, double[] theta, double[] x, int n, boolean softmax, Mode mode) {
        this.l = l;
        this.layer = layer;
        this.at = at;
        this.theta = theta;
        this.x = x;
        this.n = n;
        this.softmax = softmax;
        in = at.in();
        units = at.units();
        v = linear();
        measured = mode.measures();
        z = layer.batchNorm() ? normalize() : v;
        f = softmax ? Softmax.forward(z, n, units) : activate();
        a = mode.drops() && layer.dropout() > 0 ? drop(mode.dropoutKey()) : f;
    }

    /**
     * How batch norm and dropout behave.
     *
     * @param measures whether batch norm takes the mean and variance of the batch; else the running ones, as constants
     * @param drops whether units are dropped
     * @param dropoutKey the step's {@link DropoutMask#key}
     */
    public record Mode(boolean measures, boolean drops, int dropoutKey) {
        /** As a finished network answers. */
        public static final Mode EVALUATION = new Mode(false, false, 0);

        /** As a step of training sees the batch. */
        public static Mode training(int dropoutKey) {
            return new Mode(true, true, dropoutKey);
        }
    }

    /**
     * Goes backward from ∂L/∂a.
     *
     * @param gradient receives this layer's part of ∂L/∂θ, in the order of the parameters
     * @return ∂L/∂x {@code (n, in)}
     */
    double[] backward(double[] dA, double[] gradient) {
        this.dA = dA;
        double[] dF = keep.length > 0 ? dropGradient(dA) : dA;
        return backwardFromZ(softmax ? Softmax.backward(f, dF, n, units) : activateGradient(dF, gradient), gradient);
    }

    /** Goes backward from ∂L/∂z, where a loss gives that at once. */
    double[] backwardFromZ(double[] dZ, double[] gradient) {
        this.dZ = dZ;
        dV = layer.batchNorm() ? normalizeGradient(dZ, gradient) : dZ;
        return linearGradient(dV, gradient);
    }

    // ---- Wx + b

    private double[] linear() {
        double[] sum = new double[n * units]; // (n, units)
        for (int s = 0; s < n; s++) {
            for (int u = 0; u < units; u++) {
                double weighted = layer.batchNorm() ? 0 : theta[at.biases() + u];
                for (int i = 0; i < in; i++) {
                    weighted += theta[at.weights() + u * in + i] * x[s * in + i];
                }
                sum[s * units + u] = weighted;
            }
        }
        return sum;
    }

    /** dW = dᵀx, db = Σ_rows d, dx = d·W. */
    private double[] linearGradient(double[] d, double[] gradient) {
        double[] dX = new double[n * in]; // (n, in)
        for (int s = 0; s < n; s++) {
            for (int u = 0; u < units; u++) {
                double dSum = d[s * units + u];
                for (int i = 0; i < in; i++) {
                    gradient[at.weights() + u * in + i] += dSum * x[s * in + i];
                    dX[s * in + i] += dSum * theta[at.weights() + u * in + i];
                }
                if (!layer.batchNorm()) {
                    gradient[at.biases() + u] += dSum;
                }
            }
        }
        return dX;
    }

    // ---- batch norm (Ioffe & Szegedy 2015): z = γ·x̂ + β, x̂ = (v − mean)/√(variance + ε)

    private double[] normalize() {
        mean = new double[units];
        variance = new double[units];
        normalized = new double[n * units];
        double[] out = new double[n * units]; // (n, units)
        for (int u = 0; u < units; u++) {
            if (measured) {
                measure(u);
            } else {
                mean[u] = theta[at.runningMean() + u];
                variance[u] = theta[at.runningVariance() + u];
            }
            for (int k = u; k < n * units; k += units) {
                normalized[k] = (v[k] - mean[u]) / Math.sqrt(variance[u] + EPSILON);
                out[k] = theta[at.gamma() + u] * normalized[k] + theta[at.beta() + u];
            }
        }
        return out;
    }

    private void measure(int u) {
        for (int k = u; k < n * units; k += units) {
            mean[u] += v[k] / n;
        }
        for (int k = u; k < n * units; k += units) {
            variance[u] += (v[k] - mean[u]) * (v[k] - mean[u]) / n;
        }
    }

    /**
     * dγ = Σ dz·x̂, dβ = Σ dz, dv = γ/√(variance + ε) · (dz − dβ/n − x̂·dγ/n): mean and variance depend on every v. Where
     * they are constants, dv = γ/√(variance + ε) · dz.
     */
    private double[] normalizeGradient(double[] dZ, double[] gradient) {
        double[] dV = new double[n * units]; // (n, units)
        for (int u = 0; u < units; u++) {
            double dGamma = 0;
            double dBeta = 0;
            for (int k = u; k < n * units; k += units) {
                dGamma += dZ[k] * normalized[k];
                dBeta += dZ[k];
            }
            gradient[at.gamma() + u] += dGamma;
            gradient[at.beta() + u] += dBeta;
            double scale = theta[at.gamma() + u] / Math.sqrt(variance[u] + EPSILON);
            for (int k = u; k < n * units; k += units) {
                dV[k] = scale * (measured ? dZ[k] - dBeta / n - normalized[k] * dGamma / n : dZ[k]);
            }
        }
        return dV;
    }

    // ---- f(z)

    private double[] activate() {
        double[] out = new double[n * units]; // (n, units)
        for (int k = 0; k < n * units; k++) {
            out[k] = layer.activation().value(z[k], alpha());
        }
        return out;
    }

    /** dz = df·f'(z), and dα = Σ df·min(z, 0) where α is learned. */
    private double[] activateGradient(double[] dF, double[] gradient) {
        Activation activation = layer.activation();
        double[] d = new double[n * units]; // (n, units)
        for (int k = 0; k < n * units; k++) {
            d[k] = dF[k] * activation.slope(z[k], f[k], alpha());
            if (activation.learnsAlpha()) {
                gradient[at.alpha()] += dF[k] * Math.min(z[k], 0);
            }
        }
        return d;
    }

    private double alpha() {
        return layer.activation().learnsAlpha() ? theta[at.alpha()] : layer.alpha();
    }

    // ---- inverted dropout: a = f·keep, keep = 0 for dropped units and 1/(1 − rate) for the others

    private double[] drop(int key) {
        keep = new double[n * units];
        double[] out = new double[n * units]; // (n, units)
        for (int k = 0; k < n * units; k++) {
            boolean dropped = DropoutMask.draw(key, l, k % units, k / units) < (float) layer.dropout();
            keep[k] = dropped ? 0 : 1 / (1 - layer.dropout());
            out[k] = f[k] * keep[k];
        }
        return out;
    }

    private double[] dropGradient(double[] dA) {
        double[] dF = new double[n * units]; // (n, units)
        for (int k = 0; k < n * units; k++) {
            dF[k] = dA[k] * keep[k];
        }
        return dF;
    }

    // ---- what it holds

    /** How many units it has. */
    public int units() {
        return units;
    }

    /** x, what the layer received, {@code (n, in)}. */
    public double[] inputs() {
        return x;
    }

    /** Wx + b, before batch norm where there is any, {@code (n, units)}. */
    public double[] linearSums() {
        return v;
    }

    /** x̂ = (v − mean)/√(variance + ε), {@code (n, units)}; empty without batch norm. */
    public double[] normalized() {
        return normalized;
    }

    /** z, after batch norm where there is any, {@code (n, units)}. */
    public double[] preActivations() {
        return z;
    }

    /** f(z), before dropout, {@code (n, units)}; softmax outputs for a softmax layer. */
    public double[] responses() {
        return f;
    }

    /** What dropout multiplies by, 0 or 1/(1 − rate), {@code (n, units)}; empty where nothing is dropped. */
    public double[] mask() {
        return keep;
    }

    /** a, after dropout, {@code (n, units)}; softmax outputs for a softmax layer. */
    public double[] activations() {
        return a;
    }

    /** ∂L/∂a, {@code (n, units)}; empty where the loss gave ∂L/∂z at once, or before going backward. */
    public double[] activationGradients() {
        return dA;
    }

    /** ∂L/∂z, {@code (n, units)}; empty before going backward. */
    public double[] preActivationGradients() {
        return dZ;
    }

    /** ∂L/∂v of what batch norm received, ∂L/∂z without it, {@code (n, units)}; empty before going backward. */
    public double[] linearSumGradients() {
        return dV;
    }

    /** Mean that batch norm subtracted, {@code (units)}; empty without batch norm. */
    public double[] mean() {
        return mean;
    }

    /** Biased variance that batch norm divided by, {@code (units)}; empty without batch norm. */
    public double[] variance() {
        return variance;
    }
}
