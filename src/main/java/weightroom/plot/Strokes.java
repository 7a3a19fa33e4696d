package weightroom.plot;

import javafx.scene.paint.Color;

/** Curves and arrows for any pen. */
final class Strokes {
    private static final int PIECES = 24;

    private Strokes() {}

    /** A cubic curve between two places, with its two control points, in the pen's stroke. */
    static void curve(Pen pen, double[] from, double[] control1, double[] control2, double[] to) {
        double[] xs = new double[PIECES + 1];
        double[] ys = new double[PIECES + 1];
        for (int i = 0; i <= PIECES; i++) {
            double t = (double) i / PIECES;
            xs[i] = cubic(from[0], control1[0], control2[0], to[0], t);
            ys[i] = cubic(from[1], control1[1], control2[1], to[1], t);
        }
        pen.polyline(xs, ys, xs.length);
    }

    /** A curve that leaves and arrives level, as links between neurons do. */
    static void link(Pen pen, double x1, double y1, double x2, double y2) {
        double half = (x1 + x2) / 2;
        curve(pen, new double[] {x1, y1}, new double[] {half, y1}, new double[] {half, y2}, new double[] {x2, y2});
    }

    /** A straight arrow with its tip at the second place; nothing where both are the same. */
    static void arrow(
            Pen pen, Color color, double width, double x1, double y1, double x2, double y2, double... dashes) {
        double length = Math.hypot(x2 - x1, y2 - y1);
        if (!(length > 0.5)) {
            return;
        }
        double head = Math.min(length, 4 + 3 * width);
        double ux = (x2 - x1) / length;
        double uy = (y2 - y1) / length;
        double baseX = x2 - head * ux;
        double baseY = y2 - head * uy;
        double half = 0.45 * head;
        pen.stroke(color, width, dashes);
        pen.line(x1, y1, baseX, baseY);
        pen.fill(color);
        pen.fillPolygon(
                new double[] {x2, baseX - half * uy, baseX + half * uy},
                new double[] {y2, baseY + half * ux, baseY - half * ux},
                3);
    }

    private static double cubic(double a, double b, double c, double d, double t) {
        double s = 1 - t;
        return s * s * s * a + 3 * s * s * t * b + 3 * s * t * t * c + t * t * t * d;
    }
}
