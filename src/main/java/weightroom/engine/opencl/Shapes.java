package weightroom.engine.opencl;

import weightroom.engine.opencl.LayeredSource.Products;

/**
 * How many work-items each kind of kernel is launched with.
 *
 * @param products which products are in use
 * @param batch padded rows
 * @param copies R
 */
record Shapes(Products products, int batch, int copies) {
    /** Rows and panels of a block in {@code blocks.cl}. */
    private static final int BLOCK = 8;

    private static final int PANELS = 2;

    /** Rows and columns of a tile in {@code tiles.cl}. */
    private static final int TILE = 16;

    /** Rows in a work-group of the head; divides every padded batch. */
    private static final int HEAD = 8;

    /**
     * A product with a result of {@code rows × columns}.
     *
     * @param columns a multiple of {@link PanelLayout#LANES}
     */
    Launch product(ClKernel kernel, int rows, int columns) {
        if (products == Products.TILES) {
            long[] global = {columns, (long) TILE * ((rows + TILE - 1) / TILE), copies};
            return new Launch(kernel, global, new long[] {TILE, TILE, 1});
        }
        int panels = columns / PanelLayout.LANES;
        long[] global = {(rows + BLOCK - 1) / BLOCK, (panels + PANELS - 1) / PANELS, copies};
        return new Launch(kernel, global, new long[] {1, 1, 1});
    }

    /** One work-item per panel of 16 units. */
    Launch panels(ClKernel kernel, int columns) {
        return new Launch(kernel, new long[] {columns / PanelLayout.LANES, copies}, new long[] {1, 1});
    }

    /** One work-item per row of the batch. */
    Launch rows(ClKernel kernel) {
        return new Launch(kernel, new long[] {batch, copies}, new long[] {HEAD, 1});
    }

    /**
     * One work-item per chunk of the parameters.
     *
     * @param computeUnits of the device
     */
    Launch chunks(ClKernel kernel, int computeUnits) {
        boolean tiles = products == Products.TILES;
        return new Launch(
                kernel, new long[] {tiles ? 1024 : 4L * computeUnits, copies}, new long[] {tiles ? 64 : 1, 1});
    }
}
