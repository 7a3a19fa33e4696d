package weightroom.ui.charts;

import weightroom.experiment.Setup;
import weightroom.ui.kit.Messages;

/** How layers, units and inputs are called. */
final class Words {
    private Words() {}

    /** {@code Hidden 1}, or {@code Output}. */
    static String layer(int layer, int layers) {
        return layer == layers - 1 ? Messages.text("layer.output") : Messages.text("layer.hidden", layer + 1);
    }

    /** {@code Hidden 1, neuron 3}; the name of a feature for the inputs. */
    static String unit(Setup setup, int layer, int index) {
        if (layer < 0) {
            return subscript(setup.rows().featureNames().get(index));
        }
        int layers = setup.plan().network().layers().size();
        return Messages.text("layer.neuron", layer(layer, layers), index + 1);
    }

    /** A name with its number set low: x₁ for x1. */
    static String subscript(String name) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean low = i > 0 && c >= '0' && c <= '9' && Character.isLetter(name.charAt(i - 1));
            text.append(low ? (char) ('₀' + (c - '0')) : c);
        }
        return text.toString();
    }
}
