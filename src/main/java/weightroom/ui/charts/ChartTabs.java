package weightroom.ui.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import javafx.css.PseudoClass;
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
    private static final List<ChartKind> KINDS =
            List.of(ChartKind.LOSS, ChartKind.GRADIENTS, ChartKind.ACTIVATIONS, ChartKind.WEIGHTS, ChartKind.ANSWERS);

    /** Narrower, there is no room for the whole name of the switch beside the tabs. */
    private static final double ROOMY = 450;

    private static final double NARROW = 400;

    private final List<Tab> tabs = new ArrayList<>();
    private final StackPane place = new StackPane();
    private final LogSwitch log = new LogSwitch();
    private final Runnable changed;
    private Tab chosen;

    /** One of the charts, and what it is chosen with. */
    private record Tab(ChartKind kind, ToggleButton button, Chart chart) {}

    /**
     * @param maker makes a chart of each kind
     * @param changed is run when another one was chosen
     */
    ChartTabs(Function<ChartKind, Chart> maker, Runnable changed) {
        this.changed = changed;
        getStyleClass().add("chart-tabs");
        ToggleGroup group = new ToggleGroup();
        HBox head = new HBox();
        head.getStyleClass().add("tab-head");
        for (ChartKind kind : KINDS) {
            ToggleButton tab = new ToggleButton();
            tab.setId("tab-" + kind.id());
            tab.getStyleClass().add("tab-button");
            tab.setMinWidth(USE_PREF_SIZE);
            tab.setToggleGroup(group);
            tab.setOnAction(event -> choose(kind));
            Controls.explain(tab, kind.help());
            tabs.add(new Tab(kind, tab, maker.apply(kind)));
            head.getChildren().add(tab);
        }
        head.getChildren().addAll(Controls.spring(), log);
        widthProperty().addListener((observable, before, after) -> {
            boolean narrow = after.doubleValue() < NARROW;
            log.setRoom(narrow ? "" : after.doubleValue() < ROOMY ? "log.short" : "log");
            head.pseudoClassStateChanged(PseudoClass.getPseudoClass("narrow"), narrow);
        });
        place.setMinSize(0, 0);
        VBox.setVgrow(place, Priority.ALWAYS);
        getChildren().addAll(head, place);
        chosen = tabs.get(0);
        show(chosen);
    }

    /** The chart that is seen. */
    Chart chart() {
        return chosen.chart();
    }

    /** What the chart that is seen needs of the snapshots. */
    Set<RunModel.Part> parts() {
        return chart().parts();
    }

    /** Has the axes of all plots stay as they are, or follow the run. */
    void setFrozen(boolean frozen) {
        tabs.forEach(tab -> tab.chart().setFrozen(frozen));
    }

    /** Shows another chart. */
    void choose(ChartKind kind) {
        tabs.stream().filter(tab -> tab.kind() == kind).forEach(this::show);
        changed.run();
    }

    void show(Snapshot now, long nanos) {
        for (Tab tab : tabs) {
            String title = tab.kind().title(now);
            if (!title.equals(tab.button().getText())) {
                tab.button().setText(title);
            }
        }
        chart().show(now, nanos);
    }

    private void show(Tab tab) {
        chosen = tab;
        tab.button().setSelected(true);
        place.getChildren().setAll(tab.chart());
        log.follow(tab.chart());
        tab.chart().redraw();
    }
}
