package weightroom.ui.charts;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.jspecify.annotations.Nullable;
import weightroom.run.Snapshot;
import weightroom.ui.kit.Controls;
import weightroom.ui.kit.Messages;
import weightroom.ui.model.RunModel;

/** Charts in windows of their own, for a second screen. They show what the main window shows, and close with it. */
final class PopOuts {
    private static final double WIDTH = 640;
    private static final double HEIGHT = 600;

    private final Function<ChartKind, Chart> maker;
    private final Runnable changed;
    private final List<PopOut> open = new ArrayList<>();
    private @Nullable Window owner;

    /** A chart in its window. */
    private record PopOut(Stage stage, Chart chart) {}

    /**
     * @param maker makes another chart
     * @param changed is run when a window was opened or closed
     */
    PopOuts(Function<ChartKind, Chart> maker, Runnable changed) {
        this.maker = maker;
        this.changed = changed;
    }

    /** Opens a window with a chart, which looks like the scene of the main window. */
    void open(ChartKind kind, Scene main, Snapshot now) {
        if (owner == null) {
            owner = main.getWindow();
            owner.addEventHandler(WindowEvent.WINDOW_HIDDEN, event -> closeAll());
        }
        Chart chart = maker.apply(kind);
        chart.setPoppedOut();
        VBox root = new VBox();
        root.getStyleClass().addAll("effects", "pop-out");
        if (kind != ChartKind.BOUNDARY) {
            HBox head = new HBox(Controls.label(kind.title(now), "title"), Controls.spring(), logSwitch(chart));
            head.getStyleClass().add("panel-head");
            root.getChildren().add(head);
        }
        VBox.setVgrow(chart, Priority.ALWAYS);
        root.getChildren().add(chart);
        Stage stage = new Stage();
        Scene scene = new Scene(root, WIDTH, HEIGHT);
        // The content binding holds this scene's list weakly, so a closed window is not kept by the main one.
        Bindings.bindContent(scene.getStylesheets(), main.getStylesheets());
        scene.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                stage.close();
            }
        });
        stage.setTitle(Messages.text("plot.window.title", kind.title(now), Messages.text("window.title")));
        if (owner instanceof Stage parent) {
            stage.getIcons().setAll(parent.getIcons());
        }
        stage.setScene(scene);
        PopOut popOut = new PopOut(stage, chart);
        stage.setOnHidden(event -> close(popOut));
        open.add(popOut);
        stage.show();
        chart.show(now, System.nanoTime());
        changed.run();
    }

    /** Shows a snapshot in all of them. */
    void show(Snapshot now, long nanos) {
        for (PopOut one : open) {
            if (!one.stage().isIconified()) {
                one.chart().show(now, nanos);
            }
        }
    }

    /** Has the axes of all plots stay as they are, or follow the run. */
    void setFrozen(boolean frozen) {
        open.forEach(one -> one.chart().setFrozen(frozen));
    }

    /** What they need of the snapshots. */
    Set<RunModel.Part> parts() {
        Set<RunModel.Part> parts = EnumSet.noneOf(RunModel.Part.class);
        open.forEach(one -> parts.addAll(one.chart().parts()));
        return parts;
    }

    void closeAll() {
        List.copyOf(open).forEach(one -> one.stage().close());
    }

    private void close(PopOut gone) {
        if (open.remove(gone)) {
            gone.stage().setScene(null);
            changed.run();
        }
    }

    private static LogSwitch logSwitch(Chart chart) {
        LogSwitch log = new LogSwitch();
        log.follow(chart);
        return log;
    }
}
