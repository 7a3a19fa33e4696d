package weightroom.explain;

import java.util.Arrays;
import weightroom.data.Dataset;
import weightroom.data.Prepared;
import weightroom.engine.InvalidInput;
import weightroom.engine.Plan;
import weightroom.engine.cpu.Batch;

/**
 * What goes through the network: one row of the data, a typed point, or a whole batch.
 *
 * @param kind where it comes from
 * @param rows which rows of the data set (from 0, in file order), n of them; {@link #TYPED} for a typed point
 * @param raw what stands in the data, {@code (n, raw inputs)}, before features and scaling
 * @param batch what the network receives: features, standardized where the experiment says so, and targets as the loss takes
 *     them
 */
public record Sample(Kind kind, int[] rows, double[][] raw, Batch batch) {
    /** In the place of a row's number where there is no row. */
    public static final int TYPED = -1;

    /** The most rows of a batch, so that a pass stays a matter of milliseconds. */
    public static final int MOST_ROWS = 4096;

    /**
     * The most parameters times rows, each row counted once and {@link #ROWS_OF_UPDATE} more for the update: measured, so that a
     * pass takes at most a tenth of a second. A single row is always within it.
     */
    private static final long MOST_WORK = 40_000_000;

    private static final int ROWS_OF_UPDATE = 8;

    /** Where a sample comes from. */
    public enum Kind {
        ROW,
        TYPED,
        BATCH
    }

    /**
     * A row of the data, whichever part it belongs to.
     *
     * @param row from 0, in file order
     * @throws InvalidInput when there is no such row
     */
    public static Sample row(Subject subject, int row) {
        Prepared data = subject.setup().rows();
        if (row < 0 || row >= data.dataset().count()) {
            throw new InvalidInput("there is no row %d; expected 0 to %d"
                    .formatted(row, data.dataset().count() - 1));
        }
        return new Sample(
                Kind.ROW,
                new int[] {row},
                raw(data.dataset(), new int[] {row}),
                Batch.of(data.row(row), new int[] {0}, 0, 1));
    }

    /**
     * A point that need not be in the data.
     *
     * @param raw as it would stand in the data
     * @param targets as the loss takes them, one for each output
     * @throws InvalidInput when the numbers are too few, too many or not finite, or a feature has no value there
     */
    public static Sample typed(Subject subject, double[] raw, double[] targets) {
        Prepared data = subject.setup().rows();
        check("inputs", raw, data.dataset().inputCount());
        check("targets", targets, subject.network().outputs());
        float[] inputs = data.map().apply(new double[][] {raw});
        double[] x = new double[inputs.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = inputs[i];
            if (!Double.isFinite(x[i])) {
                throw new InvalidInput("the feature %s has no value at %s; expected a point where it has"
                        .formatted(data.featureNames().get(i), Arrays.toString(raw)));
            }
        }
        return new Sample(
                Kind.TYPED, new int[] {TYPED}, new double[][] {raw.clone()}, new Batch(1, x, targets.clone()));
    }

    /**
     * The rows of the next update.
     *
     * @throws InvalidInput when they are more than {@link #mostRows}
     */
    public static Sample batch(Subject subject) {
        Plan plan = subject.plan();
        int count = subject.trainingRows();
        long step = subject.state().step();
        int n = plan.batchSize(step, count);
        int most = mostRows(subject);
        if (n > most) {
            throw new InvalidInput(
                    "the batch has %d rows; at most %d are explained at a time with %d parameters, so take"
                                    .formatted(n, most, subject.layout().trainable())
                            + " a smaller training.batch, or one row");
        }
        int[] order = new int[count];
        plan.order(subject.replica().seed(), plan.epochOf(step, count), order);
        int from = plan.batchStart(step, count);
        Prepared data = subject.setup().rows();
        int[] rows = new int[n];
        for (int s = 0; s < n; s++) {
            rows[s] = data.parts().train()[order[from + s]];
        }
        Batch batch = Batch.of(data.split().train(), order, from, n);
        return new Sample(Kind.BATCH, rows, raw(data.dataset(), rows), batch);
    }

    /** How many rows of a batch can be explained at a time: {@link #MOST_ROWS}, fewer of a network with many parameters. */
    public static int mostRows(Subject subject) {
        long rows = MOST_WORK / subject.layout().trainable() - ROWS_OF_UPDATE;
        return (int) Math.max(1, Math.min(MOST_ROWS, rows));
    }

    /** n. */
    public int n() {
        return batch.n();
    }

    private static void check(String what, double[] numbers, int expected) {
        if (numbers.length != expected) {
            throw new InvalidInput("found %d %s; expected %d".formatted(numbers.length, what, expected));
        }
        for (double number : numbers) {
            if (!Double.isFinite(number)) {
                throw new InvalidInput("found %s among the %s; expected finite numbers".formatted(number, what));
            }
        }
    }

    private static double[][] raw(Dataset dataset, int[] rows) {
        return Arrays.stream(rows)
                .mapToObj(row -> dataset.inputs()[row].clone())
                .toArray(double[][]::new);
    }
}
