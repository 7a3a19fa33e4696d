package weightroom.plot;

import javafx.geometry.Insets;
import javafx.geometry.Point2D;
import javafx.scene.text.TextAlignment;

/**
 * Two axes with their marks, the grid between them, and the name of the horizontal one.
 *
 * @param x horizontal, from left to right
 * @param y vertical, from the bottom up
 */
record AxesFrame(Axis x, Axis y, Ticks xTicks, Ticks yTicks) {
    static final double RIGHT = 16;
    static final double BOTTOM = 38;
    private static final double MARK_GAP = 8;
    private static final double LEAST = 20;

    /**
     * Places the axes so that the numbers beside them find room.
     *
     * @param top pixels above the axes
     * @param wholeX whether the horizontal axis counts, and is marked at whole numbers only
     */
    static AxesFrame fit(Plot plot, Span xSpan, Span ySpan, double top, double width, double height, boolean wholeX) {
        return fit(plot, xSpan, ySpan, new Insets(top, RIGHT, BOTTOM, 12), width, height, wholeX);
    }

    /**
     * As above, with other room around the axes.
     *
     * @param around pixels beside the axes; on the left at least so many
     */
    static AxesFrame fit(
            Plot plot, Span xSpan, Span ySpan, Insets around, double width, double height, boolean wholeX) {
        double top = around.getTop();
        Axis y = ySpan.axis(height - BOTTOM, top);
        Ticks yTicks = y.ticks((int) Math.max(2, (height - BOTTOM - top) / 48));
        double left = around.getLeft();
        for (Ticks.Tick tick : yTicks.marks()) {
            left = Math.max(left, plot.widthOf(tick.label()) + MARK_GAP);
        }
        Axis x = xSpan.axis(Math.ceil(left), width - around.getRight());
        int wanted = (int) Math.max(2, (x.end() - x.start()) / 64);
        boolean whole = wholeX && !x.logarithmic() && x.high() - x.low() >= 1;
        Ticks xTicks = whole ? Ticks.whole(x.low(), x.high(), wanted) : x.ticks(wanted);
        return new AxesFrame(x, y, xTicks, yTicks);
    }

    /** Whether there is room to draw anything. */
    boolean usable() {
        return width() >= LEAST && height() >= LEAST;
    }

    double width() {
        return x.end() - x.start();
    }

    double height() {
        return y.start() - y.end();
    }

    boolean contains(Point2D at) {
        return at.getX() >= x.start() && at.getX() <= x.end() && at.getY() >= y.end() && at.getY() <= y.start();
    }

    double xShare(double position) {
        return (position - x.start()) / (x.end() - x.start());
    }

    double yShare(double position) {
        return (position - y.start()) / (y.end() - y.start());
    }

    /** Keeps what is drawn next between the axes. */
    void clip(Pen pen) {
        pen.clip(x.start(), y.end() - 2, width() + 2, height() + 4);
    }

    void draw(Plot plot, Pen pen, String xName) {
        pen.stroke(plot.ink(Ink.GRID), 1);
        for (Ticks.Tick tick : yTicks.marks()) {
            double at = y.position(tick.value());
            pen.opacity(tick.major() ? 1 : 0.45);
            pen.sharpLine(x.start(), at, x.end(), at);
            pen.opacity(1);
            plot.text(pen, tick.label(), x.start() - MARK_GAP, at, TextAlignment.RIGHT, Ink.MUTED);
        }
        for (Ticks.Tick tick : xTicks.marks()) {
            double at = x.position(tick.value());
            pen.opacity(tick.major() ? 1 : 0.45);
            pen.sharpLine(at, y.start(), at, y.end());
            pen.opacity(1);
            double half = plot.widthOf(tick.label()) / 2;
            double middle = Math.min(at, x.end() + RIGHT - half);
            plot.text(pen, tick.label(), middle, y.start() + 13, TextAlignment.CENTER, Ink.MUTED);
        }
        pen.stroke(plot.ink(Ink.AXIS), 1);
        pen.sharpLine(x.start(), y.start(), x.end(), y.start());
        pen.sharpLine(x.start(), y.start(), x.start(), y.end());
        plot.text(pen, xName, x.end(), y.start() + 29, TextAlignment.RIGHT, Ink.MUTED);
    }
}
