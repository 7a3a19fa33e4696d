package weightroom.plot;

import java.util.BitSet;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.paint.Color;

/**
 * Draws points in a plane: train points filled, test points hollow, wrong ones ringed, the batch in use with a halo, the
 * row at the cursor and the selected one marked. Of points that would cover each other wholly, one is drawn.
 */
final class DecisionPoints {
    static final double RADIUS = 3.5;
    static final double RING = 6.5;
    private static final double HALO = 6;
    private static final double REACHABLE = 8;
    private static final int CROWDED = 4000;
    /** How much larger a few points are drawn. */
    private static final double LARGE = 2.4;

    private final DecisionPlot plot;
    private BitSet batch = new BitSet();
    private int cursor = -1;
    private int selected = -1;
    private double size = 1;

    DecisionPoints(DecisionPlot plot) {
        this.plot = plot;
    }

    void setBatch(int[] rows, int cursor) {
        batch = new BitSet();
        for (int row : rows) {
            if (row >= 0) {
                batch.set(row);
            }
        }
        this.cursor = cursor;
    }

    void select(int row) {
        selected = row;
    }

    /** @param large whether they are few, and each matters */
    void draw(Pen pen, AxesFrame frame, DecisionPlot.Points points, boolean large) {
        size = large ? LARGE : 1;
        Rectangle2D box = PlaneFrame.box(frame);
        BitSet taken = new BitSet();
        for (int i = 0; i < points.count(); i++) {
            double x = frame.x().position(points.xs()[i]);
            double y = frame.y().position(points.ys()[i]);
            if (!box.contains(x, y) || points.count() > CROWDED && !free(taken, box, x, y, points, i)) {
                continue;
            }
            // Where every row is in the batch, nothing is told by saying so of each.
            if (batch.get(i) && !(large && batch.cardinality() == points.count())) {
                pen.fill(plot.ink(Ink.ACCENT));
                pen.fillCircle(x, y, size * HALO);
            }
            drawPoint(pen, x, y, points.targets()[i], points.test()[i]);
            if (points.wrong()[i]) {
                drawRing(pen, x, y, size * (batch.get(i) ? RING + 1.5 : RING), Ink.BAD);
            }
        }
        drawCross(pen, frame, points, cursor, Ink.ACCENT);
        drawCross(pen, frame, points, selected, Ink.STRONG);
    }

    /** The point nearest to a place of the screen, within reach of the pointer; −1 for none. */
    int nearest(AxesFrame frame, DecisionPlot.Points points, Point2D at) {
        int best = -1;
        double least = REACHABLE;
        for (int i = 0; i < points.count(); i++) {
            double distance =
                    at.distance(frame.x().position(points.xs()[i]), frame.y().position(points.ys()[i]));
            if (distance < least) {
                least = distance;
                best = i;
            }
        }
        return best;
    }

    private void drawPoint(Pen pen, double x, double y, double target, boolean hollow) {
        Color color = plot.colorOf(target);
        PointShape shape = plot.shapeOf(target);
        pen.stroke(hollow ? color : plot.ink(plot.edge()), hollow ? 1.75 : size);
        pen.fill(hollow ? plot.ink(Ink.POINT_RING) : color);
        shape.fill(pen, x, y, size * RADIUS);
        shape.stroke(pen, x, y, size * RADIUS);
    }

    /** A ring that is seen on every colour: on a wider one of the points' own edge. */
    private void drawRing(Pen pen, double x, double y, double radius, Ink ink) {
        pen.stroke(plot.ink(Ink.POINT_RING), 3.5);
        pen.strokeCircle(x, y, radius);
        pen.stroke(plot.ink(ink), 1.75);
        pen.strokeCircle(x, y, radius);
    }

    /** Four strokes that point at a row, and a ring around it. */
    private void drawCross(Pen pen, AxesFrame frame, DecisionPlot.Points points, int row, Ink ink) {
        if (row < 0 || row >= points.count()) {
            return;
        }
        double x = frame.x().position(points.xs()[row]);
        double y = frame.y().position(points.ys()[row]);
        if (PlaneFrame.box(frame).contains(x, y)) {
            double near = size * RING + 3;
            double far = size * RING + 8;
            double[] strokes = {
                x - far, y, x - near, y, x + near, y, x + far, y, x, y - far, x, y - near, x, y + near, x, y + far
            };
            pen.stroke(plot.ink(Ink.POINT_RING), 4);
            pen.segments(strokes, strokes.length);
            drawRing(pen, x, y, near, ink);
            pen.stroke(plot.ink(ink), 2);
            pen.segments(strokes, strokes.length);
        }
    }

    /** Whether no point of the same look was drawn within the same two pixels; what is marked always counts as free. */
    private boolean free(BitSet taken, Rectangle2D box, double x, double y, DecisionPlot.Points points, int i) {
        int columns = (int) box.getWidth() / 2 + 1;
        int cell = ((int) ((y - box.getMinY()) / 2)) * columns + (int) ((x - box.getMinX()) / 2);
        int looks = 4 * (((int) points.targets()[i]) & 15) + (points.test()[i] ? 2 : 0) + (points.wrong()[i] ? 1 : 0);
        int place = cell * 64 + looks;
        boolean free = !taken.get(place) || batch.get(i);
        taken.set(place);
        return free;
    }
}
