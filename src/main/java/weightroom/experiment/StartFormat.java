package weightroom.experiment;

import java.util.ArrayList;
import java.util.List;
import weightroom.engine.Initializer;
import weightroom.experiment.StartSpec.Drawn;
import weightroom.experiment.StartSpec.GivenBiases;
import weightroom.experiment.StartSpec.GivenWeights;

/** The section {@code start} of an experiment file, read and written. */
final class StartFormat {
    private static final int MAX_FAN_IN = 1_000_000;

    private StartFormat() {}

    static StartSpec read(Section section) {
        section.only("weights", "biases");
        StartSpec.Weights weights = section.node("weights")
                .<StartSpec.Weights>map(value -> value instanceof Node.Items
                        ? new GivenWeights(weights(section, value))
                        : drawn(section, "weights", value))
                .orElse(StartSpec.DEFAULT.weights());
        StartSpec.Biases biases = section.node("biases")
                .<StartSpec.Biases>map(value -> value instanceof Node.Items
                        ? new GivenBiases(biases(section, value))
                        : drawn(section, "biases", value))
                .orElse(StartSpec.DEFAULT.biases());
        return new StartSpec(weights, biases);
    }

    private static Drawn drawn(Section section, String part, Node value) {
        if (value instanceof Node.Text) {
            return new Drawn(section.term(part, Initializer.class).orElseThrow());
        }
        if (!(value instanceof Node.Entries)) {
            throw section.wrong(part, value, "an initializer's id, an object with an id, or the numbers themselves");
        }
        Section drawn = section.element(value, section.path(part));
        drawn.required("id", "one of: " + String.join(", ", Section.ids(Initializer.class)));
        Initializer initializer = drawn.term("id", Initializer.class).orElseThrow();
        List<String> known = new ArrayList<>(List.of("id"));
        initializer.knobs().forEach(knob -> known.add(knob.id()));
        List<Double> knobs = drawn.only(known).knobs(initializer.knobs());
        if (initializer == Initializer.UNIFORM && knobs.get(0) > knobs.get(1)) {
            throw drawn.fault(
                    "low",
                    "is %s, above high, which is %s; expected low to be at most high"
                            .formatted(Decimal.text(knobs.get(0)), Decimal.text(knobs.get(1))));
        }
        return new Drawn(initializer, knobs);
    }

    private static List<List<List<Double>>> weights(Section section, Node value) {
        String path = section.path("weights");
        List<List<List<Double>>> layers = new ArrayList<>();
        for (Node layer : section.list(value, path, 1, NetworkSpec.MAX_LAYERS)) {
            String layerPath = path + "." + layers.size();
            List<List<Double>> units = new ArrayList<>();
            for (Node unit : section.list(layer, layerPath, 1, LayerSpec.MAX_UNITS)) {
                units.add(section.numbers(unit, layerPath + "." + units.size(), 1, MAX_FAN_IN));
            }
            layers.add(units);
        }
        return layers;
    }

    private static List<List<Double>> biases(Section section, Node value) {
        String path = section.path("biases");
        List<List<Double>> layers = new ArrayList<>();
        for (Node layer : section.list(value, path, 1, NetworkSpec.MAX_LAYERS)) {
            layers.add(section.numbers(layer, path + "." + layers.size(), 0, LayerSpec.MAX_UNITS));
        }
        return layers;
    }

    static Node.Entries write(StartSpec start) {
        Node weights = start.weights() instanceof GivenWeights given
                ? listOf(given.numbers().stream()
                        .map(layer ->
                                listOf(layer.stream().map(Node.Items::ofNumbers).toList()))
                        .toList())
                : drawn((Drawn) start.weights());
        Node biases = start.biases() instanceof GivenBiases given
                ? listOf(given.numbers().stream().map(Node.Items::ofNumbers).toList())
                : drawn((Drawn) start.biases());
        return Node.Entries.of().with("weights", weights).with("biases", biases);
    }

    private static Node listOf(List<? extends Node> values) {
        return new Node.Items(0, 0, List.copyOf(values));
    }

    private static Node drawn(Drawn drawn) {
        Node.Entries entries = Node.Entries.of().with("id", drawn.initializer().id());
        for (int i = 0; i < drawn.knobs().size(); i++) {
            entries.with(drawn.initializer().knobs().get(i).id(), drawn.knobs().get(i));
        }
        return entries;
    }
}
