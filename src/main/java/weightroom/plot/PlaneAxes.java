package weightroom.plot;

import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;

/** The two axes around a field. */
record PlaneAxes(Axis x, Axis y) {
    private static final double MARK_GAP = 8;

    /** The field's rectangle on the screen. */
    Rectangle2D box() {
        return new Rectangle2D(x.start(), y.end(), x.end() - x.start(), y.start() - y.end());
    }

    /** Draws the frame, the marks with their numbers, and the names. */
    void draw(Plot plot, GraphicsContext g, Ticks yTicks, String xName, String yName) {
        g.setLineDashes();
        g.setLineWidth(1);
        g.setStroke(plot.ink(Ink.AXIS));
        g.strokeRect(plot.sharp(x.start()), plot.sharp(y.end()), x.end() - x.start() - 1, y.start() - y.end() - 1);
        Ticks xTicks = Ticks.linear(x.low(), x.high(), 4);
        for (Ticks.Tick tick : xTicks.marks()) {
            double at = x.position(tick.value());
            plot.line(g, at, y.start(), at, y.start() + 3);
            plot.text(g, tick.label(), at, y.start() + 12, TextAlignment.CENTER, Ink.MUTED);
        }
        for (Ticks.Tick tick : yTicks.marks()) {
            double at = y.position(tick.value());
            plot.line(g, x.start() - 4, at, x.start() - 1, at);
            plot.text(g, tick.label(), x.start() - MARK_GAP, at, TextAlignment.RIGHT, Ink.MUTED);
        }
        plot.text(g, xName, between(x, xTicks), y.start() + 12, TextAlignment.CENTER, Ink.TEXT);
        plot.text(g, yName, x.start() - MARK_GAP, between(y, yTicks), TextAlignment.RIGHT, Ink.TEXT);
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
