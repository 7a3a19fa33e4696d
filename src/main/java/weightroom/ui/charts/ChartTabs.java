package weightroom.ui.charts;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import weightroom.run.Snapshot;
import weightroom.ui.kit.Controls;
import weightroom.ui.model.RunModel;

/** The plots of a run that share one place; only the one that is seen takes part in anything. */
final class ChartTabs extends VBox {
    private static final List<ChartKind> KINDS = List.of(
            ChartKind.LOSS, ChartKind.GRADIENTS, ChartKind.ACTIVATIONS);

    private final Map<ChartKind, ToggleButton> tabs = new EnumMap<>(ChartKind.class);
    private final Map<ChartKind, Chart> charts = new EnumMap<>(ChartKind.class);
    private final StackPane place = new StackPane();
    private final LogSwitch log = new LogSwitch();
    private final Runnable changed;
    private ChartKind chosen = ChartKind.LOSS;

    /**
     * @param charts a chart of each kind
     * @param changed is run when another one was chosen
     */
    ChartTabs(Map<ChartKind, Chart> charts, Runnable changed) {
        this.changed = changed;
        this.charts.putAll(charts);
        getStyleClass().add("chart-tabs");
        ToggleGroup group = new ToggleGroup();
        HBox head = new HBox();
        head.getStyleClass().add("tab-head");
        for (ChartKind kind : KINDS) {
            ToggleButton tab = new ToggleButton();
            tab.setId("tab-" + kind.id());
            tab.getStyleClass().add("tab-button");
            tab.setToggleGroup(group);
            tab.setOnAction(event -> choose(kind));
            Controls.explain(tab, kind.help());
            tabs.put(kind, tab);
            head.getChildren().add(tab);
        }
        head.getChildren().addAll(Controls.spring(), log);
        place.setMinSize(0, 0);
        VBox.setVgrow(place, Priority.ALWAYS);
        getChildren().addAll(head, place);
        show(chosen);
    }

    /** The chart that is seen. */
    Chart chart() {
        return charts.get(chosen);
    }

    /** What the chart that is seen needs of the snapshots. */
    Set<RunModel.Part> parts() {
        return chart().parts();
    }

    /** Shows another chart. */
    void choose(ChartKind kind) {
        show(kind);
        changed.run();
    }

    void show(Snapshot now, long nanos) {
        tabs.forEach((kind, tab) -> {
            String title = kind.title(now);
            if (!title.equals(tab.getText())) {
                tab.setText(title);
            }
        });
        chart().show(now, nanos);
    }

    private void show(ChartKind kind) {
        chosen = kind;
        tabs.get(kind).setSelected(true);
        Chart chart = chart();
        place.getChildren().setAll(chart);
        log.follow(chart);
        chart.redraw();
    }
}
