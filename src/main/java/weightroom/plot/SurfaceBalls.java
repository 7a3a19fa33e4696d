package weightroom.plot;

import java.util.Arrays;
import java.util.Optional;
import javafx.geometry.Point2D;

/** Draws balls, their paths and the minima of a surface. */
final class SurfaceBalls {
    static final double RADIUS = 6.5;
    private static final double FUTURE = 0.32;
    private static final double REACHABLE = 12;
    private static final double FAR = 1e5;
    private static final int DOTTED = 80;

    private final Plot plot;
    private final SurfaceShown shown;

    SurfaceBalls(Plot plot, SurfaceShown shown) {
        this.plot = plot;
        this.shown = shown;
    }

    /** A place that drawing can cope with; what is no number is out of sight. */
    static double bounded(double place) {
        return Double.isNaN(place) ? FAR : Math.max(-FAR, Math.min(FAR, place));
    }

    void draw(Pen pen, AxesFrame frame) {
        for (SurfacePlot.Ball ball : shown.balls()) {
            double[] xs = Arrays.stream(ball.xs())
                    .map(x -> bounded(frame.x().position(x)))
                    .toArray();
            double[] ys = Arrays.stream(ball.ys())
                    .map(y -> bounded(frame.y().position(y)))
                    .toArray();
            int at = ball.at();
            pen.opacity(FUTURE);
            drawPath(pen, ball, Arrays.copyOfRange(xs, at, xs.length), Arrays.copyOfRange(ys, at, xs.length));
            pen.opacity(1);
            drawPath(pen, ball, Arrays.copyOf(xs, at + 1), Arrays.copyOf(ys, at + 1));
        }
        for (SurfacePlot.Ball ball : shown.balls()) {
            double x = frame.x().position(ball.xs()[ball.at()]);
            double y = frame.y().position(ball.ys()[ball.at()]);
            drawBall(pen, ball, bounded(x), bounded(y));
        }
    }

    /** A line on one of the colour of the ground, so that it is seen on every level. */
    private void drawPath(Pen pen, SurfacePlot.Ball ball, double[] xs, double[] ys) {
        if (xs.length < 2) {
            return;
        }
        double width = shown.emphasized(ball) ? LaneStyle.EMPHASIZED : LaneStyle.WIDTH;
        pen.stroke(plot.ink(Ink.SURFACE), width + 2);
        pen.polyline(xs, ys, xs.length);
        pen.stroke(plot.ink(ball.style().ink()), width, ball.style().dashes());
        pen.polyline(xs, ys, xs.length);
        if (xs.length <= DOTTED) {
            pen.fill(plot.ink(ball.style().ink()));
            for (int i = 0; i < xs.length; i++) {
                pen.fillCircle(xs[i], ys[i], width);
            }
        }
    }

    void drawBall(Pen pen, SurfacePlot.Ball ball, double x, double y) {
        pen.fill(plot.ink(Ink.SURFACE));
        pen.fillCircle(x, y, RADIUS + 3);
        ball.style().drawMarker(plot, pen, x, y, RADIUS - 1);
        pen.stroke(plot.ink(shown.emphasized(ball) ? Ink.STRONG : ball.style().ink()), 1.75);
        pen.strokeCircle(x, y, RADIUS + 3);
    }

    /** A star of four points. */
    void drawMinimum(Pen pen, double x, double y) {
        double r = 7;
        double c = 2;
        double[] xs = {x - r, x - c, x, x + c, x + r, x + c, x, x - c};
        double[] ys = {y, y - c, y - r, y - c, y, y + c, y + r, y + c};
        pen.stroke(plot.ink(Ink.SURFACE), 2.5);
        pen.polyline(new double[] {xs[7], xs[0]}, new double[] {ys[7], ys[0]}, 2);
        pen.polyline(xs, ys, 8);
        pen.fill(plot.ink(Ink.STRONG));
        pen.fillPolygon(xs, ys, 8);
    }

    /** The ball within reach of the pointer. */
    Optional<SurfacePlot.Ball> near(AxesFrame frame, Point2D at) {
        for (int i = shown.balls().size() - 1; i >= 0; i--) {
            SurfacePlot.Ball ball = shown.balls().get(i);
            double x = frame.x().position(ball.xs()[ball.at()]);
            double y = frame.y().position(ball.ys()[ball.at()]);
            if (at.distance(x, y) <= REACHABLE) {
                return Optional.of(ball);
            }
        }
        return Optional.empty();
    }
}
