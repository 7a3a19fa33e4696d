package weightroom.engine;

import java.util.Arrays;
import java.util.Collection;

/**
 * Which parameters updates leave alone: an unchangeable set of indices into the flat array of {@link Layout}, four bytes
 * each.
 *
 * <p>A frozen parameter takes part in every forward and backward pass as any other. Its gradient counts as 0 before
 * clipping, so it adds nothing to the length that clipping by norm looks at; no penalty, decay or momentum moves it; and
 * its optimizer slots stay as they were, so that it goes on from them once it is free again.
 */
public final class Frozen {
    /** Nothing is frozen. */
    public static final Frozen NONE = new Frozen(new int[0]);

    /** Ascending, each once. */
    private final int[] indices;

    private Frozen(int[] indices) {
        this.indices = indices;
    }

    /**
     * These parameters.
     *
     * @param indices from 0, in any order, repeated or not
     * @throws IllegalArgumentException when one is negative
     */
    public static Frozen of(int... indices) {
        int[] sorted = Arrays.stream(indices).sorted().distinct().toArray();
        if (sorted.length == 0) {
            return NONE;
        }
        if (sorted[0] < 0) {
            throw new IllegalArgumentException("there is no parameter number " + sorted[0]);
        }
        return new Frozen(sorted);
    }

    /** These parameters. */
    public static Frozen of(Collection<Integer> indices) {
        return of(indices.stream().mapToInt(Integer::intValue).toArray());
    }

    public boolean isEmpty() {
        return indices.length == 0;
    }

    /** How many parameters are frozen. */
    public int size() {
        return indices.length;
    }

    public boolean contains(int index) {
        return Arrays.binarySearch(indices, index) >= 0;
    }

    /** The indices, ascending, as a copy. */
    public int[] indices() {
        return indices.clone();
    }

    /**
     * 1 for every frozen parameter, 0 for the others: what a device rearranges as it does parameters, to find out where
     * they stand with it.
     *
     * @param length of the result, beyond the largest index
     */
    public float[] flags(int length) {
        float[] flags = new float[length];
        for (int index : indices) {
            flags[index] = 1f;
        }
        return flags;
    }

    /** The largest index, −1 when nothing is frozen. */
    int last() {
        return indices.length == 0 ? -1 : indices[indices.length - 1];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Frozen that && Arrays.equals(indices, that.indices);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(indices);
    }

    @Override
    public String toString() {
        return "Frozen" + Arrays.toString(indices);
    }
}
