package weightroom.run;

import java.util.List;

/**
 * What one layer is like at one step. Gradients are those of the mean data loss over the looked-at rows, before penalty and
 * clipping; NaN stands for what does not apply to the layer or is not known.
 *
 * @param gradient mean of |∂L/∂w| over the layer's weights
 * @param gradientDeviation deviation √(mean (|g| − mean |g|)²) of the same
 * @param gradients histogram of ∂L/∂w, with its sign
 * @param weightGradients ∂L/∂w, {@code (units, in)}; not to be written
 * @param updateRatio ‖Δw‖/‖w‖ of one update alone, w as it was before it: of the last one while stepping, of one that is at
 *     most a fifteenth of a second old while playing; NaN before the first update, after going back to an earlier step, and
 *     where all weights are 0
 * @param updates Δw of that update, {@code (units, in)}; empty where none is known; not to be written
 * @param saturated share, 0 to 1, of the (row, unit) pairs whose slope is below 5 % of the steepest that the activation has;
 *     NaN for activations that do not {@linkplain weightroom.engine.Activation.Shape#saturating() saturate}
 * @param saturatedUnits units, from 0, whose slope is so small in at least 95 of 100 rows; not to be written
 * @param dead share, 0 to 1, of the units that are dead; NaN for the output layer
 * @param deadUnits units, from 0, with activation and slope 0 in every row; not to be written
 * @param twins groups of two or more hidden units with the same incoming weights and bias, up to 10⁻⁶ of their size, or with
 *     exactly opposite ones where the activation is symmetric about its middle: they compute the same and learn the same; the
 *     arrays are not to be written
 * @param preActivations histogram of z over rows and units
 * @param preActivationMean mean of z
 * @param activations histogram of a over rows and units, without dropout
 * @param activationMean mean of a
 * @param activationDeviation deviation of a over rows and units
 * @param weights histogram of the weights
 * @param weightQuantiles smallest weight, lower quartile, median, upper quartile, largest; not to be written
 */
public record LayerInsight(
        double gradient,
        double gradientDeviation,
        Histogram gradients,
        float[] weightGradients,
        double updateRatio,
        float[] updates,
        double saturated,
        int[] saturatedUnits,
        double dead,
        int[] deadUnits,
        List<int[]> twins,
        Histogram preActivations,
        double preActivationMean,
        Histogram activations,
        double activationMean,
        double activationDeviation,
        Histogram weights,
        double[] weightQuantiles) {
    public LayerInsight {
        twins = List.copyOf(twins);
    }
}
