package weightroom.experiment;

/**
 * When training ends before its epochs are up.
 *
 * @param trainLoss as soon as the training loss is at most this; NaN for never
 * @param validationLoss as soon as the validation loss is at most this; NaN for never
 * @param patience after so many epochs without a better validation loss (training loss where there are no validation
 *     rows); 0 for never
 */
public record StopSpec(double trainLoss, double validationLoss, long patience) {
    /** Only when the epochs are up. */
    public static final StopSpec NEVER = new StopSpec(Double.NaN, Double.NaN, 0);

    public StopSpec withTrainLoss(double changed) {
        return new StopSpec(changed, validationLoss, patience);
    }

    public StopSpec withValidationLoss(double changed) {
        return new StopSpec(trainLoss, changed, patience);
    }

    public StopSpec withPatience(long changed) {
        return new StopSpec(trainLoss, validationLoss, changed);
    }
}
