package weightroom.plot;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/**
 * What a network answers over a plane of two inputs, with the points it learns from: the field in the diverging scale (or
 * one colour per class), the line where the answer tips, train points filled, test points hollow, wrong ones ringed; axes,
 * a legend with units, and the numbers at the pointer.
 */
public final class DecisionPlot extends Plot {
    private static final double TOP = 8;
    private static final double AXIS_HEIGHT = 22;
    private static final double LEGEND_HEIGHT = 40;
    private static final double MARK_GAP = 8;
    private static final double RADIUS = 3.5;
    private static final double RING = 6;
    private static final double RING_OPACITY = 0.7;
    private static final double REACHABLE = 8;

    private final FieldImage image = new FieldImage();
    private final DecisionLegend legend = new DecisionLegend(this);
    private Scale scale = new Scale("", 0, 1, 0.5, List.of());
    private Points points = Points.NONE;
    private String xName = "";
    private String yName = "";
    private String emptyText = "";
    private @Nullable Field field;
    private @Nullable PlaneAxes frame;

    /**
     * How numbers become colours.
     *
     * @param name of the output, with its unit
     * @param low number of the scale's low end
     * @param high number of its high end
     * @param contour where the line is drawn; NaN for none
     * @param classes names of the classes where there is one number for each; empty where there is one number
     */
    public record Scale(String name, double low, double high, double contour, List<String> classes) {
        public Scale {
            classes = List.copyOf(classes);
        }

        /** From −1 at the low end to +1 at the high one. */
        double t(double value) {
            return 2 * (value - low) / (high - low) - 1;
        }

        boolean severalClasses() {
            return !classes.isEmpty();
        }
    }

    /**
     * Points in the plane.
     *
     * @param xs their places
     * @param ys their places
     * @param targets a number on the scale, or the index of the class
     * @param test whether it is a test point, drawn hollow
     * @param wrong whether the answer is wrong, drawn with a ring
     */
    public record Points(float[] xs, float[] ys, float[] targets, boolean[] test, boolean[] wrong) {
        public static final Points NONE =
                new Points(new float[0], new float[0], new float[0], new boolean[0], new boolean[0]);

        public int count() {
            return xs.length;
        }

        int tests() {
            int count = 0;
            for (boolean one : test) {
                count += one ? 1 : 0;
            }
            return count;
        }
    }

    public DecisionPlot() {
        getStyleClass().add("decision-plot");
    }

    /** Shows a field; drawn once, so the caller hands over a new one for new numbers. */
    public void setField(Field field) {
        this.field = field;
        image.outdated();
        requestDraw();
    }

    /** Takes the field away, and shows the empty text. */
    public void clearField() {
        field = null;
        requestDraw();
    }

    public void setScale(Scale scale) {
        this.scale = scale;
        image.outdated();
        requestDraw();
    }

    public void setPoints(Points points) {
        this.points = points;
        requestDraw();
    }

    public void setNames(String xName, String yName) {
        this.xName = xName;
        this.yName = yName;
        requestDraw();
    }

    /** What stands in the middle while there is no field. */
    public void setEmptyText(String text) {
        emptyText = text;
        requestDraw();
    }

    /** Words of the legend, each in the user's language. */
    public void setWords(String train, String test, String contour) {
        legend.setWords(train, test, contour);
        requestDraw();
    }

    /** Where a place of the plane stands within this node, as last drawn; NaN before. */
    public Point2D position(double x, double y) {
        return frame == null
                ? new Point2D(Double.NaN, Double.NaN)
                : new Point2D(frame.x().position(x), frame.y().position(y));
    }

    @Override
    void inkChanged() {
        image.outdated();
        requestDraw();
    }

    @Override
    void draw(GraphicsContext g, double width, double height) {
        Field shown = field;
        if (shown == null) {
            text(g, emptyText, width / 2, height / 2, TextAlignment.CENTER, Ink.MUTED);
            return;
        }
        Ticks yTicks = Ticks.linear(shown.yLow(), shown.yHigh(), 4);
        double left = 24;
        for (Ticks.Tick tick : yTicks.marks()) {
            left = Math.max(left, Math.ceil(widthOf(tick.label())) + MARK_GAP + 4);
        }
        double widest = width - left - 12;
        double highest = height - TOP - AXIS_HEIGHT - LEGEND_HEIGHT;
        double size = Math.floor(Math.min(widest, highest));
        if (size < 40) {
            return;
        }
        double x0 = left + Math.floor((widest - size) / 2);
        double y0 = TOP + Math.floor((highest - size) / 2);
        PlaneAxes now = new PlaneAxes(
                new Axis(shown.xLow(), shown.xHigh(), false, x0, x0 + size),
                new Axis(shown.yLow(), shown.yHigh(), false, y0 + size, y0));
        frame = now;
        image.draw(g, shown, scale, this, now.box());
        now.draw(this, g, yTicks, xName, yName);
        g.save();
        g.beginPath();
        g.rect(x0, y0, size, size);
        g.clip();
        drawContour(g, shown, now.box());
        g.restore();
        drawPoints(g, now);
        legend.draw(g, scale, points, new Rectangle2D(x0, y0 + size + AXIS_HEIGHT, size, LEGEND_HEIGHT));
        drawPointer(g, shown, now, width, height);
    }

    private void drawContour(GraphicsContext g, Field shown, Rectangle2D box) {
        if (Double.isNaN(scale.contour()) || shown.depth() != 1) {
            return;
        }
        double dx = box.getWidth() / shown.columns();
        double dy = box.getHeight() / shown.rows();
        g.setStroke(ink(Ink.STRONG));
        g.setLineWidth(1.75);
        g.setLineCap(StrokeLineCap.ROUND);
        g.beginPath();
        Contour.trace(shown.values(), shown.columns(), shown.rows(), scale.contour(), (x1, y1, x2, y2) -> {
            g.moveTo(box.getMinX() + x1 * dx, box.getMaxY() - y1 * dy);
            g.lineTo(box.getMinX() + x2 * dx, box.getMaxY() - y2 * dy);
        });
        g.stroke();
        g.setLineCap(StrokeLineCap.BUTT);
    }

    private void drawPoints(GraphicsContext g, PlaneAxes frame) {
        Rectangle2D box = frame.box();
        for (int i = 0; i < points.count(); i++) {
            double x = frame.x().position(points.xs()[i]);
            double y = frame.y().position(points.ys()[i]);
            if (box.contains(x, y)) {
                drawPoint(g, x, y, colorOf(points.targets()[i]), points.test()[i]);
                if (points.wrong()[i]) {
                    g.setStroke(ink(Ink.STRONG));
                    g.setLineWidth(1);
                    g.setGlobalAlpha(RING_OPACITY);
                    g.strokeOval(x - RING, y - RING, 2 * RING, 2 * RING);
                    g.setGlobalAlpha(1);
                }
            }
        }
    }

    void drawPoint(GraphicsContext g, double x, double y, Color color, boolean hollow) {
        g.setLineWidth(hollow ? 1.75 : 1);
        g.setFill(hollow ? ink(Ink.POINT_RING) : color);
        g.setStroke(hollow ? color : ink(Ink.POINT_RING));
        g.fillOval(x - RADIUS, y - RADIUS, 2 * RADIUS, 2 * RADIUS);
        g.strokeOval(x - RADIUS, y - RADIUS, 2 * RADIUS, 2 * RADIUS);
    }

    private Color colorOf(double target) {
        if (scale.severalClasses()) {
            return ink(Ink.series((int) target));
        }
        double t = scale.t(target);
        if (!Double.isNaN(scale.contour())) {
            return ink(t > 0 ? Ink.POINT_POSITIVE : Ink.POINT_NEGATIVE);
        }
        return ink(Ink.MIDDLE).interpolate(ink(t < 0 ? Ink.NEGATIVE : Ink.POSITIVE), Math.min(1, Math.abs(t)));
    }

    private void drawPointer(GraphicsContext g, Field shown, PlaneAxes frame, double width, double height) {
        Point2D at = pointer();
        if (at == null || !frame.box().contains(at)) {
            return;
        }
        double x = frame.x().value(at.getX());
        double y = frame.y().value(at.getY());
        int near = nearest(frame, at);
        if (near >= 0) {
            x = points.xs()[near];
            y = points.ys()[near];
        }
        int cell = shown.cell(x, y);
        List<String[]> note = new ArrayList<>();
        note.add(new String[] {xName, Numbers.fixed(x, 2)});
        note.add(new String[] {yName, Numbers.fixed(y, 2)});
        for (int k = 0; k < scale.classes().size() && k < shown.depth(); k++) {
            note.add(new String[] {scale.classes().get(k), Numbers.fixed(shown.values()[cell * shown.depth() + k], 3)});
        }
        if (!scale.severalClasses()) {
            note.add(new String[] {scale.name(), Numbers.fixed(shown.values()[cell], 3)});
        }
        if (near >= 0) {
            note.add(legend.describe(points, near, scale));
        }
        note(g, at, width, height, note);
    }

    private int nearest(PlaneAxes frame, Point2D at) {
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
}
