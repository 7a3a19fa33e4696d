package weightroom.plot;

import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/**
 * What a network answers over a plane of two inputs, with the points it learns from: the field in the diverging scale (or
 * one colour per class), the line where the answer tips (or lines of equal answers, for a regression), train points
 * filled, test points hollow, wrong ones ringed, the batch in use with a halo; axes, a legend with units, and the numbers
 * at the pointer. Whoever wants to draw or erase points listens with {@link #setOnTouch}.
 */
public final class DecisionPlot extends AxesPlot {
    private final FieldImage image = new FieldImage();
    private final DecisionLegend legend = new DecisionLegend(this);
    private final DecisionPoints marks = new DecisionPoints(this);
    private final DecisionCallouts callouts = new DecisionCallouts(this);
    private Scale scale = new Scale("", 0, 1, 0.5, List.of());
    private Points points = Points.NONE;
    private String xName = "";
    private String yName = "";
    private IntFunction<List<Fact>> describer = row -> List.of();
    private Predicate<Touch> onTouch = touch -> false;
    private boolean touching;
    private @Nullable Field field;

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

    /**
     * What stands beside a point.
     *
     * @param point its index
     * @param about what it is, {@code (0, 1) → 1}
     * @param value what the network answers
     */
    public record Callout(int point, String about, String value) {}

    /** Something to know about a point: a name and its value, such as the loss. */
    public record Fact(String name, String value) {}

    @SuppressWarnings("this-escape")
    public DecisionPlot() {
        getStyleClass().add("decision-plot");
        addEventFilter(MouseEvent.MOUSE_PRESSED, event -> touch(Touch.Phase.PRESS, event));
        addEventFilter(MouseEvent.MOUSE_DRAGGED, event -> touch(Touch.Phase.DRAG, event));
        addEventFilter(MouseEvent.MOUSE_RELEASED, event -> touch(Touch.Phase.RELEASE, event));
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

    /**
     * Shows which points the update in progress uses.
     *
     * @param rows indices of points
     * @param cursor the one whose turn it is; −1 for none
     */
    public void setBatch(int[] rows, int cursor) {
        marks.setBatch(rows, cursor);
        requestDraw();
    }

    /** Says beside points what they are, where the plane is large enough, and draws all points larger then. */
    public void setCallouts(List<Callout> shown) {
        callouts.set(shown);
        requestDraw();
    }

    /** Marks one point; −1 for none. */
    public void select(int row) {
        marks.select(row);
        requestDraw();
    }

    /** What else to tell about a point when the pointer is at it: other inputs, its output, its loss. */
    public void setDescriber(IntFunction<List<Fact>> describer) {
        this.describer = describer;
    }

    /**
     * Listens to the mouse over the plane. Where a press is answered with true, what follows up to the release goes to the
     * listener as well, and does not zoom.
     */
    public void setOnTouch(Predicate<Touch> listener) {
        onTouch = listener;
    }

    public void setNames(String xName, String yName) {
        this.xName = xName;
        this.yName = yName;
        requestDraw();
    }

    /** Words of the legend, each in the user's language. */
    public void setWords(String train, String test, String contour) {
        legend.setWords(train, test, contour);
        requestDraw();
    }

    /** The part of the plane that is shown; nothing before the first drawing. */
    public Optional<Rectangle2D> shownPart() {
        return frame().map(frame -> new Rectangle2D(
                frame.x().low(),
                frame.y().low(),
                frame.x().high() - frame.x().low(),
                frame.y().high() - frame.y().low()));
    }

    @Override
    void inkChanged() {
        image.recolored();
        requestDraw();
    }

    @Override
    void draw(Pen pen, double width, double height) {
        Field shown = field;
        if (shown == null) {
            drawEmpty(pen, width / 2, height / 2);
            return;
        }
        Span x = view().x(new Span(shown.xLow(), shown.xHigh(), false));
        Span y = view().y(new Span(shown.yLow(), shown.yHigh(), false));
        double tall = legend.height(scale, width);
        AxesFrame frame = PlaneFrame.fit(this, x, y, xName, yName, width, height, tall);
        if (!PlaneFrame.usable(frame)) {
            return;
        }
        setFrame(frame);
        Rectangle2D box = PlaneFrame.box(frame);
        double left = frame.x().position(shown.xLow());
        double top = frame.y().position(shown.yHigh());
        Rectangle2D all = new Rectangle2D(
                left, top, frame.x().position(shown.xHigh()) - left, frame.y().position(shown.yLow()) - top);
        pen.clip(box.getMinX(), box.getMinY(), box.getWidth(), box.getHeight());
        image.draw(pen, shown, scale, this, all);
        ContourLines.draw(this, pen, shown, scale, all);
        pen.unclip();
        PlaneFrame.draw(frame, this, pen, xName, yName);
        marks.draw(pen, frame, points, callouts.fit(box));
        callouts.draw(pen, frame, points);
        double below = box.getMaxY() + PlaneFrame.bottom(this, xName);
        legend.draw(pen, scale, points, new Rectangle2D(box.getMinX(), below, box.getWidth(), tall), width);
    }

    Color colorOf(double target) {
        return PointColors.of(this, scale, target);
    }

    PointShape shapeOf(double target) {
        return PointShape.of(scale, target);
    }

    /** What the edge of a filled point is drawn with: darker where a point may have the colour of the field's middle. */
    Ink edge() {
        return !scale.severalClasses() && Double.isNaN(scale.contour()) ? Ink.MUTED : Ink.POINT_RING;
    }

    private void touch(Touch.Phase phase, MouseEvent event) {
        AxesFrame frame = frame().orElse(null);
        Point2D at = new Point2D(event.getX(), event.getY());
        if (frame == null || field == null || (phase == Touch.Phase.PRESS ? !frame.contains(at) : !touching)) {
            return;
        }
        Touch touch = new Touch(
                phase,
                Math.max(frame.x().low(), Math.min(frame.x().high(), frame.x().value(at.getX()))),
                Math.max(frame.y().low(), Math.min(frame.y().high(), frame.y().value(at.getY()))),
                marks.nearest(frame, points, at),
                event.getButton(),
                event.isShiftDown());
        boolean used = onTouch.test(touch);
        if (phase == Touch.Phase.PRESS) {
            touching = used;
        }
        if (touching) {
            requestFocus();
            event.consume();
        }
        if (phase == Touch.Phase.RELEASE) {
            touching = false;
        }
    }

    @Override
    void drawPointer(Pen pen, AxesFrame frame, Point2D at, double width, double height) {
        Field shown = field;
        if (shown == null) {
            return;
        }
        int near = marks.nearest(frame, points, at);
        double x = near >= 0 ? points.xs()[near] : frame.x().value(at.getX());
        double y = near >= 0 ? points.ys()[near] : frame.y().value(at.getY());
        int cell = shown.cell(x, y);
        Note note = new Note(this);
        note.row(xName, Numbers.fixed(x, 2)).row(yName, Numbers.fixed(y, 2));
        for (int k = 0; k < scale.classes().size() && k < shown.depth(); k++) {
            note.row(scale.classes().get(k), Numbers.fixed(shown.values()[cell * shown.depth() + k], 3));
        }
        if (!scale.severalClasses()) {
            note.row(scale.name(), Numbers.fixed(shown.values()[cell], 3));
        }
        if (near >= 0) {
            String[] kind = legend.describe(points, near, scale);
            note.row(kind[0], kind[1]);
            describer.apply(near).forEach(fact -> note.row(fact.name(), fact.value()));
        }
        note.draw(pen, at, width, height);
    }

    @Override
    Table table() {
        return DecisionTable.of(xName, yName, scale, points, field);
    }
}
