package weightroom.ui.controls;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import weightroom.engine.Loss;
import weightroom.engine.Optimizer;
import weightroom.engine.Plan;
import weightroom.experiment.DataSpec;
import weightroom.experiment.Experiment;
import weightroom.experiment.Setting;
import weightroom.ui.kit.Controls;
import weightroom.ui.kit.Messages;
import weightroom.ui.kit.NumberRow;
import weightroom.ui.kit.NumberWords;
import weightroom.ui.kit.Reach;
import weightroom.ui.kit.Segments;
import weightroom.ui.model.Changes;
import weightroom.ui.model.RunModel;

/** How it learns: by which rule, with which rate and schedule, towards which loss, and for how long. */
final class TrainingGroup {
    private static final List<Optimizer> FIRST = List.of(
            Optimizer.SGD,
            Optimizer.MOMENTUM,
            Optimizer.NESTEROV,
            Optimizer.RMSPROP,
            Optimizer.ADAGRAD,
            Optimizer.ADAM);
    private static final List<Optimizer> OTHERS = Arrays.stream(Optimizer.values())
            .filter(optimizer -> !FIRST.contains(optimizer))
            .toList();
    private static final int COLUMNS = 3;
    private static final Reach RATE = Reach.logarithmic(1e-4, 1);

    private final SettingRows rows;
    private final Segments<Optimizer> optimizers;
    private final Segments<Optimizer> others;
    private final KnobRows knobs;
    private final KnobRows rareKnobs;
    private final ScheduleRow schedule;
    private final Choice<Loss> losses;
    private final FoldGroup group;

    TrainingGroup(RunModel model) {
        rows = new SettingRows(model);
        optimizers = new Segments<>(FIRST, COLUMNS, chosen -> model.change(now -> Changes.withOptimizer(now, chosen)));
        others = new Segments<>(OTHERS, COLUMNS, chosen -> model.change(now -> Changes.withOptimizer(now, chosen)));
        knobs = new KnobRows(model, setting -> isKnob(setting) && !isRare(setting));
        rareKnobs = new KnobRows(model, setting -> isKnob(setting) && isRare(setting));
        schedule = new ScheduleRow(model);
        losses = new Choice<>("loss", Messages.text("loss"), List.of(), chosen -> model.change(withLoss(chosen)));
        List<Node> main = List.of(optimizers, rate(), knobs, schedule, losses.row());
        List<Node> rest = List.of(
                Controls.label(Messages.text("optimizers.more"), "hint"),
                others,
                rareKnobs,
                rows.number("training.schedule.warm-up", Reach.linear(0, 100, 1)),
                rows.flag("training.shuffle"),
                rows.number("training.epochs", Reach.counts(1, 1_000_000)),
                rows.optional("training.stop.train-loss", 0.01, Reach.logarithmic(1e-6, 10)),
                rows.optional("training.stop.validation-loss", 0.01, Reach.logarithmic(1e-6, 10)),
                rows.number("training.stop.patience", Reach.countsFromZero(1, 1000)));
        losses.row().getStyleClass().add("spaced");
        group = new FoldGroup("training", model.options(), main, rest);
    }

    FoldGroup node() {
        return group;
    }

    void show(Experiment experiment) {
        Optimizer optimizer = experiment.training().optimizer().optimizer();
        optimizers.show(optimizer);
        others.show(optimizer);
        if (OTHERS.contains(optimizer) && !group.more().isSelected()) {
            group.more().fire();
        }
        rows.show(experiment);
        knobs.show(experiment, optimizer.id());
        rareKnobs.show(experiment, optimizer.id());
        schedule.show(experiment);
        losses.offer(fitting(experiment));
        losses.show(experiment.training().loss());
    }

    private static UnaryOperator<Experiment> withLoss(Loss loss) {
        return now -> now.withTraining(now.training().withLoss(loss));
    }

    /** Losses for the output, and for amounts where amounts are predicted. */
    private static List<Loss> fitting(Experiment experiment) {
        boolean amounts = experiment.data().origin() instanceof DataSpec.Source own
                && own.source().isRegression();
        return Plan.fittingLosses(experiment.network().over(1)).stream()
                .filter(loss -> !(amounts && loss.classifies()))
                .toList();
    }

    private Node rate() {
        NumberRow row =
                rows.number("training.optimizer.learning-rate", Messages.text("rate"), RATE, NumberWords.fixed(3));
        Region before = new Region();
        before.setMinWidth(Controls.LABEL_WIDTH);
        Region after = new Region();
        after.getStyleClass().add("value-room");
        DecadeTicks ticks =
                new DecadeTicks(RATE, List.of(1e-4, 1e-3, 0.01, 0.1, 1.0), List.of("1e-4", "1e-3", "0.01", "0.1", "1"));
        HBox.setHgrow(ticks, Priority.ALWAYS);
        HBox under = new HBox(before, ticks, after);
        under.getStyleClass().add("ticks");
        return new VBox(row, under);
    }

    private static boolean isKnob(Setting setting) {
        String path = setting.path();
        return path.startsWith("training.optimizer.") && !path.endsWith(".id") && !path.endsWith(".learning-rate");
    }

    /** Numbers that are hardly ever changed. */
    private static boolean isRare(Setting setting) {
        return setting.path().endsWith(".epsilon") || setting.path().endsWith(".dampening");
    }
}
