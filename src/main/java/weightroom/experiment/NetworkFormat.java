package weightroom.experiment;

import java.util.ArrayList;
import java.util.List;
import weightroom.engine.Activation;

/** The section {@code network} of an experiment file, read and written. */
final class NetworkFormat {
    private NetworkFormat() {}

    static NetworkSpec read(Section section) {
        section.only("layers");
        List<Node> nodes = section.list(
                section.required("layers", "a list of layers"), section.path("layers"), 1, NetworkSpec.MAX_LAYERS);
        List<LayerSpec> layers = new ArrayList<>();
        for (int l = 0; l < nodes.size(); l++) {
            Section layer = section.element(nodes.get(l), section.path("layers." + l));
            layers.add(layer(layer, l == nodes.size() - 1));
        }
        return new NetworkSpec(layers);
    }

    private static LayerSpec layer(Section section, boolean last) {
        section.only("units", "activation", "alpha", "dropout", "batch-norm");
        section.required("units", Fields.UNITS.expected());
        section.required("activation", "one of: " + String.join(", ", LayerSpec.activationIds()));
        String id = section.choice("activation", LayerSpec.activationIds()).orElseThrow();
        if (id.equals(LayerSpec.SOFTMAX) && !last) {
            throw section.fault(
                    "activation", "is softmax; it mixes the outputs of a whole layer and stands only on the last one");
        }
        LayerSpec plain = new LayerSpec((int) section.whole(Fields.UNITS), Activation.LINEAR).withActivation(id);
        if (section.has("alpha") && Double.isNaN(plain.alpha())) {
            throw section.fault("alpha", "has no meaning here: %s has no α".formatted(id));
        }
        double dropout = section.number(Fields.DROPOUT);
        if (dropout > 0 && last) {
            throw section.fault(
                    "dropout",
                    "is %s at the output; expected dropout on hidden layers only".formatted(Decimal.text(dropout)));
        }
        return plain.withAlpha(section.number(Fields.ALPHA, plain.alpha()))
                .withDropout(dropout)
                .withBatchNorm(section.flag(Fields.BATCH_NORM));
    }

    static Node.Entries write(NetworkSpec network) {
        List<Node> layers = new ArrayList<>();
        for (LayerSpec layer : network.layers()) {
            Node.Entries entries =
                    Node.Entries.of().with("units", layer.units()).with("activation", layer.activationId());
            if (!Double.isNaN(layer.alpha())) {
                entries.with("alpha", layer.alpha());
            }
            layers.add(entries.with("dropout", layer.dropout()).with("batch-norm", layer.batchNorm()));
        }
        return Node.Entries.of().with("layers", new Node.Items(0, 0, layers));
    }
}
