package weightroom.ui.diagram;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import weightroom.engine.InvalidInput;
import weightroom.engine.Layout;
import weightroom.experiment.Link;
import weightroom.explain.Quantity;
import weightroom.plot.Numbers;
import weightroom.ui.kit.Controls;
import weightroom.ui.kit.Messages;
import weightroom.ui.kit.NumberRow;
import weightroom.ui.kit.Pop;
import weightroom.ui.kit.Reach;
import weightroom.ui.model.Changes;

/** Where one weight or bias is typed or dragged, locked or switched off, and a neuron likewise with all that belongs to it. */
final class ParameterEditor {
    /** Larger numbers are of no use and leave no room for a gradient. */
    private static final double MOST = 1e6;

    private static final double USUAL_REACH = 3;

    private final DiagramModel model;
    private final Pop pop;
    private final LayerOptions options;
    private final boolean fixed;
    private final List<Runnable> shown = new ArrayList<>();

    /** @param fixed whether only numbers can be changed */
    ParameterEditor(DiagramModel model, Pop pop, LayerOptions options, boolean fixed) {
        this.fixed = fixed;
        this.model = model;
        this.pop = pop;
        this.options = options;
    }

    /** Opens the editor of a link, a bias or a neuron beside a place of the screen. */
    void show(Hit hit, Node owner, double screenX, double screenY) {
        shown.clear();
        VBox content = new VBox(Controls.label(Words.of(model, hit).title(), "title"));
        content.getStyleClass().add("editor");
        if (hit instanceof Hit.Wire wire) {
            Link link = new Link(wire.layer(), wire.index(), wire.input());
            int place = model.reading().weightAt(wire.layer(), wire.index(), wire.input());
            content.getChildren().add(number("weight", place));
            if (!fixed) {
                content.getChildren().addAll(lock("lock", List.of(link)), off(List.of(link)));
            }
        } else if (hit instanceof Hit.Bias bias) {
            addBias(content, bias.layer(), bias.index());
        } else if (hit instanceof Hit.Tile tile) {
            addUnit(content, tile, owner, screenX, screenY);
        }
        content.getChildren().add(explain(hit));
        refresh();
        pop.show(content, owner, screenX, screenY);
    }

    private Button explain(Hit hit) {
        Button explain = new Button(Messages.text("explain.this"), new FontIcon(Feather.SEARCH));
        explain.setId("explain-this");
        explain.setMaxWidth(Double.MAX_VALUE);
        explain.setOnAction(event -> {
            pop.hide();
            model.run().explanations().ask(quantity(hit));
        });
        Controls.explain(explain, Messages.text("explain.this.help"));
        return explain;
    }

    private Quantity quantity(Hit hit) {
        if (hit instanceof Hit.Wire wire) {
            return Quantity.weight(wire.layer(), wire.index(), wire.input());
        }
        if (hit instanceof Hit.Bias bias) {
            Quantity.Kind kind = model.reading().hasBeta(bias.layer()) ? Quantity.Kind.BETA : Quantity.Kind.BIAS;
            return Quantity.unit(kind, bias.layer(), bias.index());
        }
        Hit.Tile tile = (Hit.Tile) DiagramKeys.tileOf(hit);
        return Quantity.unit(Quantity.Kind.ACTIVATION, tile.layer(), tile.index());
    }

    /** Shows the numbers that the run has come to, where the editor is open. */
    void refresh() {
        if (pop.isShowing() || !shown.isEmpty()) {
            shown.forEach(Runnable::run);
        }
    }

    private void addBias(VBox content, int layer, int unit) {
        boolean beta = model.reading().hasBeta(layer);
        content.getChildren().add(number(beta ? "beta" : "bias", model.reading().biasAt(layer, unit)));
        if (!beta && !fixed) {
            content.getChildren().add(lock("lock", List.of(Link.bias(layer, unit))));
        }
    }

    private void addUnit(VBox content, Hit.Tile tile, Node owner, double screenX, double screenY) {
        boolean beta = model.reading().hasBeta(tile.layer());
        content.getChildren().add(number(beta ? "beta" : "bias", model.reading().biasAt(tile.layer(), tile.index())));
        if (fixed) {
            return;
        }
        content.getChildren().add(lock("lock.unit", incoming(tile, !beta)));
        if (tile.layer() < model.layout().outputLayer()) {
            content.getChildren().add(off(outgoing(tile)));
            Button layer = new Button(Messages.text("layer.options"));
            layer.setId("layer-options");
            layer.setOnAction(event -> {
                pop.hide();
                options.show(tile.layer(), owner, screenX, screenY);
            });
            Controls.explain(layer, Messages.text("layer.options.help"));
            content.getChildren().add(layer);
        }
    }

    private List<Link> incoming(Hit.Tile tile, boolean withBias) {
        List<Link> links = new ArrayList<>();
        for (int i = 0; i < model.reading().layout().slice(tile.layer()).in(); i++) {
            links.add(new Link(tile.layer(), tile.index(), i));
        }
        if (withBias) {
            links.add(Link.bias(tile.layer(), tile.index()));
        }
        return links;
    }

    private List<Link> outgoing(Hit.Tile tile) {
        List<Link> links = new ArrayList<>();
        Layout.Slice next = model.reading().layout().slice(tile.layer() + 1);
        for (int to = 0; to < next.units(); to++) {
            links.add(new Link(tile.layer() + 1, to, tile.index()));
        }
        return links;
    }

    private NumberRow number(String what, int place) {
        double now = model.reading().parameters()[place];
        double reach = Math.max(USUAL_REACH, Math.ceil(1.5 * Math.abs(now)));
        NumberRow row = new NumberRow(
                "parameter",
                Messages.text("parameter." + what),
                Messages.text("parameter." + what + ".help"),
                Reach.linear(-reach, reach, 0.01),
                value -> edit(place, value));
        shown.add(() -> {
            boolean typing = row.isFocusWithin();
            if (!typing && model.known() && place < model.reading().parameters().length) {
                row.show(model.reading().parameters()[place]);
            }
            row.setDisable(model.marks().off().get(place));
        });
        row.show(now);
        return row;
    }

    private void edit(int place, double value) {
        if (!(Math.abs(value) <= MOST)) {
            throw new InvalidInput(Messages.text("parameter.refused", Numbers.count((long) MOST)));
        }
        model.run().edit(Map.of(place, (float) value));
    }

    private CheckBox lock(String key, List<Link> links) {
        CheckBox box = box(key, "parameter-lock");
        box.setOnAction(event -> model.run().change(now -> Changes.withLocked(now, links, box.isSelected())));
        shown.add(() -> box.setSelected(
                model.run().experiment().get().network().locked().containsAll(links)));
        return box;
    }

    private CheckBox off(List<Link> links) {
        CheckBox box = box(links.size() == 1 ? "off" : "off.unit", "parameter-off");
        box.setOnAction(event -> model.run()
                .change(now -> box.isSelected() ? Changes.withOff(now, weights(links)) : Changes.withOn(now, links)));
        shown.add(() -> box.setSelected(
                model.run().experiment().get().network().off().keySet().containsAll(links)));
        return box;
    }

    private Map<Link, Double> weights(List<Link> links) {
        Map<Link, Double> weights = new HashMap<>();
        for (Link link : links) {
            weights.put(link, (double) model.reading().weight(link.layer(), link.unit(), link.input()));
        }
        return weights;
    }

    private static CheckBox box(String key, String id) {
        CheckBox box = new CheckBox(Messages.text(key));
        box.setId(id);
        Controls.explain(box, Messages.text(key + ".help"));
        return box;
    }
}
