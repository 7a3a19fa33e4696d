package weightroom.ui.charts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;
import weightroom.engine.Loss;
import weightroom.engine.Replica;
import weightroom.engine.Split;
import weightroom.engine.Task;
import weightroom.plot.Ink;
import weightroom.plot.LinePlot;
import weightroom.plot.Numbers;
import weightroom.run.Snapshot;
import weightroom.run.Timeline;
import weightroom.ui.charts.LossCurves.Measure;
import weightroom.ui.kit.Cadence;
import weightroom.ui.kit.Controls;
import weightroom.ui.kit.Messages;
import weightroom.ui.model.RunModel;

/** The loss of every epoch, of each part of the data; and the share of rows that are answered right. */
final class LossChart extends ViewChart {
    private static final int CURVES_PER_SECOND = 30;
    private static final double WIDTH = 1.75;

    private final LossCurves curves = new LossCurves();
    private final LinePlot loss = new LinePlot();
    private final LinePlot accuracy = new LinePlot();
    private final Label penalty = Controls.label("", "hint");
    private final Button clear = new Button(Messages.text("loss.clear"));
    private final Cadence cadence = Cadence.inTurn(CURVES_PER_SECOND);
    private LossOverlay overlay = LossOverlay.NONE;
    private @Nullable Described described;

    /** What decides which lines there are. */
    private record Described(Split rows, Loss loss, boolean penalized, Timeline.View timeline) {
        @SuppressWarnings("ReferenceEquality") // Rows are many, and the same object as long as they are the same.
        boolean same(Described other) {
            return rows == other.rows
                    && loss == other.loss
                    && penalized == other.penalized
                    && timeline.branches().equals(other.timeline.branches())
                    && timeline.earlier().equals(other.timeline.earlier())
                    && timeline.marks().equals(other.timeline.marks());
        }
    }

    LossChart(ChartSources sources) {
        prepare(loss, "loss");
        prepare(accuracy, "accuracy");
        loss.setLogarithmic(true);
        accuracy.setValueFormat(share -> Messages.text("percent", Numbers.fixed(100 * share, 1)));
        logarithmic().addListener((observable, before, after) -> loss.setLogarithmic(after));
        add("loss.view", framed(loss, "loss"), true);
        add("accuracy.view", framed(accuracy, "accuracy"), false);
        penalty.setId("penalty");
        Controls.explain(penalty, Messages.text("loss.penalty.help"));
        clear.setId("clear-earlier");
        clear.getStyleClass().add("small-button");
        clear.setOnAction(event -> sources.model().transport().clearEarlier());
        Controls.explain(clear, Messages.text("loss.clear.help"));
        head().getChildren().addAll(penalty, clear);
    }

    private static void prepare(LinePlot plot, String name) {
        plot.setId(name + "-plot");
        plot.getStyleClass().add("loss-curves");
        plot.setAccessibleText(Messages.text(name + ".plot"));
        plot.setEmptyText(Messages.text("loss.empty"));
        plot.setMinSize(120, 100);
    }

    @Override
    Set<RunModel.Part> parts() {
        return EnumSet.noneOf(RunModel.Part.class);
    }

    @Override
    void show(Snapshot now, long nanos) {
        Described next =
                new Described(now.setup().rows().split(), now.setup().plan().loss(), penalized(now), now.timeline());
        boolean changed = described == null || !next.same(described);
        if (!cadence.due(nanos, changed || !now.playing())) {
            return;
        }
        boolean grown = curves.take(now.history());
        if (changed) {
            described = next;
            describe(now, next);
        }
        // A run that stands at its latest step has no future to set apart.
        boolean travels = now.timeline().latest().step() > now.state().step();
        loss.setPlayhead(travels ? Readings.epoch(now) : Double.NaN);
        accuracy.setPlayhead(travels ? Readings.epoch(now) : Double.NaN);
        if (next.penalized) {
            penalty.setText(Messages.text("loss.penalty", Numbers.loss(Readings.penalty(now))));
        }
        if (grown) {
            (chosen() == 0 ? loss : accuracy).requestDraw();
        }
    }

    /** Shows something besides the run. */
    void setOverlay(LossOverlay shown) {
        overlay = shown;
        described = null;
    }

    private void describe(Snapshot now, Described next) {
        penalty.setVisible(next.penalized);
        boolean earlier =
                !next.timeline.earlier().isEmpty() || !next.timeline.branches().isEmpty();
        clear.setVisible(earlier);
        headSays(next.penalized || earlier);
        setPossible(1, !(now.setup().task() instanceof Task.Regression));
        String epoch = Messages.text("epoch").toLowerCase(Locale.ROOT);
        String name = next.loss.label();
        loss.setNames(epoch, next.loss.inNats() ? Messages.text("loss.nats", name) : name);
        accuracy.setNames(epoch, Messages.text("accuracy.axis"));
        loss.setLines(lossLines(next));
        accuracy.setLines(accuracyLines(next));
        List<LinePlot.Mark> marks = next.timeline.marks().stream()
                .map(mark -> new LinePlot.Mark(mark.at().epoch(), mark.text()))
                .toList();
        List<LinePlot.Mark> all = new ArrayList<>(marks);
        all.addAll(overlay.marks());
        all.sort(Comparator.comparingDouble(LinePlot.Mark::x));
        loss.setMarks(all);
        loss.setBand(overlay.goal());
        accuracy.setMarks(marks);
    }

    private List<LinePlot.Line> lossLines(Described next) {
        List<LinePlot.Line> lines = new ArrayList<>();
        lines.add(new LinePlot.Line(Messages.text("part.train"), curves.curve(Measure.TRAIN), 0, WIDTH));
        if (!next.rows.test().isEmpty()) {
            lines.add(new LinePlot.Line(Messages.text("part.test"), curves.curve(Measure.TEST), 1, WIDTH, 6, 4));
        }
        if (!next.rows.validation().isEmpty()) {
            lines.add(new LinePlot.Line(
                    Messages.text("part.validation"), curves.curve(Measure.VALIDATION), 2, WIDTH, 2, 3));
        }
        if (next.penalized) {
            lines.add(new LinePlot.Line(
                    Messages.text("loss.penalty.line"), curves.curve(Measure.PENALTY), Ink.MUTED, 1, 1, false));
        }
        lines.addAll(overlay.lines());
        lines.addAll(curves.background(next.timeline, Measure.TRAIN));
        return lines;
    }

    private List<LinePlot.Line> accuracyLines(Described next) {
        List<LinePlot.Line> lines = new ArrayList<>();
        lines.add(new LinePlot.Line(Messages.text("part.train"), curves.curve(Measure.TRAIN_ACCURACY), 0, WIDTH));
        if (!next.rows.test().isEmpty()) {
            lines.add(
                    new LinePlot.Line(Messages.text("part.test"), curves.curve(Measure.TEST_ACCURACY), 1, WIDTH, 6, 4));
        }
        if (!next.rows.validation().isEmpty()) {
            lines.add(new LinePlot.Line(
                    Messages.text("part.validation"), curves.curve(Measure.VALIDATION_ACCURACY), 2, WIDTH, 2, 3));
        }
        lines.addAll(curves.background(next.timeline, Measure.TRAIN_ACCURACY));
        return lines;
    }

    private static boolean penalized(Snapshot now) {
        Replica knobs = now.setup().plan().replicas().get(0);
        return knobs.l1() > 0 || knobs.l2() > 0;
    }
}
