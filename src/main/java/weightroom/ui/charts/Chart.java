package weightroom.ui.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import weightroom.plot.AxesPlot;
import weightroom.plot.Plot;
import weightroom.run.Background;
import weightroom.run.Snapshot;
import weightroom.ui.model.RunModel;

/**
 * One view of a run with all its plots: in the column of effects, or in a window of its own. It listens to nothing; whoever
 * shows it hands it the snapshots, so that it is gone when it is let go of.
 */
abstract class Chart extends VBox {
    private final List<PlotFrame> frames = new ArrayList<>();
    private final BooleanProperty logarithmic = new SimpleBooleanProperty(this, "logarithmic", true);
    private final BooleanProperty hasLogarithm = new SimpleBooleanProperty(this, "hasLogarithm", false);
    private Runnable popOut = () -> {};
    private boolean poppedOut;
    private boolean frozen;
    private Optional<Background> background = Optional.empty();

    Chart() {
        getStyleClass().add("run-chart");
        setMinSize(0, 0);
    }

    /** What it needs of the snapshots while it is seen. */
    abstract Set<RunModel.Part> parts();

    /**
     * Shows a snapshot; called once per pulse while anything moves and the chart is seen.
     *
     * @param nanos the time
     */
    abstract void show(Snapshot now, long nanos);

    /** Whether the plot that is seen now has an axis that can be logarithmic. */
    final BooleanProperty hasLogarithm() {
        return hasLogarithm;
    }

    /** Whether that axis is. */
    final BooleanProperty logarithmic() {
        return logarithmic;
    }

    /** What opens another one like it in a window of its own; nothing does for one that already has a window. */
    final void setPopOut(Runnable action) {
        popOut = action;
    }

    /** Says that it stands in a window of its own. */
    final void setPoppedOut() {
        poppedOut = true;
        frames.forEach(PlotFrame::dropPopOut);
    }

    /** @param wanted writes the files of its plots */
    final void setBackground(Background wanted) {
        background = Optional.of(wanted);
    }

    /** What writes the files of its plots. */
    final Background background() {
        return background.orElseThrow();
    }

    /** Opens another one like it. */
    final void popOut() {
        popOut.run();
    }

    /**
     * A plot with the tools that every plot has.
     *
     * @param name of its files
     */
    final PlotFrame framed(Plot plot, String name) {
        PlotFrame frame = new PlotFrame(this, plot, name);
        if (poppedOut) {
            frame.dropPopOut();
        }
        frames.add(frame);
        freeze(frame);
        VBox.setVgrow(frame, Priority.ALWAYS);
        return frame;
    }

    /** Has the axes of its plots stay as they are, or follow the run. */
    final void setFrozen(boolean wanted) {
        frozen = wanted;
        frames.forEach(this::freeze);
    }

    private void freeze(PlotFrame frame) {
        if (frame.plot() instanceof AxesPlot plot) {
            plot.setFrozen(frozen);
        }
    }

    /** Has everything drawn again, as after it was hidden. */
    final void redraw() {
        frames.forEach(frame -> frame.plot().requestDraw());
    }

    final List<PlotFrame> frames() {
        return List.copyOf(frames);
    }

    /** Forgets the frames of plots that are shown no more. */
    final void drop(List<PlotFrame> gone) {
        frames.removeAll(gone);
    }
}
