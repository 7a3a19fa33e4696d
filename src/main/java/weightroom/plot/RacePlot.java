package weightroom.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.DoubleFunction;
import java.util.function.IntConsumer;
import javafx.geometry.Insets;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.text.TextAlignment;

/**
 * Up to sixteen lanes of a race as curves: each with its dash and its markers, the values themselves faint beneath their
 * running median, one lane's band, a target with a tick where each lane reached it, names at the ends of the lines, the
 * future after the playhead faint. The crosshair names the nearest curve; the arrows move it along a curve (left, right)
 * and from curve to curve (up, down), Enter chooses.
 *
 * <p>A lane is told by the number of its {@link LaneStyle}. Arrays are not to be written once they are shown; a curve that
 * has grown is handed over anew, and only its new points are worked on.
 */
public final class RacePlot extends AxesPlot {
    private static final double TITLE = 24;
    private static final double NO_TITLE = 8;

    private final RaceLines traces = new RaceLines(this);
    private final RaceMarks marks = new RaceMarks(this);
    private final EndNames names = new EndNames(this);
    private final RacePointer crosshair = new RacePointer(this, traces);
    private List<Line> lines = List.of();
    private int emphasized = -1;
    private String xName = "";
    private String yName = "";
    private boolean logarithmic = true;
    private boolean wholeX = true;
    private DoubleFunction<String> valueFormat = Numbers::loss;
    private Consumer<Optional<Pointed>> onPointed = pointed -> {};
    private IntConsumer onChosen = lane -> {};

    /**
     * One lane.
     *
     * @param xs ascending
     * @param ys as many; what is no finite number leaves a gap
     * @param present up to where it is the past; what comes after is drawn faintly. +∞ where nothing is the future
     * @param reached where it reached the target; NaN where it has not
     * @param diverged whether it ended for good, which its end is marked with
     */
    public record Line(
            String name, LaneStyle style, double[] xs, double[] ys, double present, double reached, boolean diverged) {
        public Line {
            if (xs.length != ys.length) {
                throw new IllegalArgumentException("%d xs for %d ys".formatted(xs.length, ys.length));
            }
        }
    }

    /** How far a lane's seeds spread at each x, such as their middle half. */
    public record Band(int lane, double[] xs, double[] low, double[] high) {}

    /** The curve of a single seed of a lane. */
    public record Seed(String name, double[] xs, double[] ys) {}

    /**
     * What the crosshair is at.
     *
     * @param value of the curve there, after smoothing
     */
    public record Pointed(int lane, double x, double value) {}

    @SuppressWarnings("this-escape")
    public RacePlot() {
        getStyleClass().add("race-plot");
        addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    /** Shows these lanes, the best first: the order in which names that meet are kept. */
    public void setLines(List<Line> lines) {
        this.lines = List.copyOf(lines);
        traces.setLines(this.lines);
        requestDraw();
    }

    /** Draws one lane stronger than the others, by its number; −1 for none. */
    public void setEmphasized(int lane) {
        emphasized = lane;
        requestDraw();
    }

    /** Shows how one lane's seeds spread. */
    public void setBand(Optional<Band> band) {
        traces.setBand(band);
        requestDraw();
    }

    /** Draws single seeds of one lane thinly; an empty list for none. */
    public void setSeeds(int lane, List<Seed> seeds) {
        traces.setSeeds(lane, seeds);
        requestDraw();
    }

    /** Takes the median of so many neighbouring points; 1 shows the values themselves alone. */
    public void setSmoothing(int points) {
        if (points < 1 || points % 2 == 0) {
            throw new IllegalArgumentException("a median of %d points; expected an odd number".formatted(points));
        }
        traces.setSmoothing(points);
        requestDraw();
    }

    /** Draws a dashed line at the value that is to be reached, with its name; NaN for none. */
    public void setTarget(double value, String label) {
        marks.setTarget(value, label);
        requestDraw();
    }

    /** Draws a line where the race stands; NaN for none. What is the future each lane says itself. */
    public void setPlayhead(double x) {
        marks.setPlayhead(x);
        requestDraw();
    }

    /**
     * @param xName name of the horizontal axis with its unit
     * @param yName name of the vertical axis with its unit; empty where it stands elsewhere
     */
    public void setNames(String xName, String yName) {
        this.xName = xName;
        this.yName = yName;
        requestDraw();
    }

    /** Whether equal ratios are equally high, as they are unless told otherwise. */
    public void setLogarithmic(boolean logarithmic) {
        this.logarithmic = logarithmic;
        requestDraw();
    }

    /** Whether x counts, as epochs, steps and samples do. It does unless told otherwise. */
    public void setWholeX(boolean whole) {
        wholeX = whole;
        requestDraw();
    }

    /** How values are written; as losses unless told otherwise. */
    public void setValueFormat(DoubleFunction<String> format) {
        valueFormat = format;
        requestDraw();
    }

    /** What the note at the crosshair calls a value before smoothing. */
    public void setWords(String unsmoothed) {
        crosshair.setWords(unsmoothed);
    }

    /** Is told what the crosshair is at whenever that changes. */
    public void setOnPointed(Consumer<Optional<Pointed>> listener) {
        onPointed = listener;
    }

    /** Is told which lane was clicked, or chosen with Enter. */
    public void setOnChosen(IntConsumer listener) {
        onChosen = listener;
    }

    @Override
    void draw(Pen pen, double width, double height) {
        boolean empty = Range.empty(traces.curves());
        Span x = empty ? Range.NO_X : view().x(Range.x(traces.curves()));
        Span y = empty ? Range.NO_Y : view().y(traces.span(x, logarithmic, marks.target()));
        double right = names.room(lines.stream().map(Line::name).toList(), width);
        Insets around = new Insets(yName.isEmpty() ? NO_TITLE : TITLE, right, AxesFrame.BOTTOM, 24);
        AxesFrame frame = AxesFrame.fit(this, x, y, around, width, height, wholeX);
        if (!frame.usable()) {
            return;
        }
        setFrame(frame);
        frame.draw(this, pen, xName);
        text(pen, yName, 0, 10, TextAlignment.LEFT, Ink.MUTED);
        if (empty) {
            double middle = frame.x().start() + frame.width() / 2;
            drawEmpty(pen, middle, frame.y().start() - frame.height() / 2);
            return;
        }
        traces.draw(pen, frame, emphasized);
        marks.draw(pen, frame, lines);
        names.draw(pen, frame, ends(frame), width);
    }

    /** Where lines end that have a point in what is shown. */
    private List<EndNames.End> ends(AxesFrame frame) {
        List<EndNames.End> ends = new ArrayList<>();
        for (Line line : lines) {
            Curve curve = traces.smooth(line);
            int last = curve.firstFrom(Math.nextUp(frame.x().high())) - 1;
            while (last >= 0 && Double.isNaN(curve.y(last))) {
                last--;
            }
            if (last >= 0 && curve.x(last) >= frame.x().low()) {
                double at = RaceLines.within(frame, curve.y(last));
                boolean strong = line.style().lane() == emphasized;
                double end = frame.x().position(curve.x(last));
                ends.add(new EndNames.End(line.name(), line.style().ink(), end, at, strong));
            }
        }
        return ends;
    }

    @Override
    boolean arrowsPoint() {
        return true;
    }

    @Override
    Point2D crosshairMoved(AxesFrame frame, Point2D from, int right, int up) {
        return up != 0 ? crosshair.up(frame, from, up) : crosshair.along(frame, from, right);
    }

    @Override
    void pointerMoved() {
        onPointed.accept(pointed());
    }

    private Optional<Pointed> pointed() {
        return frame().flatMap(frame -> pointer()
                .filter(frame::contains)
                .flatMap(at -> crosshair.nearest(frame, at))
                .map(RacePointer.Near::pointed));
    }

    private void clicked(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress() && event.getClickCount() == 1) {
            pointed().ifPresent(pointed -> onChosen.accept(pointed.lane()));
        }
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER && pointed().isPresent()) {
            pointed().ifPresent(pointed -> onChosen.accept(pointed.lane()));
            event.consume();
        }
    }

    @Override
    void drawPointer(Pen pen, AxesFrame frame, Point2D at, double width, double height) {
        crosshair.draw(
                pen,
                frame,
                at,
                new Point2D(width, height),
                valueFormat,
                x -> xName + " " + (wholeX ? Numbers.count(Math.round(x)) : Numbers.significant(x, 3)));
    }

    @Override
    Table table() {
        return LineTable.of(xName, traces.rows());
    }
}
