package weightroom.engine;

import java.util.Arrays;

/**
 * The rows to learn from, those to choose settings by, and those kept back for the end; the last two may be empty.
 *
 * @param train the rows to learn from
 * @param leftOut one of them that is not learned from after all, {@link #NONE} for none. It keeps its place in the order
 *     of every epoch, so that the others meet in the same batches as with it; the batch that it belongs to is one row
 *     smaller. Only Java and the reference leave rows out
 * @param learned the rows that a training loss is measured on: {@code train} without the one left out
 */
public record Split(Rows train, Rows validation, Rows test, int leftOut, Rows learned) {
    /** In the place of a row where none is left out. */
    public static final int NONE = -1;

    public Split(Rows train, Rows validation, Rows test) {
        this(train, validation, test, NONE, train);
    }

    public Split(Rows train) {
        this(train, Rows.NONE, Rows.NONE);
    }

    /**
     * The same without one of the rows to learn from.
     *
     * @param row index into {@link #train()}, of 2 rows or more
     */
    public Split without(int row) {
        int n = train.count();
        if (row < 0 || row >= n || n < 2) {
            throw new IllegalArgumentException("row %d of %d cannot be left out".formatted(row, n));
        }
        Rows others = new Rows(n - 1, cut(train.inputs(), row, n), cut(train.targets(), row, n));
        return new Split(train, validation, test, row, others);
    }

    /** Whether a row is left out. */
    public boolean leavesOut() {
        return leftOut != NONE;
    }

    /**
     * Takes the row that is left out from an epoch's order; those after it move up by one place.
     *
     * @param order all of the rows to learn from
     * @return the place where it was; the largest int where none is left out
     */
    public int cutFrom(int[] order) {
        if (!leavesOut()) {
            return Integer.MAX_VALUE;
        }
        int gap = 0;
        while (order[gap] != leftOut) {
            gap++;
        }
        System.arraycopy(order, gap + 1, order, gap, order.length - gap - 1);
        return gap;
    }

    private static float[] cut(float[] numbers, int row, int n) {
        int width = numbers.length / n;
        float[] rest = Arrays.copyOf(numbers, numbers.length - width);
        System.arraycopy(numbers, (row + 1) * width, rest, row * width, numbers.length - (row + 1) * width);
        return rest;
    }
}
