package weightroom.plot;

import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.scene.text.TextAlignment;

/** Draws beside points what they are and what the network answers. */
final class DecisionCallouts {
    /** A smaller plane has no room for them. */
    private static final double ROOMY = 320;

    private static final double GAP = 22;
    private static final double PAD = 8;
    private static final double HEIGHT = 38;
    private static final double LINE = 16;

    private final Plot plot;
    private List<DecisionPlot.Callout> callouts = List.of();

    DecisionCallouts(Plot plot) {
        this.plot = plot;
    }

    void set(List<DecisionPlot.Callout> shown) {
        callouts = List.copyOf(shown);
    }

    /** Whether they are drawn into a plane this large. */
    boolean fit(Rectangle2D box) {
        return !callouts.isEmpty() && box.getWidth() >= ROOMY;
    }

    void draw(Pen pen, AxesFrame frame, DecisionPlot.Points points) {
        Rectangle2D box = PlaneFrame.box(frame);
        if (!fit(box)) {
            return;
        }
        for (DecisionPlot.Callout callout : callouts) {
            if (callout.point() < points.count()) {
                double x = frame.x().position(points.xs()[callout.point()]);
                double y = frame.y().position(points.ys()[callout.point()]);
                if (box.contains(x, y)) {
                    draw(pen, callout, x, y, box);
                }
            }
        }
    }

    /** To the left of points on the right half, so that it stays within the plane. */
    private void draw(Pen pen, DecisionPlot.Callout callout, double x, double y, Rectangle2D box) {
        double width = 2 * PAD + Math.max(plot.widthOf(callout.about()), plot.widthOf(callout.value()) + 4);
        boolean toLeft = x > box.getMinX() + box.getWidth() / 2;
        double left = toLeft ? x - GAP - width : x + GAP;
        double top = Math.max(box.getMinY() + 2, Math.min(box.getMaxY() - HEIGHT - 2, y - HEIGHT / 2));
        pen.fill(plot.ink(Ink.NOTE));
        pen.fillRect(left, top, width, HEIGHT, 6);
        pen.stroke(plot.ink(Ink.NOTE_BORDER), 1);
        pen.strokeRect(pen.sharp(left), pen.sharp(top), Math.floor(width), HEIGHT, 6);
        plot.text(pen, callout.about(), left + PAD, top + PAD + 3, TextAlignment.LEFT, Ink.MUTED);
        pen.font(plot.boldFont());
        plot.text(pen, callout.value(), left + PAD, top + PAD + 3 + LINE, TextAlignment.LEFT, Ink.STRONG);
        pen.font(plot.font());
    }
}
