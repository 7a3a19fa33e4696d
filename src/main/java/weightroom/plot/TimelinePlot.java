package weightroom.plot;

import java.util.List;
import java.util.function.DoubleConsumer;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.text.TextAlignment;

/**
 * A whole run in one strip: its curve, shaded up to the playhead and faint after it, flags where something was changed,
 * abandoned branches dashed, numbers below. The playhead is dragged, or moved with the keys: an arrow by one, Page Up and
 * Page Down by a tenth, Home and End to the ends.
 */
public final class TimelinePlot extends Plot {
    private static final double SIDE = 10;
    private static final double TOP = 18;
    private static final double BOTTOM = 16;
    private static final double FLAG = 4;
    private static final double REACHABLE = 6;

    private Curve curve = new Curve();
    private List<Curve> branches = List.of();
    private List<Flag> flags = List.of();
    private String xName = "";
    private String yName = "";
    private double playhead;
    private double end = 1;
    private boolean logarithmic;
    private DoubleConsumer onSeek = x -> {};

    /**
     * Where something happened.
     *
     * @param abandoned whether a branch that was left starts here
     */
    public record Flag(double x, String text, boolean abandoned) {}

    @SuppressWarnings("this-escape")
    public TimelinePlot() {
        getStyleClass().add("timeline-plot");
        setFocusTraversable(true);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::seekTo);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::seekTo);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    /** Shows the run's curve, and those of abandoned branches. Whoever adds points then calls {@link #requestDraw}. */
    public void setCurves(Curve curve, List<Curve> branches, boolean logarithmic) {
        this.curve = curve;
        this.branches = List.copyOf(branches);
        this.logarithmic = logarithmic;
        requestDraw();
    }

    /** Shows flags, from left to right. */
    public void setFlags(List<Flag> flags) {
        this.flags = List.copyOf(flags);
        requestDraw();
    }

    /**
     * Shows where the run stands.
     *
     * @param playhead from 0 to {@code end}
     * @param end the latest that there is
     */
    public void setTime(double playhead, double end) {
        if (this.playhead != playhead || this.end != end) {
            this.playhead = playhead;
            this.end = end;
            requestDraw();
        }
    }

    /**
     * @param xName what time is counted in
     * @param yName what the curve shows
     */
    public void setNames(String xName, String yName) {
        this.xName = xName;
        this.yName = yName;
        requestDraw();
    }

    /** Is told the time, a whole number from 0 to the end, that the user takes the playhead to. */
    public void setOnSeek(DoubleConsumer listener) {
        onSeek = listener;
    }

    /** The place of a time on this node. */
    public double position(double x) {
        return axis(getWidth()).position(x);
    }

    private Axis axis(double width) {
        return new Axis(0, Math.max(1, end), false, SIDE, Math.max(SIDE + 1, width - SIDE));
    }

    @Override
    void draw(Pen pen, double width, double height) {
        Axis x = axis(width);
        double floor = height - BOTTOM;
        if (floor - TOP < 6) {
            return;
        }
        drawTicks(pen, x, floor);
        Span values = values();
        Axis y = values.axis(floor - 1, TOP);
        double now = x.position(Math.max(0, Math.min(Math.max(1, end), playhead)));
        Trace trace = Trace.of(curve, x, y, pen.scale(), 1.5);
        pen.clip(0, 0, now, height);
        pen.fill(ink(Ink.ACCENT_TINT));
        trace.parts().forEach(part -> fillBelow(pen, part, trace.upper(part), floor));
        trace.draw(pen, ink(Ink.STRONG), 1.5);
        pen.unclip();
        pen.clip(now, 0, Math.max(0, width - now), height);
        trace.draw(pen, ink(Ink.MUTED), 1);
        pen.unclip();
        for (Curve branch : branches) {
            Trace.of(branch, x, y, pen.scale(), 1.25, 4, 3).draw(pen, ink(Ink.WARN), 1.25, 4, 3);
        }
        drawFlags(pen, x, floor);
        drawPlayhead(pen, now, floor);
    }

    private Span values() {
        double low = curve.low(0, curve.size());
        double high = curve.high(0, curve.size());
        for (Curve branch : branches) {
            low = Math.min(low, branch.low(0, branch.size()));
            high = Math.max(high, branch.high(0, branch.size()));
        }
        if (!(low <= high)) {
            return Range.NO_Y;
        }
        high = Math.min(high, Float.MAX_VALUE);
        low = Math.max(low, -Float.MAX_VALUE);
        boolean log = logarithmic && low > 0;
        return new Span(low, high > low ? high : log ? 2 * low : low + 1, log);
    }

    private void drawTicks(Pen pen, Axis x, double floor) {
        pen.stroke(ink(Ink.AXIS), 1);
        pen.sharpLine(x.start(), floor, x.end(), floor);
        int wanted = (int) Math.max(1, (x.end() - x.start()) / 100);
        for (Ticks.Tick tick : Ticks.whole(x.low(), x.high(), wanted).marks()) {
            double at = x.position(tick.value());
            pen.sharpLine(at, floor, at, floor + 3);
            text(pen, tick.label(), at, floor + 10, TextAlignment.CENTER, Ink.MUTED);
        }
    }

    private static void fillBelow(Pen pen, Trace.Part part, int count, double floor) {
        double[] xs = new double[count + 2];
        double[] ys = new double[count + 2];
        System.arraycopy(part.xs(), 0, xs, 0, count);
        System.arraycopy(part.ys(), 0, ys, 0, count);
        xs[count] = part.xs()[count - 1];
        xs[count + 1] = part.xs()[0];
        ys[count] = floor;
        ys[count + 1] = floor;
        pen.fillPolygon(xs, ys, count + 2);
    }

    private void drawFlags(Pen pen, Axis x, double floor) {
        double free = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < flags.size(); i++) {
            Flag flag = flags.get(i);
            Ink ink = flag.abandoned() ? Ink.WARN : Ink.MUTED;
            double at = x.position(flag.x());
            pen.stroke(ink(ink), 1, 2, 3);
            pen.sharpLine(at, 12, at, floor);
            pen.fill(ink(ink));
            pen.fillPolygon(new double[] {at - FLAG, at + FLAG, at}, new double[] {3, 3, 11}, 3);
            double wide = widthOf(flag.text()) + FLAG + 4;
            double next = i + 1 < flags.size() ? x.position(flags.get(i + 1).x()) - FLAG : Double.POSITIVE_INFINITY;
            if (at > free && at + wide < Math.min(next, x.end() + SIDE)) {
                text(pen, flag.text(), at + FLAG + 4, 7, TextAlignment.LEFT, Ink.TEXT);
                free = at + wide;
            }
        }
    }

    private void drawPlayhead(Pen pen, double now, double floor) {
        double at = Math.round(now * pen.scale()) / pen.scale();
        pen.stroke(ink(Ink.ACCENT), 2);
        pen.line(at, 2, at, floor);
        double top = Math.max(2, floor - 18);
        pen.fill(ink(Ink.SURFACE));
        pen.fillRect(at - 7, top, 14, 16, 4);
        pen.strokeRect(at - 7, top, 14, 16, 4);
        pen.stroke(ink(Ink.ACCENT), 1.5);
        pen.line(at - 2, top + 5, at - 2, top + 11);
        pen.line(at + 2, top + 5, at + 2, top + 11);
    }

    @Override
    void drawOverlay(Pen pen, double width, double height) {
        Point2D at = pointer().orElse(null);
        if (at == null) {
            return;
        }
        Axis axis = axis(width);
        double x = time(at.getX());
        Note note = new Note(this).heading(xName + " " + Numbers.count(Math.round(x)));
        if (curve.size() > 0) {
            note.row(yName, Numbers.loss(curve.y(curve.nearest(x))));
        }
        for (Flag flag : flags) {
            if (Math.abs(axis.position(flag.x()) - at.getX()) <= REACHABLE) {
                note.heading(flag.text());
            }
        }
        note.draw(pen, at, width, height);
    }

    /** The time at a place: that of a flag where one is within reach. */
    private double time(double place) {
        Axis axis = axis(getWidth());
        for (Flag flag : flags) {
            if (Math.abs(axis.position(flag.x()) - place) <= REACHABLE / 2) {
                return within(flag.x());
            }
        }
        return within(axis.value(place));
    }

    private double within(double time) {
        return Math.rint(Math.max(0, Math.min(end, time)));
    }

    private void seekTo(MouseEvent event) {
        requestFocus();
        if (event.getButton() == MouseButton.PRIMARY) {
            point(new Point2D(event.getX(), event.getY()));
            onSeek.accept(time(event.getX()));
            event.consume();
        }
    }

    private void key(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        double tenth = Math.max(1, Math.rint(end / 10));
        double wanted;
        switch (event.getCode()) {
            case LEFT -> wanted = playhead - 1;
            case RIGHT -> wanted = playhead + 1;
            case PAGE_UP -> wanted = playhead - tenth;
            case PAGE_DOWN -> wanted = playhead + tenth;
            case HOME -> wanted = 0;
            case END -> wanted = end;
            default -> {
                return;
            }
        }
        onSeek.accept(within(wanted));
        event.consume();
    }

    @Override
    Table table() {
        Table table = new Table(xName, yName);
        for (int i = 0; i < curve.size(); i++) {
            table.row(curve.x(i), curve.y(i));
        }
        return table;
    }
}
