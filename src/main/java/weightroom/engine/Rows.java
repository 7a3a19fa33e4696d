package weightroom.engine;

import java.util.Arrays;

/**
 * Rows of numbers as the engine eats them. Devices keep a copy of rows they have seen, so one {@code Rows} is never
 * changed.
 */
public final class Rows {
    /** No rows at all, as for a test part that a file leaves empty. */
    public static final Rows NONE = new Rows(0, new float[0], new float[0]);

    private final int count;
    private final float[] inputs;
    private final float[] targets;

    /**
     * @param count n
     * @param inputs {@code (n, in)}, row by row
     * @param targets {@code (n, c)}, row by row; classes already as 0/1, ±1 or one-hot, whichever the loss asks for
     */
    public Rows(int count, float[] inputs, float[] targets) {
        if (count < 0 || (count > 0 && (inputs.length % count != 0 || targets.length % count != 0))) {
            throw new IllegalArgumentException(
                    "%d rows do not divide %d inputs and %d targets".formatted(count, inputs.length, targets.length));
        }
        this.count = count;
        this.inputs = inputs;
        this.targets = targets;
    }

    public int count() {
        return count;
    }

    /** {@code (n, in)}; not to be written. */
    public float[] inputs() {
        return inputs;
    }

    /** {@code (n, c)}; not to be written. */
    public float[] targets() {
        return targets;
    }

    /** One of them alone. */
    public Rows row(int at) {
        int in = inputs.length / count;
        int c = targets.length / count;
        return new Rows(
                1, Arrays.copyOfRange(inputs, at * in, at * in + in), Arrays.copyOfRange(targets, at * c, at * c + c));
    }

    public boolean isEmpty() {
        return count == 0;
    }
}
