package weightroom.engine;

import java.util.List;

/**
 * A stack of dense layers.
 *
 * @param inputs width of the input, at least 1
 * @param layers hidden layers and, last, the output layer; at least one
 * @param softmax whether the outputs are e^z_i / Σ e^z_j; the output layer's activation is then linear
 */
public record Network(int inputs, List<Layer> layers, boolean softmax) {
    /** So that parameters, optimizer state and one copy to fall back on stay within memory. */
    public static final long MAX_PARAMETERS = 4_000_000;

    public Network {
        layers = List.copyOf(layers);
        if (inputs < 1 || layers.isEmpty()) {
            throw new InvalidInput("a network needs at least one input and one layer");
        }
        long in = inputs;
        long parameters = 0;
        for (Layer layer : layers) {
            parameters += layer.units() * (in + 1);
            in = layer.units();
        }
        if (parameters > MAX_PARAMETERS) {
            throw new InvalidInput(
                    "the network has %d parameters; at most %d are supported".formatted(parameters, MAX_PARAMETERS));
        }
        if (softmax && layers.get(layers.size() - 1).activation() != Activation.LINEAR) {
            throw new IllegalArgumentException("softmax stands on a linear output layer");
        }
    }

    /** The last layer. */
    public Layer output() {
        return layers.get(layers.size() - 1);
    }

    /** c, the number of outputs. */
    public int outputs() {
        return output().units();
    }

    /** Width of what layer {@code l} receives. */
    public int fanIn(int l) {
        return l == 0 ? inputs : layers.get(l - 1).units();
    }

    public boolean hasBatchNorm() {
        return layers.stream().anyMatch(Layer::batchNorm);
    }

    public boolean hasDropout() {
        return layers.stream().anyMatch(layer -> layer.dropout() > 0);
    }

    /** {@code 2-8-8-1}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder().append(inputs);
        layers.forEach(layer -> text.append('-').append(layer.units()));
        return text.toString();
    }
}
