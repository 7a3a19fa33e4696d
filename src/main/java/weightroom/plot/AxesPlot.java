package weightroom.plot;

import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import org.jspecify.annotations.Nullable;

/**
 * A plot with two axes that one can zoom into and move in: turn the wheel over the plot or over an axis, drag a rectangle,
 * double-click for everything; drag with the middle button or with shift to move. With the keys: + and − zoom, the arrows
 * move, 0 shows everything, and the arrows with Ctrl take the crosshair along.
 */
public abstract class AxesPlot extends Plot {
    private final Viewport view = new Viewport();
    private boolean frozen;
    private @Nullable AxesFrame frame;
    private @Nullable Rectangle2D selection;

    @SuppressWarnings("this-escape")
    AxesPlot() {
        setFocusTraversable(true);
        new Gestures(this).listen();
    }

    /** Shows everything again. */
    public final void resetZoom() {
        view.reset();
        requestDraw();
    }

    /** Whether less than everything is shown. */
    public final boolean isZoomed() {
        return view.zoomed();
    }

    /**
     * Whether the axes stay as they are while the data grow, as for an audience; zooming is still possible. Those of a plot
     * that has shown no data yet stay as they are then first drawn.
     */
    public final void setFrozen(boolean frozen) {
        if (this.frozen != frozen) {
            this.frozen = frozen;
            view.freeze(frozen);
            requestDraw();
        }
    }

    /** Where a point of the data stands within this node, as last drawn; NaN before. */
    public final Point2D position(double x, double y) {
        return frame == null
                ? new Point2D(Double.NaN, Double.NaN)
                : new Point2D(frame.x().position(x), frame.y().position(y));
    }

    final Viewport view() {
        return view;
    }

    /** The axes as last drawn. */
    final Optional<AxesFrame> frame() {
        return Optional.ofNullable(frame);
    }

    final void setFrame(AxesFrame frame) {
        this.frame = frame;
    }

    /** Shows the rectangle that a drag spans; none when it ended. */
    final void setSelection(@Nullable Rectangle2D selection) {
        this.selection = selection;
        requestDraw();
    }

    /** The place of the data that a crosshair moved by {@code steps} from one is at; it may jump from point to point. */
    double crosshairStep(AxesFrame frame, double x, int steps) {
        return frame.x().value(frame.x().position(x) + steps);
    }

    /** Whether the arrows alone take the crosshair along while all is shown. */
    boolean arrowsPoint() {
        return false;
    }

    /** Where the crosshair goes from a place that is to move so many steps to the right, or up where a plot has curves. */
    Point2D crosshairMoved(AxesFrame frame, Point2D from, int right, int up) {
        double x = frame.x().position(crosshairStep(frame, frame.x().value(from.getX()), right));
        return new Point2D(Math.max(frame.x().start(), Math.min(frame.x().end(), x)), from.getY());
    }

    @Override
    void drawOverlay(Pen pen, double width, double height) {
        if (selection != null) {
            pen.fill(ink(Ink.ACCENT));
            pen.opacity(0.15);
            pen.fillRect(selection.getMinX(), selection.getMinY(), selection.getWidth(), selection.getHeight(), 0);
            pen.opacity(1);
            pen.stroke(ink(Ink.ACCENT), 1);
            pen.strokeRect(
                    pen.sharp(selection.getMinX()),
                    pen.sharp(selection.getMinY()),
                    Math.floor(selection.getWidth()),
                    Math.floor(selection.getHeight()),
                    0);
        } else if (frame != null) {
            AxesFrame now = frame;
            pointer().filter(now::contains).ifPresent(at -> drawPointer(pen, now, at, width, height));
        }
    }

    /** Draws what there is to say about the place of the pointer, which is between the axes. */
    abstract void drawPointer(Pen pen, AxesFrame frame, Point2D at, double width, double height);
}
