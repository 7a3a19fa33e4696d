package weightroom.ui.charts;

import atlantafx.base.controls.ToggleSwitch;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import weightroom.engine.Loss;
import weightroom.engine.Split;
import weightroom.plot.Curve;
import weightroom.plot.LinePlot;
import weightroom.run.History;
import weightroom.run.Snapshot;
import weightroom.ui.kit.Cadence;
import weightroom.ui.kit.Controls;
import weightroom.ui.kit.Messages;

/** The loss of every epoch measured, on the training rows and on those it was not trained on. */
public final class LossPanel extends VBox {
    private static final int CURVES_PER_SECOND = 30;
    private static final double WIDTH = 1.75;

    private final LinePlot plot = new LinePlot();
    private final Curve train = new Curve();
    private final Curve test = new Curve();
    private final Curve validation = new Curve();
    private final Cadence cadence = new Cadence(CURVES_PER_SECOND);
    private @Nullable History history;
    private @Nullable Split split;
    private @Nullable Loss loss;
    private int taken;

    public LossPanel() {
        getStyleClass().add("panel");
        Label title = Controls.label(Messages.text("loss"), "title");
        ToggleSwitch log = new ToggleSwitch(Messages.text("loss.log"));
        log.setId("log-scale");
        log.setSelected(true);
        Controls.explain(log, Messages.text("loss.log.help"));
        log.selectedProperty().addListener((observable, before, after) -> plot.setLogarithmic(after));
        HBox head = new HBox(title, Controls.spring(), log);
        head.getStyleClass().add("panel-head");
        plot.setId("loss-plot");
        plot.getStyleClass().add("loss-curves");
        plot.setAccessibleText(Messages.text("loss.plot"));
        plot.setEmptyText(Messages.text("loss.empty"));
        plot.setLogarithmic(true);
        plot.setMinSize(240, 160);
        VBox.setVgrow(plot, Priority.ALWAYS);
        getChildren().addAll(head, plot);
    }

    /** Takes over the losses measured since. */
    @SuppressWarnings("ReferenceEquality") // A split is large, and the same object as long as the data are.
    public void show(Snapshot now, long nanos) {
        if (history != now.history()) {
            history = now.history();
            taken = 0;
            train.clear();
            test.clear();
            validation.clear();
            plot.requestDraw();
        }
        Split rows = now.setup().rows().split();
        Loss measured = now.setup().plan().loss();
        if (split != rows || loss != measured) {
            split = rows;
            loss = measured;
            describe(rows, measured);
        }
        int size = now.history().size();
        if (size == taken || !cadence.due(nanos, !now.playing())) {
            return;
        }
        for (; taken < size; taken++) {
            long epoch = now.history().epoch(taken);
            train.append(epoch, now.history().train(taken));
            test.append(epoch, now.history().test(taken));
            validation.append(epoch, now.history().validation(taken));
        }
        plot.requestDraw();
    }

    private void describe(Split rows, Loss measured) {
        String nats = Messages.text("loss.nats", measured.label());
        plot.setNames(
                Messages.text("epoch").toLowerCase(java.util.Locale.ROOT), inNats(measured) ? nats : measured.label());
        List<LinePlot.Line> lines = new ArrayList<>();
        lines.add(new LinePlot.Line(Messages.text("part.train"), train, 0, WIDTH));
        if (!rows.test().isEmpty()) {
            lines.add(new LinePlot.Line(Messages.text("part.test"), test, 1, WIDTH, 6, 4));
        }
        if (!rows.validation().isEmpty()) {
            lines.add(new LinePlot.Line(Messages.text("part.validation"), validation, 2, WIDTH, 2, 3));
        }
        plot.setLines(lines);
    }

    private static boolean inNats(Loss loss) {
        return loss.id().endsWith("cross-entropy") || loss == Loss.KL_DIVERGENCE;
    }
}
