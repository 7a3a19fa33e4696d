package weightroom.run;

import java.util.Arrays;
import weightroom.run.Replay.Reading;
import weightroom.run.Timeline.Moment;

/** What a replay reads on its way; every second point goes when there are too many. */
final class Readings {
    private static final int FIXED = 4; // step, epoch, train, test

    private final int rows;
    private double[][] columns;
    private int size;

    Readings(int rows) {
        this.rows = rows;
        this.columns = new double[FIXED + rows][Replay.MOST_POINTS];
    }

    void add(Moment at, double train, double test, double[] losses) {
        if (size == 2 * Replay.MOST_POINTS) {
            halve();
        }
        if (size == columns[0].length) {
            grow();
        }
        columns[0][size] = at.step();
        columns[1][size] = at.epoch();
        columns[2][size] = train;
        columns[3][size] = test;
        for (int i = 0; i < rows; i++) {
            columns[FIXED + i][size] = losses[i];
        }
        size++;
    }

    /** The step of the last point; −1 where there is none. */
    long lastStep() {
        return size == 0 ? -1 : (long) columns[0][size - 1];
    }

    void dropLast() {
        size--;
    }

    void clear() {
        size = 0;
    }

    Reading reading() {
        double[][] kept = Arrays.stream(columns)
                .map(column -> Arrays.copyOf(column, size))
                .toArray(double[][]::new);
        return new Reading(
                Arrays.stream(kept[0]).mapToLong(step -> (long) step).toArray(),
                kept[1],
                kept[2],
                kept[3],
                Arrays.copyOfRange(kept, FIXED, kept.length));
    }

    private void grow() {
        for (int i = 0; i < columns.length; i++) {
            columns[i] = Arrays.copyOf(columns[i], 2 * size);
        }
    }

    /** The first stays. */
    private void halve() {
        for (double[] column : columns) {
            for (int i = 0; i < size / 2; i++) {
                column[i] = column[2 * i];
            }
        }
        size /= 2;
    }
}
