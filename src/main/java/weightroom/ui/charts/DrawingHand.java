package weightroom.ui.charts;

import java.util.Optional;
import java.util.function.Predicate;
import javafx.geometry.Rectangle2D;
import javafx.scene.input.MouseButton;
import weightroom.plot.DecisionPlot;
import weightroom.plot.Touch;
import weightroom.run.Slice;
import weightroom.ui.model.Drawing;
import weightroom.ui.model.RunModel;

/** Draws and erases rows where the mouse is pressed or dragged over the plane, while that is chosen. */
final class DrawingHand implements Predicate<Touch> {
    /** Points of one stroke stand so far apart, as a share of the plane. */
    private static final double SPACING = 0.04;
    /** How near a point must be to be erased, as a share of the plane. */
    private static final double REACH = 0.025;

    private final RunModel model;
    private final DecisionPlot plot;
    private double lastX;
    private double lastY;

    DrawingHand(RunModel model, DecisionPlot plot) {
        this.model = model;
        this.plot = plot;
    }

    @Override
    public boolean test(Touch touch) {
        Drawing drawing = model.drawing();
        Drawing.Mode mode = drawing.mode().get();
        Optional<Rectangle2D> part = plot.shownPart();
        if (mode == Drawing.Mode.OFF || touch.button() != MouseButton.PRIMARY || part.isEmpty()) {
            return false;
        }
        double extent = Math.min(part.get().getWidth(), part.get().getHeight());
        boolean moved = Math.hypot(touch.x() - lastX, touch.y() - lastY) >= SPACING * extent;
        boolean press = touch.phase() == Touch.Phase.PRESS;
        if (press || (touch.phase() == Touch.Phase.DRAG && (moved || mode == Drawing.Mode.ERASE))) {
            lastX = touch.x();
            lastY = touch.y();
            act(drawing, mode, extent);
        }
        return true;
    }

    private void act(Drawing drawing, Drawing.Mode mode, double extent) {
        Slice slice = model.slice().get();
        boolean turned = slice.axis1() > slice.axis2();
        double x1 = turned ? lastY : lastX;
        double x2 = turned ? lastX : lastY;
        if (mode == Drawing.Mode.ERASE) {
            drawing.erase(x1, x2, REACH * extent);
        } else {
            drawing.add(x1, x2);
        }
    }
}
