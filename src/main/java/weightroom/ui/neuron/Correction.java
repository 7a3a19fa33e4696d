package weightroom.ui.neuron;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What the perceptron rule does with the row in turn: Δw = η(y − p)x, Δb = η(y − p).
 *
 * @param row index of the training row
 * @param neuron at work on it, with the weights before
 * @param weightsAfter the weights after it; as before where the row is answered right
 * @param biasAfter likewise
 * @param rate η
 */
record Correction(int row, Neuron neuron, float[] weightsAfter, float biasAfter, double rate) {
    /** Whether the answer differs from the target, so that there is something to correct. */
    boolean wrong() {
        return neuron.output() != neuron.target();
    }

    float weightChange(int input) {
        return weightsAfter[input] - neuron.weights()[input];
    }

    float biasChange() {
        return biasAfter - neuron.bias();
    }

    private int inputs() {
        return neuron.inputs().length;
    }

    /** {@code (0, 1), y = 0}. */
    String rowText() {
        return vector(i -> Neuron.number(neuron.inputs()[i])) + ",  y = " + Neuron.number(neuron.target());
    }

    /** {@code z = 1 · 0 + … = −1,  p = step(−1) = 0}. */
    String answerText() {
        return "z = %s = %s,  p = %s(%s) = %s"
                .formatted(
                        neuron.productsText(),
                        Neuron.number(neuron.sum()),
                        neuron.activation().id(),
                        Neuron.number(neuron.sum()),
                        Neuron.number(neuron.output()));
    }

    /** {@code Δw = η(y − p)x = 1 · (0 − 1) · (0, 1) = (0, −1),  Δb = −1}. */
    String changeText() {
        return "Δw = η(y − p)x = %s · (%s − %s) · %s = %s,  Δb = %s"
                .formatted(
                        Neuron.number(rate),
                        Neuron.number(neuron.target()),
                        bracketed(neuron.output()),
                        vector(i -> Neuron.number(neuron.inputs()[i])),
                        vector(i -> Neuron.number(weightChange(i))),
                        Neuron.number(biasChange()));
    }

    /** {@code w: (0, 0) → (0, −1),  b: 0 → −1}; only the numbers before where nothing changes. */
    String weightsText() {
        String before = vector(i -> Neuron.number(neuron.weights()[i]));
        String bias = Neuron.number(neuron.bias());
        return wrong()
                ? "w: %s → %s,  b: %s → %s"
                        .formatted(before, vector(i -> Neuron.number(weightsAfter[i])), bias, Neuron.number(biasAfter))
                : "w = %s,  b = %s".formatted(before, bias);
    }

    private static String bracketed(float number) {
        return number < 0 ? "(" + Neuron.number(number) + ")" : Neuron.number(number);
    }

    private String vector(IntFunction<String> number) {
        List<String> numbers = IntStream.range(0, inputs()).mapToObj(number).toList();
        return numbers.stream().collect(Collectors.joining(", ", "(", ")"));
    }
}
