package weightroom.explain;

import java.util.Arrays;
import java.util.List;
import weightroom.engine.Activation;
import weightroom.engine.Loss;
import weightroom.engine.cpu.DenseLayer;
import weightroom.engine.cpu.LossHead;
import weightroom.engine.cpu.Softmax;

/**
 * What a node of the graph does, with its local rule: how ∂L by what comes out becomes ∂L by each thing that goes in. Every
 * array is row-major with the sample first; δ stands for ∂L/∂out.
 */
sealed interface Operation permits Elementwise, Operation.Whole {
    /** What comes out. */
    double[] forward(List<double[]> in);

    /**
     * The part of ∂L by each thing that goes in which flows through this node.
     *
     * @param out what came out
     * @param delta ∂L/∂out, as long as {@code out}
     * @return one array for each of {@code in}; empty for what cannot have a gradient
     */
    List<double[]> backward(List<double[]> in, double[] out, double[] delta);

    /** What is not done element by element. */
    sealed interface Whole extends Operation {}

    /** (rows, columns) → (columns, rows). */
    record Transpose(int rows, int columns) implements Whole {
        @Override
        public double[] forward(List<double[]> in) {
            return turned(in.get(0), rows, columns);
        }

        @Override
        public List<double[]> backward(List<double[]> in, double[] out, double[] delta) {
            return List.of(turned(delta, columns, rows));
        }

        private static double[] turned(double[] w, int rows, int columns) {
            double[] out = new double[w.length];
            for (int r = 0; r < rows; r++) {
                for (int c = 0; c < columns; c++) {
                    out[c * rows + r] = w[r * columns + c];
                }
            }
            return out;
        }
    }

    /** x·M for x (n, in) and M (in, units): dx = δMᵀ, dM = xᵀδ. */
    record Matmul(int n, int in, int units) implements Whole {
        @Override
        public double[] forward(List<double[]> given) {
            double[] x = given.get(0);
            double[] m = given.get(1);
            double[] out = new double[n * units];
            for (int s = 0; s < n; s++) {
                for (int i = 0; i < in; i++) {
                    for (int u = 0; u < units; u++) {
                        out[s * units + u] += x[s * in + i] * m[i * units + u];
                    }
                }
            }
            return out;
        }

        @Override
        public List<double[]> backward(List<double[]> given, double[] out, double[] delta) {
            double[] x = given.get(0);
            double[] m = given.get(1);
            double[] dX = new double[n * in];
            double[] dM = new double[in * units];
            for (int s = 0; s < n; s++) {
                for (int i = 0; i < in; i++) {
                    for (int u = 0; u < units; u++) {
                        dX[s * in + i] += delta[s * units + u] * m[i * units + u];
                        dM[i * units + u] += x[s * in + i] * delta[s * units + u];
                    }
                }
            }
            return List.of(dX, dM);
        }
    }

    /** The mean of every column of (n, units): every row gets δ/n. */
    record Mean(int n, int units) implements Whole {
        @Override
        public double[] forward(List<double[]> in) {
            double[] out = new double[units];
            for (int k = 0; k < n * units; k++) {
                out[k % units] += in.get(0)[k] / n;
            }
            return out;
        }

        @Override
        public List<double[]> backward(List<double[]> in, double[] out, double[] delta) {
            double[] d = new double[n * units];
            for (int k = 0; k < d.length; k++) {
                d[k] = delta[k % units] / n;
            }
            return List.of(d);
        }
    }

    /**
     * σ = √(mean of c² + ε) of every column, c being what is left without its mean: dc = δ·c/(nσ). A single row of given
     * variances is σ = √(variance + ε), a constant.
     */
    record Deviation(int n, int units, boolean measured) implements Whole {
        @Override
        public double[] forward(List<double[]> in) {
            double[] out = new double[units];
            if (measured) {
                for (int k = 0; k < n * units; k++) {
                    out[k % units] += in.get(0)[k] * in.get(0)[k] / n;
                }
            }
            for (int u = 0; u < units; u++) {
                out[u] = Math.sqrt((measured ? out[u] : in.get(0)[u]) + DenseLayer.EPSILON);
            }
            return out;
        }

        @Override
        public List<double[]> backward(List<double[]> in, double[] out, double[] delta) {
            if (!measured) {
                return List.of(new double[0]);
            }
            double[] d = new double[n * units];
            for (int k = 0; k < d.length; k++) {
                d[k] = delta[k % units] * in.get(0)[k] / (n * out[k % units]);
            }
            return List.of(d);
        }
    }

    /**
     * Batch norm in one: z = γ·x̂ + β, x̂ = (v − μ)/√(σ² + ε). Of v, γ, β; and of the running μ and σ² where those take the
     * place of the batch's own.
     */
    record Normalize(int n, int units, boolean measured) implements Whole {
        @Override
        public double[] forward(List<double[]> in) {
            double[] normalized = normalized(in);
            double[] out = new double[n * units];
            for (int k = 0; k < out.length; k++) {
                out[k] = in.get(1)[k % units] * normalized[k] + in.get(2)[k % units];
            }
            return out;
        }

        /** dγ = Σδ·x̂, dβ = Σδ, dv = γ/σ·(δ − dβ/n − x̂·dγ/n), or γ/σ·δ where μ and σ are constants. */
        @Override
        public List<double[]> backward(List<double[]> in, double[] out, double[] delta) {
            double[] normalized = normalized(in);
            double[] deviation = deviation(in);
            double[] dGamma = new double[units];
            double[] dBeta = new double[units];
            for (int k = 0; k < delta.length; k++) {
                dGamma[k % units] += delta[k] * normalized[k];
                dBeta[k % units] += delta[k];
            }
            double[] dV = new double[delta.length];
            for (int k = 0; k < dV.length; k++) {
                int u = k % units;
                double mixed = measured ? dBeta[u] / n + normalized[k] * dGamma[u] / n : 0;
                dV[k] = in.get(1)[u] / deviation[u] * (delta[k] - mixed);
            }
            return measured ? List.of(dV, dGamma, dBeta) : List.of(dV, dGamma, dBeta, new double[0], new double[0]);
        }

        private double[] mean(List<double[]> in) {
            return measured ? new Mean(n, units).forward(in) : in.get(3);
        }

        private double[] deviation(List<double[]> in) {
            double[] from = measured ? Elementwise.SUBTRACT.forward(List.of(in.get(0), mean(in))) : in.get(4);
            return new Deviation(n, units, measured).forward(List.of(from));
        }

        private double[] normalized(List<double[]> in) {
            double[] centred = Elementwise.SUBTRACT.forward(List.of(in.get(0), mean(in)));
            return Elementwise.DIVIDE.forward(List.of(centred, deviation(in)));
        }
    }

    /** a = f(z): dz = δ·f'(z). A learned α goes in beside z: dα = Σ δ·min(z, 0). */
    record Respond(Activation activation, double alpha) implements Whole {
        @Override
        public double[] forward(List<double[]> in) {
            return Arrays.stream(in.get(0))
                    .map(z -> activation.value(z, alpha(in)))
                    .toArray();
        }

        @Override
        public List<double[]> backward(List<double[]> in, double[] out, double[] delta) {
            double[] z = in.get(0);
            double[] d = new double[z.length];
            double dAlpha = 0;
            for (int k = 0; k < d.length; k++) {
                d[k] = delta[k] * activation.slope(z[k], out[k], alpha(in));
                dAlpha += delta[k] * Math.min(z[k], 0);
            }
            return activation.learnsAlpha() ? List.of(d, new double[] {dAlpha}) : List.of(d);
        }

        private double alpha(List<double[]> in) {
            return activation.learnsAlpha() ? in.get(1)[0] : alpha;
        }
    }

    /** Softmax of every row. */
    record SoftmaxRows(int n, int c) implements Whole {
        @Override
        public double[] forward(List<double[]> in) {
            return Softmax.forward(in.get(0), n, c);
        }

        @Override
        public List<double[]> backward(List<double[]> in, double[] out, double[] delta) {
            return List.of(Softmax.backward(out, delta, n, c));
        }
    }

    /** L of p and y: dp = δ·∂L/∂p. */
    record MeanLoss(Loss loss, int n, int c) implements Whole {
        @Override
        public double[] forward(List<double[]> in) {
            return new double[] {new LossHead(loss, n, c).value(in.get(0), in.get(0), in.get(1))};
        }

        @Override
        public List<double[]> backward(List<double[]> in, double[] out, double[] delta) {
            double[] slopes = new LossHead(loss, n, c).gradient(in.get(0), in.get(0), in.get(1));
            return List.of(Arrays.stream(slopes).map(d -> d * delta[0]).toArray(), new double[0]);
        }
    }

    /** L of z and y, the output's activation within: dz = δ·∂L/∂z; the perceptron rule has (p − y)/n in its place. */
    record FusedLoss(Loss loss, Activation activation, boolean softmax, boolean perceptron, int n, int c)
            implements Whole {
        @Override
        public double[] forward(List<double[]> in) {
            return new double[] {new LossHead(loss, n, c).value(in.get(0), predictions(in), in.get(1))};
        }

        @Override
        public List<double[]> backward(List<double[]> in, double[] out, double[] delta) {
            double[] slopes = perceptron
                    ? LossHead.perceptronGradient(predictions(in), in.get(1), n)
                    : new LossHead(loss, n, c).gradient(in.get(0), predictions(in), in.get(1));
            return List.of(Arrays.stream(slopes).map(d -> d * delta[0]).toArray(), new double[0]);
        }

        private double[] predictions(List<double[]> in) {
            return softmax
                    ? Softmax.forward(in.get(0), n, c)
                    : new Respond(activation, Double.NaN).forward(List.of(in.get(0)));
        }
    }

    /** l1·Σ|w| + l2·Σw² over all weights: dw = δ(l1·sign w + 2·l2·w). */
    record Penalize(double l1, double l2) implements Whole {
        @Override
        public double[] forward(List<double[]> in) {
            double sum = in.stream()
                    .flatMapToDouble(Arrays::stream)
                    .map(w -> l1 * Math.abs(w) + l2 * w * w)
                    .sum();
            return new double[] {sum};
        }

        @Override
        public List<double[]> backward(List<double[]> in, double[] out, double[] delta) {
            return in.stream()
                    .map(weights -> Arrays.stream(weights)
                            .map(w -> delta[0] * (l1 * Math.signum(w) + 2 * l2 * w))
                            .toArray())
                    .toList();
        }
    }
}
