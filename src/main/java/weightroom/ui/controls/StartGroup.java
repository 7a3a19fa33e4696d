package weightroom.ui.controls;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import weightroom.engine.Initializer;
import weightroom.experiment.Experiment;
import weightroom.experiment.StartSpec;
import weightroom.plot.Numbers;
import weightroom.ui.kit.Controls;
import weightroom.ui.kit.Messages;
import weightroom.ui.model.Changes;
import weightroom.ui.model.RunModel;
import weightroom.ui.model.StartWeights;

/** Where it starts: how the first weights are drawn, from which seed. */
final class StartGroup {
    private final RunModel model;
    private final Choice<Initializer> weights;
    private final Choice<Initializer> biases;
    private final KnobRows weightKnobs;
    private final KnobRows biasKnobs;
    private final WeightBars bars = new WeightBars();
    private final SeedRow seed;
    private final Label parameters = Controls.label("", "hint");
    private final FoldGroup group;

    StartGroup(RunModel model) {
        this.model = model;
        seed = new SeedRow(model);
        List<Initializer> all = List.of(Initializer.values());
        weights = new Choice<>(
                "initializer",
                Messages.text("initializer"),
                all,
                chosen -> model.change(now -> Changes.withInitializer(now, chosen)));
        biases = new Choice<>(
                "bias-initializer",
                Messages.text("biases"),
                all,
                chosen -> model.change(now -> Changes.withBiases(now, chosen)));
        weightKnobs = knobs("start.weights.");
        biasKnobs = knobs("start.biases.");
        HBox top = new HBox(weights.combo(), bars);
        top.getStyleClass().add("start-top");
        HBox.setHgrow(weights.combo(), Priority.ALWAYS);
        Button again = new Button(Messages.text("again"), new FontIcon(Feather.ROTATE_CCW));
        again.setId("same-weights");
        again.setMaxWidth(Double.MAX_VALUE);
        again.setOnAction(event -> model.reset());
        Controls.explain(again, Messages.text("again.help"));
        group = new FoldGroup(
                "start",
                model.options(),
                List.of(top, weightKnobs, seedRow()),
                List.of(biases.row(), biasKnobs, again));
    }

    FoldGroup node() {
        return group;
    }

    void show(Experiment experiment) {
        choose(weights, experiment.start().weights());
        choose(biases, experiment.start().biases());
        weightKnobs.show(experiment, "weights");
        biasKnobs.show(experiment, "biases");
        seed.show(experiment.seed());
        StartWeights first = StartWeights.of(experiment, model.snapshot().get().setup());
        bars.show(first);
        parameters.setText(Messages.text("parameters", Numbers.count(first.parameters())));
    }

    private static void choose(Choice<Initializer> choice, Object spec) {
        if (spec instanceof StartSpec.Drawn drawn) {
            choice.show(drawn.initializer());
        } else {
            choice.showNone();
        }
    }

    private KnobRows knobs(String prefix) {
        return new KnobRows(
                model,
                setting -> setting.path().startsWith(prefix) && !setting.path().endsWith(".id"));
    }

    private Node seedRow() {
        parameters.setId("parameters");
        Controls.explain(parameters, Messages.text("parameters.help"));
        seed.getChildren().addAll(Controls.spring(), parameters);
        return seed;
    }
}
