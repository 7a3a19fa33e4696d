package weightroom.engine;

import java.util.List;

/**
 * What a call of {@link Program#train} did.
 *
 * @param steps updates made
 * @param measurements in order of epoch, then replica
 * @param divergences of this chunk
 */
public record Chunk(long steps, List<Measurement> measurements, List<Divergence> divergences) {
    /**
     * What was measured after an epoch, on all rows of each part.
     *
     * @param epoch epochs done, from 1
     * @param step updates done
     * @param train mean data loss of the training rows
     * @param validation that of the validation rows; NaN where there are none
     * @param test that of the test rows; NaN where there are none
     * @param accuracy share of the rows answered right
     * @param penalty l1·Σ|w| + l2·Σw², which is no part of the losses; NaN where it was not measured
     */
    public record Measurement(
            int replica,
            long epoch,
            long step,
            double train,
            double validation,
            double test,
            Accuracy accuracy,
            double penalty) {
        /** Losses alone. */
        public Measurement(int replica, long epoch, long step, double train, double validation, double test) {
            this(replica, epoch, step, train, validation, test, Accuracy.NONE, Double.NaN);
        }

        /** The score of each part. */
        public Measurement(
                int replica, long epoch, long step, Score train, Score validation, Score test, double penalty) {
            this(
                    replica,
                    epoch,
                    step,
                    train.loss(),
                    validation.loss(),
                    test.loss(),
                    new Accuracy(train.accuracy(), validation.accuracy(), test.accuracy()),
                    penalty);
        }
    }

    /** Share of the rows of each part that are answered right, 0 to 1; NaN where there are no rows, or no classes. */
    public record Accuracy(double train, double validation, double test) {
        /** Of nothing that has an accuracy. */
        public static final Accuracy NONE = new Accuracy(Double.NaN, Double.NaN, Double.NaN);
    }

    public Chunk {
        measurements = List.copyOf(measurements);
        divergences = List.copyOf(divergences);
    }
}
