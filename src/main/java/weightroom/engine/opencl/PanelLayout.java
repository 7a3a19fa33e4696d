package weightroom.engine.opencl;

import java.util.ArrayList;
import java.util.List;
import weightroom.engine.Layout;
import weightroom.engine.Layout.Slice;
import weightroom.engine.Network;

/**
 * Where parameters stand on the device: as {@link Layout} has them, but with every part padded to whole vectors of
 * {@link #LANES} units, and weights in panels of so many units, input after input. Padding holds 0.
 */
final class PanelLayout {
    /** Units side by side in a panel. */
    static final int LANES = 16;

    private final Layout layout;
    private final List<Slice> slices;
    private final int[] transposed;
    private final int trainable;
    private final int total;
    private final int transposedTotal;

    PanelLayout(Network network) {
        layout = Layout.of(network);
        slices = new ArrayList<>();
        transposed = new int[layout.slices().size()];
        int next = 0;
        for (Slice slice : layout.slices()) {
            next += padded(slice.units()) * slice.in()
                    + padded(shifts(slice))
                    + (slice.alpha() == Layout.NONE ? 0 : LANES);
        }
        trainable = next;
        int measured = trainable;
        int mirrored = 0;
        next = 0;
        for (int l = 0; l < layout.slices().size(); l++) {
            Slice slice = layout.slice(l);
            int up = padded(slice.units());
            int weights = next;
            int shift = weights + up * slice.in();
            boolean norm = slice.gamma() != Layout.NONE;
            next = shift + (norm ? 2 * up : up);
            int alpha = slice.alpha() == Layout.NONE ? Layout.NONE : next;
            next += slice.alpha() == Layout.NONE ? 0 : LANES;
            slices.add(new Slice(
                    slice.in(),
                    slice.units(),
                    weights,
                    norm ? Layout.NONE : shift,
                    norm ? shift : Layout.NONE,
                    norm ? shift + up : Layout.NONE,
                    alpha,
                    norm ? measured : Layout.NONE,
                    norm ? measured + up : Layout.NONE));
            measured += norm ? 2 * up : 0;
            transposed[l] = mirrored;
            mirrored += l == 0 ? 0 : padded(slice.in()) * slice.units();
        }
        total = measured;
        transposedTotal = mirrored;
    }

    /** Numbers that stand for biases, or for γ and β. */
    private static int shifts(Slice slice) {
        return slice.gamma() == Layout.NONE ? padded(slice.units()) : 2 * padded(slice.units());
    }

    /** The next multiple of {@link #LANES}. */
    static int padded(int units) {
        return (units + LANES - 1) / LANES * LANES;
    }

    /** Offsets on the device. */
    Slice slice(int layer) {
        return slices.get(layer);
    }

    int layers() {
        return slices.size();
    }

    /** Length of what training changes. */
    int trainable() {
        return trainable;
    }

    /** Length of all parameters of one copy. */
    int total() {
        return total;
    }

    /** Where a layer's weights start in the transposed copy; the first layer has none. */
    int transposed(int layer) {
        return transposed[layer];
    }

    /** Length of the transposed weights of one copy. */
    int transposedTotal() {
        return transposedTotal;
    }

    /** 1 for every vector of weights, 0 for the others, one number per {@link #LANES} trainable ones. */
    float[] weightFlags() {
        float[] flags = new float[trainable / LANES];
        for (Slice slice : slices) {
            int end = slice.weights() + padded(slice.units()) * slice.in();
            java.util.Arrays.fill(flags, slice.weights() / LANES, end / LANES, 1f);
        }
        return flags;
    }

    /** From the port's order to the device's. */
    void pack(float[] numbers, float[] device) {
        move(numbers, device, true);
    }

    /** From the device's order to the port's; {@code numbers} may end after the trainable part. */
    void unpack(float[] device, float[] numbers) {
        move(numbers, device, false);
    }

    private void move(float[] numbers, float[] device, boolean in) {
        for (int l = 0; l < slices.size(); l++) {
            Slice host = layout.slice(l);
            Slice mine = slices.get(l);
            for (int u = 0; u < host.units(); u++) {
                int row = host.weights() + u * host.in();
                int panel = mine.weights() + u / LANES * LANES * host.in() + u % LANES;
                for (int k = 0; k < host.in(); k++) {
                    if (in) {
                        device[panel + k * LANES] = numbers[row + k];
                    } else {
                        numbers[row + k] = device[panel + k * LANES];
                    }
                }
            }
            part(numbers, host.biases(), device, mine.biases(), host.units(), in);
            part(numbers, host.gamma(), device, mine.gamma(), host.units(), in);
            part(numbers, host.beta(), device, mine.beta(), host.units(), in);
            part(numbers, host.alpha(), device, mine.alpha(), 1, in);
            if (numbers.length == layout.total()) {
                part(numbers, host.runningMean(), device, mine.runningMean(), host.units(), in);
                part(numbers, host.runningVariance(), device, mine.runningVariance(), host.units(), in);
            }
        }
    }

    private static void part(float[] numbers, int at, float[] device, int there, int count, boolean in) {
        if (at == Layout.NONE) {
            return;
        }
        if (in) {
            System.arraycopy(numbers, at, device, there, count);
        } else {
            System.arraycopy(device, there, numbers, at, count);
        }
    }
}
