package weightroom.run;

import java.util.Arrays;
import java.util.Optional;
import weightroom.data.Prepared;
import weightroom.engine.Rows;
import weightroom.engine.Split;
import weightroom.experiment.Setup;
import weightroom.run.Replay.Reading;
import weightroom.run.Timeline.Moment;

/** What a replay reads on its way; every second point goes when there are too many. */
final class Readings {
    private static final int FIXED = 4; // step, epoch, train, test

    private final int[] rows;
    private double[][] columns;
    private int size;
    private Rows[] singles = {};
    private Optional<Prepared> singlesOf = Optional.empty();

    /** @param rows of the data set, whose losses are read */
    Readings(int... rows) {
        this.rows = rows.clone();
        this.columns = new double[FIXED + rows.length][Replay.MOST_POINTS];
    }

    /** Adds where a run stands. */
    void read(Run run) {
        if (size == 2 * Replay.MOST_POINTS) {
            halve();
        }
        if (size == columns[0].length) {
            grow();
        }
        Moment at = run.moment();
        Split split = run.setup().data().get(0);
        columns[0][size] = at.step();
        columns[1][size] = at.epoch();
        columns[2][size] = run.loss(split.learned());
        columns[3][size] = run.loss(split.test());
        Rows[] looked = singles(run.setup());
        for (int i = 0; i < looked.length; i++) {
            columns[FIXED + i][size] = run.loss(looked[i]);
        }
        size++;
    }

    /** The rows looked at, the same objects as long as the data is the same, for devices keep what they have seen. */
    @SuppressWarnings("ReferenceEquality")
    private Rows[] singles(Setup setup) {
        if (singlesOf.filter(rowsOf -> rowsOf == setup.rows()).isEmpty()) {
            singles = Arrays.stream(rows).mapToObj(setup.rows()::row).toArray(Rows[]::new);
            singlesOf = Optional.of(setup.rows());
        }
        return singles;
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
