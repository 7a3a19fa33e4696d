package weightroom.plot;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/**
 * Curves over a common x that grows to the right: axes with marks and names, a legend, a grid, a crosshair with the values
 * at the pointer. Where many points fall into one column of pixels, their range is drawn.
 */
public final class LinePlot extends Plot {
    private static final double TOP = 30;
    private static final double BOTTOM = 38;
    private static final double RIGHT = 16;
    private static final double SAMPLE = 20;
    private static final double MARK_GAP = 8;

    private List<Line> lines = List.of();
    private String xName = "";
    private String yName = "";
    private String emptyText = "";
    private boolean logarithmic;
    private @Nullable Frame frame;

    /**
     * One curve of the plot.
     *
     * @param series its colour, see {@link Ink#series}
     * @param width of the line in pixels
     * @param dashes lengths of dash and gap in turn; none for a solid line
     */
    public record Line(String name, Curve curve, int series, double width, double... dashes) {}

    /** The axes as last drawn. */
    private record Frame(Axis x, Axis y) {}

    public LinePlot() {
        getStyleClass().add("line-plot");
    }

    /** Shows these curves, later ones behind earlier ones. Whoever adds points to one then calls {@link #requestDraw}. */
    public void setLines(List<Line> lines) {
        this.lines = List.copyOf(lines);
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

    /** What stands in the middle while there are fewer than two points. */
    public void setEmptyText(String text) {
        emptyText = text;
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

    /** Where a point of the data stands within this node, as last drawn; NaN before. */
    public Point2D position(double x, double y) {
        return frame == null
                ? new Point2D(Double.NaN, Double.NaN)
                : new Point2D(frame.x().position(x), frame.y().position(y));
    }

    @Override
    void draw(GraphicsContext g, double width, double height) {
        Range range = Range.of(lines, logarithmic);
        Axis vertical = new Axis(range.yLow(), range.yHigh(), range.logarithmic(), height - BOTTOM, TOP);
        Ticks yTicks = vertical.ticks((int) Math.max(2, (height - BOTTOM - TOP) / 48));
        double left = 12;
        for (Ticks.Tick tick : yTicks.marks()) {
            left = Math.max(left, widthOf(tick.label()) + MARK_GAP);
        }
        Axis horizontal = new Axis(range.xLow(), range.xHigh(), false, Math.ceil(left), width - RIGHT);
        if (horizontal.end() - horizontal.start() < 20 || vertical.start() - vertical.end() < 20) {
            return;
        }
        Frame now = new Frame(horizontal, vertical);
        frame = now;
        drawGrid(g, now, yTicks);
        drawLegend(g, width);
        if (range.empty()) {
            text(
                    g,
                    emptyText,
                    (horizontal.start() + horizontal.end()) / 2,
                    (vertical.start() + vertical.end()) / 2,
                    TextAlignment.CENTER,
                    Ink.MUTED);
            return;
        }
        g.save();
        g.beginPath();
        g.rect(horizontal.start(), TOP - 2, horizontal.end() - horizontal.start() + 2, height - BOTTOM - TOP + 4);
        g.clip();
        for (int i = lines.size() - 1; i >= 0; i--) {
            drawLine(g, lines.get(i), now);
        }
        g.restore();
        drawCrosshair(g, now, width, height);
    }

    private void drawGrid(GraphicsContext g, Frame frame, Ticks yTicks) {
        Axis x = frame.x();
        Axis y = frame.y();
        g.setLineWidth(1);
        g.setLineDashes();
        g.setStroke(ink(Ink.GRID));
        for (Ticks.Tick tick : yTicks.marks()) {
            double at = y.position(tick.value());
            g.setGlobalAlpha(tick.major() ? 1 : 0.45);
            line(g, x.start(), at, x.end(), at);
            g.setGlobalAlpha(1);
            text(g, tick.label(), x.start() - MARK_GAP, at, TextAlignment.RIGHT, Ink.MUTED);
        }
        Ticks xTicks = Ticks.whole(x.low(), x.high(), (int) Math.max(2, (x.end() - x.start()) / 64));
        for (Ticks.Tick tick : xTicks.marks()) {
            double at = x.position(tick.value());
            line(g, at, y.start(), at, y.end());
            double half = widthOf(tick.label()) / 2;
            double middle = Math.min(at, x.end() + RIGHT - half);
            text(g, tick.label(), middle, y.start() + 13, TextAlignment.CENTER, Ink.MUTED);
        }
        g.setStroke(ink(Ink.AXIS));
        line(g, x.start(), y.start(), x.end(), y.start());
        line(g, x.start(), y.start(), x.start(), y.end());
        text(g, xName, x.end(), y.start() + 29, TextAlignment.RIGHT, Ink.MUTED);
    }

    private void drawLegend(GraphicsContext g, double width) {
        double middle = 10;
        text(g, yName, 0, middle, TextAlignment.LEFT, Ink.MUTED);
        double at = width - RIGHT;
        for (int i = lines.size() - 1; i >= 0; i--) {
            Line line = lines.get(i);
            text(g, line.name(), at, middle, TextAlignment.RIGHT, Ink.TEXT);
            at -= widthOf(line.name()) + 6;
            prepare(g, line);
            g.strokeLine(at - SAMPLE, sharp(middle), at, sharp(middle));
            at -= SAMPLE + 14;
        }
        g.setLineDashes();
    }

    private void prepare(GraphicsContext g, Line line) {
        g.setStroke(ink(Ink.series(line.series())));
        g.setLineWidth(line.width());
        g.setLineDashes(line.dashes());
        g.setLineCap(StrokeLineCap.BUTT);
        g.setLineJoin(StrokeLineJoin.ROUND);
    }

    private void drawLine(GraphicsContext g, Line line, Frame frame) {
        Curve curve = line.curve();
        if (curve.size() == 0) {
            return;
        }
        prepare(g, line);
        Trace trace = Trace.of(curve, frame.x(), frame.y(), scale());
        for (Trace.Part part : trace.parts()) {
            if (part.length() == 1) {
                g.setFill(ink(Ink.series(line.series())));
                g.fillOval(part.xs()[0] - 2, part.ys()[0] - 2, 4, 4);
            } else {
                g.strokePolyline(part.xs(), part.ys(), part.length());
            }
        }
    }

    private void drawCrosshair(GraphicsContext g, Frame frame, double width, double height) {
        Point2D at = pointer();
        if (at == null
                || at.getX() < frame.x().start()
                || at.getX() > frame.x().end()
                || at.getY() < TOP
                || at.getY() > height - BOTTOM) {
            return;
        }
        Curve guide = lines.get(0).curve();
        for (Line line : lines) {
            guide = line.curve().size() > guide.size() ? line.curve() : guide;
        }
        double x = guide.x(guide.nearest(frame.x().value(at.getX())));
        List<String[]> note = new ArrayList<>();
        note.add(new String[] {xName, Numbers.count(Math.round(x))});
        g.setLineDashes(2, 3);
        g.setLineWidth(1);
        g.setStroke(ink(Ink.MUTED));
        line(
                g,
                frame.x().position(x),
                frame.y().start(),
                frame.x().position(x),
                frame.y().end());
        g.setLineDashes();
        for (Line line : lines) {
            if (line.curve().size() > 0) {
                double y = line.curve().y(line.curve().nearest(x));
                note.add(new String[] {line.name(), Numbers.loss(y)});
                g.setFill(ink(Ink.series(line.series())));
                g.fillOval(frame.x().position(x) - 3.5, frame.y().position(y) - 3.5, 7, 7);
            }
        }
        note(g, at, width, height, note);
    }
}
