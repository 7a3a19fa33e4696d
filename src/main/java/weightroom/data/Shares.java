package weightroom.data;

import weightroom.engine.InvalidInput;

/**
 * How the rows are shared out; what is neither trained on nor used for validation is the test part.
 *
 * @param train share to train on, above 0, at most 1
 * @param validation share to choose settings by, 0 to 1 − train
 */
public record Shares(double train, double validation) {
    /** Every row is trained on. */
    public static final Shares ALL = new Shares(1, 0);

    /** Below this a share is rounding, as in 1 − 0.8 − 0.2. */
    private static final double NOTHING = 1e-9;

    public Shares {
        if (!(train > 0 && train <= 1)) {
            throw new InvalidInput("train is %s; expected a share above 0 and at most 1".formatted(train));
        }
        if (!(validation >= 0 && train + validation <= 1 + NOTHING)) {
            throw new InvalidInput("validation is %s; expected a share from 0 to %s, what train %s leaves"
                    .formatted(validation, (float) (1 - train), train));
        }
    }

    /** 1 − train − validation. */
    public double test() {
        double rest = 1 - train - validation;
        return rest < NOTHING ? 0 : rest;
    }
}
