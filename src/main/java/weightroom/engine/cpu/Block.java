package weightroom.engine.cpu;

/**
 * Numbers of shape {@code (n, width)}. Small ones share one array, row after row, so that one loop runs over all of them;
 * rows of large ones are arrays of their own, because Java 17 computes on several numbers at once only where all arrays of
 * a loop have the same index.
 */
final class Block {
    private final float[][] rows;
    private final int base;
    private final int stride;
    private final int width;

    private Block(float[][] rows, int base, int stride, int width) {
        this.rows = rows;
        this.base = base;
        this.stride = stride;
        this.width = width;
    }

    /** Rows within an array that exists, from {@code base} on. */
    static Block within(float[] shared, int base, int width) {
        return new Block(new float[][] {shared}, base, width, width);
    }

    /** New zeros. */
    static Block of(int n, int width, boolean small) {
        return small
                ? within(new float[Math.multiplyExact(n, width)], 0, width)
                : new Block(new float[n][width], 0, 0, width);
    }

    /** The array that holds row {@code r}, from {@link #at} on. */
    float[] array(int r) {
        return rows[stride == 0 ? r : 0];
    }

    /** Where row {@code r} begins in its array. */
    int at(int r) {
        return base + r * stride;
    }

    int width() {
        return width;
    }

    /** Whether all rows share one array. */
    boolean small() {
        return stride > 0;
    }

    /** The rows as arrays of their own; only when not {@linkplain #small small}. */
    float[][] rows() {
        return rows;
    }

    /** Copies the first {@code n} rows out, row after row. */
    void read(int n, float[] to, int offset) {
        for (int r = 0; r < n; r++) {
            System.arraycopy(array(r), at(r), to, offset + r * width, width);
        }
    }

    /** Copies the first {@code n} rows out, row after row. */
    float[] read(int n) {
        float[] out = new float[n * width];
        read(n, out, 0);
        return out;
    }
}
