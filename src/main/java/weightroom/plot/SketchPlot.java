package weightroom.plot;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;

/**
 * A curve to be drawn by hand: with the mouse from left to right, or point by point with the keys, left and right to go from
 * point to point, up and down to move it, with shift further. Between its points the curve is straight.
 */
public final class SketchPlot extends StackPane {
    private static final double FINE = 0.01;
    private static final double COARSE = 0.1;

    private final LinePlot plot = new LinePlot();
    private final double[] xs;
    private final double[] ys;
    private final double top;
    private final String name;
    private Consumer<double[]> drawn = values -> {};
    private int chosen;

    /**
     * @param xs places of the points, growing, at least two
     * @param ys where they stand at first, 0 to {@code top}
     * @param top of the vertical axis, which begins at 0
     * @param name of the curve
     */
    public SketchPlot(double[] xs, double[] ys, double top, String name) {
        this.xs = xs.clone();
        this.ys = ys.clone();
        this.top = top;
        this.name = name;
        plot.setReach(xs[0], xs[xs.length - 1], 0, top);
        // The frame leaves arrows to it.
        plot.getProperties().put("own-arrows", true);
        plot.setMinSize(120, 100);
        plot.addEventFilter(MouseEvent.MOUSE_PRESSED, this::draw);
        plot.addEventFilter(MouseEvent.MOUSE_DRAGGED, this::draw);
        plot.addEventFilter(MouseEvent.MOUSE_RELEASED, this::draw);
        plot.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        getChildren().add(plot);
        setMinSize(0, 0);
        show();
    }

    /** The plot itself, which takes the focus. */
    public LinePlot plot() {
        return plot;
    }

    /** Is told of every change by hand: the heights of all points. */
    public void setOnDrawn(Consumer<double[]> listener) {
        drawn = listener;
    }

    private void draw(MouseEvent event) {
        plot.requestFocus();
        event.consume();
        plot.frame().ifPresent(frame -> {
            Point2D at = plot.sceneToLocal(event.getSceneX(), event.getSceneY());
            double x = frame.x().value(at.getX());
            int nearest = 0;
            for (int i = 1; i < xs.length; i++) {
                nearest = Math.abs(xs[i] - x) < Math.abs(xs[nearest] - x) ? i : nearest;
            }
            double y = frame.y().value(at.getY());
            boolean drags = event.getEventType() != MouseEvent.MOUSE_PRESSED;
            // A quick hand passes points between two events.
            int from = drags ? Math.min(chosen, nearest) : nearest;
            int to = drags ? Math.max(chosen, nearest) : nearest;
            double start = ys[chosen];
            for (int i = from; i <= to; i++) {
                double share = chosen == nearest ? 1 : (double) (i - chosen) / (nearest - chosen);
                ys[i] = bounded(drags ? start + share * (y - start) : y);
            }
            chosen = nearest;
            changed();
        });
    }

    private void key(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        double move = top * (event.isShiftDown() ? COARSE : FINE);
        switch (event.getCode()) {
            case LEFT -> chosen = Math.max(0, chosen - 1);
            case RIGHT -> chosen = Math.min(xs.length - 1, chosen + 1);
            case UP -> ys[chosen] = bounded(ys[chosen] + move);
            case DOWN -> ys[chosen] = bounded(ys[chosen] - move);
            default -> {
                return;
            }
        }
        event.consume();
        changed();
    }

    private double bounded(double y) {
        return Math.max(0, Math.min(top, y));
    }

    private void changed() {
        show();
        drawn.accept(Arrays.copyOf(ys, ys.length));
    }

    private void show() {
        Curve curve = new Curve();
        for (int i = 0; i < xs.length; i++) {
            curve.append(xs[i], ys[i]);
        }
        plot.setLines(List.of(new LinePlot.Line(name, curve, Ink.ACCENT, 2, 1, false, 6, 3)));
        plot.setMarks(List.of(new LinePlot.Mark(xs[chosen], Numbers.significant(ys[chosen], 3))));
    }
}
