package weightroom.engine.cpu;

import java.util.Arrays;
import weightroom.engine.Layout.Slice;

/** One number for every trainable parameter, as the {@link Arrangement} has them: θ, its gradient, or a slot. */
final class Tensors {
    private final Arrangement arrangement;
    private final Block[] weights;
    private final float[] rest;

    Tensors(Arrangement arrangement) {
        this.arrangement = arrangement;
        int layers = arrangement.layers();
        weights = new Block[layers];
        rest = new float[arrangement.small() ? arrangement.layout().trainable() : arrangement.restLength()];
        for (int l = 0; l < layers; l++) {
            weights[l] = arrangement.small()
                    ? Block.within(rest, arrangement.layout().slice(l).weights(), arrangement.weightWidth(l))
                    : Block.of(arrangement.weightRows(l), arrangement.weightWidth(l), false);
        }
    }

    /** Weights of a layer, {@code (units, in)} or {@code (in, units)}. */
    Block weights(int l) {
        return weights[l];
    }

    /** Biases, γ, β and α; all numbers of a small network. */
    float[] rest() {
        return rest;
    }

    /** Copies out in the order of the layout. */
    void read(float[] flat) {
        for (int l = 0; l < weights.length; l++) {
            Slice slice = arrangement.layout().slice(l);
            if (arrangement.byUnit(l)) {
                weights[l].read(slice.units(), flat, slice.weights());
            } else {
                for (int k = 0; k < slice.in(); k++) {
                    float[] row = weights[l].array(k);
                    for (int u = 0; u < slice.units(); u++) {
                        flat[slice.weights() + u * slice.in() + k] = row[u];
                    }
                }
            }
            System.arraycopy(rest, arrangement.restStart(l), flat, slice.weightsEnd(), arrangement.restOf(l));
        }
    }

    /** Copies in from the order of the layout. */
    void write(float[] flat) {
        for (int l = 0; l < weights.length; l++) {
            Slice slice = arrangement.layout().slice(l);
            for (int r = 0; r < arrangement.weightRows(l); r++) {
                float[] row = weights[l].array(r);
                int at = weights[l].at(r);
                int from = slice.weights() + (arrangement.byUnit(l) ? r * slice.in() : r);
                int step = arrangement.byUnit(l) ? 1 : slice.in();
                for (int i = 0; i < weights[l].width(); i++) {
                    row[at + i] = flat[from + i * step];
                }
            }
            System.arraycopy(flat, slice.weightsEnd(), rest, arrangement.restStart(l), arrangement.restOf(l));
        }
    }

    /** Takes over another's numbers. */
    void copyFrom(Tensors other) {
        for (int l = 0; l < weights.length && !arrangement.small(); l++) {
            for (int r = 0; r < arrangement.weightRows(l); r++) {
                float[] row = weights[l].array(r);
                System.arraycopy(other.weights[l].array(r), 0, row, 0, row.length);
            }
        }
        System.arraycopy(other.rest, 0, rest, 0, rest.length);
    }

    void clear() {
        for (int l = 0; l < weights.length && !arrangement.small(); l++) {
            for (int r = 0; r < arrangement.weightRows(l); r++) {
                Arrays.fill(weights[l].array(r), 0f);
            }
        }
        Arrays.fill(rest, 0f);
    }

    /** Whether every number is finite. */
    boolean finite() {
        float sum = finiteSum(rest);
        for (int l = 0; l < weights.length && !arrangement.small(); l++) {
            for (int r = 0; r < arrangement.weightRows(l); r++) {
                sum += finiteSum(weights[l].array(r));
            }
        }
        return sum == 0f;
    }

    /** 0 if all numbers are finite, else NaN. */
    static float finiteSum(float[] numbers) {
        float sum = 0f;
        for (float number : numbers) {
            sum += number * 0f;
        }
        return sum;
    }
}
