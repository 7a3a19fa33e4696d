package weightroom.engine;

/**
 * One dense layer: z = Wx + b (or batch norm of Wx), a = f(z), then dropout.
 *
 * @param units number of units, at least 1
 * @param activation f
 * @param alpha the activation's α, its start value where α is learned; NaN where there is none
 * @param dropout share of units dropped while training, 0 ≤ dropout < 1; kept ones are divided by 1 − dropout
 * @param batchNorm whether z is normalized over the batch before f; the linear part then has no bias
 */
public record Layer(int units, Activation activation, double alpha, double dropout, boolean batchNorm) {
    public Layer {
        if (units < 1) {
            throw new InvalidInput("a layer has %d units; expected at least 1".formatted(units));
        }
        if (!(dropout >= 0 && dropout < 1)) {
            throw new InvalidInput("dropout is %s; expected at least 0 and less than 1".formatted(dropout));
        }
    }

    /** A plain layer with the activation's own α. */
    public Layer(int units, Activation activation) {
        this(units, activation, activation.defaultAlpha(), 0, false);
    }

    public Layer withDropout(double rate) {
        return new Layer(units, activation, alpha, rate, batchNorm);
    }

    public Layer withBatchNorm() {
        return new Layer(units, activation, alpha, dropout, true);
    }
}
