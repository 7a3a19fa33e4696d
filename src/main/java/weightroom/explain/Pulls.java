package weightroom.explain;

import java.util.Arrays;
import weightroom.engine.InvalidInput;
import weightroom.engine.Layout;
import weightroom.engine.Rows;
import weightroom.engine.Split;
import weightroom.engine.cpu.Batch;
import weightroom.engine.cpu.DenseLayer.Mode;
import weightroom.engine.cpu.ReferencePass;

/**
 * How strongly each training row pulls on the parameters as they stand: the gradient gᵢ = ∂Lᵢ/∂θ of its own data loss. The
 * gradient of all n rows is their mean, G = (1/n) Σ gᵢ.
 *
 * <p>Without dropout, with the running statistics of batch norm held constant, without the penalty and before clipping; with
 * batch norm the gradient of a training step is another one, because there the rows of a batch share its statistics.
 *
 * <p>Works through the rows a few milliseconds at a time, on the thread of whoever calls it.
 */
public final class Pulls {
    /** The most rows × parameters. */
    public static final double MOST_WORK = 1e9;

    private final Subject subject;
    private final double[] theta;
    private final Split split;
    private final double[] sum;
    private final double[] lengths;
    private int next;

    /** @throws InvalidInput when rows × parameters are more than {@link #MOST_WORK} */
    public Pulls(Subject subject) {
        this.subject = subject;
        split = subject.setup().data().get(0);
        int n = split.train().count();
        Layout layout = subject.layout();
        if ((double) n * layout.trainable() > MOST_WORK) {
            throw new InvalidInput(
                    "%d rows and %d parameters are %.1e numbers; the pull of rows is found for at most %.0e"
                            .formatted(n, layout.trainable(), (double) n * layout.trainable(), MOST_WORK));
        }
        theta = subject.parameters();
        sum = new double[layout.trainable()];
        lengths = new double[n];
    }

    /** Goes through rows for about so long, or to the last; returns whether that is done. */
    public boolean goOn(long nanos) {
        long begin = System.nanoTime();
        do {
            if (finished()) {
                return true;
            }
            double[] gradient = gradient(split.train(), next);
            for (int i = 0; i < sum.length; i++) {
                sum[i] += gradient[i];
            }
            lengths[next++] = Math.sqrt(dot(gradient, gradient));
        } while (System.nanoTime() - begin < nanos);
        return finished();
    }

    /** Whether all rows have been gone through. */
    public boolean finished() {
        return next == lengths.length;
    }

    /** How much of it is done, 0 to 1. */
    public double share() {
        return next / (double) lengths.length;
    }

    /** The network, as it stands for these. */
    public Subject subject() {
        return subject;
    }

    /**
     * The pull of one row.
     *
     * @param row of the data set, from 0 in file order; of validation or test too
     * @throws IllegalStateException before all rows were gone through
     * @throws InvalidInput when there is no such row
     */
    public Pull of(int row) {
        if (!finished()) {
            throw new IllegalStateException("rows are left");
        }
        Sample sample = Sample.row(subject, row);
        double[] own = ReferencePass.of(subject.plan(), theta, sample.batch(), Mode.EVALUATION)
                .gradient()
                .clone();
        double[] mean = new double[sum.length];
        for (int i = 0; i < mean.length; i++) {
            mean[i] = sum[i] / lengths.length;
        }
        boolean learned = Arrays.binarySearch(subject.setup().rows().parts().train(), row) >= 0;
        double length = Math.sqrt(dot(own, own));
        int longer =
                (int) Arrays.stream(lengths).filter(other -> other > length).count();
        return new Pull(
                row,
                learned,
                own,
                mean,
                length,
                Math.sqrt(dot(mean, mean)),
                dot(own, mean),
                longer + 1,
                lengths.length);
    }

    /** Lengths ‖gᵢ‖ of the training rows, in their order; a copy. */
    public double[] lengths() {
        return lengths.clone();
    }

    private double[] gradient(Rows rows, int at) {
        return ReferencePass.of(subject.plan(), theta, Batch.of(rows, new int[] {at}, 0, 1), Mode.EVALUATION)
                .gradient();
    }

    private static double dot(double[] a, double[] b) {
        double total = 0;
        for (int i = 0; i < a.length; i++) {
            total += a[i] * b[i];
        }
        return total;
    }

    /**
     * What one row wants of the parameters, beside what all want.
     *
     * @param row of the data set
     * @param learned whether it is learned from; if not, it pulls on nothing, and this is how it would
     * @param own g = ∂Lᵢ/∂θ, of length {@link Layout#trainable()}
     * @param all G = ∂L/∂θ of the mean over all n training rows
     * @param length ‖g‖
     * @param allLength ‖G‖
     * @param product g·G
     * @param rank 1 for the longest ‖g‖ of all training rows; ties share the better rank
     * @param n training rows
     */
    public record Pull(
            int row,
            boolean learned,
            double[] own,
            double[] all,
            double length,
            double allLength,
            double product,
            int rank,
            int n) {
        /** cos ∠(g, G), −1 to 1: above 0 it pulls with the others, below 0 against; NaN where either has no length. */
        public double cosine() {
            return product / (length * allLength);
        }

        /**
         * Its share of the whole gradient, g·G/(n‖G‖²): what its part g/n of the sum has in the direction of G. The shares of
         * all rows add up to 1; a row that pulls against the others has a negative one. NaN where G has no length.
         */
        public double share() {
            return product / (n * allLength * allLength);
        }

        /** What it puts into G by one parameter: gᵢ/n. */
        public double part(int parameter) {
            return own[parameter] / n;
        }
    }
}
