package weightroom.run;

/**
 * Points spread evenly over a rectangle of the input plane, at the centres of columns × rows cells; row 0 is at the bottom.
 *
 * @param columns cells along x1
 * @param rows cells along x2
 */
public record Grid(int columns, int rows, double x1Low, double x1High, double x2Low, double x2High) {
    public int points() {
        return columns * rows;
    }

    /** x1 at the centre of a column. */
    public double x1(int column) {
        return x1Low + (column + 0.5) * (x1High - x1Low) / columns;
    }

    /** x2 at the centre of a row. */
    public double x2(int row) {
        return x2Low + (row + 0.5) * (x2High - x2Low) / rows;
    }
}
