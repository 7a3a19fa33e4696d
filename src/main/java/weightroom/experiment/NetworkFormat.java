package weightroom.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import weightroom.engine.Activation;

/** The section {@code network} of an experiment file, read and written. */
final class NetworkFormat {
    private NetworkFormat() {}

    static NetworkSpec read(Section section) {
        section.only("layers", "locked", "off");
        List<Node> nodes = section.list(
                section.required("layers", "a list of layers"), section.path("layers"), 1, NetworkSpec.MAX_LAYERS);
        List<LayerSpec> layers = new ArrayList<>();
        for (int l = 0; l < nodes.size(); l++) {
            Section layer = section.element(nodes.get(l), section.path("layers." + l));
            layers.add(layer(layer, l == nodes.size() - 1));
        }
        return new NetworkSpec(layers, locked(section, layers), off(section, layers));
    }

    private static SortedSet<Link> locked(Section section, List<LayerSpec> layers) {
        SortedSet<Link> locked = new TreeSet<>();
        Optional<Node> value = section.node("locked");
        if (value.isPresent()) {
            String path = section.path("locked");
            List<Node> nodes = section.list(value.get(), path, 0, NetworkSpec.MAX_LINKS);
            for (int i = 0; i < nodes.size(); i++) {
                if (!locked.add(link(section, nodes.get(i), path + "." + i, layers))) {
                    throw section.fault(
                            nodes.get(i), path + "." + i, "is %s, which is locked already".formatted(found(nodes, i)));
                }
            }
        }
        return locked;
    }

    private static String found(List<Node> nodes, int i) {
        return nodes.get(i).found();
    }

    private static SortedMap<Link, Double> off(Section section, List<LayerSpec> layers) {
        SortedMap<Link, Double> off = new TreeMap<>();
        Map<String, Node> entries = section.section("off").map(Section::fields).orElse(Map.of());
        if (entries.size() > NetworkSpec.MAX_LINKS) {
            throw section.fault(
                    "off", "has %d links; expected at most %d".formatted(entries.size(), NetworkSpec.MAX_LINKS));
        }
        for (Map.Entry<String, Node> entry : entries.entrySet()) {
            Node value = entry.getValue();
            Node name = new Node.Text(value.line(), value.column(), entry.getKey());
            Link link = link(section, name, section.path("off"), layers);
            off.put(link, section.amount(Fields.KEPT, value, section.path("off") + "." + link));
        }
        return off;
    }

    private static Link link(Section section, Node value, String where, List<LayerSpec> layers) {
        Link link = Optional.of(value)
                .map(node -> node instanceof Node.Text text ? text.value() : "")
                .flatMap(Link::parse)
                .orElseThrow(
                        () -> section.fault(value, where, "is %s; expected %s".formatted(value.found(), Link.FORM)));
        NetworkSpec.fault(link, layers).ifPresent(fault -> {
            throw section.fault(value, where, "is %s: %s".formatted(value.found(), fault));
        });
        return link;
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
        Node.Entries tree = Node.Entries.of().with("layers", new Node.Items(0, 0, layers));
        if (!network.locked().isEmpty()) {
            List<Node> locked = new ArrayList<>();
            network.locked().forEach(link -> locked.add(new Node.Text(0, 0, link.toString())));
            tree.with("locked", new Node.Items(0, 0, locked));
        }
        if (!network.off().isEmpty()) {
            Node.Entries off = Node.Entries.of();
            network.off().forEach((link, kept) -> off.with(link.toString(), kept));
            tree.with("off", off);
        }
        return tree;
    }
}
