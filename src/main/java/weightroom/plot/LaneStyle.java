package weightroom.plot;

import java.util.List;

/**
 * How a lane of a race looks wherever it is shown: a colour, a dash and a marker. The first six are those of the optimizers
 * SGD, momentum, Nesterov, RMSprop, Adagrad and Adam; no two of the sixteen have both dash and marker in common, so that
 * they are told apart without their colours too.
 *
 * @param lane its number, from 0
 * @param ink its colour
 * @param marker what stands on its line now and then
 * @param dashes lengths of dash and gap in turn; none for a solid line
 */
public record LaneStyle(int lane, Ink ink, Marker marker, double... dashes) {
    /** How many lanes can be told apart. */
    public static final int COUNT = 16;

    /** Pixels that a sample of a line takes. */
    public static final double SAMPLE_WIDTH = 36;

    static final double WIDTH = 1.75;
    static final double EMPHASIZED = 2.5;
    private static final double RADIUS = 4;

    private static final double[] SOLID = {};
    private static final double[] DOTTED = {2, 4};
    private static final double[] LONG = {9, 4};
    private static final double[] SHORT = {4, 3};
    private static final double[] DASH_DOT = {7, 3, 2, 3};

    private static final List<LaneStyle> ALL = List.of(
            new LaneStyle(0, Ink.LANE_1, Marker.CIRCLE, DOTTED),
            new LaneStyle(1, Ink.LANE_2, Marker.SQUARE, SOLID),
            new LaneStyle(2, Ink.LANE_3, Marker.TRIANGLE, LONG),
            new LaneStyle(3, Ink.LANE_4, Marker.DIAMOND, DASH_DOT),
            new LaneStyle(4, Ink.LANE_5, Marker.CROSS, SHORT),
            new LaneStyle(5, Ink.LANE_6, Marker.DISC, SOLID),
            new LaneStyle(6, Ink.LANE_1, Marker.DIAMOND, SOLID),
            new LaneStyle(7, Ink.LANE_2, Marker.CIRCLE, LONG),
            new LaneStyle(8, Ink.LANE_3, Marker.SQUARE, DOTTED),
            new LaneStyle(9, Ink.LANE_4, Marker.TRIANGLE, SHORT),
            new LaneStyle(10, Ink.LANE_5, Marker.DISC, LONG),
            new LaneStyle(11, Ink.LANE_6, Marker.CROSS, DASH_DOT),
            new LaneStyle(12, Ink.LANE_1, Marker.CROSS, LONG),
            new LaneStyle(13, Ink.LANE_2, Marker.TRIANGLE, DASH_DOT),
            new LaneStyle(14, Ink.LANE_3, Marker.DISC, SHORT),
            new LaneStyle(15, Ink.LANE_4, Marker.CIRCLE, SOLID));

    /** The shape of a marker: a ring and a hollow triangle let the ground through, the others are filled. */
    public enum Marker {
        CIRCLE,
        SQUARE,
        TRIANGLE,
        DIAMOND,
        CROSS,
        DISC
    }

    /** The look of a lane, counted from 0; after sixteen they come again. */
    public static LaneStyle of(int lane) {
        return ALL.get(Math.floorMod(lane, COUNT));
    }

    /** A stretch of the line with its marker in the middle, from a place to the right. */
    void drawSample(Plot plot, Pen pen, double x, double y, double width) {
        pen.stroke(plot.ink(ink), WIDTH, dashes);
        double at = pen.sharp(y);
        pen.line(x, at, x + width, at);
        drawMarker(plot, pen, x + width / 2, at);
    }

    void drawMarker(Plot plot, Pen pen, double x, double y) {
        drawMarker(plot, pen, x, y, RADIUS);
    }

    /** A marker of another size. */
    void drawMarker(Plot plot, Pen pen, double x, double y, double r) {
        pen.stroke(plot.ink(ink), WIDTH);
        pen.fill(plot.ink(marker == Marker.CIRCLE || marker == Marker.TRIANGLE ? Ink.SURFACE : ink));
        switch (marker) {
            case DISC -> pen.fillCircle(x, y, r);
            case CIRCLE -> {
                pen.fillCircle(x, y, r - 0.5);
                pen.strokeCircle(x, y, r - 0.5);
            }
            case SQUARE -> pen.fillRect(x - r + 0.5, y - r + 0.5, 2 * r - 1, 2 * r - 1, 0);
            case DIAMOND -> pen.fillPolygon(new double[] {x - r, x, x + r, x}, new double[] {y, y - r, y, y + r}, 4);
            case TRIANGLE -> {
                double[] xs = {x - r, x + r, x, x - r};
                double[] ys = {y + r - 1, y + r - 1, y - r, y + r - 1};
                pen.fillPolygon(xs, ys, 3);
                pen.polyline(xs, ys, 4);
            }
            case CROSS -> {
                double arm = r - 1;
                pen.line(x - arm, y - arm, x + arm, y + arm);
                pen.line(x - arm, y + arm, x + arm, y - arm);
            }
        }
    }
}
