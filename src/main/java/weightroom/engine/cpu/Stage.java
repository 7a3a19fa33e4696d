package weightroom.engine.cpu;

import java.util.Optional;
import weightroom.engine.Activation;
import weightroom.engine.DropoutMask;
import weightroom.engine.Layer;
import weightroom.engine.Layout.Slice;
import weightroom.engine.Network;

/**
 * One layer in a training pass of the fast program, with all that it holds between forward and backward.
 *
 * <pre>
 *   x ─ linear ─► v ─ batch norm ─► z ─ activation or softmax ─► f ─ dropout ─► a        (n, in) → (n, units)
 * </pre>
 */
final class Stage {
    private static final float[] ONE = {1f};

    private final int l;
    private final int units;
    private final Layer layer;
    private final boolean softmax;
    private final Elements elements;
    private final Products biasSums; // a row of ones times d
    private final Linear linear;
    private final Optional<BatchNorm> batchNorm;
    private final float[] theta;
    private final float[] gradient;
    private final int biases;
    private final int alpha;
    private final float fixedAlpha;

    private final Block v; // with batch norm the sums, then x̂; else z
    private final Block z;
    private final Block f;
    private final Block a; // f without dropout
    private final Block keep; // 0 or 1/(1 − rate); a without dropout
    private final Block d; // ∂L/∂a, then ∂L/∂z, then ∂L/∂v
    private final float[] alphaTerms; // Σ over units of ∂L/∂f·min(z, 0), per sample

    Stage(Arrangement arrangement, Network network, int l, Tensors theta, Tensors gradient, int capacity, int parts) {
        Slice slice = arrangement.layout().slice(l);
        this.l = l;
        units = slice.units();
        layer = network.layers().get(l);
        softmax = network.softmax() && l == arrangement.layers() - 1;
        linear = Linear.of(arrangement, l, theta, gradient, capacity, parts);
        batchNorm = layer.batchNorm() ? Optional.of(new BatchNorm(arrangement, l, theta, gradient)) : Optional.empty();
        this.theta = theta.rest();
        this.gradient = gradient.rest();
        biases = arrangement.rest(l, slice.biases());
        alpha = arrangement.rest(l, slice.alpha());
        fixedAlpha = (float) layer.alpha();
        boolean small = arrangement.small();
        elements = Elements.of(layer.activation(), small ? capacity * units : units);
        biasSums = Products.of(new Products.Shape(units, 0, 0, 1, units, 0, 1, 0, Products.Beginning.SUM));
        z = Block.of(capacity, units, small);
        v = layer.batchNorm() ? Block.of(capacity, units, small) : z;
        boolean same = layer.activation() == Activation.LINEAR && !softmax;
        f = same ? z : Block.of(capacity, units, small);
        a = layer.dropout() > 0 ? Block.of(capacity, units, small) : f;
        keep = layer.dropout() > 0 ? Block.of(capacity, units, small) : a;
        d = Block.of(capacity, units, small);
        alphaTerms = new float[alpha < 0 ? 0 : capacity];
    }

    /** Rows from ≤ s < to; all of the batch at once with batch norm. */
    void forward(Block x, int from, int to, int firstSample, int dropoutKey) {
        linear.forward(x, v, from, to);
        if (batchNorm.isPresent()) {
            batchNorm.get().forward(v, z, to);
        }
        if (softmax) {
            softmax(from, to);
        } else if (f != z) {
            activate(from, to);
        }
        if (a != f) {
            drop(from, to, firstSample, dropoutKey);
        }
    }

    /** From ∂L/∂a in {@link #d} to ∂L/∂z. */
    void backwardToSums(int from, int to) {
        if (a != f) {
            for (int s = from; s < to; s++) {
                multiply(d.array(s), d.at(s), keep.array(s), keep.at(s));
            }
        }
        if (alpha >= 0) {
            for (int s = from; s < to; s++) {
                alphaTerms[s] = alphaTerm(d.array(s), d.at(s), z.array(s), z.at(s));
            }
        }
        if (softmax) {
            softmaxGradient(from, to);
        } else if (f != z) {
            activateGradient(from, to);
        }
    }

    /** From ∂L/∂z in {@link #d} to ∂L/∂v, and on to ∂L/∂x where a layer below asks for it. */
    void normalizeGradient(int to) {
        if (batchNorm.isPresent()) {
            batchNorm.get().backward(v, d, to);
        }
    }

    void backward(Block dx, int from, int to) {
        linear.backward(d, dx, from, to);
    }

    /** Adds to ∂L/∂W, rows from ≤ r < to of the weights. */
    void addWeightGradient(Block x, int n, int from, int to, int part) {
        linear.addGradient(x, d, n, from, to, part);
    }

    /** Adds to ∂L/∂b and ∂L/∂α; those of batch norm were added on the way back. */
    void addRestGradient(int n) {
        if (biases >= 0) {
            if (d.small()) {
                biasSums.compute(ONE, 0, d.array(0), d.at(0), gradient, biases, gradient, 0, 1, n);
            } else {
                for (int s = 0; s < n; s++) {
                    add(gradient, biases, d.array(s));
                }
            }
        }
        for (int s = 0; s < n && alpha >= 0; s++) {
            gradient[alpha] += alphaTerms[s];
        }
    }

    private static void add(float[] to, int at, float[] row) {
        for (int u = 0; u < row.length; u++) {
            to[at + u] += row[u];
        }
    }

    private float alpha() {
        return alpha < 0 ? fixedAlpha : theta[alpha];
    }

    private void activate(int from, int to) {
        if (z.small()) {
            elements.values(z.array(0), f.array(0), z.at(from), z.at(to), alpha());
            return;
        }
        for (int s = from; s < to; s++) {
            elements.values(z.array(s), f.array(s), 0, units, alpha());
        }
    }

    private void activateGradient(int from, int to) {
        if (z.small()) {
            elements.slopes(z.array(0), f.array(0), d.array(0), z.at(from), z.at(to), alpha());
            return;
        }
        for (int s = from; s < to; s++) {
            elements.slopes(z.array(s), f.array(s), d.array(s), 0, units, alpha());
        }
    }

    private float alphaTerm(float[] df, int dAt, float[] sums, int zAt) {
        float sum = 0f;
        for (int u = 0; u < units; u++) {
            sum += df[dAt + u] * Math.min(sums[zAt + u], 0f);
        }
        return sum;
    }

    private void softmax(int from, int to) {
        for (int s = from; s < to; s++) {
            FastSoftmax.forward(z.array(s), z.at(s), f.array(s), f.at(s), units);
        }
    }

    private void softmaxGradient(int from, int to) {
        for (int s = from; s < to; s++) {
            FastSoftmax.backward(f.array(s), f.at(s), d.array(s), d.at(s), units);
        }
    }

    private void drop(int from, int to, int firstSample, int key) {
        float rate = (float) layer.dropout();
        float kept = (float) (1 / (1 - layer.dropout()));
        for (int s = from; s < to; s++) {
            float[] mask = keep.array(s);
            float[] in = f.array(s);
            float[] out = a.array(s);
            int at = a.at(s);
            for (int u = 0; u < units; u++) {
                mask[at + u] = DropoutMask.draw(key, l, u, firstSample + s) < rate ? 0f : kept;
                out[at + u] = in[at + u] * mask[at + u];
            }
        }
    }

    private void multiply(float[] to, int toAt, float[] by, int byAt) {
        for (int u = 0; u < units; u++) {
            to[toAt + u] *= by[byAt + u];
        }
    }

    Linear linear() {
        return linear;
    }

    Optional<BatchNorm> batchNorm() {
        return batchNorm;
    }

    Block preActivations() {
        return z;
    }

    Block activations() {
        return a;
    }

    /** What stands in it depends on how far the pass has come back. */
    Block gradients() {
        return d;
    }
}
