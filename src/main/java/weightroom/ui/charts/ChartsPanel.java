package weightroom.ui.charts;

import java.util.EnumSet;
import java.util.Set;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import weightroom.run.Background;
import weightroom.run.Snapshot;
import weightroom.ui.model.RunModel;

/** The column of effects: the answer over the plane, and the plots of the run below it; and their further windows. */
public final class ChartsPanel extends VBox {
    private static final double BOUNDARY_HEIGHT = 501;
    private static final double TABS_HEIGHT = 379;
    private static final double LEAST_HEIGHT = 200;

    private final RunModel model;
    private final ChartSources sources;
    private final PopOuts popOuts;
    private final Chart boundary;
    private final ChartTabs tabs;

    /** @param background writes files */
    public ChartsPanel(RunModel model, Background background) {
        this.model = model;
        sources = new ChartSources(model, background);
        popOuts = new PopOuts(this::make, this::look);
        boundary = chart(ChartKind.BOUNDARY);
        tabs = new ChartTabs(this::chart, this::chosen);
        getStyleClass().addAll("effects", "charts");
        boundary.getStyleClass().add("boundary-chart");
        boundary.setPrefHeight(BOUNDARY_HEIGHT);
        boundary.setMinSize(0, LEAST_HEIGHT);
        tabs.setPrefHeight(TABS_HEIGHT);
        tabs.setMinSize(0, LEAST_HEIGHT);
        VBox.setVgrow(boundary, Priority.SOMETIMES);
        VBox.setVgrow(tabs, Priority.ALWAYS);
        getChildren().addAll(boundary, tabs);
        model.pointed().addListener((observable, before, after) -> showNow());
        model.slice().addListener((observable, before, after) -> showNow());
        model.drawing().mode().addListener((observable, before, after) -> showNow());
        model.options().frozenAxes().addListener((observable, before, after) -> freeze(after));
        boundary.visibleProperty().addListener((observable, before, after) -> uncovered(boundary));
        tabs.visibleProperty().addListener((observable, before, after) -> uncovered(tabs.chart()));
        look();
    }

    /** Shows the newest snapshot; called once per pulse while anything moves. */
    public void show(long nanos) {
        Snapshot now = model.snapshot().get();
        if (boundary.isVisible()) {
            boundary.show(now, nanos);
        }
        if (tabs.isVisible()) {
            tabs.show(now, nanos);
        }
        popOuts.show(now, nanos);
        look();
    }

    /** Shows only some of the two parts. */
    public void choose(boolean withBoundary, boolean withTabs) {
        boundary.setVisible(withBoundary);
        boundary.setManaged(withBoundary);
        tabs.setVisible(withTabs);
        tabs.setManaged(withTabs);
    }

    /** A chart that can be opened in a window of its own. */
    private Chart chart(ChartKind kind) {
        Chart chart = make(kind);
        chart.setPopOut(() -> popOuts.open(kind, getScene(), model.snapshot().get()));
        return chart;
    }

    private Chart make(ChartKind kind) {
        Chart chart = kind.make(sources);
        chart.setFrozen(model.options().frozenAxes().get());
        return chart;
    }

    /** Has the axes of all plots stay as they are while the run goes on, or follow it. */
    private void freeze(boolean frozen) {
        boundary.setFrozen(frozen);
        tabs.setFrozen(frozen);
        popOuts.setFrozen(frozen);
    }

    private void chosen() {
        look();
        showNow();
    }

    /** What was asked to be drawn while it was hidden is drawn now. */
    private void uncovered(Chart chart) {
        chart.redraw();
        showNow();
    }

    private void showNow() {
        show(System.nanoTime());
    }

    /** The plots that share the lower place. */
    ChartTabs tabs() {
        return tabs;
    }

    /** The further windows. */
    PopOuts popOuts() {
        return popOuts;
    }

    /** Says what is seen, here and in the further windows. */
    private void look() {
        Set<RunModel.Part> parts = EnumSet.noneOf(RunModel.Part.class);
        parts.addAll(boundary.isVisible() ? boundary.parts() : Set.of());
        parts.addAll(tabs.isVisible() ? tabs.parts() : Set.of());
        parts.addAll(popOuts.parts());
        model.look(this, parts);
    }
}
