package weightroom.plot;

/**
 * Numbers over a rectangle of the plane, at the centres of equal cells.
 *
 * @param columns cells from left to right
 * @param rows cells from bottom to top
 * @param xLow left edge
 * @param xHigh right edge
 * @param yLow lower edge
 * @param yHigh upper edge
 * @param values {@code (rows, columns, depth)}, the bottom row first; depth is 1, or one number per class. Not to be
 *     written while the field is shown
 */
public record Field(int columns, int rows, double xLow, double xHigh, double yLow, double yHigh, float[] values) {
    public Field {
        int cells = columns * rows;
        if (cells <= 0 || values.length % cells != 0 || values.length == 0) {
            throw new IllegalArgumentException(
                    "%d values do not fill %d × %d cells".formatted(values.length, columns, rows));
        }
    }

    /** How many numbers stand in each cell. */
    public int depth() {
        return values.length / (columns * rows);
    }

    /** Index of the cell at a place of the plane; places outside belong to the nearest cell. */
    int cell(double x, double y) {
        int column = (int) Math.floor((x - xLow) / (xHigh - xLow) * columns);
        int row = (int) Math.floor((y - yLow) / (yHigh - yLow) * rows);
        return Math.max(0, Math.min(rows - 1, row)) * columns + Math.max(0, Math.min(columns - 1, column));
    }

    /** The class with the greatest number in a cell. */
    int winner(int cell) {
        int best = 0;
        for (int k = 1; k < depth(); k++) {
            best = values[cell * depth() + k] > values[cell * depth() + best] ? k : best;
        }
        return best;
    }
}
