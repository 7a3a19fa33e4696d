package weightroom.engine.cpu;

/** A product of two matrices of one shape, added to what the result begins with. */
interface Products {
    static Products of(Shape shape) {
        return Specialized.of(TileProducts.class, Products.class, shape);
    }

    /**
     * C[i, j] = beginning + Σ_k A[i, k]·B[k, j] for all i < rows and j < columns.
     *
     * @param aAt where A begins, and so on
     * @param start the row to begin with, for {@link Beginning#ROW}
     * @param depth number of k, where the shape leaves it open
     */
    void compute(
            float[] a,
            int aAt,
            float[] b,
            int bAt,
            float[] c,
            int cAt,
            float[] start,
            int startAt,
            int rows,
            int depth);

    /** What the sums begin with. */
    enum Beginning {
        ZERO,
        /** Every row of C with the same row. */
        ROW,
        /** What is in C. */
        SUM
    }

    /**
     * Where the elements lie: A[i, k] at {@code i·aRow + k·aDepth}, B[k, j] at {@code k·bDepth + j·bColumn}, C[i, j] at
     * {@code i·cRow + j·cColumn}.
     *
     * @param depth number of k, 0 where each call says it
     */
    record Shape(
            int columns,
            int aRow,
            int aDepth,
            int bColumn,
            int bDepth,
            int cRow,
            int cColumn,
            int depth,
            Beginning beginning) {}
}
