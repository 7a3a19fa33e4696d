package weightroom.ui.charts;

import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import weightroom.plot.Plot;
import weightroom.ui.kit.Controls;
import weightroom.ui.kit.Messages;

/**
 * A plot with the tools that every plot has: they show when the mouse or the keyboard is at it, and are in its context menu
 * as well.
 */
final class PlotFrame extends StackPane {
    private static final Duration TELLING = Duration.seconds(4);

    private final Chart chart;
    private final Plot plot;
    private final PlotFiles files;
    private final HBox tools = new HBox();
    private final Button window;
    private final Label told = Controls.label("", "plot-told");
    private boolean popsOut = true;

    PlotFrame(Chart chart, Plot plot, String name) {
        this.chart = chart;
        this.plot = plot;
        files = new PlotFiles(plot, name);
        getStyleClass().add("plot-frame");
        window = tool(Feather.EXTERNAL_LINK, "plot.window", name, chart::popOut);
        Button more = tool(Feather.MORE_HORIZONTAL, "plot.more", name, () -> {});
        more.setOnAction(event -> menu().show(more, Side.BOTTOM, 0, 2));
        tools.getStyleClass().add("plot-tools");
        tools.getChildren().addAll(window, more);
        tools.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setAlignment(tools, Pos.TOP_RIGHT);
        told.setVisible(false);
        told.setWrapText(true);
        setAlignment(told, Pos.BOTTOM_CENTER);
        setMinSize(0, 0);
        getChildren().addAll(plot, tools, told);
        setOnContextMenuRequested(this::showMenu);
    }

    Plot plot() {
        return plot;
    }

    PlotFiles files() {
        return files;
    }

    /** Takes the way into a window of its own away: this is one. */
    void dropPopOut() {
        popsOut = false;
        tools.getChildren().remove(window);
    }

    /** Says something for a moment. */
    void tell(String text) {
        told.setText(text);
        told.setVisible(true);
        PauseTransition wait = new PauseTransition(TELLING);
        wait.setOnFinished(event -> told.setVisible(false));
        wait.play();
    }

    /** What can be done with the plot. */
    ContextMenu menu() {
        return new PlotMenu(this, chart, popsOut ? Optional.of(chart::popOut) : Optional.empty());
    }

    private void showMenu(ContextMenuEvent event) {
        Node at = (Node) event.getSource();
        menu().show(at, event.getScreenX(), event.getScreenY());
        event.consume();
    }

    private static Button tool(Feather icon, String key, String name, Runnable action) {
        Button button = Controls.iconButton(icon, Messages.text(key), action);
        button.getStyleClass().add("plot-tool");
        button.setId(key.replace('.', '-') + "-" + name);
        return button;
    }
}
