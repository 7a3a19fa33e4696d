package weightroom.ui.neuron;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import weightroom.engine.Activation;
import weightroom.plot.Numbers;

/**
 * One neuron at work on one row.
 *
 * @param names of the inputs
 * @param inputs x
 * @param weights w
 * @param bias b
 * @param sum z = Σ wx + b, as the engine adds
 * @param output a = f(z)
 * @param target y; NaN where the inputs are nobody's row
 * @param activation f
 * @param alpha its α; NaN where it has none
 */
record Neuron(
        List<String> names,
        float[] inputs,
        float[] weights,
        float bias,
        float sum,
        float output,
        float target,
        Activation activation,
        double alpha) {
    private static final int DIGITS = 4;

    Neuron {
        names = List.copyOf(names);
    }

    /** Whether it says yes: a step or sign that is 1, any other function above the sum of 0. */
    boolean fires() {
        return activation.hasSlope() ? sum > 0 : output > 0;
    }

    /** From 0, silent, to 1: where its output lies in the range of the function, or whether it fires where that is endless. */
    double strength() {
        Activation.Shape shape = activation.shape();
        double share = (output - shape.low()) / (shape.high() - shape.low());
        return Double.isFinite(share) ? Math.max(0, Math.min(1, share)) : fires() ? 1 : 0;
    }

    /** {@code z = 0.8 + 0.9 + 0.5 = 2.2}. */
    String sumText() {
        StringBuilder text = new StringBuilder("z = ");
        for (int i = 0; i < inputs.length; i++) {
            append(text, product(i), i == 0);
        }
        append(text, bias, inputs.length == 0);
        return text.append(" = ").append(number(sum)).toString();
    }

    /** {@code 1 · 0.8 + 0.75 · 1.2 + 0.5}, the same before it is multiplied. */
    String productsText() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < inputs.length; i++) {
            text.append(i == 0 ? "" : " + ")
                    .append(bracketed(weights[i]))
                    .append(" · ")
                    .append(bracketed(inputs[i]));
        }
        return text.append(" + ").append(bracketed(bias)).toString();
    }

    /** {@code a = relu(2.2) = 2.2}. */
    String outputText() {
        return "a = " + activation.id() + "(" + number(sum) + ") = " + number(output);
    }

    /** All inputs with their names. */
    String inputsText() {
        return IntStream.range(0, inputs.length)
                .mapToObj(i -> names.get(i) + " = " + number(inputs[i]))
                .collect(Collectors.joining(", "));
    }

    /** w·x of one input. */
    double product(int input) {
        return (double) weights[input] * inputs[input];
    }

    /** A number as the picture writes it. */
    static String number(double number) {
        // A float such as 0.9 is 0.8999999762 in double; four digits are all that is shown of it.
        return Numbers.significant(Math.abs(number) < 1e-7 ? 0 : number, DIGITS);
    }

    private static String bracketed(double number) {
        return number < 0 ? "(" + number(number) + ")" : number(number);
    }

    private static void append(StringBuilder text, double number, boolean first) {
        if (first) {
            text.append(number(number));
        } else {
            text.append(number < 0 ? " − " : " + ").append(number(Math.abs(number)));
        }
    }
}
