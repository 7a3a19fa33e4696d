package weightroom.ui.charts;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.control.Label;
import weightroom.engine.Metrics;
import weightroom.engine.Roc;
import weightroom.engine.Rows;
import weightroom.engine.Split;
import weightroom.engine.Task;
import weightroom.plot.ConfusionPlot;
import weightroom.plot.Curve;
import weightroom.plot.LinePlot;
import weightroom.plot.Numbers;
import weightroom.plot.ResidualPlot;
import weightroom.run.Snapshot;
import weightroom.run.Snapshot.Answers;
import weightroom.ui.kit.Cadence;
import weightroom.ui.kit.Controls;
import weightroom.ui.kit.Messages;
import weightroom.ui.model.RunModel;

/** How good the answers are: which classes are taken for which, at which price, or how far amounts are off. */
final class AnswersChart extends ViewChart {
    private static final int MATRICES_PER_SECOND = 5;
    private static final double WIDTH = 1.75;
    /** What guessing gives. */
    private static final Curve CHANCE = curve(new Roc(new double[] {0, 1}, new double[] {0, 1}, new double[2], 0.5));

    private static final int CONFUSION = 0;
    private static final int ROC = 1;
    private static final int RESIDUALS = 2;

    private final ConfusionPlot confusion = new ConfusionPlot();
    private final LinePlot roc = new LinePlot();
    private final ResidualPlot residuals = new ResidualPlot();
    private final Label rows = Controls.label("", "hint");
    private final Cadence cadence = Cadence.inTurn(MATRICES_PER_SECOND);
    private Optional<Answers> shown = Optional.empty();
    private Optional<Task> task = Optional.empty();
    private boolean outdated = true;

    AnswersChart(ChartSources sources) {
        confusion.setId("confusion-plot");
        confusion.setAccessibleText(Messages.text("confusion.plot"));
        confusion.setEmptyText(Messages.text("loss.empty"));
        confusion.setNames(Messages.text("confusion.actual"), Messages.text("confusion.answered"));
        roc.setId("roc-plot");
        roc.getStyleClass().add("loss-curves");
        roc.setAccessibleText(Messages.text("roc.plot"));
        roc.setWholeX(false);
        roc.setReach(0, 1, 0, 1);
        roc.setNames(Messages.text("roc.x"), Messages.text("roc.y"));
        roc.setValueFormat(value -> Numbers.fixed(value, 3));
        residuals.setId("residual-plot");
        residuals.setAccessibleText(Messages.text("residuals.plot"));
        residuals.setEmptyText(Messages.text("loss.empty"));
        residuals.setNames(Messages.text("residuals.x"), Messages.text("residuals.y"));
        residuals.setWords(
                Messages.text("part.train"), Messages.text("part.test"), Messages.text("residuals.residual"));
        add("confusion.view", framed(confusion, "confusion"), false);
        add("roc.view", framed(roc, "roc"), false);
        add("residuals.view", framed(residuals, "residuals"), false);
        rows.setId("answers-rows");
        head().getChildren().add(rows);
    }

    @Override
    Set<RunModel.Part> parts() {
        return EnumSet.of(RunModel.Part.ANSWERS);
    }

    @Override
    void viewChanged() {
        outdated = true;
    }

    @Override
    void show(Snapshot now, long nanos) {
        if (!task.equals(Optional.of(now.setup().task()))) {
            task = Optional.of(now.setup().task());
            offer(now.setup().task());
        }
        boolean same = shown.isPresent() == now.answers().isPresent() && shown.equals(now.answers());
        if (same && !outdated || now.answers().isEmpty() || !cadence.due(nanos, outdated || !now.playing())) {
            return;
        }
        shown = now.answers();
        outdated = false;
        show(now.setup().task(), now.setup().rows().split(), now.answers().get());
    }

    private void offer(Task offered) {
        boolean amounts = offered instanceof Task.Regression;
        setPossible(RESIDUALS, amounts);
        setPossible(ROC, offered instanceof Task.Binary);
        setPossible(CONFUSION, !amounts);
        if (amounts) {
            choose(RESIDUALS);
        } else if (chosen() == RESIDUALS) {
            choose(CONFUSION);
        }
    }

    private void show(Task now, Split split, Answers answers) {
        boolean test = !split.test().isEmpty();
        Rows counted = test ? split.test() : split.train();
        float[] outputs = test ? answers.test() : answers.train();
        rows.setText(Messages.text(test ? "answers.test" : "answers.train", Numbers.count(counted.count())));
        rows.setVisible(chosen() == CONFUSION);
        switch (chosen()) {
            case CONFUSION -> confusion.setMatrix(now.names(), Metrics.confusion(now, counted, outputs));
            case ROC -> showRoc(now, split, answers);
            default -> showResiduals(split, answers);
        }
    }

    private void showRoc(Task now, Split split, Answers answers) {
        Roc train = Roc.of(now, split.train(), answers.train());
        LinePlot.Line trainLine = new LinePlot.Line(
                Messages.text("roc.line", Messages.text("part.train"), Numbers.fixed(train.area(), 3)),
                curve(train),
                0,
                WIDTH);
        LinePlot.Line chance = LinePlot.Line.earlier(Messages.text("roc.chance"), CHANCE);
        if (split.test().isEmpty()) {
            roc.setLines(List.of(trainLine, chance));
            return;
        }
        Roc test = Roc.of(now, split.test(), answers.test());
        LinePlot.Line testLine = new LinePlot.Line(
                Messages.text("roc.line", Messages.text("part.test"), Numbers.fixed(test.area(), 3)),
                curve(test),
                1,
                WIDTH,
                6,
                4);
        roc.setLines(List.of(trainLine, testLine, chance));
    }

    private static Curve curve(Roc roc) {
        Curve curve = new Curve();
        for (int i = 0; i < roc.falsePositives().length; i++) {
            curve.append(roc.falsePositives()[i], roc.truePositives()[i]);
        }
        return curve;
    }

    private void showResiduals(Split split, Answers answers) {
        int trains = split.train().targets().length;
        int tests = split.test().targets().length;
        float[] targets = new float[trains + tests];
        float[] predictions = new float[trains + tests];
        boolean[] test = new boolean[trains + tests];
        System.arraycopy(split.train().targets(), 0, targets, 0, trains);
        System.arraycopy(split.test().targets(), 0, targets, trains, tests);
        System.arraycopy(answers.train(), 0, predictions, 0, trains);
        System.arraycopy(answers.test(), 0, predictions, trains, tests);
        java.util.Arrays.fill(test, trains, trains + tests, true);
        residuals.setPoints(targets, predictions, test);
    }
}
