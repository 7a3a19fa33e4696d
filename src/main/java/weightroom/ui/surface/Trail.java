package weightroom.ui.surface;

import java.util.Arrays;
import weightroom.surface.Moment;
import weightroom.surface.Region;
import weightroom.surface.Walk;

/**
 * A walk as a line to draw: places so near to the one before that nobody could tell them apart are left out, and where
 * many remain the oldest.
 *
 * @param at the index of where the ball is
 */
record Trail(double[] xs, double[] ys, int at) {
    private static final int MOST = 1500;
    /** Of what is shown. */
    private static final double FINE = 0.002;

    /**
     * The line of a walk.
     *
     * @param step where the ball is
     * @param last the furthest step to draw
     */
    static Trail of(Walk walk, int step, int last) {
        Region region = walk.surface().region();
        int end = Math.min(last, walk.known());
        int now = Math.min(step, end);
        double[] xs = new double[end + 1];
        double[] ys = new double[end + 1];
        int count = 0;
        int at = 0;
        for (int i = 0; i <= end; i++) {
            Moment moment = walk.at(i);
            double x = moment.x().theta();
            double y = moment.y().theta();
            boolean far = count == 0
                    || Math.abs(x - xs[count - 1]) > FINE * region.width()
                    || Math.abs(y - ys[count - 1]) > FINE * region.height();
            if (far || i == now || i == end) {
                xs[count] = x;
                ys[count] = y;
                at = i == now ? count : at;
                count++;
            }
        }
        int from = Math.max(0, Math.min(at, count - MOST));
        return new Trail(Arrays.copyOfRange(xs, from, count), Arrays.copyOfRange(ys, from, count), at - from);
    }
}
