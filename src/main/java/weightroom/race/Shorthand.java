package weightroom.race;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import weightroom.engine.InvalidInput;
import weightroom.experiment.Experiment;
import weightroom.experiment.LayerSpec;
import weightroom.experiment.NetworkSpec;

/** Paths that stand for the same setting of all hidden layers, or for how many of these there are. */
public enum Shorthand {
    /** What all hidden layers put out. */
    ACTIVATION("network.activation") {
        @Override
        Experiment apply(Experiment experiment, String value) {
            return everywhere(experiment, "activation", value);
        }
    },
    /** Units of each hidden layer. */
    WIDTH("network.units") {
        @Override
        Experiment apply(Experiment experiment, String value) {
            return everywhere(experiment, "units", value);
        }
    },
    /** Hidden layers: the last ones go, or the last one is repeated. */
    DEPTH("network.depth") {
        @Override
        Experiment apply(Experiment experiment, String value) {
            int hidden = experiment.network().layers().size() - 1;
            if (!value.matches("[0-9]{1,2}") || Integer.parseInt(value) >= NetworkSpec.MAX_LAYERS) {
                throw new InvalidInput(Text.of("variation.depth", value, NetworkSpec.MAX_LAYERS - 1));
            }
            int wanted = Integer.parseInt(value);
            if (hidden == 0 && wanted > 0) {
                throw new InvalidInput(Text.of("variation.hidden", path()));
            }
            return experiment.withNetwork(deep(experiment.network(), wanted));
        }
    };

    private final String path;

    Shorthand(String path) {
        this.path = path;
    }

    /** As it is written where a setting's would be. */
    public String path() {
        return path;
    }

    /** The one with this path. */
    static Optional<Shorthand> byPath(String path) {
        return Arrays.stream(values()).filter(one -> one.path.equals(path)).findFirst();
    }

    /** @throws InvalidInput when there is no hidden layer, or it cannot take the value */
    abstract Experiment apply(Experiment experiment, String value);

    Experiment everywhere(Experiment experiment, String setting, String value) {
        List<LayerSpec> layers = experiment.network().layers();
        if (layers.size() == 1) {
            throw new InvalidInput(Text.of("variation.hidden", path));
        }
        Experiment changed = experiment;
        for (int layer = 0; layer < layers.size() - 1; layer++) {
            Variation one = Variation.of("network.layers.%d.%s".formatted(layer, setting), List.of(value));
            changed = one.apply(changed, one.values().get(0));
        }
        return changed;
    }

    private static NetworkSpec deep(NetworkSpec network, int wanted) {
        NetworkSpec changed = network;
        int hidden = network.layers().size() - 1;
        for (; hidden < wanted; hidden++) {
            changed = changed.plusLayer(hidden, changed.layers().get(hidden - 1));
        }
        for (; hidden > wanted; hidden--) {
            changed = changed.minusLayer(hidden - 1);
        }
        return changed;
    }
}
