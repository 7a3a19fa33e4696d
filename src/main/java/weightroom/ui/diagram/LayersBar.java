package weightroom.ui.diagram;

import java.util.Arrays;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import weightroom.engine.Activation;
import weightroom.engine.Layout;
import weightroom.engine.Network;
import weightroom.experiment.Experiment;
import weightroom.experiment.LayerSpec;
import weightroom.plot.Numbers;
import weightroom.run.Snapshot;
import weightroom.ui.kit.Controls;
import weightroom.ui.kit.Messages;
import weightroom.ui.model.Changes;
import weightroom.ui.model.RunModel;

/** The network's layers: how many, how wide, and what each unit makes of its sum. */
public final class LayersBar extends VBox {
    private static final double LAYER_WIDTH = 152;

    private final RunModel model;
    private final Label shape = Controls.label("", "secondary");
    private final Button add = new Button(Messages.text("layer.add"), new FontIcon(Feather.PLUS));
    private final FlowPane layers = new FlowPane(16, 8);
    private List<LayerSpec> shown = List.of();

    public LayersBar(RunModel model) {
        this.model = model;
        getStyleClass().add("panel");
        add.setId("add-layer");
        add.setOnAction(event -> model.change(Changes::plusLayer));
        Controls.explain(add, Messages.text("layer.add.help"));
        Label title = Controls.label(Messages.text("network"), "title");
        HBox head = new HBox(title, shape, add);
        head.getStyleClass().add("panel-head");
        getChildren().addAll(head, layers);
        model.experiment().addListener((observable, before, after) -> show(after));
        show(model.experiment().get());
    }

    /** Shows the shape that the run has. */
    public void show(Snapshot now) {
        Network network = now.setup().plan().network();
        shape.setText(Messages.text(
                "network.shape",
                network.toString().replace("-", " - "),
                Numbers.count(Layout.of(network).trainable())));
    }

    private void show(Experiment experiment) {
        List<LayerSpec> now = experiment.network().layers();
        if (now.equals(shown)) {
            return;
        }
        shown = now;
        add.setDisable(Changes.hidden(experiment) >= Changes.MAX_HIDDEN);
        layers.getChildren().clear();
        for (int l = 0; l < now.size() - 1; l++) {
            layers.getChildren().add(hidden(l, now.get(l)));
        }
        layers.getChildren().add(output(now.get(now.size() - 1)));
    }

    private Node hidden(int index, LayerSpec layer) {
        Button fewer = stepper("fewer-" + index, Feather.MINUS, "units.fewer", index, layer.units() - 1);
        Button more = stepper("more-" + index, Feather.PLUS, "units.more", index, layer.units() + 1);
        Label units = Controls.label(Numbers.count(layer.units()), "strong");
        units.setId("units-" + index);
        Button remove = Controls.iconButton(
                Feather.X,
                Messages.text("layer.remove.help"),
                () -> model.change(now -> Changes.minusLayer(now, index)));
        remove.setId("remove-" + index);
        remove.getStyleClass().setAll("button", "stepper");
        HBox head = new HBox(
                Controls.label(Messages.text("layer.hidden", index + 1), "strong"),
                Controls.spring(),
                fewer,
                units,
                more,
                remove);
        head.setSpacing(4);
        head.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        ComboBox<Activation> activations = Controls.terms(
                Arrays.stream(Activation.values()).filter(Activation::hasSlope).toList(), Messages.text("activation"));
        activations.setId("activation-" + index);
        activations.setValue(layer.activation());
        activations.setOnAction(
                event -> model.change(now -> Changes.withActivation(now, index, activations.getValue())));
        return column(head, activations);
    }

    private static Node output(LayerSpec layer) {
        HBox head = new HBox(
                Controls.label(Messages.text("layer.output"), "strong"),
                Controls.spring(),
                Controls.label(Numbers.count(layer.units()), "strong"));
        head.setMinHeight(20);
        Label fixed = Controls.label(
                layer.softmax() ? Messages.text("softmax") : layer.activation().label(), "secondary");
        fixed.setMinHeight(28);
        Controls.explain(fixed, layer.softmax() ? Messages.text("softmax.help") : Controls.meaning(layer.activation()));
        VBox column = column(head, fixed);
        column.setPrefWidth(72);
        return column;
    }

    private static VBox column(Node... rows) {
        VBox column = new VBox(rows);
        column.getStyleClass().add("layer");
        column.setPrefWidth(LAYER_WIDTH);
        return column;
    }

    private Button stepper(String id, Feather icon, String help, int index, int units) {
        Button button = Controls.iconButton(
                icon, Messages.text(help), () -> model.change(now -> Changes.withUnits(now, index, units)));
        button.setId(id);
        button.getStyleClass().setAll("button", "stepper");
        button.setDisable(units < 1 || units > Changes.MAX_UNITS);
        return button;
    }
}
