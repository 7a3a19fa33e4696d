package weightroom.ui.diagram;

import java.util.List;
import java.util.Optional;
import weightroom.engine.Layout;
import weightroom.engine.Network;
import weightroom.run.Insight;
import weightroom.run.LayerInsight;
import weightroom.run.Snapshot;

/**
 * The numbers of links and biases at one moment.
 *
 * @param network that they belong to
 * @param layout where they stand in the flat array
 * @param parameters the flat array; not to be written
 * @param insight gradients and updates, where they are watched
 */
record Reading(Network network, Layout layout, float[] parameters, Optional<Insight> insight) {
    /** In other modes than weight, the strongest link is drawn as one of this weight. */
    private static final double STRONGEST = 2.6;

    static Reading of(Snapshot now) {
        Network network = now.setup().plan().network();
        return new Reading(
                network,
                Layout.of(network),
                now.state().parameters(),
                now.insight()
                        .filter(insight ->
                                insight.layers().size() == network.layers().size()));
    }

    /** Whether it has numbers for a network of so many inputs and these layers. */
    boolean fits(int inputs, List<Integer> units) {
        return network.inputs() == inputs
                && network.layers().stream()
                        .map(layer -> layer.units())
                        .toList()
                        .equals(units);
    }

    /** Where the weight of a link stands in the flat array. */
    int weightAt(int layer, int unit, int input) {
        Layout.Slice slice = layout.slice(layer);
        return slice.weights() + unit * slice.in() + input;
    }

    /** Where a unit's bias stands in the flat array, or β, which takes its place with batch norm. */
    int biasAt(int layer, int unit) {
        Layout.Slice slice = layout.slice(layer);
        return (slice.biases() == Layout.NONE ? slice.beta() : slice.biases()) + unit;
    }

    /** Whether a layer's biases are β of batch norm. */
    boolean hasBeta(int layer) {
        return layout.slice(layer).biases() == Layout.NONE;
    }

    float weight(int layer, int unit, int input) {
        return parameters[weightAt(layer, unit, input)];
    }

    float bias(int layer, int unit) {
        return parameters[biasAt(layer, unit)];
    }

    /** The incoming weight of a unit that is largest in size. */
    float strongest(int layer, int unit) {
        float best = 0;
        for (int i = 0; i < layout.slice(layer).in(); i++) {
            float w = weight(layer, unit, i);
            best = Math.abs(w) > Math.abs(best) ? w : best;
        }
        return best;
    }

    /** What a mode shows of a link; NaN where it is not known. */
    double value(LinkMode mode, int layer, int unit, int input) {
        if (mode == LinkMode.WEIGHT) {
            return weight(layer, unit, input);
        }
        float[] values = values(mode, layer);
        int index = unit * layout.slice(layer).in() + input;
        return index < values.length ? values[index] : Double.NaN;
    }

    private float[] values(LinkMode mode, int layer) {
        if (insight.isEmpty()) {
            return new float[0];
        }
        LayerInsight seen = insight.get().layers().get(layer);
        return mode == LinkMode.GRADIENT ? seen.weightGradients() : seen.updates();
    }

    /** The largest size that a mode shows over the whole network; 0 where nothing is known. */
    double largest(LinkMode mode) {
        double largest = 0;
        for (int l = 0; l < network.layers().size(); l++) {
            Layout.Slice slice = layout.slice(l);
            if (mode == LinkMode.WEIGHT) {
                for (int i = slice.weights(); i < slice.weightsEnd(); i++) {
                    largest = Math.max(largest, Math.abs(parameters[i]));
                }
            } else {
                for (float value : values(mode, l)) {
                    largest = Math.max(largest, Math.abs(value));
                }
            }
        }
        return largest;
    }

    /** How strongly each link is drawn, as a weight would be; NaN where nothing is known. */
    double[] strengths(LinkMode mode, List<LinkCurve> links) {
        double largest = mode == LinkMode.WEIGHT ? 0 : largest(mode);
        double scale = mode == LinkMode.WEIGHT ? 1 : largest > 0 ? STRONGEST / largest : 1;
        double[] strengths = new double[links.size()];
        for (int i = 0; i < strengths.length; i++) {
            LinkCurve link = links.get(i);
            strengths[i] = scale * value(mode, link.layer(), link.unit(), link.input());
        }
        return strengths;
    }
}
