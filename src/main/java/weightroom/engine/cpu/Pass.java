package weightroom.engine.cpu;

import weightroom.engine.Loss;
import weightroom.engine.Loss.Terms;
import weightroom.engine.Plan;
import weightroom.engine.Rows;

/**
 * Forward and backward over up to {@code capacity} rows, in single precision and in memory that is used again for every
 * batch. Samples do not touch each other until their gradients are summed, but for batch norm: so a range of samples can
 * go all the way forward and back on one thread, while another range does on the next.
 */
final class Pass {
    private final Plan plan;
    private final int capacity;
    private final int parts;
    private final Stage[] stages;
    private final Outputs outputs;
    private final Terms[] scratch;
    private final Block x; // (capacity, in)
    private final Block y; // (capacity, c)

    /**
     * @param theta read
     * @param gradient added to
     * @param parts into how many ranges of samples a batch may be cut
     */
    Pass(Plan plan, Arrangement arrangement, Tensors theta, Tensors gradient, int capacity, int parts) {
        this.plan = plan;
        this.capacity = capacity;
        this.parts = parts;
        stages = new Stage[arrangement.layers()];
        for (int l = 0; l < stages.length; l++) {
            stages[l] = new Stage(arrangement, plan.network(), l, theta, gradient, capacity, parts);
        }
        outputs = Outputs.of(plan.loss());
        scratch = new Terms[parts];
        for (int p = 0; p < parts; p++) {
            scratch[p] = new Terms();
        }
        x = Block.of(capacity, plan.network().inputs(), arrangement.small());
        y = Block.of(capacity, plan.network().outputs(), arrangement.small());
    }

    int capacity() {
        return capacity;
    }

    int parts() {
        return parts;
    }

    Stage[] stages() {
        return stages;
    }

    /** Copies rows {@code order[first + from]} … into samples from ≤ s < to. */
    void load(Rows rows, int[] order, int first, int from, int to) {
        int in = x.width();
        int c = y.width();
        if (x.small()) {
            gather(rows.inputs(), order, first, x.array(0), from, to, in);
            gather(rows.targets(), order, first, y.array(0), from, to, c);
            return;
        }
        for (int s = from; s < to; s++) {
            System.arraycopy(rows.inputs(), order[first + s] * in, x.array(s), 0, in);
            System.arraycopy(rows.targets(), order[first + s] * c, y.array(s), 0, c);
        }
    }

    /** A loop of one or two turns costs more than what it does, so the narrowest rows have none. */
    private static void gather(float[] all, int[] order, int first, float[] out, int from, int to, int width) {
        if (width == 1) {
            for (int s = from; s < to; s++) {
                out[s] = all[order[first + s]];
            }
            return;
        }
        if (width == 2) {
            for (int s = from; s < to; s++) {
                int at = 2 * order[first + s];
                out[2 * s] = all[at];
                out[2 * s + 1] = all[at + 1];
            }
            return;
        }
        int i = from * width;
        for (int s = from; s < to; s++) {
            int at = order[first + s] * width;
            for (int k = 0; k < width; k++) {
                out[i++] = all[at + k];
            }
        }
    }

    /**
     * Samples from ≤ s < to.
     *
     * @param firstSample place of sample 0 in the whole batch
     */
    void forward(int from, int to, int firstSample, int dropoutKey) {
        Block in = x;
        for (Stage stage : stages) {
            stage.forward(in, from, to, firstSample, dropoutKey);
            in = stage.activations();
        }
    }

    /**
     * From the loss back to the first layer.
     *
     * @param n rows of the whole batch
     * @param watcher sees each layer's derivatives on the way
     */
    void backward(int from, int to, int n, int part, Watcher watcher) {
        int last = stages.length - 1;
        boolean fromLogits = head(from, to, n, part);
        for (int l = last; l >= 0; l--) {
            Stage stage = stages[l];
            if (l < last || !fromLogits) {
                watcher.activationGradient(l, stage.gradients());
                stage.backwardToSums(from, to);
            }
            watcher.preActivationGradient(l, stage.gradients());
            stage.normalizeGradient(to);
            if (l > 0) {
                stage.backward(stages[l - 1].gradients(), from, to);
            }
        }
    }

    /** Whether it gave ∂L/∂z, not ∂L/∂p. The perceptron rule w += η(y − p)x is descent along ∂L/∂z = p − y. */
    private boolean head(int from, int to, int n, int part) {
        Loss loss = plan.loss();
        Stage output = stages[stages.length - 1];
        if (plan.perceptron()) {
            for (int s = from; s < to; s++) {
                subtract(output.activations(), y, output.gradients(), s);
            }
            return true;
        }
        float scale = 1f / ((float) loss.divisor(y.width()) * n);
        if (y.small()) {
            slopes(output, from, to - from, scale, part);
        } else {
            for (int s = from; s < to; s++) {
                slopes(output, s, 1, scale, part);
            }
        }
        return loss.fromLogits();
    }

    private void slopes(Stage output, int s, int n, float scale, int part) {
        Block z = output.preActivations();
        Block p = output.activations();
        Block d = output.gradients();
        outputs.slopes(
                scratch[part],
                z.array(s),
                z.at(s),
                p.array(s),
                p.at(s),
                y.array(s),
                y.at(s),
                d.array(s),
                d.at(s),
                n,
                y.width(),
                scale);
    }

    private static void subtract(Block p, Block y, Block d, int s) {
        for (int j = 0; j < d.width(); j++) {
            d.array(s)[d.at(s) + j] = p.array(s)[p.at(s) + j] - y.array(s)[y.at(s) + j];
        }
    }

    /** Mean data loss of the n rows that went forward. */
    double loss(int n) {
        Block z = stages[stages.length - 1].preActivations();
        Block p = stages[stages.length - 1].activations();
        double sum = 0;
        for (int s = 0; s < n; s++) {
            sum += outputs.sum(scratch[0], z.array(s), z.at(s), p.array(s), p.at(s), y.array(s), y.at(s), 1, y.width());
        }
        return sum / plan.loss().divisor(y.width()) / n;
    }

    /** Adds the gradient of rows from ≤ r < to of a layer's weights. */
    void addWeightGradient(int l, int n, int from, int to, int part) {
        stages[l].addWeightGradient(l == 0 ? x : stages[l - 1].activations(), n, from, to, part);
    }

    /** Adds the gradient of everything that is not a weight. */
    void addRestGradient(int n) {
        for (Stage stage : stages) {
            stage.addRestGradient(n);
        }
    }

    /** Sees derivatives before they are overwritten. */
    interface Watcher {
        /** Training looks at nothing. */
        Watcher NONE = new Watcher() {
            @Override
            public void activationGradient(int l, Block d) {}

            @Override
            public void preActivationGradient(int l, Block d) {}
        };

        void activationGradient(int l, Block d);

        void preActivationGradient(int l, Block d);
    }
}
