package weightroom.engine.cpu;

import static weightroom.engine.FastMath.fma;

/**
 * Matrix products as sums of scaled rows, out[s] += Σ_r c[s][r]·rows[r]: the form of a product that Java 17 computes on
 * several numbers at once. Four rows at a time keep the loop's body small enough to be unrolled, two sums at a time use
 * each number that was read twice. The order in which a row of the result is summed depends on nothing but the number of
 * rows, so results are the same however the work is split.
 */
final class RowMath {
    /** Rows that stay in the nearest cache while all sums take their part of them. */
    private static final int CACHED_ROWS = 64;

    private RowMath() {}

    /**
     * out[s] += Σ_{r < count} c[s][r]·rows[r] for from ≤ s < to.
     *
     * @param width numbers in a row
     */
    static void addProducts(float[][] c, float[][] rows, int count, float[][] out, int from, int to, int width) {
        for (int first = 0; first < count; first += CACHED_ROWS) {
            int end = Math.min(count, first + CACHED_ROWS);
            int s = from;
            for (; s + 1 < to; s += 2) {
                addTwo(out[s], out[s + 1], c[s], c[s + 1], rows, first, end, width);
            }
            if (s < to) {
                addOne(out[s], c[s], 0, rows, first, end, width);
            }
        }
    }

    /** Two rows of results at once. */
    static void addTwo(
            float[] outA, float[] outB, float[] a, float[] b, float[][] rows, int first, int end, int width) {
        int r = first;
        for (; r + 3 < end; r += 4) {
            addTwo(outA, outB, a, b, r, rows[r], rows[r + 1], rows[r + 2], rows[r + 3], width);
        }
        for (; r < end; r++) {
            addRow(outA, a[r], rows[r], width);
            addRow(outB, b[r], rows[r], width);
        }
    }

    /** One row of results; its coefficients begin at {@code at}. */
    static void addOne(float[] out, float[] a, int at, float[][] rows, int first, int end, int width) {
        int r = first;
        for (; r + 3 < end; r += 4) {
            addOne(out, a, at + r, rows[r], rows[r + 1], rows[r + 2], rows[r + 3], width);
        }
        for (; r < end; r++) {
            addRow(out, a[at + r], rows[r], width);
        }
    }

    private static void addTwo(
            float[] outA,
            float[] outB,
            float[] a,
            float[] b,
            int r,
            float[] row0,
            float[] row1,
            float[] row2,
            float[] row3,
            int width) {
        float a0 = a[r];
        float a1 = a[r + 1];
        float a2 = a[r + 2];
        float a3 = a[r + 3];
        float b0 = b[r];
        float b1 = b[r + 1];
        float b2 = b[r + 2];
        float b3 = b[r + 3];
        for (int i = 0; i < width; i++) {
            outA[i] = fma(a3, row3[i], fma(a2, row2[i], fma(a1, row1[i], fma(a0, row0[i], outA[i]))));
            outB[i] = fma(b3, row3[i], fma(b2, row2[i], fma(b1, row1[i], fma(b0, row0[i], outB[i]))));
        }
    }

    private static void addOne(
            float[] out, float[] a, int r, float[] row0, float[] row1, float[] row2, float[] row3, int width) {
        float a0 = a[r];
        float a1 = a[r + 1];
        float a2 = a[r + 2];
        float a3 = a[r + 3];
        for (int i = 0; i < width; i++) {
            out[i] = fma(a3, row3[i], fma(a2, row2[i], fma(a1, row1[i], fma(a0, row0[i], out[i]))));
        }
    }

    private static void addRow(float[] out, float a, float[] row, int width) {
        for (int i = 0; i < width; i++) {
            out[i] = fma(a, row[i], out[i]);
        }
    }

    /** Σ a[i]·b[i], summed in eight parts. */
    static float dot(float[] a, float[] b, int n) {
        float s0 = 0f;
        float s1 = 0f;
        float s2 = 0f;
        float s3 = 0f;
        float s4 = 0f;
        float s5 = 0f;
        float s6 = 0f;
        float s7 = 0f;
        int i = 0;
        for (; i + 7 < n; i += 8) {
            s0 = fma(a[i], b[i], s0);
            s1 = fma(a[i + 1], b[i + 1], s1);
            s2 = fma(a[i + 2], b[i + 2], s2);
            s3 = fma(a[i + 3], b[i + 3], s3);
            s4 = fma(a[i + 4], b[i + 4], s4);
            s5 = fma(a[i + 5], b[i + 5], s5);
            s6 = fma(a[i + 6], b[i + 6], s6);
            s7 = fma(a[i + 7], b[i + 7], s7);
        }
        for (; i < n; i++) {
            s0 = fma(a[i], b[i], s0);
        }
        return (s0 + s1 + s2 + s3) + (s4 + s5 + s6 + s7);
    }
}
