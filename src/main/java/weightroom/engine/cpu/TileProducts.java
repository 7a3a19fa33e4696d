package weightroom.engine.cpu;

import static weightroom.engine.FastMath.fma;

import java.lang.invoke.MethodHandles;

/**
 * Products of matrices of a few rows and columns, with sizes and strides as constants; a template for
 * {@link Specialized}. A tile of C stays in registers while all products of it are summed, four at a time written out:
 * so few steps are no loop worth the compiler's preparations.
 */
final class TileProducts implements Products {
    private static final Shape SHAPE = Specialized.constant(MethodHandles.lookup(), Shape.class);
    private static final int COLUMNS = SHAPE.columns();
    private static final int A_I = SHAPE.aRow();
    private static final int A_K = SHAPE.aDepth();
    private static final int B_J = SHAPE.bColumn();
    private static final int B_K = SHAPE.bDepth();
    private static final int C_I = SHAPE.cRow();
    private static final int C_J = SHAPE.cColumn();
    private static final int DEPTH = SHAPE.depth();
    private static final Beginning BEGINNING = SHAPE.beginning();

    @Override
    public void compute(
            float[] a,
            int aAt,
            float[] b,
            int bAt,
            float[] c,
            int cAt,
            float[] start,
            int startAt,
            int rows,
            int anyDepth) {
        int depth = DEPTH > 0 ? DEPTH : anyDepth;
        int j = 0;
        for (; j + 8 <= COLUMNS; j += 8) {
            columns8(a, aAt, b, bAt + j * B_J, c, cAt + j * C_J, start, startAt + j, rows, depth);
        }
        for (; j + 4 <= COLUMNS; j += 4) {
            columns4(a, aAt, b, bAt + j * B_J, c, cAt + j * C_J, start, startAt + j, rows, depth);
        }
        for (; j + 1 <= COLUMNS; j += 1) {
            columns1(a, aAt, b, bAt + j * B_J, c, cAt + j * C_J, start, startAt + j, rows, depth);
        }
    }

    private static float first(float[] c, int at, float[] start, int startAt) {
        return BEGINNING == Beginning.ZERO ? 0f : BEGINNING == Beginning.ROW ? start[startAt] : c[at];
    }

    private static void columns8(
            float[] a,
            int aAt,
            float[] b,
            int bAt,
            float[] c,
            int cAt,
            float[] start,
            int startAt,
            int rows,
            int depth) {
        for (int i = 0; i < rows; i++) {
            int ai = aAt + i * A_I;
            int ci = cAt + i * C_I;
            float c0 = first(c, ci, start, startAt);
            float c1 = first(c, ci + C_J, start, startAt + 1);
            float c2 = first(c, ci + 2 * C_J, start, startAt + 2);
            float c3 = first(c, ci + 3 * C_J, start, startAt + 3);
            float c4 = first(c, ci + 4 * C_J, start, startAt + 4);
            float c5 = first(c, ci + 5 * C_J, start, startAt + 5);
            float c6 = first(c, ci + 6 * C_J, start, startAt + 6);
            float c7 = first(c, ci + 7 * C_J, start, startAt + 7);
            int k = 0;
            if (k + 4 <= depth) {
                int ak = ai + k * A_K;
                int bk = bAt + k * B_K;
                float a0 = a[ak];
                float a1 = a[ak + A_K];
                float a2 = a[ak + 2 * A_K];
                float a3 = a[ak + 3 * A_K];
                c0 = fma(a3, b[bk + 3 * B_K], fma(a2, b[bk + 2 * B_K], fma(a1, b[bk + B_K], fma(a0, b[bk], c0))));
                c1 = fma(
                        a3,
                        b[bk + B_J + 3 * B_K],
                        fma(a2, b[bk + B_J + 2 * B_K], fma(a1, b[bk + B_J + B_K], fma(a0, b[bk + B_J], c1))));
                c2 = fma(
                        a3,
                        b[bk + 2 * B_J + 3 * B_K],
                        fma(
                                a2,
                                b[bk + 2 * B_J + 2 * B_K],
                                fma(a1, b[bk + 2 * B_J + B_K], fma(a0, b[bk + 2 * B_J], c2))));
                c3 = fma(
                        a3,
                        b[bk + 3 * B_J + 3 * B_K],
                        fma(
                                a2,
                                b[bk + 3 * B_J + 2 * B_K],
                                fma(a1, b[bk + 3 * B_J + B_K], fma(a0, b[bk + 3 * B_J], c3))));
                c4 = fma(
                        a3,
                        b[bk + 4 * B_J + 3 * B_K],
                        fma(
                                a2,
                                b[bk + 4 * B_J + 2 * B_K],
                                fma(a1, b[bk + 4 * B_J + B_K], fma(a0, b[bk + 4 * B_J], c4))));
                c5 = fma(
                        a3,
                        b[bk + 5 * B_J + 3 * B_K],
                        fma(
                                a2,
                                b[bk + 5 * B_J + 2 * B_K],
                                fma(a1, b[bk + 5 * B_J + B_K], fma(a0, b[bk + 5 * B_J], c5))));
                c6 = fma(
                        a3,
                        b[bk + 6 * B_J + 3 * B_K],
                        fma(
                                a2,
                                b[bk + 6 * B_J + 2 * B_K],
                                fma(a1, b[bk + 6 * B_J + B_K], fma(a0, b[bk + 6 * B_J], c6))));
                c7 = fma(
                        a3,
                        b[bk + 7 * B_J + 3 * B_K],
                        fma(
                                a2,
                                b[bk + 7 * B_J + 2 * B_K],
                                fma(a1, b[bk + 7 * B_J + B_K], fma(a0, b[bk + 7 * B_J], c7))));
                k += 4;
            }
            if (k + 4 <= depth) {
                int ak = ai + k * A_K;
                int bk = bAt + k * B_K;
                float a0 = a[ak];
                float a1 = a[ak + A_K];
                float a2 = a[ak + 2 * A_K];
                float a3 = a[ak + 3 * A_K];
                c0 = fma(a3, b[bk + 3 * B_K], fma(a2, b[bk + 2 * B_K], fma(a1, b[bk + B_K], fma(a0, b[bk], c0))));
                c1 = fma(
                        a3,
                        b[bk + B_J + 3 * B_K],
                        fma(a2, b[bk + B_J + 2 * B_K], fma(a1, b[bk + B_J + B_K], fma(a0, b[bk + B_J], c1))));
                c2 = fma(
                        a3,
                        b[bk + 2 * B_J + 3 * B_K],
                        fma(
                                a2,
                                b[bk + 2 * B_J + 2 * B_K],
                                fma(a1, b[bk + 2 * B_J + B_K], fma(a0, b[bk + 2 * B_J], c2))));
                c3 = fma(
                        a3,
                        b[bk + 3 * B_J + 3 * B_K],
                        fma(
                                a2,
                                b[bk + 3 * B_J + 2 * B_K],
                                fma(a1, b[bk + 3 * B_J + B_K], fma(a0, b[bk + 3 * B_J], c3))));
                c4 = fma(
                        a3,
                        b[bk + 4 * B_J + 3 * B_K],
                        fma(
                                a2,
                                b[bk + 4 * B_J + 2 * B_K],
                                fma(a1, b[bk + 4 * B_J + B_K], fma(a0, b[bk + 4 * B_J], c4))));
                c5 = fma(
                        a3,
                        b[bk + 5 * B_J + 3 * B_K],
                        fma(
                                a2,
                                b[bk + 5 * B_J + 2 * B_K],
                                fma(a1, b[bk + 5 * B_J + B_K], fma(a0, b[bk + 5 * B_J], c5))));
                c6 = fma(
                        a3,
                        b[bk + 6 * B_J + 3 * B_K],
                        fma(
                                a2,
                                b[bk + 6 * B_J + 2 * B_K],
                                fma(a1, b[bk + 6 * B_J + B_K], fma(a0, b[bk + 6 * B_J], c6))));
                c7 = fma(
                        a3,
                        b[bk + 7 * B_J + 3 * B_K],
                        fma(
                                a2,
                                b[bk + 7 * B_J + 2 * B_K],
                                fma(a1, b[bk + 7 * B_J + B_K], fma(a0, b[bk + 7 * B_J], c7))));
                k += 4;
            }
            for (; k + 4 <= depth; k += 4) {
                int ak = ai + k * A_K;
                int bk = bAt + k * B_K;
                float a0 = a[ak];
                float a1 = a[ak + A_K];
                float a2 = a[ak + 2 * A_K];
                float a3 = a[ak + 3 * A_K];
                c0 = fma(a3, b[bk + 3 * B_K], fma(a2, b[bk + 2 * B_K], fma(a1, b[bk + B_K], fma(a0, b[bk], c0))));
                c1 = fma(
                        a3,
                        b[bk + B_J + 3 * B_K],
                        fma(a2, b[bk + B_J + 2 * B_K], fma(a1, b[bk + B_J + B_K], fma(a0, b[bk + B_J], c1))));
                c2 = fma(
                        a3,
                        b[bk + 2 * B_J + 3 * B_K],
                        fma(
                                a2,
                                b[bk + 2 * B_J + 2 * B_K],
                                fma(a1, b[bk + 2 * B_J + B_K], fma(a0, b[bk + 2 * B_J], c2))));
                c3 = fma(
                        a3,
                        b[bk + 3 * B_J + 3 * B_K],
                        fma(
                                a2,
                                b[bk + 3 * B_J + 2 * B_K],
                                fma(a1, b[bk + 3 * B_J + B_K], fma(a0, b[bk + 3 * B_J], c3))));
                c4 = fma(
                        a3,
                        b[bk + 4 * B_J + 3 * B_K],
                        fma(
                                a2,
                                b[bk + 4 * B_J + 2 * B_K],
                                fma(a1, b[bk + 4 * B_J + B_K], fma(a0, b[bk + 4 * B_J], c4))));
                c5 = fma(
                        a3,
                        b[bk + 5 * B_J + 3 * B_K],
                        fma(
                                a2,
                                b[bk + 5 * B_J + 2 * B_K],
                                fma(a1, b[bk + 5 * B_J + B_K], fma(a0, b[bk + 5 * B_J], c5))));
                c6 = fma(
                        a3,
                        b[bk + 6 * B_J + 3 * B_K],
                        fma(
                                a2,
                                b[bk + 6 * B_J + 2 * B_K],
                                fma(a1, b[bk + 6 * B_J + B_K], fma(a0, b[bk + 6 * B_J], c6))));
                c7 = fma(
                        a3,
                        b[bk + 7 * B_J + 3 * B_K],
                        fma(
                                a2,
                                b[bk + 7 * B_J + 2 * B_K],
                                fma(a1, b[bk + 7 * B_J + B_K], fma(a0, b[bk + 7 * B_J], c7))));
            }
            if (k + 2 <= depth) {
                int ak = ai + k * A_K;
                int bk = bAt + k * B_K;
                float a0 = a[ak];
                float a1 = a[ak + A_K];
                c0 = fma(a1, b[bk + B_K], fma(a0, b[bk], c0));
                c1 = fma(a1, b[bk + B_J + B_K], fma(a0, b[bk + B_J], c1));
                c2 = fma(a1, b[bk + 2 * B_J + B_K], fma(a0, b[bk + 2 * B_J], c2));
                c3 = fma(a1, b[bk + 3 * B_J + B_K], fma(a0, b[bk + 3 * B_J], c3));
                c4 = fma(a1, b[bk + 4 * B_J + B_K], fma(a0, b[bk + 4 * B_J], c4));
                c5 = fma(a1, b[bk + 5 * B_J + B_K], fma(a0, b[bk + 5 * B_J], c5));
                c6 = fma(a1, b[bk + 6 * B_J + B_K], fma(a0, b[bk + 6 * B_J], c6));
                c7 = fma(a1, b[bk + 7 * B_J + B_K], fma(a0, b[bk + 7 * B_J], c7));
                k += 2;
            }
            if (k + 1 <= depth) {
                int ak = ai + k * A_K;
                int bk = bAt + k * B_K;
                float a0 = a[ak];
                c0 = fma(a0, b[bk], c0);
                c1 = fma(a0, b[bk + B_J], c1);
                c2 = fma(a0, b[bk + 2 * B_J], c2);
                c3 = fma(a0, b[bk + 3 * B_J], c3);
                c4 = fma(a0, b[bk + 4 * B_J], c4);
                c5 = fma(a0, b[bk + 5 * B_J], c5);
                c6 = fma(a0, b[bk + 6 * B_J], c6);
                c7 = fma(a0, b[bk + 7 * B_J], c7);
                k += 1;
            }
            c[ci] = c0;
            c[ci + C_J] = c1;
            c[ci + 2 * C_J] = c2;
            c[ci + 3 * C_J] = c3;
            c[ci + 4 * C_J] = c4;
            c[ci + 5 * C_J] = c5;
            c[ci + 6 * C_J] = c6;
            c[ci + 7 * C_J] = c7;
        }
    }

    private static void columns4(
            float[] a,
            int aAt,
            float[] b,
            int bAt,
            float[] c,
            int cAt,
            float[] start,
            int startAt,
            int rows,
            int depth) {
        for (int i = 0; i < rows; i++) {
            int ai = aAt + i * A_I;
            int ci = cAt + i * C_I;
            float c0 = first(c, ci, start, startAt);
            float c1 = first(c, ci + C_J, start, startAt + 1);
            float c2 = first(c, ci + 2 * C_J, start, startAt + 2);
            float c3 = first(c, ci + 3 * C_J, start, startAt + 3);
            int k = 0;
            if (k + 4 <= depth) {
                int ak = ai + k * A_K;
                int bk = bAt + k * B_K;
                float a0 = a[ak];
                float a1 = a[ak + A_K];
                float a2 = a[ak + 2 * A_K];
                float a3 = a[ak + 3 * A_K];
                c0 = fma(a3, b[bk + 3 * B_K], fma(a2, b[bk + 2 * B_K], fma(a1, b[bk + B_K], fma(a0, b[bk], c0))));
                c1 = fma(
                        a3,
                        b[bk + B_J + 3 * B_K],
                        fma(a2, b[bk + B_J + 2 * B_K], fma(a1, b[bk + B_J + B_K], fma(a0, b[bk + B_J], c1))));
                c2 = fma(
                        a3,
                        b[bk + 2 * B_J + 3 * B_K],
                        fma(
                                a2,
                                b[bk + 2 * B_J + 2 * B_K],
                                fma(a1, b[bk + 2 * B_J + B_K], fma(a0, b[bk + 2 * B_J], c2))));
                c3 = fma(
                        a3,
                        b[bk + 3 * B_J + 3 * B_K],
                        fma(
                                a2,
                                b[bk + 3 * B_J + 2 * B_K],
                                fma(a1, b[bk + 3 * B_J + B_K], fma(a0, b[bk + 3 * B_J], c3))));
                k += 4;
            }
            if (k + 4 <= depth) {
                int ak = ai + k * A_K;
                int bk = bAt + k * B_K;
                float a0 = a[ak];
                float a1 = a[ak + A_K];
                float a2 = a[ak + 2 * A_K];
                float a3 = a[ak + 3 * A_K];
                c0 = fma(a3, b[bk + 3 * B_K], fma(a2, b[bk + 2 * B_K], fma(a1, b[bk + B_K], fma(a0, b[bk], c0))));
                c1 = fma(
                        a3,
                        b[bk + B_J + 3 * B_K],
                        fma(a2, b[bk + B_J + 2 * B_K], fma(a1, b[bk + B_J + B_K], fma(a0, b[bk + B_J], c1))));
                c2 = fma(
                        a3,
                        b[bk + 2 * B_J + 3 * B_K],
                        fma(
                                a2,
                                b[bk + 2 * B_J + 2 * B_K],
                                fma(a1, b[bk + 2 * B_J + B_K], fma(a0, b[bk + 2 * B_J], c2))));
                c3 = fma(
                        a3,
                        b[bk + 3 * B_J + 3 * B_K],
                        fma(
                                a2,
                                b[bk + 3 * B_J + 2 * B_K],
                                fma(a1, b[bk + 3 * B_J + B_K], fma(a0, b[bk + 3 * B_J], c3))));
                k += 4;
            }
            for (; k + 4 <= depth; k += 4) {
                int ak = ai + k * A_K;
                int bk = bAt + k * B_K;
                float a0 = a[ak];
                float a1 = a[ak + A_K];
                float a2 = a[ak + 2 * A_K];
                float a3 = a[ak + 3 * A_K];
                c0 = fma(a3, b[bk + 3 * B_K], fma(a2, b[bk + 2 * B_K], fma(a1, b[bk + B_K], fma(a0, b[bk], c0))));
                c1 = fma(
                        a3,
                        b[bk + B_J + 3 * B_K],
                        fma(a2, b[bk + B_J + 2 * B_K], fma(a1, b[bk + B_J + B_K], fma(a0, b[bk + B_J], c1))));
                c2 = fma(
                        a3,
                        b[bk + 2 * B_J + 3 * B_K],
                        fma(
                                a2,
                                b[bk + 2 * B_J + 2 * B_K],
                                fma(a1, b[bk + 2 * B_J + B_K], fma(a0, b[bk + 2 * B_J], c2))));
                c3 = fma(
                        a3,
                        b[bk + 3 * B_J + 3 * B_K],
                        fma(
                                a2,
                                b[bk + 3 * B_J + 2 * B_K],
                                fma(a1, b[bk + 3 * B_J + B_K], fma(a0, b[bk + 3 * B_J], c3))));
            }
            if (k + 2 <= depth) {
                int ak = ai + k * A_K;
                int bk = bAt + k * B_K;
                float a0 = a[ak];
                float a1 = a[ak + A_K];
                c0 = fma(a1, b[bk + B_K], fma(a0, b[bk], c0));
                c1 = fma(a1, b[bk + B_J + B_K], fma(a0, b[bk + B_J], c1));
                c2 = fma(a1, b[bk + 2 * B_J + B_K], fma(a0, b[bk + 2 * B_J], c2));
                c3 = fma(a1, b[bk + 3 * B_J + B_K], fma(a0, b[bk + 3 * B_J], c3));
                k += 2;
            }
            if (k + 1 <= depth) {
                int ak = ai + k * A_K;
                int bk = bAt + k * B_K;
                float a0 = a[ak];
                c0 = fma(a0, b[bk], c0);
                c1 = fma(a0, b[bk + B_J], c1);
                c2 = fma(a0, b[bk + 2 * B_J], c2);
                c3 = fma(a0, b[bk + 3 * B_J], c3);
                k += 1;
            }
            c[ci] = c0;
            c[ci + C_J] = c1;
            c[ci + 2 * C_J] = c2;
            c[ci + 3 * C_J] = c3;
        }
    }

    private static void columns1(
            float[] a,
            int aAt,
            float[] b,
            int bAt,
            float[] c,
            int cAt,
            float[] start,
            int startAt,
            int rows,
            int depth) {
        for (int i = 0; i < rows; i++) {
            int ai = aAt + i * A_I;
            int ci = cAt + i * C_I;
            float c0 = first(c, ci, start, startAt);
            int k = 0;
            if (k + 4 <= depth) {
                int ak = ai + k * A_K;
                int bk = bAt + k * B_K;
                float a0 = a[ak];
                float a1 = a[ak + A_K];
                float a2 = a[ak + 2 * A_K];
                float a3 = a[ak + 3 * A_K];
                c0 = fma(a3, b[bk + 3 * B_K], fma(a2, b[bk + 2 * B_K], fma(a1, b[bk + B_K], fma(a0, b[bk], c0))));
                k += 4;
            }
            if (k + 4 <= depth) {
                int ak = ai + k * A_K;
                int bk = bAt + k * B_K;
                float a0 = a[ak];
                float a1 = a[ak + A_K];
                float a2 = a[ak + 2 * A_K];
                float a3 = a[ak + 3 * A_K];
                c0 = fma(a3, b[bk + 3 * B_K], fma(a2, b[bk + 2 * B_K], fma(a1, b[bk + B_K], fma(a0, b[bk], c0))));
                k += 4;
            }
            for (; k + 4 <= depth; k += 4) {
                int ak = ai + k * A_K;
                int bk = bAt + k * B_K;
                float a0 = a[ak];
                float a1 = a[ak + A_K];
                float a2 = a[ak + 2 * A_K];
                float a3 = a[ak + 3 * A_K];
                c0 = fma(a3, b[bk + 3 * B_K], fma(a2, b[bk + 2 * B_K], fma(a1, b[bk + B_K], fma(a0, b[bk], c0))));
            }
            if (k + 2 <= depth) {
                int ak = ai + k * A_K;
                int bk = bAt + k * B_K;
                float a0 = a[ak];
                float a1 = a[ak + A_K];
                c0 = fma(a1, b[bk + B_K], fma(a0, b[bk], c0));
                k += 2;
            }
            if (k + 1 <= depth) {
                int ak = ai + k * A_K;
                int bk = bAt + k * B_K;
                float a0 = a[ak];
                c0 = fma(a0, b[bk], c0);
                k += 1;
            }
            c[ci] = c0;
        }
    }
}
