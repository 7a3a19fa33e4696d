package weightroom.ui.diagram;

import java.util.ArrayList;
import java.util.List;
import weightroom.engine.Activation;
import weightroom.engine.Task;
import weightroom.experiment.Setup;
import weightroom.plot.Numbers;
import weightroom.ui.kit.Messages;

/** What the diagram says of its parts: on the card beside the mouse, and to screen readers. */
final class Words {
    private static final int DIGITS = 3;

    private Words() {}

    /**
     * A heading and what is to be said.
     *
     * @param lines may be none
     */
    record Card(String title, List<String> lines) {
        Card {
            lines = List.copyOf(lines);
        }

        /** In one sentence. */
        String spoken() {
            return lines.isEmpty() ? title : title + ": " + String.join(", ", lines);
        }
    }

    /** The name of a layer: Inputs, Hidden 2, Output. */
    static String layer(int layer, int outputLayer) {
        return layer < 0
                ? Messages.text("layer.inputs")
                : layer == outputLayer ? Messages.text("layer.output") : Messages.text("layer.hidden", layer + 1);
    }

    static Card of(DiagramModel model, Hit hit) {
        if (hit instanceof Hit.Tile tile) {
            return tile.layer() < 0 ? input(model, tile.index()) : unit(model, tile);
        }
        if (hit instanceof Hit.Bias bias) {
            return bias(model, bias);
        }
        if (hit instanceof Hit.Wire wire) {
            return wire(model, wire);
        }
        String layer = layer(hit.layer(), model.layout().outputLayer());
        return hit instanceof Hit.More
                ? new Card(
                        Messages.text(
                                "units.rest.of",
                                model.layout().column(hit.layer()).hidden(),
                                layer),
                        List.of(Messages.text("units.rest.help")))
                : new Card(layer, List.of(Messages.text("edge.help")));
    }

    private static Card input(DiagramModel model, int index) {
        InputChoices.Choice choice = model.map().inputs().choices().get(index);
        String help =
                choice.used() ? (model.map().inputs().canToggle(index) ? "input.used" : "input.only") : "input.offered";
        return new Card(choice.label(), List.of(Messages.text(help)));
    }

    private static String unitName(DiagramModel model, int layer, int index) {
        return Messages.text("unit.name", layer(layer, model.layout().outputLayer()), index + 1);
    }

    private static Card unit(DiagramModel model, Hit.Tile tile) {
        List<String> lines = new ArrayList<>();
        if (!model.known()) {
            lines.add(Messages.text("unit.waiting"));
        } else {
            Reading reading = model.reading();
            lines.add(Messages.text(
                    reading.hasBeta(tile.layer()) ? "unit.numbers.beta" : "unit.numbers",
                    number(reading.bias(tile.layer(), tile.index())),
                    number(reading.strongest(tile.layer(), tile.index()))));
            if (model.marks().dead().contains(tile)) {
                lines.add(Messages.text("unit.dead.help"));
            }
            if (model.marks().saturated().contains(tile)) {
                lines.add(Messages.text("unit.saturated.help"));
            }
            if (model.marks().unitOff(reading, tile.layer(), tile.index())) {
                lines.add(Messages.text("unit.off.help"));
            }
            DroppedUnits dropped = model.marks().dropped();
            if (dropped.contains(tile.layer(), tile.index())) {
                lines.add(Messages.text(
                        "unit.dropped.help",
                        dropped.row() + 1,
                        dropped.times(tile.layer(), tile.index()),
                        dropped.rows()));
            }
        }
        return new Card(unitName(model, tile.layer(), tile.index()), lines);
    }

    private static Card bias(DiagramModel model, Hit.Bias bias) {
        Reading reading = model.reading();
        List<String> lines = new ArrayList<>();
        if (model.known()) {
            lines.add(Messages.text(
                    reading.hasBeta(bias.layer()) ? "bias.value.beta" : "bias.value",
                    number(reading.bias(bias.layer(), bias.index()))));
            if (model.marks().locked().get(reading.biasAt(bias.layer(), bias.index()))) {
                lines.add(Messages.text("locked"));
            }
        }
        return new Card(Messages.text("bias.of", unitName(model, bias.layer(), bias.index())), lines);
    }

    private static Card wire(DiagramModel model, Hit.Wire wire) {
        String from = wire.layer() == 0
                ? model.map()
                        .inputs()
                        .choices()
                        .get(model.map().inputs().choiceOf(wire.input()))
                        .label()
                : unitName(model, wire.layer() - 1, wire.input());
        String title = Messages.text("link.name", from, unitName(model, wire.layer(), wire.index()));
        List<String> lines = new ArrayList<>();
        if (model.known()) {
            Reading reading = model.reading();
            for (LinkMode mode : LinkMode.values()) {
                double value = reading.value(mode, wire.layer(), wire.index(), wire.input());
                if (!Double.isNaN(value)) {
                    lines.add(Messages.text("link.value." + mode.id(), number(value)));
                }
            }
            int place = reading.weightAt(wire.layer(), wire.index(), wire.input());
            if (model.marks().off().get(place)) {
                lines.add(Messages.text("link.off"));
            } else if (model.marks().locked().get(place)) {
                lines.add(Messages.text("locked"));
            }
        }
        return new Card(title, lines);
    }

    /** What each output stands for. */
    static List<String> outputs(Setup setup) {
        Task task = setup.task();
        if (task instanceof Task.Binary binary) {
            boolean probability = setup.plan().network().output().activation() == Activation.SIGMOID;
            return List.of(
                    probability
                            ? Messages.text("output.class", binary.names().get(1))
                            : binary.names().get(1));
        }
        return task.names();
    }

    private static String number(double value) {
        double size = Math.abs(value);
        return size != 0 && (size < 0.005 || size >= 10_000)
                ? Numbers.significant(value, DIGITS)
                : Numbers.fixed(value, 2);
    }
}
