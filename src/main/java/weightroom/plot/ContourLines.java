package weightroom.plot;

import javafx.geometry.Rectangle2D;

/** Draws the line where an answer tips; for a regression, which has no such line, lines of equal answers. */
final class ContourLines {
    private static final int EQUAL_LINES = 6;
    /** What rounding in single precision makes of one and the same answer everywhere, as a share of the scale. */
    private static final double ROUNDING = 1e-6;

    private ContourLines() {}

    /** @param box where all of the field is drawn */
    static void draw(Plot plot, Pen pen, Field field, DecisionPlot.Scale scale, Rectangle2D box) {
        draw(plot, pen, field, scale, box, 1.75);
    }

    /** @param width of the line where the answer tips */
    static void draw(Plot plot, Pen pen, Field field, DecisionPlot.Scale scale, Rectangle2D box, double width) {
        if (field.depth() != 1) {
            return;
        }
        if (Double.isNaN(scale.contour())) {
            pen.opacity(0.35);
            pen.stroke(plot.ink(Ink.STRONG), 1);
            for (Ticks.Tick tick :
                    Ticks.linear(scale.low(), scale.high(), EQUAL_LINES).marks()) {
                drawOne(pen, field, box, tick.value());
            }
            pen.opacity(1);
        } else if (!isFlat(field.values(), scale)) {
            pen.stroke(plot.ink(Ink.STRONG), width);
            drawOne(pen, field, box, scale.contour());
        }
    }

    /** Whether all answers are the same but for rounding, whose line would be but noise. */
    static boolean isFlat(float[] values, DecisionPlot.Scale scale) {
        float low = Float.POSITIVE_INFINITY;
        float high = Float.NEGATIVE_INFINITY;
        for (float value : values) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        return high - low <= ROUNDING * (scale.high() - scale.low());
    }

    private static void drawOne(Pen pen, Field field, Rectangle2D box, double level) {
        Contour.Pieces pieces = new Contour.Pieces(
                box.getMinX(), box.getMaxY(), box.getWidth() / field.columns(), -box.getHeight() / field.rows());
        Contour.trace(field.values(), field.columns(), field.rows(), level, pieces);
        pen.segments(pieces.places(), pieces.count());
    }
}
