package weightroom.run;

import java.util.Arrays;
import weightroom.engine.Plan;
import weightroom.run.Timeline.Moment;

/**
 * Steps counted in epochs, batches and rows.
 *
 * @param plan which may change while a run goes on; then the same step is another epoch
 * @param rows of training
 */
record Counting(Plan plan, int rows) {
    int stepsPerEpoch() {
        return plan.stepsPerEpoch(rows);
    }

    /** Rows trained on in one epoch: all of them, unless batch norm skips a last batch of one. */
    int samplesPerEpoch() {
        int last = stepsPerEpoch() - 1;
        return plan.batchStart(last, rows) + plan.batchSize(last, rows);
    }

    /** Rows trained on in so many steps. */
    long samples(long step) {
        int perEpoch = stepsPerEpoch();
        return step / perEpoch * samplesPerEpoch() + step % perEpoch * Math.min(plan.batch(), rows);
    }

    Moment moment(long step) {
        return new Moment(step, (double) step / stepsPerEpoch());
    }

    /** The training rows that the update after so many steps is made from, in their order. */
    int[] batchRows(long step) {
        int[] order = new int[rows];
        plan.order(plan.replicas().get(0).seed(), plan.epochOf(step, rows), order);
        int start = plan.batchStart(step, rows);
        return Arrays.copyOfRange(order, start, start + plan.batchSize(step, rows));
    }
}
