package weightroom.plot;

import javafx.geometry.Rectangle2D;
import javafx.scene.text.TextAlignment;

/** The square frame around a plane of two inputs: marks outside, names between them. */
final class PlaneFrame {
    private static final double BOTTOM = 22;
    private static final double ROW = 14;
    private static final double LONG_NAME = 40;
    private static final double WIDEST_NAME = 0.25;
    private static final double TOP = 8;
    private static final double MARK_GAP = 8;
    private static final double LEAST = 40;

    private PlaneFrame() {}

    /** Pixels that the numbers and the name of the horizontal axis take. */
    static double bottom(Plot plot, String xName) {
        return BOTTOM + (isLong(plot, xName) ? ROW : 0);
    }

    /** The largest square that leaves room for numbers and names, and {@code below} pixels under its axis. */
    static AxesFrame fit(
            Plot plot, Span x, Span y, String xName, String yName, double width, double height, double below) {
        Ticks yTicks = y.axis(1, 0).ticks(4);
        double name = Math.min(plot.widthOf(yName), WIDEST_NAME * width);
        double left = Math.max(24, Math.ceil(name) + MARK_GAP + 4);
        for (Ticks.Tick tick : yTicks.marks()) {
            left = Math.max(left, Math.ceil(plot.widthOf(tick.label())) + MARK_GAP + 4);
        }
        double widest = width - left - 12;
        double highest = height - TOP - bottom(plot, xName) - below;
        double size = Math.floor(Math.min(widest, highest));
        double x0 = left + Math.floor((widest - size) / 2);
        double y0 = TOP + Math.floor((highest - size) / 2);
        Axis across = x.axis(x0, x0 + size);
        return new AxesFrame(across, y.axis(y0 + size, y0), across.ticks(4), yTicks);
    }

    static boolean usable(AxesFrame frame) {
        return frame.width() >= LEAST && frame.height() >= LEAST;
    }

    /** The rectangle between the axes. */
    static Rectangle2D box(AxesFrame frame) {
        return new Rectangle2D(frame.x().start(), frame.y().end(), frame.width(), frame.height());
    }

    static void draw(AxesFrame frame, Plot plot, Pen pen, String xName, String yName) {
        Axis x = frame.x();
        Axis y = frame.y();
        pen.stroke(plot.ink(Ink.AXIS), 1);
        pen.strokeRect(pen.sharp(x.start()), pen.sharp(y.end()), frame.width() - 1, frame.height() - 1, 0);
        for (Ticks.Tick tick : frame.xTicks().marks()) {
            double at = x.position(tick.value());
            pen.sharpLine(at, y.start(), at, y.start() + 3);
            plot.text(pen, tick.label(), at, y.start() + 12, TextAlignment.CENTER, Ink.MUTED);
        }
        for (Ticks.Tick tick : frame.yTicks().marks()) {
            double at = y.position(tick.value());
            pen.sharpLine(x.start() - 4, at, x.start() - 1, at);
            plot.text(pen, tick.label(), x.start() - MARK_GAP, at, TextAlignment.RIGHT, Ink.MUTED);
        }
        if (isLong(plot, xName)) {
            double middle = (x.start() + x.end()) / 2;
            plot.text(pen, xName, middle, y.start() + 12 + ROW, TextAlignment.CENTER, Ink.TEXT);
        } else {
            plot.text(pen, xName, between(x, frame.xTicks()), y.start() + 12, TextAlignment.CENTER, Ink.TEXT);
        }
        String fitted = plot.fitted(yName, x.start() - MARK_GAP);
        plot.text(pen, fitted, x.start() - MARK_GAP, between(y, frame.yTicks()), TextAlignment.RIGHT, Ink.TEXT);
    }

    /** Whether a name finds no room between two numbers, and stands below them. */
    private static boolean isLong(Plot plot, String name) {
        return plot.widthOf(name) > LONG_NAME;
    }

    /** Midway between the two marks right of the middle, where no number stands. */
    private static double between(Axis axis, Ticks ticks) {
        int count = ticks.marks().size();
        if (count < 2) {
            return axis.position(0.5 * axis.low() + 0.5 * axis.high());
        }
        int i = Math.min(count - 2, count / 2);
        return axis.position(
                (ticks.marks().get(i).value() + ticks.marks().get(i + 1).value()) / 2);
    }
}
