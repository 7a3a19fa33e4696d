package weightroom.ui.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;
import weightroom.plot.Plot;
import weightroom.ui.kit.Controls;

/** A plot for each layer, two in a row; those that do not fit are scrolled to. */
final class LayerGrid<P extends Plot> extends ScrollPane {
    private static final int COLUMNS = 2;
    private static final double LEAST_HEIGHT = 120;

    private final Chart chart;
    private final String name;
    private final IntFunction<P> maker;
    private final GridPane grid = new GridPane();
    private final List<P> plots = new ArrayList<>();
    private final List<Label> titles = new ArrayList<>();
    private final List<PlotFrame> frames = new ArrayList<>();

    /**
     * @param name of the plots' files; the number of the layer is added
     * @param maker makes the plot of a layer, from 0
     */
    LayerGrid(Chart chart, String name, IntFunction<P> maker) {
        this.chart = chart;
        this.name = name;
        this.maker = maker;
        getStyleClass().add("layer-grid");
        grid.getStyleClass().add("layer-cells");
        setContent(grid);
        setFitToWidth(true);
        setFitToHeight(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setMinSize(0, 0);
        setPrefSize(0, 0);
        for (int c = 0; c < COLUMNS; c++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(100.0 / COLUMNS);
            grid.getColumnConstraints().add(column);
        }
    }

    /** Has a plot for each of so many layers; returns whether they were made anew. */
    boolean setLayers(int layers) {
        if (plots.size() == layers) {
            return false;
        }
        chart.drop(frames);
        plots.clear();
        titles.clear();
        frames.clear();
        grid.getChildren().clear();
        grid.getRowConstraints().clear();
        for (int l = 0; l < layers; l++) {
            P plot = maker.apply(l);
            plot.setMinSize(80, LEAST_HEIGHT - 20);
            Label title = Controls.label("", "secondary");
            PlotFrame frame = chart.framed(plot, name + "-" + (l + 1));
            VBox cell = new VBox(title, frame);
            cell.setMinWidth(0);
            grid.add(cell, l % COLUMNS, l / COLUMNS);
            plots.add(plot);
            titles.add(title);
            frames.add(frame);
        }
        for (int row = 0; row < (layers + COLUMNS - 1) / COLUMNS; row++) {
            RowConstraints height = new RowConstraints();
            height.setMinHeight(LEAST_HEIGHT);
            height.setVgrow(Priority.ALWAYS);
            grid.getRowConstraints().add(height);
        }
        return true;
    }

    /** The plot of a layer. */
    P plot(int layer) {
        return plots.get(layer);
    }

    void setTitle(int layer, String title) {
        if (!title.equals(titles.get(layer).getText())) {
            titles.get(layer).setText(title);
        }
    }
}
