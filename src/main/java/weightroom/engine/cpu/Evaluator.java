package weightroom.engine.cpu;

import java.util.Arrays;
import weightroom.engine.Layer;
import weightroom.engine.Layout.Slice;
import weightroom.engine.Loss.Terms;
import weightroom.engine.Plan;
import weightroom.engine.Score;
import weightroom.engine.Workers;

/**
 * Forward only, over any number of rows: dropout off, running batch-norm statistics. Rows are turned on their side in
 * blocks, {@code [unit][row]}, so that every loop runs over many rows at once however small the network is; blocks are
 * shared out over the workers, and sums of a block are put together in the order of the blocks.
 */
final class Evaluator {
    private static final int BLOCK = 256;
    /** More parts than workers, so that one that is held up does not hold up all. */
    private static final int PARTS_PER_WORKER = 4;

    private final Plan plan;
    private final Arrangement arrangement;
    private final Workers workers;
    private final Scratch[] scratch;
    private final Elements[] elements;
    private final Outputs outputs;
    private double[] blockSums = new double[0];
    private int[] blockRight = new int[0];

    Evaluator(Plan plan, Arrangement arrangement, Workers workers) {
        this.plan = plan;
        this.arrangement = arrangement;
        this.workers = workers;
        scratch = new Scratch[workers.count() == 1 ? 1 : workers.count() * PARTS_PER_WORKER];
        elements = plan.network().layers().stream()
                .map(layer -> Elements.of(layer.activation(), Elements.SHORT))
                .toArray(Elements[]::new);
        outputs = Outputs.of(plan.loss());
    }

    /** What one part works in. */
    private static final class Scratch {
        final float[][] in; // two that take turns, (widest, BLOCK)
        final float[][] out;
        final float[] column;
        final Terms terms = new Terms();
        final float[] z; // (BLOCK, c)
        final float[] p; // (BLOCK, c)
        final float[] y; // (BLOCK, c)

        Scratch(int widest, int c) {
            in = new float[widest][BLOCK];
            out = new float[widest][BLOCK];
            column = new float[widest];
            z = new float[BLOCK * c];
            p = new float[BLOCK * c];
            y = new float[BLOCK * c];
        }
    }

    private Scratch scratch(int part) {
        if (scratch[part] == null) {
            int widest = plan.network().inputs();
            for (Layer layer : plan.network().layers()) {
                widest = Math.max(widest, layer.units());
            }
            scratch[part] = new Scratch(widest, plan.network().outputs());
        }
        return scratch[part];
    }

    /** Outputs {@code (n, c)} for inputs {@code (n, in)}. */
    void predict(Numbers numbers, float[] inputs, int n, float[] predictions) {
        int c = plan.network().outputs();
        int in = plan.network().inputs();
        eachBlock(n, (at, block, rows) -> {
            forward(numbers, inputs, block * BLOCK * in, rows, at, false, Onlooker.NONE);
            System.arraycopy(at.p, 0, predictions, block * BLOCK * c, rows * c);
        });
    }

    /** How well n rows are answered. */
    Score score(Numbers numbers, float[] inputs, float[] targets, int n) {
        if (n == 0) {
            return Score.NONE;
        }
        int c = plan.network().outputs();
        int in = plan.network().inputs();
        int blocks = (n + BLOCK - 1) / BLOCK;
        if (blockSums.length < blocks) {
            blockSums = new double[blocks];
            blockRight = new int[blocks];
        }
        double[] sums = blockSums;
        int[] right = blockRight;
        eachBlock(n, (at, block, rows) -> {
            forward(numbers, inputs, block * BLOCK * in, rows, at, true, Onlooker.NONE);
            System.arraycopy(targets, block * BLOCK * c, at.y, 0, rows * c);
            sums[block] = outputs.sum(at.terms, at.z, 0, at.p, 0, at.y, 0, rows, c);
            right[block] = plan.task().right(at.p, at.y, rows, c);
        });
        double sum = 0;
        long allRight = 0;
        for (int b = 0; b < blocks; b++) {
            sum += sums[b];
            allRight += right[b];
        }
        return Score.of(plan.task(), sum / plan.loss().divisor(c), allRight, n);
    }

    /**
     * What every unit makes of n rows.
     *
     * @param activations receives {@code [layer][unit][row]}; units that a layer has no array for are left out
     */
    void activations(Numbers numbers, float[] inputs, int n, float[][][] activations) {
        int in = plan.network().inputs();
        eachBlock(n, (at, block, rows) -> {
            int from = block * BLOCK;
            forward(numbers, inputs, from * in, rows, at, false, (l, a) -> {
                for (int u = 0; u < activations[l].length; u++) {
                    System.arraycopy(a[u], 0, activations[l][u], from, rows);
                }
            });
            if (plan.network().softmax()) {
                turn(at.p, plan.network().outputs(), rows, activations[activations.length - 1], from);
            }
        });
    }

    private static void turn(float[] p, int c, int rows, float[][] out, int from) {
        for (int j = 0; j < out.length; j++) {
            for (int s = 0; s < rows; s++) {
                out[j][from + s] = p[s * c + j];
            }
        }
    }

    private interface BlockWork {
        void accept(Scratch at, int block, int rows);
    }

    /** Sees the activations {@code [unit][row]} of each layer go by. */
    private interface Onlooker {
        Onlooker NONE = (l, a) -> {};

        void see(int l, float[][] a);
    }

    private void eachBlock(int n, BlockWork work) {
        int blocks = (n + BLOCK - 1) / BLOCK;
        int parts = Math.min(blocks, scratch.length);
        if (parts <= 1) {
            part(0, 1, blocks, n, work);
        } else {
            workers.run(parts, part -> part(part, parts, blocks, n, work));
        }
    }

    private void part(int part, int parts, int blocks, int n, BlockWork work) {
        Scratch at = scratch(part);
        for (int block = part; block < blocks; block += parts) {
            work.accept(at, block, Math.min(BLOCK, n - block * BLOCK));
        }
    }

    /** From {@code n} rows at {@code from} to {@code at.p}, and {@code at.z} if asked for. */
    private void forward(
            Numbers numbers, float[] inputs, int from, int n, Scratch at, boolean keepSums, Onlooker onlooker) {
        int in = plan.network().inputs();
        int c = plan.network().outputs();
        for (int k = 0; k < in; k++) {
            float[] row = at.in[k];
            for (int s = 0; s < n; s++) {
                row[s] = inputs[from + s * in + k];
            }
        }
        float[][] x = at.in;
        float[][] out = at.out;
        int last = arrangement.layers() - 1;
        for (int l = 0; l <= last; l++) {
            linear(numbers, l, x, out, n, at.column);
            if (l == last && keepSums) {
                turnBack(out, at.z, n, c);
            }
            activate(numbers, l, out, n);
            onlooker.see(l, out);
            float[][] free = x;
            x = out;
            out = free;
        }
        turnBack(x, at.p, n, c);
        if (plan.network().softmax()) {
            for (int s = 0; s < n; s++) {
                FastSoftmax.forward(at.p, s * c, at.p, s * c, c);
            }
        }
    }

    private void linear(Numbers numbers, int l, float[][] x, float[][] out, int n, float[] column) {
        Slice slice = arrangement.layout().slice(l);
        Block weights = numbers.theta().weights(l);
        float[] rest = numbers.theta().rest();
        int biases = arrangement.rest(l, slice.biases());
        for (int u = 0; u < slice.units(); u++) {
            Arrays.fill(out[u], 0, n, biases < 0 ? 0f : rest[biases + u]);
            if (arrangement.byUnit(l)) {
                RowMath.addOne(out[u], weights.array(u), weights.at(u), x, 0, slice.in(), n);
            } else {
                for (int k = 0; k < slice.in(); k++) {
                    column[k] = weights.array(k)[u];
                }
                RowMath.addOne(out[u], column, 0, x, 0, slice.in(), n);
            }
        }
        if (biases < 0) {
            normalize(numbers, l, slice, out, n);
        }
    }

    private void normalize(Numbers numbers, int l, Slice slice, float[][] v, int n) {
        int trainable = arrangement.layout().trainable();
        float[] rest = numbers.theta().rest();
        for (int u = 0; u < slice.units(); u++) {
            double mean = numbers.running()[slice.runningMean() - trainable + u];
            double variance = numbers.running()[slice.runningVariance() - trainable + u];
            double factor = rest[arrangement.rest(l, slice.gamma()) + u] / Math.sqrt(variance + DenseLayer.EPSILON);
            float scale = (float) factor;
            float shift = (float) (rest[arrangement.rest(l, slice.beta()) + u] - mean * factor);
            float[] row = v[u];
            for (int s = 0; s < n; s++) {
                row[s] = row[s] * scale + shift;
            }
        }
    }

    private void activate(Numbers numbers, int l, float[][] v, int n) {
        Slice slice = arrangement.layout().slice(l);
        int alphaAt = arrangement.rest(l, slice.alpha());
        float alpha = alphaAt < 0
                ? (float) plan.network().layers().get(l).alpha()
                : numbers.theta().rest()[alphaAt];
        for (int u = 0; u < slice.units(); u++) {
            elements[l].values(v[u], v[u], 0, n, alpha);
        }
    }

    private static void turnBack(float[][] v, float[] out, int n, int c) {
        for (int j = 0; j < c; j++) {
            for (int s = 0; s < n; s++) {
                out[s * c + j] = v[j][s];
            }
        }
    }
}
