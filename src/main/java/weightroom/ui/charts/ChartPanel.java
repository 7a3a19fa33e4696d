package weightroom.ui.charts;

import java.util.Set;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import weightroom.run.Background;
import weightroom.run.Snapshot;
import weightroom.ui.kit.Controls;
import weightroom.ui.kit.Messages;
import weightroom.ui.model.RunModel;

/** One plot of a run by itself, with its name and its tools. It looks at snapshots only while it is seen. */
public final class ChartPanel extends VBox {
    private final RunModel model;
    private final ChartKind kind;
    private final Chart chart;
    private final Label title = Controls.label("", "title");
    private boolean seen;

    private ChartPanel(RunModel model, Background background, ChartKind kind, int view) {
        this.model = model;
        this.kind = kind;
        chart = kind.make(new ChartSources(model, background));
        chart.setPoppedOut();
        if (chart instanceof ViewChart several && view >= 0) {
            several.settle(view);
        }
        getStyleClass().add("chart-panel");
        setMinSize(0, 0);
        VBox.setVgrow(chart, Priority.ALWAYS);
        if (chart instanceof BoundaryChart boundary) {
            boundary.sayValues();
            getChildren().add(chart);
        } else {
            LogSwitch log = new LogSwitch();
            log.follow(chart);
            HBox head = new HBox(title, Controls.spring(), log);
            head.getStyleClass().add("panel-head");
            getChildren().addAll(head, chart);
        }
    }

    /** A plot with all that it has in the column of effects. */
    public static ChartPanel of(RunModel model, Background background, ChartKind kind) {
        return new ChartPanel(model, background, kind, -1);
    }

    /** The loss of every epoch alone. */
    public static ChartPanel loss(RunModel model, Background background) {
        ChartPanel panel = new ChartPanel(model, background, ChartKind.LOSS, 0);
        panel.title.setText(Messages.text("loss"));
        return panel;
    }

    /** The share of rows that are answered right alone. */
    public static ChartPanel accuracy(RunModel model, Background background) {
        ChartPanel panel = new ChartPanel(model, background, ChartKind.LOSS, 1);
        panel.title.setText(Messages.text("accuracy.view"));
        return panel;
    }

    /** What is drawn into the plot of the loss besides the run; nothing where this is another plot. */
    public void setOverlay(LossOverlay overlay) {
        if (chart instanceof LossChart loss) {
            loss.setOverlay(overlay);
            showNow();
        }
    }

    /** Begins or ends to be seen. */
    public void setSeen(boolean wanted) {
        seen = wanted;
        model.look(this, wanted ? chart.parts() : Set.of());
        if (wanted) {
            chart.redraw();
            showNow();
        }
    }

    /** Shows the newest snapshot; called once per pulse while anything moves. */
    public void show(long nanos) {
        if (!seen) {
            return;
        }
        Snapshot now = model.snapshot().get();
        if (title.getText().isEmpty()) {
            title.setText(kind.title(now));
        }
        chart.show(now, nanos);
        model.look(this, chart.parts());
    }

    private void showNow() {
        show(System.nanoTime());
    }
}
