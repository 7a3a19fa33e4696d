package weightroom.plot;

import java.util.ArrayList;
import java.util.List;

/** The paths of balls upon a relief: what lies behind a hill is faint. */
final class ReliefPaths {
    private static final double FUTURE = 0.32;
    private static final double HIDDEN = 0.35;
    /** The longest straight piece, in the plane's half widths: longer ones follow the surface in several. */
    private static final double PIECE = 0.04;

    private static final int MOST_PIECES = 60;

    private final Plot plot;
    private final SurfaceShown shown;
    private final ReliefImage image;
    private final SurfaceBalls balls;

    /** A place of the screen, and whether it is behind something. */
    record Spot(double x, double y, boolean hidden) {
        static final Spot NOWHERE = new Spot(Double.NaN, Double.NaN, true);
    }

    ReliefPaths(Plot plot, SurfaceShown shown, ReliefImage image) {
        this.plot = plot;
        this.shown = shown;
        this.image = image;
        balls = new SurfaceBalls(plot, shown);
    }

    /** Where a place of the plane stands on the screen; {@link Spot#NOWHERE} where the surface is not. */
    Spot spot(ReliefCamera camera, Field field, double x, double y) {
        double share = shown.levels().share(SurfaceShown.at(field, x, y));
        if (Double.isNaN(share)) {
            return Spot.NOWHERE;
        }
        double u = across(field, x);
        double v = up(field, y);
        double right = camera.right(u, v);
        double down = camera.down(u, v, share);
        return new Spot(right, down, image.hides(right, down, camera.distance(u, v, share)));
    }

    void draw(Pen pen, ReliefCamera camera, Field field) {
        for (SurfacePlot.Minimum one : shown.minima()) {
            Spot spot = spot(camera, field, one.x(), one.y());
            if (!Double.isNaN(spot.x())) {
                pen.opacity(spot.hidden() ? HIDDEN : 1);
                balls.drawMinimum(pen, spot.x(), spot.y());
            }
        }
        for (SurfacePlot.Ball ball : shown.balls()) {
            drawPath(pen, ball, spots(camera, field, ball, ball.at(), ball.xs().length - 1), FUTURE);
            drawPath(pen, ball, spots(camera, field, ball, 0, ball.at()), 1);
        }
        for (SurfacePlot.Ball ball : shown.balls()) {
            Spot spot = spot(camera, field, ball.xs()[ball.at()], ball.ys()[ball.at()]);
            if (!Double.isNaN(spot.x())) {
                pen.opacity(spot.hidden() ? HIDDEN : 1);
                balls.drawBall(pen, ball, spot.x(), spot.y());
            }
        }
        pen.opacity(1);
    }

    private List<Spot> spots(ReliefCamera camera, Field field, SurfacePlot.Ball ball, int from, int to) {
        List<Spot> spots = new ArrayList<>();
        spots.add(spot(camera, field, ball.xs()[from], ball.ys()[from]));
        for (int i = from; i < to; i++) {
            double x = ball.xs()[i];
            double y = ball.ys()[i];
            double dx = ball.xs()[i + 1] - x;
            double dy = ball.ys()[i + 1] - y;
            double length = Math.hypot(across(field, x + dx) - across(field, x), up(field, y + dy) - up(field, y));
            int pieces = (int) Math.max(1, Math.min(MOST_PIECES, Math.ceil(length / PIECE)));
            for (int k = 1; k <= pieces; k++) {
                double share = (double) k / pieces;
                spots.add(spot(camera, field, x + share * dx, y + share * dy));
            }
        }
        return spots;
    }

    /** Draws stretches that are seen and stretches that are hidden in turns. */
    private void drawPath(Pen pen, SurfacePlot.Ball ball, List<Spot> spots, double opacity) {
        double width = shown.emphasized(ball) ? LaneStyle.EMPHASIZED : LaneStyle.WIDTH;
        int start = 0;
        while (start < spots.size()) {
            boolean hidden = spots.get(start).hidden();
            int end = start + 1;
            while (end < spots.size() && spots.get(end).hidden() == hidden) {
                end++;
            }
            // The stretch reaches up to the first place of the next one, so that no gap is left.
            int last = Math.min(spots.size(), end + 1);
            List<Spot> stretch = spots.subList(start, last).stream()
                    .filter(spot -> !Double.isNaN(spot.x()))
                    .toList();
            double[] xs = stretch.stream().mapToDouble(Spot::x).toArray();
            double[] ys = stretch.stream().mapToDouble(Spot::y).toArray();
            if (xs.length > 1) {
                pen.opacity(hidden ? HIDDEN * opacity : opacity);
                if (!hidden) {
                    pen.stroke(plot.ink(Ink.SURFACE), width + 2);
                    pen.polyline(xs, ys, xs.length);
                }
                pen.stroke(plot.ink(ball.style().ink()), width, ball.style().dashes());
                pen.polyline(xs, ys, xs.length);
            }
            start = end;
        }
        pen.opacity(1);
    }

    static double across(Field field, double x) {
        return 2 * (x - field.xLow()) / (field.xHigh() - field.xLow()) - 1;
    }

    static double up(Field field, double y) {
        return 2 * (y - field.yLow()) / (field.yHigh() - field.yLow()) - 1;
    }
}
