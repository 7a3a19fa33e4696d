package weightroom.plot;

import java.util.List;
import java.util.Locale;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/**
 * A function of two variables seen from above, with balls that roll down: filled levels with a line between any two, the
 * path of each ball in the look of its lane, the minima, arrows such as a gradient and a step. A click chooses where to
 * start; so do the arrow keys, which move a mark (with shift faster), and Enter. {@link ReliefPlot} shows the same in space.
 */
public final class SurfacePlot extends AxesPlot {
    private final SurfaceShown shown = new SurfaceShown();
    private final SurfaceImage image = new SurfaceImage();
    private final SurfaceBalls balls = new SurfaceBalls(this, shown);
    private final SurfaceStart start = new SurfaceStart(this);
    private List<Arrow> arrows = List.of();

    /**
     * A point that moves over the surface.
     *
     * @param xs where it was, step after step
     * @param ys as many
     * @param at index of where it is; what comes after is drawn faintly
     */
    public record Ball(String name, LaneStyle style, double[] xs, double[] ys, int at) {
        public Ball {
            if (xs.length != ys.length || at < 0 || at >= xs.length) {
                throw new IllegalArgumentException(
                        String.format(Locale.ROOT, "%d xs, %d ys, now at %d", xs.length, ys.length, at));
            }
        }
    }

    /** A place where the function is least, at least nearby. */
    public record Minimum(double x, double y, String name) {}

    /**
     * An arrow from a place.
     *
     * @param dx how far it reaches, in the plane's own numbers
     * @param dy how far it reaches
     */
    public record Arrow(double x, double y, double dx, double dy, Ink ink) {}

    /** Is told a place of the plane. */
    @FunctionalInterface
    public interface Place {
        void at(double x, double y);
    }

    @SuppressWarnings("this-escape")
    public SurfacePlot() {
        getStyleClass().add("surface-plot");
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
    }

    /**
     * Shows a function on a grid, one number in each cell.
     *
     * @param logarithmic whether levels are closer the lower they are: equal steps of the logarithm of what is above the
     *     least number
     */
    public void setSurface(Field field, boolean logarithmic) {
        shown.setField(field, logarithmic);
        image.outdated();
        start.within(field);
        requestDraw();
    }

    /** Shows these balls, later ones in front. */
    public void setBalls(List<Ball> rolling) {
        shown.setBalls(rolling);
        requestDraw();
    }

    /** Draws the path of one lane's ball stronger; −1 for none. */
    public void setEmphasized(int lane) {
        shown.setEmphasized(lane);
        requestDraw();
    }

    public void setMinima(List<Minimum> minima) {
        shown.setMinima(minima);
        requestDraw();
    }

    public void setArrows(List<Arrow> arrows) {
        this.arrows = List.copyOf(arrows);
        requestDraw();
    }

    /** Puts the mark that the arrow keys move at a place. */
    public void setStart(double x, double y) {
        start.set(x, y);
        requestDraw();
    }

    /**
     * @param xName name of the horizontal axis
     * @param yName name of the vertical axis
     * @param zName name of the function
     */
    public void setNames(String xName, String yName, String zName) {
        shown.setNames(xName, yName, zName);
        requestDraw();
    }

    /** Is told where to start when that was chosen. */
    public void setOnStart(Place listener) {
        start.setOnChosen(listener);
    }

    @Override
    void inkChanged() {
        image.outdated();
        requestDraw();
    }

    @Override
    void draw(Pen pen, double width, double height) {
        shown.field().ifPresent(field -> draw(pen, field, width, height));
    }

    private void draw(Pen pen, Field field, double width, double height) {
        Span x = view().x(new Span(field.xLow(), field.xHigh(), false));
        Span y = view().y(new Span(field.yLow(), field.yHigh(), false));
        AxesFrame frame = PlaneFrame.fit(this, x, y, shown.xName(), shown.yName(), width, height, 0);
        if (!PlaneFrame.usable(frame)) {
            return;
        }
        setFrame(frame);
        Rectangle2D box = PlaneFrame.box(frame);
        image.draw(this, pen, frame, field, shown.levels());
        pen.clip(box.getMinX(), box.getMinY(), box.getWidth(), box.getHeight());
        image.drawLines(this, pen, frame, field, shown.levels());
        for (Minimum one : shown.minima()) {
            balls.drawMinimum(pen, frame.x().position(one.x()), frame.y().position(one.y()));
        }
        balls.draw(pen, frame);
        arrows.forEach(arrow -> drawArrow(pen, frame, arrow));
        if (isFocusVisible()) {
            start.draw(pen, frame);
        }
        pen.unclip();
        PlaneFrame.draw(frame, this, pen, shown.xName(), shown.yName());
    }

    private void drawArrow(Pen pen, AxesFrame frame, Arrow arrow) {
        double x1 = frame.x().position(arrow.x());
        double y1 = frame.y().position(arrow.y());
        double x2 = SurfaceBalls.bounded(frame.x().position(arrow.x() + arrow.dx()));
        double y2 = SurfaceBalls.bounded(frame.y().position(arrow.y() + arrow.dy()));
        pen.stroke(ink(Ink.SURFACE), 4.5);
        pen.line(x1, y1, x1 + 0.9 * (x2 - x1), y1 + 0.9 * (y2 - y1));
        Strokes.arrow(pen, ink(arrow.ink()), 2.25, x1, y1, x2, y2);
    }

    private void clicked(MouseEvent event) {
        boolean meant = event.getButton() == MouseButton.PRIMARY
                && event.getClickCount() == 1
                && event.isStillSincePress()
                && !event.isShiftDown();
        Point2D at = new Point2D(event.getX(), event.getY());
        frame().filter(frame -> meant && frame.contains(at))
                .ifPresent(frame ->
                        start.choose(frame.x().value(at.getX()), frame.y().value(at.getY())));
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
            start.choose();
            event.consume();
        } else if (!event.isShortcutDown() && !event.isAltDown()) {
            frame().filter(frame -> start.move(frame, event.getCode(), event.isShiftDown()))
                    .ifPresent(frame -> {
                        event.consume();
                        requestDraw();
                    });
        }
    }

    @Override
    void drawPointer(Pen pen, AxesFrame frame, Point2D at, double width, double height) {
        shown.field().ifPresent(field -> {
            double x = frame.x().value(at.getX());
            double y = frame.y().value(at.getY());
            Note note = new Note(this);
            balls.near(frame, at).ifPresent(ball -> note.heading(ball.name()));
            note.row(shown.xName(), Numbers.significant(x, 3)).row(shown.yName(), Numbers.significant(y, 3));
            note.row(shown.zName(), Numbers.significant(SurfaceShown.at(field, x, y), 4));
            note.draw(pen, at, width, height);
        });
    }

    @Override
    Table table() {
        return shown.table();
    }
}
