package weightroom.run;

import java.util.Optional;
import weightroom.engine.Metrics;
import weightroom.engine.Roc;
import weightroom.engine.Rows;
import weightroom.engine.Task;

/**
 * How good answers are, in whichever pictures fit the task.
 *
 * @param metrics their figures; for classes the confusion matrix too
 * @param roc for two classes
 * @param residuals for amounts
 */
public record Assessment(Metrics metrics, Optional<Roc> roc, Optional<Residuals> residuals) {
    /**
     * Assesses outputs.
     *
     * @param rows what they were predicted for; at least one
     * @param outputs {@code (n, c)}, as in {@link Snapshot.Answers}
     */
    public static Assessment of(Task task, Rows rows, float[] outputs) {
        return new Assessment(
                Metrics.of(task, rows, outputs),
                task.classes() == 2 ? Optional.of(Roc.of(task, rows, outputs)) : Optional.empty(),
                task instanceof Task.Regression
                        ? Optional.of(Residuals.of(rows.targets(), outputs))
                        : Optional.empty());
    }

    /**
     * What is left between targets and outputs: y − p.
     *
     * @param values {@code (n, c)}; not to be written
     * @param histogram of all of them
     * @param mean over rows and outputs
     * @param deviation over rows and outputs
     */
    public record Residuals(float[] values, Histogram histogram, double mean, double deviation) {
        private static final int BINS = 32;

        static Residuals of(float[] targets, float[] outputs) {
            float[] values = new float[targets.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = targets[i] - outputs[i];
            }
            Spread spread = Spread.of(values, 0, values.length);
            return new Residuals(
                    values, Histogram.of(values, 0, values.length, BINS), spread.mean(), spread.deviation());
        }
    }
}
