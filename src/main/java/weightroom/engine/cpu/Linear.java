package weightroom.engine.cpu;

import java.util.Arrays;
import weightroom.engine.Layout.Slice;
import weightroom.engine.cpu.Products.Beginning;
import weightroom.engine.cpu.Products.Shape;

/** The weighted sums of one layer, v = Wx + b, and their gradients, in the two ways that fit small and large layers. */
abstract class Linear {
    /** W of a layer with its gradient; a pass that is only looked at has a gradient of its own. */
    static Linear of(Arrangement arrangement, int l, Tensors theta, Tensors gradient, int capacity, int parts) {
        return arrangement.small()
                ? new Small(arrangement, l, theta, gradient)
                : new Large(arrangement, l, theta, gradient, capacity, parts);
    }

    /** v[s] = W·x[s] + b for from ≤ s < to; without b with batch norm. */
    abstract void forward(Block x, Block v, int from, int to);

    /** dx[s] = Wᵀ·d[s]. */
    abstract void backward(Block d, Block dx, int from, int to);

    /**
     * Adds dᵀ·x to rows of ∂L/∂W.
     *
     * @param n samples
     * @param from first row of weights
     * @param to one past the last
     * @param part which of the workers' parts this is
     */
    abstract void addGradient(Block x, Block d, int n, int from, int to, int part);

    /** Follows changed rows of weights. */
    abstract void refresh(int from, int to);

    /** Everything in one array, cut into tiles. */
    private static final class Small extends Linear {
        private final int in;
        private final int units;
        private final int weights;
        private final int biases;
        private final float[] theta;
        private final float[] gradient;
        private final Products forward;
        private final Products backward;
        private final Products outer;

        Small(Arrangement arrangement, int l, Tensors theta, Tensors gradient) {
            Slice slice = arrangement.layout().slice(l);
            in = slice.in();
            units = slice.units();
            weights = slice.weights();
            biases = slice.biases();
            this.theta = theta.rest();
            this.gradient = gradient.rest();
            forward = Products.of(
                    new Shape(units, in, 1, in, 1, units, 1, in, biases < 0 ? Beginning.ZERO : Beginning.ROW));
            backward = Products.of(new Shape(in, units, 1, 1, in, in, 1, units, Beginning.ZERO));
            outer = manyInputs()
                    ? Products.of(new Shape(in, 1, units, 1, in, in, 1, 0, Beginning.SUM))
                    : Products.of(new Shape(units, 1, in, 1, units, 1, in, 0, Beginning.SUM));
        }

        @Override
        void forward(Block x, Block v, int from, int to) {
            forward.compute(
                    x.array(from), x.at(from), theta, weights, v.array(from), v.at(from), theta, biases, to - from, in);
        }

        @Override
        void backward(Block d, Block dx, int from, int to) {
            backward.compute(
                    d.array(from), d.at(from), theta, weights, dx.array(from), dx.at(from), theta, 0, to - from, units);
        }

        @Override
        void addGradient(Block x, Block d, int n, int from, int to, int part) {
            if (manyInputs()) {
                outer.compute(d.array(0), d.at(0), x.array(0), x.at(0), gradient, weights, gradient, 0, units, n);
            } else {
                outer.compute(x.array(0), x.at(0), d.array(0), d.at(0), gradient, weights, gradient, 0, in, n);
            }
        }

        /** Tiles are wide, so the longer side of W lies along them. */
        private boolean manyInputs() {
            return in >= units;
        }

        @Override
        void refresh(int from, int to) {
            // Nothing is derived from the weights.
        }
    }

    /** Row by row, each an array. */
    private static final class Large extends Linear {
        private final boolean byUnit;
        /** Whether the few units are summed one by one, without the weights by input. */
        private final boolean dots;

        private final int in;
        private final int units;
        private final int biases;
        private final float[] rest;
        private final float[][] weights;
        private final float[][] gradient;
        /** The weights turned, where one of the ways needs them so: {@code [in][units]} or {@code [units][in]}. */
        private final float[][] transposed;
        /** Two columns of coefficients for each part, {@code [2·parts][capacity]}. */
        private final float[][] columns;

        Large(Arrangement arrangement, int l, Tensors theta, Tensors gradient, int capacity, int parts) {
            Slice slice = arrangement.layout().slice(l);
            byUnit = arrangement.byUnit(l);
            in = slice.in();
            units = slice.units();
            biases = arrangement.rest(l, slice.biases());
            rest = theta.rest();
            weights = theta.weights(l).rows();
            this.gradient = gradient.weights(l).rows();
            dots = byUnit && !arrangement.wide(l);
            boolean turn = byUnit ? !dots : l > 0;
            transposed = turn ? new float[weights[0].length][weights.length] : new float[0][0];
            columns = new float[2 * parts][capacity];
            refresh(0, weights.length);
        }

        @Override
        void forward(Block x, Block v, int from, int to) {
            for (int s = from; s < to; s++) {
                float[] out = v.array(s);
                if (biases < 0) {
                    Arrays.fill(out, 0f);
                } else {
                    System.arraycopy(rest, biases, out, 0, units);
                }
            }
            if (dots) {
                for (int s = from; s < to; s++) {
                    float[] out = v.array(s);
                    for (int u = 0; u < units; u++) {
                        out[u] += RowMath.dot(weights[u], x.array(s), in);
                    }
                }
            } else {
                RowMath.addProducts(x.rows(), byUnit ? transposed : weights, in, v.rows(), from, to, units);
            }
        }

        @Override
        void backward(Block d, Block dx, int from, int to) {
            for (int s = from; s < to; s++) {
                Arrays.fill(dx.array(s), 0f);
            }
            RowMath.addProducts(d.rows(), byUnit ? weights : transposed, units, dx.rows(), from, to, in);
        }

        @Override
        void addGradient(Block x, Block d, int n, int from, int to, int part) {
            Block scales = byUnit ? d : x;
            float[][] rows = byUnit ? x.rows() : d.rows();
            int width = byUnit ? in : units;
            float[] a = columns[2 * part];
            float[] b = columns[2 * part + 1];
            int r = from;
            for (; r + 1 < to; r += 2) {
                for (int s = 0; s < n; s++) {
                    a[s] = scales.array(s)[r];
                    b[s] = scales.array(s)[r + 1];
                }
                RowMath.addTwo(gradient[r], gradient[r + 1], a, b, rows, 0, n, width);
            }
            if (r < to) {
                for (int s = 0; s < n; s++) {
                    a[s] = scales.array(s)[r];
                }
                RowMath.addOne(gradient[r], a, 0, rows, 0, n, width);
            }
        }

        @Override
        void refresh(int from, int to) {
            int r = from;
            for (; r + 3 < to && transposed.length > 0; r += 4) {
                turnFour(r, weights[r], weights[r + 1], weights[r + 2], weights[r + 3]);
            }
            for (; r < to; r++) {
                for (int i = 0; i < transposed.length; i++) {
                    transposed[i][r] = weights[r][i];
                }
            }
        }

        private void turnFour(int r, float[] row0, float[] row1, float[] row2, float[] row3) {
            for (int i = 0; i < transposed.length; i++) {
                float[] column = transposed[i];
                column[r] = row0[i];
                column[r + 1] = row1[i];
                column[r + 2] = row2[i];
                column[r + 3] = row3[i];
            }
        }
    }
}
