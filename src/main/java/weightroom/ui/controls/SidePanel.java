package weightroom.ui.controls;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import weightroom.data.DataSource;
import weightroom.engine.Initializer;
import weightroom.engine.InvalidInput;
import weightroom.engine.Loss;
import weightroom.engine.Optimizer;
import weightroom.engine.Plan;
import weightroom.engine.Term;
import weightroom.experiment.Experiment;
import weightroom.experiment.Setting;
import weightroom.experiment.Settings;
import weightroom.experiment.StartSpec;
import weightroom.ui.kit.Controls;
import weightroom.ui.kit.Messages;
import weightroom.ui.kit.NumberRow;
import weightroom.ui.kit.Reach;
import weightroom.ui.kit.Segments;
import weightroom.ui.model.Changes;
import weightroom.ui.model.RunModel;

/** The controls, grouped by the question they answer: what data, how it learns, where it starts, what restrains it. */
public final class SidePanel extends ScrollPane {
    private static final int MAX_ROLLED_SEED = 10_000;

    private final RunModel model;
    private final ComboBox<DataSource> sources = Controls.terms(
            Arrays.stream(DataSource.values())
                    .filter(source -> source.inputCount() == 2)
                    .toList(),
            Messages.text("data.source"));
    private final Segments<Optimizer> optimizers;
    private final ComboBox<Loss> losses = Controls.terms(List.of(), Messages.text("loss"));
    private final ComboBox<Initializer> initializers =
            Controls.terms(List.of(Initializer.values()), Messages.text("initializer"));
    private final TextField seed = new TextField();
    private final List<Bound> numbers;
    private boolean showing;

    /** A row and the setting it shows. */
    private record Bound(String path, NumberRow row) {}

    public SidePanel(RunModel model) {
        this.model = model;
        getStyleClass().add("side");
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFitToWidth(true);
        Bound samples = number("data.samples", Reach.counts(10, 2000));
        Bound noise = number("data.noise", Reach.linear(0, 0.5, 0.01));
        Bound share = number("data.train", Reach.linear(0.1, 1, 0.05));
        Bound batch = number("training.batch", Reach.counts(1, 512));
        Bound rate = number("training.optimizer.learning-rate", Reach.logarithmic(1e-5, 10));
        Bound l2 = number("training.l2", Reach.logarithmicFromZero(1e-6, 1));
        numbers = List.of(samples, noise, share, batch, rate, l2);
        optimizers = new Segments<>(
                Arrays.stream(Optimizer.values())
                        .filter(optimizer -> optimizer != Optimizer.PERCEPTRON)
                        .toList(),
                4,
                chosen -> change(now -> Changes.withOptimizer(now, chosen)));
        choose(sources, "source", chosen -> change(now -> Changes.withSource(now, chosen)));
        choose(
                losses,
                "loss",
                chosen -> change(now -> now.withTraining(now.training().withLoss(chosen))));
        choose(initializers, "initializer", chosen -> change(now -> Changes.withInitializer(now, chosen)));
        setContent(new VBox(
                group(
                        "data",
                        Controls.row(Messages.text("data.source"), sources),
                        samples.row(),
                        noise.row(),
                        share.row(),
                        batch.row()),
                group("training", optimizers, rate.row(), Controls.row(Messages.text("loss"), losses)),
                group("start", Controls.row(Messages.text("initializer"), initializers), seedRow()),
                group("regularization", l2.row())));
        model.experiment().addListener((observable, before, after) -> show(after));
        show(model.experiment().get());
    }

    private void show(Experiment experiment) {
        showing = true;
        sources.setValue(Changes.source(experiment));
        optimizers.show(experiment.training().optimizer().optimizer());
        List<Loss> fitting = Plan.fittingLosses(experiment.network().over(1)).stream()
                .filter(loss ->
                        !(loss.classifies() && Changes.source(experiment).isRegression()))
                .toList();
        if (!losses.getItems().equals(fitting)) {
            losses.getItems().setAll(fitting);
        }
        losses.setValue(experiment.training().loss());
        if (experiment.start().weights() instanceof StartSpec.Drawn drawn) {
            initializers.setValue(drawn.initializer());
        }
        seed.setText(Long.toString(experiment.seed()));
        for (Bound bound : numbers) {
            bound.row().show(Settings.find(experiment, bound.path()).number(experiment));
        }
        showing = false;
    }

    private Bound number(String path, Reach reach) {
        Setting setting = Settings.find(model.experiment().get(), path);
        String id = path.substring(path.lastIndexOf('.') + 1);
        String effect = Messages.text(setting.effect() == Setting.Effect.LIVE ? "effect.live" : "effect.fresh");
        return new Bound(
                path,
                new NumberRow(
                        id, setting.label(), setting.help() + "\n" + effect, reach, value -> model.set(path, value)));
    }

    private <T extends Term> void choose(ComboBox<T> combo, String id, java.util.function.Consumer<T> chosen) {
        combo.setId(id);
        combo.setOnAction(event -> {
            T value = combo.getValue();
            if (!showing && value != null) {
                chosen.accept(value);
            }
        });
    }

    private Node seedRow() {
        seed.setId("seed");
        seed.setPrefWidth(80);
        seed.setOnAction(event -> seedTyped());
        seed.focusedProperty().addListener((observable, before, after) -> {
            if (!after) {
                seedTyped();
            }
        });
        Controls.explain(seed, Messages.text("seed.help"));
        Button dice = Controls.iconButton(Feather.SHUFFLE, Messages.text("dice.help"), () -> {
            long rolled = ThreadLocalRandom.current().nextInt(1, MAX_ROLLED_SEED);
            change(now -> now.withSeed(rolled));
        });
        dice.setId("dice");
        HBox row = Controls.row(Messages.text("seed"), seed);
        row.getChildren().add(dice);
        return row;
    }

    private void seedTyped() {
        try {
            model.set("seed", Long.parseLong(seed.getText().strip()));
        } catch (NumberFormatException | InvalidInput noSeed) {
            seed.setText(Long.toString(model.experiment().get().seed()));
        }
    }

    private void change(java.util.function.UnaryOperator<Experiment> how) {
        model.change(how);
    }

    private static Node group(String key, Node... rows) {
        VBox group = new VBox(Controls.label(Messages.text("group." + key), "title"));
        group.getStyleClass().add("group");
        group.getChildren().addAll(rows);
        return group;
    }
}
