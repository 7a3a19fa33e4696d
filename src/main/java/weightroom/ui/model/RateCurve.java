package weightroom.ui.model;

import weightroom.experiment.ScheduleSpec;
import weightroom.experiment.TrainingSpec;

/** The learning rate over the epochs of a run, as its schedule says. */
public final class RateCurve {
    private RateCurve() {}

    /**
     * The rate η at so many epochs, evenly from the first to the last, warm-up included. What a plateau would cut is not
     * known beforehand, and left out.
     *
     * @param points at least 2
     * @return rates, each divided by the greatest of them, so that 1 is the top; all 0 where the rate is 0
     */
    public static double[] of(TrainingSpec training, int points) {
        ScheduleSpec spec = training.schedule();
        double[] knobs = spec.knobs().stream().mapToDouble(Double::doubleValue).toArray();
        double eta = training.optimizer().learningRate();
        long last = Math.max(1, training.epochs() - 1);
        double[] rates = new double[points];
        double top = 0;
        for (int i = 0; i < points; i++) {
            long epoch = Math.round((double) last * i / (points - 1));
            double rate = spec.schedule().rate(eta, epoch, training.epochs(), knobs);
            rates[i] = epoch < spec.warmUp() ? rate * (epoch + 1) / spec.warmUp() : rate;
            top = Math.max(top, rates[i]);
        }
        for (int i = 0; i < points && top > 0; i++) {
            rates[i] /= top;
        }
        return rates;
    }
}
