package weightroom.engine;

import java.util.List;

/**
 * One forward and backward pass over a batch of n rows, laid open. All derivatives are of the mean data loss of the batch,
 * before clipping and without the penalty, whose own part is l1·sign w + 2·l2·w.
 *
 * @param rows the training rows, n of them
 * @param loss mean data loss of the batch as training sees it
 * @param layers from the first hidden layer to the output
 */
public record Probe(int[] rows, double loss, List<LayerPass> layers) {
    public Probe {
        layers = List.copyOf(layers);
    }

    /**
     * One layer of the pass.
     *
     * @param preActivations z after batch norm where there is any, {@code (n, units)}
     * @param activations a after dropout (softmax outputs for a softmax layer), {@code (n, units)}
     * @param activationGradients ∂L/∂a, {@code (n, units)}; for the output of a loss taken from logits see
     *     {@link #preActivationGradients}, there these are NaN
     * @param preActivationGradients ∂L/∂z, {@code (n, units)}
     * @param weightGradients ∂L/∂w, {@code (units, in)}
     * @param biasGradients ∂L/∂b, {@code (units)}, empty with batch norm
     * @param gammaGradients ∂L/∂γ, {@code (units)}, empty without batch norm
     * @param betaGradients ∂L/∂β, {@code (units)}, empty without batch norm
     * @param alphaGradient ∂L/∂α, NaN unless α is learned
     */
    public record LayerPass(
            float[] preActivations,
            float[] activations,
            float[] activationGradients,
            float[] preActivationGradients,
            float[] weightGradients,
            float[] biasGradients,
            float[] gammaGradients,
            float[] betaGradients,
            float alphaGradient) {}
}
