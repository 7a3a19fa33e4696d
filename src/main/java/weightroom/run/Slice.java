package weightroom.run;

import java.util.Arrays;
import java.util.stream.IntStream;
import weightroom.data.Dataset;

/**
 * A plane through the space of raw inputs (before features): two inputs span it, the others are held.
 *
 * @param axis1 the input along x1, from 0
 * @param axis2 the input along x2; where it is the same as {@code axis1}, as it must be for a single input, nothing changes
 *     along x2
 * @param held a value for every raw input, those of the axes being ignored; inputs beyond its end are held at 0. Not to be
 *     written
 */
public record Slice(int axis1, int axis2, double[] held) {
    /** The plane of the first two inputs, the others at 0. */
    public static final Slice FIRST_TWO = new Slice(0, 1, new double[0]);

    /** The plane of the first two inputs that vary (or of one, if it is the only one), the others held at their means. */
    public static Slice of(Dataset dataset) {
        double[] mean = new double[dataset.inputCount()];
        for (double[] row : dataset.inputs()) {
            for (int j = 0; j < mean.length; j++) {
                mean[j] += row[j] / dataset.count();
            }
        }
        int[] axes = IntStream.concat(
                        IntStream.range(0, mean.length).filter(j -> varies(dataset, j)),
                        IntStream.range(0, mean.length))
                .distinct()
                .limit(2)
                .sorted()
                .toArray();
        return new Slice(axes[0], axes[axes.length - 1], mean);
    }

    private static boolean varies(Dataset dataset, int input) {
        double first = dataset.inputs()[0][input];
        return Arrays.stream(dataset.inputs()).anyMatch(row -> row[input] != first);
    }

    /** Whether both axes are inputs that data of so many inputs has. */
    public boolean fits(int inputs) {
        return axis1 >= 0 && axis2 >= 0 && axis1 < inputs && axis2 < inputs;
    }

    /**
     * The raw inputs at the points of a grid, the bottom row first, each row from the left.
     *
     * @param inputs how many raw inputs a point has
     * @return {@code (rows·columns, inputs)}
     */
    public double[][] points(Grid grid, int inputs) {
        double[][] points = new double[grid.points()][];
        for (int i = 0; i < points.length; i++) {
            double[] point = Arrays.copyOf(held, inputs);
            point[axis2] = grid.x2(i / grid.columns());
            point[axis1] = grid.x1(i % grid.columns());
            points[i] = point;
        }
        return points;
    }

    /** The same axes, and bit for bit the same values for the others. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Slice that
                && axis1 == that.axis1
                && axis2 == that.axis2
                && Arrays.equals(held, that.held);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * axis1 + axis2) + Arrays.hashCode(held);
    }
}
