package weightroom.engine.cpu;

import weightroom.engine.Layout;
import weightroom.engine.Layout.Slice;
import weightroom.engine.Network;

/**
 * Where the fast program keeps a network's numbers. A small network keeps the order of {@link Layout} in one array. A
 * large one has an array per row of weights, by unit {@code [units][in]} or by input {@code [in][units]}, whichever makes
 * the longer rows, for the inner loops run along them. What is not a weight stands in one array {@code rest}.
 */
final class Arrangement {
    /** Layers of up to so many weights are small: their rows are too short for loops over several numbers at once. */
    private static final int SMALL_WEIGHTS = 1024;

    private static final int WIDE_UNITS = 32;

    private final Layout layout;
    private final boolean small;
    private final int[] restStarts;
    private final int restLength;

    Arrangement(Network network) {
        layout = Layout.of(network);
        small = layout.slices().stream().allMatch(slice -> slice.in() * slice.units() <= SMALL_WEIGHTS);
        restStarts = new int[layout.slices().size()];
        int next = 0;
        for (int l = 0; l < restStarts.length; l++) {
            restStarts[l] = small ? layout.slice(l).weightsEnd() : next;
            next += restOf(l);
        }
        restLength = next;
    }

    Layout layout() {
        return layout;
    }

    boolean small() {
        return small;
    }

    int layers() {
        return restStarts.length;
    }

    int restLength() {
        return restLength;
    }

    /** Whether rows of weights belong to units rather than to inputs. */
    boolean byUnit(int l) {
        Slice slice = layout.slice(l);
        return small || slice.units() < slice.in() || !wide(l);
    }

    /** Whether rows of one number per unit are long enough to compute on several numbers at once. */
    boolean wide(int l) {
        return layout.slice(l).units() >= WIDE_UNITS;
    }

    /** Rows of weights. */
    int weightRows(int l) {
        Slice slice = layout.slice(l);
        return byUnit(l) ? slice.units() : slice.in();
    }

    /** Numbers in a row of weights. */
    int weightWidth(int l) {
        Slice slice = layout.slice(l);
        return byUnit(l) ? slice.in() : slice.units();
    }

    /** Where, in {@code rest}, the biases or γ of a layer begin. */
    int restStart(int l) {
        return restStarts[l];
    }

    /** How many numbers of a layer are not weights. */
    int restOf(int l) {
        int end = l + 1 < layout.slices().size() ? layout.slice(l + 1).weights() : layout.trainable();
        return end - layout.slice(l).weightsEnd();
    }

    /** Index in {@code rest} of what stands at an offset of the layout, {@link Layout#NONE} for none. */
    int rest(int l, int offset) {
        return offset == Layout.NONE ? Layout.NONE : offset - layout.slice(l).weightsEnd() + restStarts[l];
    }
}
