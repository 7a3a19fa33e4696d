package weightroom.ui.diagram;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import weightroom.experiment.LayerSpec;
import weightroom.ui.kit.Controls;
import weightroom.ui.kit.Messages;
import weightroom.ui.kit.NumberRow;
import weightroom.ui.kit.Pop;
import weightroom.ui.kit.Reach;
import weightroom.ui.model.Changes;
import weightroom.ui.model.RunModel;

/** What a hidden layer can be besides its size and activation: dropout, batch norm, α; removed, or given a neighbour. */
final class LayerOptions {
    private final DiagramModel model;
    private final Pop pop;

    LayerOptions(DiagramModel model, Pop pop) {
        this.model = model;
        this.pop = pop;
    }

    /** Opens below a node, or closes when it is open there. */
    void toggle(int index, Node below) {
        pop.toggle(content(index), below);
    }

    /** Opens beside a place of the screen. */
    void show(int index, Node owner, double screenX, double screenY) {
        pop.show(content(index), owner, screenX, screenY);
    }

    private Node content(int index) {
        RunModel run = model.run();
        LayerSpec layer = model.layers().get(index);
        VBox content = new VBox(Controls.label(Messages.text("layer.hidden", index + 1), "title"));
        content.getStyleClass().add("editor");
        content.getChildren()
                .addAll(number(
                        index,
                        "units",
                        Reach.counts(1, Changes.MAX_UNITS),
                        layer.units(),
                        (from, value) ->
                                from.withUnits((int) Math.max(1, Math.min(Changes.MAX_UNITS, Math.rint(value))))));
        content.getChildren()
                .add(number(index, "dropout", Reach.linear(0, 0.9, 0.05), layer.dropout(), LayerSpec::withDropout));
        if (!Double.isNaN(layer.alpha())) {
            content.getChildren()
                    .add(number(index, "alpha", Reach.linear(0, 2, 0.01), layer.alpha(), LayerSpec::withAlpha));
        }
        CheckBox norm = check("layer.norm", "layer-norm", layer.batchNorm());
        norm.setOnAction(event -> change(index, from -> from.withBatchNorm(norm.isSelected())));
        content.getChildren().add(norm);
        if (layer.units() > DiagramLayout.MOST_TILES) {
            CheckBox all = check("layer.all", "layer-all", model.isOpened(index));
            all.setOnAction(event -> pop.andThen(() -> model.setOpened(index, all.isSelected())));
            content.getChildren().add(all);
        }
        Button before = button(
                "layer.before",
                "layer-before",
                Feather.CHEVRON_LEFT,
                () -> Changes.insertLayer(run.experiment().get(), index));
        Button after = button(
                "layer.after",
                "layer-after",
                Feather.CHEVRON_RIGHT,
                () -> Changes.insertLayer(run.experiment().get(), index + 1));
        boolean full = Changes.hidden(run.experiment().get()) >= Changes.MAX_HIDDEN;
        before.setDisable(full);
        after.setDisable(full);
        Button remove = button(
                "layer.remove",
                "remove-" + index,
                Feather.X,
                () -> Changes.minusLayer(run.experiment().get(), index));
        HBox buttons = new HBox(8, before, after, remove);
        content.getChildren().add(buttons);
        return content;
    }

    private Node number(int index, String what, Reach reach, double now, Change change) {
        NumberRow row = new NumberRow(
                "layer-" + what,
                Messages.text("layer." + what),
                Messages.text("layer." + what + ".help"),
                reach,
                value -> change(index, from -> change.of(from, value)));
        row.show(now);
        return row;
    }

    private void change(int index, java.util.function.UnaryOperator<LayerSpec> how) {
        model.run()
                .change(now -> now.withNetwork(now.network()
                        .withLayer(index, how.apply(now.network().layers().get(index)))));
    }

    private static CheckBox check(String key, String id, boolean now) {
        CheckBox box = new CheckBox(Messages.text(key));
        box.setId(id);
        box.setSelected(now);
        Controls.explain(box, Messages.text(key + ".help"));
        return box;
    }

    private Button button(
            String key,
            String id,
            Feather icon,
            java.util.function.Supplier<weightroom.experiment.Experiment> changed) {
        Button button = new Button(Messages.text(key), new FontIcon(icon));
        button.setId(id);
        button.setOnAction(event -> {
            pop.hide();
            weightroom.experiment.Experiment next = changed.get();
            model.run().change(now -> next);
        });
        Controls.explain(button, Messages.text(key + ".help"));
        return button;
    }

    /** A layer with another number. */
    private interface Change {
        LayerSpec of(LayerSpec layer, double value);
    }
}
