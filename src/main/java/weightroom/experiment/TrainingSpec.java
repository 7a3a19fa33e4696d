package weightroom.experiment;

import weightroom.engine.Loss;
import weightroom.engine.Plan;

/**
 * How the network is trained.
 *
 * @param batch rows per step, {@link Plan#FULL} for all
 * @param shuffle whether the rows come in a new order every epoch
 * @param l1 λ of Σ|w|, at least 0
 * @param l2 λ of Σw², at least 0
 * @param clipValue every component of the gradient is cut to ±this; infinity for none
 * @param clipNorm the whole gradient is scaled to at most this length; infinity for none
 * @param epochs passes over the training rows
 */
public record TrainingSpec(
        Loss loss,
        OptimizerSpec optimizer,
        ScheduleSpec schedule,
        int batch,
        boolean shuffle,
        double l1,
        double l2,
        double clipValue,
        double clipNorm,
        long epochs,
        StopSpec stop) {
    /** Rows per step when a file says nothing. */
    public static final int DEFAULT_BATCH = 10;

    /** Passes when a file says nothing. */
    public static final long DEFAULT_EPOCHS = 1000;

    /** Everything else as when a file says nothing. */
    public static TrainingSpec of(Loss loss, OptimizerSpec optimizer) {
        return new TrainingSpec(
                loss,
                optimizer,
                ScheduleSpec.CONSTANT,
                DEFAULT_BATCH,
                true,
                0,
                0,
                Double.POSITIVE_INFINITY,
                Double.POSITIVE_INFINITY,
                DEFAULT_EPOCHS,
                StopSpec.NEVER);
    }

    public TrainingSpec withLoss(Loss changed) {
        return new TrainingSpec(
                changed, optimizer, schedule, batch, shuffle, l1, l2, clipValue, clipNorm, epochs, stop);
    }

    public TrainingSpec withOptimizer(OptimizerSpec changed) {
        return new TrainingSpec(loss, changed, schedule, batch, shuffle, l1, l2, clipValue, clipNorm, epochs, stop);
    }

    public TrainingSpec withSchedule(ScheduleSpec changed) {
        return new TrainingSpec(loss, optimizer, changed, batch, shuffle, l1, l2, clipValue, clipNorm, epochs, stop);
    }

    public TrainingSpec withBatch(int changed) {
        return new TrainingSpec(loss, optimizer, schedule, changed, shuffle, l1, l2, clipValue, clipNorm, epochs, stop);
    }

    public TrainingSpec withShuffle(boolean changed) {
        return new TrainingSpec(loss, optimizer, schedule, batch, changed, l1, l2, clipValue, clipNorm, epochs, stop);
    }

    public TrainingSpec withPenalty(double changedL1, double changedL2) {
        return new TrainingSpec(
                loss, optimizer, schedule, batch, shuffle, changedL1, changedL2, clipValue, clipNorm, epochs, stop);
    }

    public TrainingSpec withClip(double byValue, double byNorm) {
        return new TrainingSpec(loss, optimizer, schedule, batch, shuffle, l1, l2, byValue, byNorm, epochs, stop);
    }

    public TrainingSpec withEpochs(long changed) {
        return new TrainingSpec(loss, optimizer, schedule, batch, shuffle, l1, l2, clipValue, clipNorm, changed, stop);
    }

    public TrainingSpec withStop(StopSpec changed) {
        return new TrainingSpec(
                loss, optimizer, schedule, batch, shuffle, l1, l2, clipValue, clipNorm, epochs, changed);
    }
}
