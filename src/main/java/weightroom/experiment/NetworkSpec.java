package weightroom.experiment;

import java.util.ArrayList;
import java.util.List;
import weightroom.engine.InvalidInput;
import weightroom.engine.Network;

/**
 * The network's layers; how many inputs it has follows from the data.
 *
 * @param layers hidden layers and, last, the output layer; at least one, softmax only on the last
 */
public record NetworkSpec(List<LayerSpec> layers) {
    /** The most layers a file may ask for. */
    public static final int MAX_LAYERS = 64;

    /**
     * @throws InvalidInput when there is no layer, there are too many, or softmax stands on a hidden one
     */
    public NetworkSpec {
        layers = List.copyOf(layers);
        if (layers.isEmpty() || layers.size() > MAX_LAYERS) {
            throw new InvalidInput(
                    "network.layers has %d layers; expected 1 to %d".formatted(layers.size(), MAX_LAYERS));
        }
        for (int l = 0; l < layers.size() - 1; l++) {
            if (layers.get(l).softmax()) {
                throw new InvalidInput(
                        ("network.layers[%d].activation is softmax; it mixes the outputs of a whole layer"
                                        + " and stands only on the last one")
                                .formatted(l));
            }
        }
    }

    /** The last layer. */
    public LayerSpec output() {
        return layers.get(layers.size() - 1);
    }

    /** The engine's network over so many inputs. */
    public Network over(int inputs) {
        return new Network(inputs, layers.stream().map(LayerSpec::layer).toList(), output().softmax());
    }

    public NetworkSpec withLayer(int index, LayerSpec changed) {
        List<LayerSpec> next = new ArrayList<>(layers);
        next.set(index, changed);
        return new NetworkSpec(next);
    }

    /** One more layer at this place; {@code index} 0 puts it first. */
    public NetworkSpec plusLayer(int index, LayerSpec added) {
        List<LayerSpec> next = new ArrayList<>(layers);
        next.add(index, added);
        return new NetworkSpec(next);
    }

    public NetworkSpec minusLayer(int index) {
        List<LayerSpec> next = new ArrayList<>(layers);
        next.remove(index);
        return new NetworkSpec(next);
    }
}
