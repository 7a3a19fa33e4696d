package weightroom.plot;

/** A point of one of two classes, told apart by colour and by the sign on it. */
final class SignedPoint {
    private static final double RADIUS = 7;
    private static final int MANY = 40;

    private SignedPoint() {}

    /** Of each of so many points. */
    static double radius(int count) {
        return count > MANY ? 0.65 * RADIUS : RADIUS;
    }

    static void draw(Plot plot, Pen pen, double x, double y, double radius, boolean positive, boolean wrong) {
        pen.fill(plot.ink(positive ? Ink.POINT_POSITIVE : Ink.POINT_NEGATIVE));
        pen.fillCircle(x, y, radius);
        pen.stroke(plot.ink(Ink.POINT_RING), 1.5);
        pen.strokeCircle(x, y, radius);
        double arm = 0.5 * radius;
        pen.line(x - arm, y, x + arm, y);
        if (positive) {
            pen.line(x, y - arm, x, y + arm);
        }
        if (wrong) {
            pen.stroke(plot.ink(Ink.BAD), 2);
            pen.strokeCircle(x, y, radius + 3);
        }
    }
}
