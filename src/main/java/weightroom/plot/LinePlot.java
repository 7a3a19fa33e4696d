package weightroom.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import javafx.geometry.Insets;
import javafx.geometry.Point2D;
import org.jspecify.annotations.Nullable;

/**
 * Curves over a common x that grows to the right: axes with marks and names, a legend, a grid, a crosshair with the values
 * at the pointer; marks of what was changed when, a playhead with the future faint behind it, a shaded band of healthy
 * values. Where many points fall into one column of pixels, their range is drawn.
 */
public final class LinePlot extends AxesPlot {
    private static final double FUTURE = 0.32;

    private final LineMarks marks = new LineMarks(this);
    private final EndNames ends = new EndNames(this);
    private List<Line> lines = List.of();
    private List<Fan> fans = List.of();
    private String xName = "";
    private String yName = "";
    private DoubleFunction<String> valueFormat = Numbers::loss;
    private boolean logarithmic;
    private boolean wholeX = true;
    private boolean namesAtEnds;
    private @Nullable Span fixedX;
    private @Nullable Span fixedY;

    /**
     * One curve of the plot.
     *
     * @param ink its colour
     * @param width of the line in pixels
     * @param opacity from 0 to 1
     * @param background whether it stands behind the others, without a legend, a value at the crosshair and a playhead
     * @param dashes lengths of dash and gap in turn; none for a solid line
     */
    public record Line(
            String name, Curve curve, Ink ink, double width, double opacity, boolean background, double... dashes) {

        /** @param series its colour, see {@link Ink#series} */
        public Line(String name, Curve curve, int series, double width, double... dashes) {
            this(name, curve, Ink.series(series), width, 1, false, dashes);
        }

        /** A run that came before, to compare with: thin and faint behind the others. */
        public static Line earlier(String name, Curve curve) {
            return new Line(name, curve, Ink.MUTED, 1, 0.5, true);
        }

        /** A history that was left for another one. */
        public static Line abandoned(String name, Curve curve) {
            return new Line(name, curve, Ink.WARN, 1.25, 0.9, true, 4, 3);
        }

        /** The same, drawn so that others stand out. */
        public Line secondary() {
            return new Line(name, curve, ink, Math.min(width, 1.25), 0.5, background, dashes);
        }
    }

    /** What was changed at a place: a dotted line with a flag. */
    public record Mark(double x, String text) {}

    /**
     * A shaded stretch of the vertical axis.
     *
     * @param mark a line within it; NaN for none
     * @param text what the band means
     */
    public record Band(double low, double high, double mark, String text) {}

    /** The area between two curves over the same x, such as a mean less and plus its deviation. */
    public record Fan(Curve low, Curve high, Ink ink) {}

    public LinePlot() {
        getStyleClass().add("line-plot");
    }

    /** Shows these curves, later ones behind earlier ones. Whoever adds points to one then calls {@link #requestDraw}. */
    public void setLines(List<Line> lines) {
        this.lines = List.copyOf(lines);
        requestDraw();
    }

    /** Shows shaded areas behind the curves. */
    public void setFans(List<Fan> fans) {
        this.fans = List.copyOf(fans);
        requestDraw();
    }

    /** Shows where something was changed, from left to right. */
    public void setMarks(List<Mark> shown) {
        marks.setMarks(shown);
        requestDraw();
    }

    /** Shows where the run stands; what lies to the right is the future, drawn faintly. NaN for none. */
    public void setPlayhead(double x) {
        if (Double.compare(marks.playhead(), x) != 0) {
            marks.setPlayhead(x);
            requestDraw();
        }
    }

    /** Shades the values that are healthy. */
    public void setBand(Optional<Band> band) {
        marks.setBand(band.orElse(null));
        requestDraw();
    }

    /**
     * @param xName name of the horizontal axis with its unit
     * @param yName name of the vertical axis with its unit
     */
    public void setNames(String xName, String yName) {
        this.xName = xName;
        this.yName = yName;
        requestDraw();
    }

    /** Whether equal ratios are equally high; values of 0 and less then leave gaps. */
    public void setLogarithmic(boolean logarithmic) {
        this.logarithmic = logarithmic;
        requestDraw();
    }

    public boolean isLogarithmic() {
        return logarithmic;
    }

    /** Whether x counts, as epochs do, so that only whole numbers are marked. It does unless told otherwise. */
    public void setWholeX(boolean whole) {
        wholeX = whole;
        requestDraw();
    }

    /** Whether lines are named at their right ends, in the place of a legend. */
    public void setNamesAtEnds(boolean wanted) {
        namesAtEnds = wanted;
        requestDraw();
    }

    /** How the crosshair writes values; as losses unless told otherwise. */
    public void setValueFormat(DoubleFunction<String> format) {
        valueFormat = format;
        requestDraw();
    }

    /** Lets the axes reach over this, whatever the data are, as rates reach from 0 to 1. */
    public void setReach(double xLow, double xHigh, double yLow, double yHigh) {
        fixedX = new Span(xLow, xHigh, false);
        fixedY = new Span(yLow, yHigh, false);
        requestDraw();
    }

    @Override
    void draw(Pen pen, double width, double height) {
        List<Curve> curves = curves();
        boolean empty = Range.empty(curves);
        // Axes without data are none that should stay when they are frozen.
        Span x = fixedX != null ? view().x(fixedX) : empty ? Range.NO_X : view().x(Range.x(curves));
        Span y = fixedY != null ? view().y(fixedY) : empty ? Range.NO_Y : view().y(Range.y(curves, x, logarithmic));
        List<Line> named = lines.stream()
                .filter(line -> !line.background() && !line.name().isEmpty())
                .toList();
        LineLegend legend = new LineLegend(this, yName, namesAtEnds ? List.of() : named, width - AxesFrame.RIGHT);
        List<String> names = named.stream().map(Line::name).toList();
        double right = namesAtEnds ? ends.roomUpTo(width / 3, names) : AxesFrame.RIGHT;
        Insets around = new Insets(legend.height(), right, AxesFrame.BOTTOM, 12);
        AxesFrame frame = AxesFrame.fit(this, x, y, around, width, height, wholeX);
        if (!frame.usable()) {
            return;
        }
        setFrame(frame);
        frame.draw(this, pen, xName);
        legend.draw(pen, width - AxesFrame.RIGHT);
        if (empty) {
            double middle = frame.x().start() + frame.width() / 2;
            drawEmpty(pen, middle, frame.y().start() - frame.height() / 2);
            return;
        }
        marks.drawBehind(pen, frame);
        drawCurves(pen, frame);
        marks.drawFlags(pen, frame);
        marks.drawPlayhead(pen, frame, lines);
        if (namesAtEnds) {
            ends.draw(pen, frame, EndNames.of(named, frame), width);
        }
    }

    private List<Curve> curves() {
        List<Curve> curves = new ArrayList<>();
        lines.forEach(line -> curves.add(line.curve()));
        fans.forEach(fan -> curves.addAll(List.of(fan.low(), fan.high())));
        return curves;
    }

    private void drawCurves(Pen pen, AxesFrame frame) {
        double present = marks.present(frame);
        double top = frame.y().end() - 2;
        double tall = frame.height() + 4;
        List<LineTrace> traces = new ArrayList<>();
        fans.forEach(fan -> traces.add(LineTrace.of(fan, frame, pen.scale())));
        for (int pass = 0; pass < 2; pass++) {
            for (int i = lines.size() - 1; i >= 0; i--) {
                if (lines.get(i).background() == (pass == 0)) {
                    traces.add(LineTrace.of(lines.get(i), frame, pen.scale()));
                }
            }
        }
        pen.clip(
                frame.x().start(),
                top,
                present - frame.x().start() + (present < frame.x().end() ? 0 : 2),
                tall);
        traces.forEach(trace -> trace.draw(this, pen, 1));
        pen.unclip();
        if (present < frame.x().end()) {
            pen.clip(present, top, frame.x().end() - present + 2, tall);
            traces.forEach(trace -> trace.draw(this, pen, FUTURE));
            pen.unclip();
        }
        pen.opacity(1);
    }

    @Override
    double crosshairStep(AxesFrame frame, double x, int steps) {
        Curve guide = guide();
        if (guide.size() == 0) {
            return x;
        }
        int index = Math.max(0, Math.min(guide.size() - 1, guide.nearest(x) + steps));
        return guide.x(index);
    }

    /** The longest curve, whose points the crosshair stops at. */
    private Curve guide() {
        Curve guide = new Curve();
        for (Line line : lines) {
            guide = line.background() || line.curve().size() <= guide.size() ? guide : line.curve();
        }
        return guide;
    }

    @Override
    void drawPointer(Pen pen, AxesFrame frame, Point2D at, double width, double height) {
        Curve guide = guide();
        if (guide.size() == 0) {
            return;
        }
        double x = guide.x(guide.nearest(frame.x().value(at.getX())));
        double place = frame.x().position(x);
        Note note = new Note(this);
        note.heading(xName + " " + (wholeX ? Numbers.count(Math.round(x)) : Numbers.significant(x, 3)));
        pen.stroke(ink(Ink.MUTED), 1, 2, 3);
        pen.sharpLine(place, frame.y().start(), place, frame.y().end());
        for (Line line : lines) {
            if (line.background() || line.curve().size() == 0) {
                continue;
            }
            double y = line.curve().y(line.curve().nearest(x));
            note.row(line, valueFormat.apply(y));
            double height0 = frame.y().position(y);
            if (height0 >= frame.y().end() && height0 <= frame.y().start()) {
                pen.fill(ink(line.ink()));
                pen.fillCircle(place, height0, 3.5);
            }
        }
        marks.textsAt(frame, at.getX()).forEach(note::heading);
        note.draw(pen, at, width, height);
    }

    @Override
    Table table() {
        return LineTable.of(xName, lines);
    }
}
