package weightroom.run;

import java.util.Arrays;
import weightroom.engine.Plan;
import weightroom.experiment.SavedRun.Ahead;
import weightroom.experiment.Setup;
import weightroom.run.Timeline.Moment;

/**
 * Steps counted in epochs, batches and rows. Neither epochs nor rows go back when the batch changes while a run goes on: the
 * epoch under way goes on with the first batch of the new size that begins at or before the row that was next. Rows that it
 * meets again count as trained on again.
 *
 * @param plan which may change while a run goes on
 * @param rows of training
 * @param samplesAhead as {@link Ahead#samples}
 */
public record Counting(Plan plan, int rows, long samplesAhead) {
    /** So that the steps of so many epochs have no end that a long could tell. */
    private static final long ENDLESS = Long.MAX_VALUE / 4;

    /** Of a run of this setup. */
    public static Counting of(Setup setup, Ahead ahead) {
        return new Counting(
                setup.plan().withAhead(ahead.steps()),
                setup.data().get(0).train().count(),
                ahead.samples());
    }

    public int stepsPerEpoch() {
        return plan.stepsPerEpoch(rows);
    }

    /** Rows trained on in one epoch: all of them, unless batch norm skips a last batch of one. */
    public int samplesPerEpoch() {
        int last = (stepsPerEpoch() - 1) * batch();
        return last + Math.min(batch(), rows - last);
    }

    /** Epochs finished after so many steps. */
    public long epoch(long step) {
        return plan.epochOf(step, rows);
    }

    /** Steps made when so many epochs are finished; the largest long where no run gets so far. */
    long stepAt(long epochs) {
        int perEpoch = stepsPerEpoch();
        return epochs > ENDLESS / perEpoch ? Long.MAX_VALUE : epochs * perEpoch - plan.ahead();
    }

    /** Steps from here to the end of the epoch under way, 1 or more. */
    long stepsToEpochEnd(long step) {
        return stepsPerEpoch() - plan.counted(step) % stepsPerEpoch();
    }

    /** Rows trained on in so many steps. */
    public long samples(long step) {
        return epoch(step) * samplesPerEpoch() + plan.batchStart(step, rows) + samplesAhead;
    }

    public Moment moment(long step) {
        return new Moment(step, (double) plan.counted(step) / stepsPerEpoch());
    }

    /** What the counters of a changed plan have to add from this step on, so that none goes back. */
    Ahead under(Plan changed, long step) {
        if (Math.min(changed.batch(), rows) == batch() && changed.stepsPerEpoch(rows) == stepsPerEpoch()) {
            return new Ahead(plan.ahead(), samplesAhead);
        }
        int begun = plan.batchStart(step, rows) / Math.min(changed.batch(), rows);
        long counted = epoch(step) * changed.stepsPerEpoch(rows) + begun;
        long steps = counted - step;
        long samples = samples(step) - new Counting(changed.withAhead(steps), rows, 0).samples(step);
        return new Ahead(steps, samples);
    }

    /** The training rows that the update after so many steps is made from, in their order. */
    public int[] batchRows(long step) {
        int[] order = new int[rows];
        plan.order(plan.replicas().get(0).seed(), epoch(step), order);
        int start = plan.batchStart(step, rows);
        return Arrays.copyOfRange(order, start, start + plan.batchSize(step, rows));
    }

    private int batch() {
        return Math.min(plan.batch(), rows);
    }
}
