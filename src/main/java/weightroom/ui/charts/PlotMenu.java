package weightroom.ui.charts;

import java.util.Optional;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import weightroom.plot.AxesPlot;
import weightroom.ui.kit.Messages;

/** What can be done with a plot. Made anew each time, so that a closed one leaves nothing behind. */
final class PlotMenu extends ContextMenu {
    PlotMenu(PlotFrame frame, Chart chart, Optional<Runnable> popOut) {
        PlotFiles files = frame.files();
        add("copy", () -> {
            frame.plot().copyPicture();
            frame.tell(Messages.text("plot.copied"));
        });
        for (PlotFiles.Format format : PlotFiles.Format.values()) {
            add("save." + format.extension(), () -> files.ask(
                            format, frame.getScene().getWindow())
                    .ifPresent(file -> files.save(format, file, chart.background(), frame::tell)));
        }
        getItems().add(new SeparatorMenuItem());
        if (frame.plot() instanceof AxesPlot plot) {
            add("zoom.reset", plot::resetZoom).setDisable(!plot.isZoomed());
        }
        if (chart.hasLogarithm().get()) {
            CheckMenuItem log = new CheckMenuItem(Messages.text("log"));
            log.setId("plot-log");
            log.setSelected(chart.logarithmic().get());
            log.setOnAction(event -> chart.logarithmic().set(log.isSelected()));
            getItems().add(log);
        }
        popOut.ifPresent(action -> add("window", action));
    }

    private MenuItem add(String key, Runnable action) {
        MenuItem item = new MenuItem(Messages.text("plot." + key));
        item.setId("plot-" + key.replace('.', '-'));
        item.setOnAction(event -> action.run());
        getItems().add(item);
        return item;
    }
}
