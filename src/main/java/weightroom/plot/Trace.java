package weightroom.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A curve as the pixels see it: the points themselves while they are few; once they are many, for each column of device
 * pixels the least and the greatest value, in the order that makes the line shorter, or one of them where they fall
 * together. So a million points cost what a thousand do. Values that are no numbers part the line.
 *
 * @param dense whether columns were drawn in place of points; dashes are then cut out here, by the place on the screen,
 *     for along a line that goes up and down in every column they would not be seen
 */
record Trace(List<Part> parts, boolean dense) {
    private static final int POINTS_PER_COLUMN = 2;
    private static final double NOTHING_TO_SEE = 0.25;

    /** A stretch without gaps, in pixels; only the first {@code length} places count. */
    record Part(double[] xs, double[] ys, int length) {}

    static Trace of(Curve curve, Axis x, Axis y, double scale, double... dashes) {
        int from = Math.max(0, curve.firstFrom(x.low()) - 1);
        int to = Math.min(curve.size(), curve.firstFrom(x.high()) + 2);
        int columns = (int) Math.ceil((x.end() - x.start()) * scale);
        Path path = new Path(y);
        boolean dense = to - from > POINTS_PER_COLUMN * columns;
        if (!dense) {
            for (int i = from; i < to; i++) {
                path.to(x.position(curve.x(i)), curve.y(i));
            }
            return new Trace(path.finish(), false);
        }
        int start = from;
        for (int column = 0; column < columns && start < to; column++) {
            double left = x.start() + column / scale;
            int end = column == columns - 1 ? to : Math.min(to, curve.firstFrom(x.value(left + 1 / scale)));
            if (end > start) {
                if (gap(left - x.start(), dashes)) {
                    path.lift();
                } else {
                    path.through(left + 0.5 / scale, curve, start, end);
                }
                start = end;
            }
        }
        return new Trace(path.finish(), true);
    }

    private static boolean gap(double place, double[] dashes) {
        double period = 0;
        for (double dash : dashes) {
            period += dash;
        }
        if (period <= 0) {
            return false;
        }
        double rest = place % period;
        for (int i = 0; i < dashes.length; i++) {
            rest -= dashes[i];
            if (rest < 0) {
                return i % 2 == 1;
            }
        }
        return false;
    }

    private static final class Path {
        private final Axis y;
        private final List<Part> parts = new ArrayList<>();
        private double[] xs = new double[256];
        private double[] ys = new double[256];
        private int length;

        Path(Axis y) {
            this.y = y;
        }

        void to(double position, double value) {
            if (Double.isNaN(value) || (y.logarithmic() && value <= 0)) {
                lift();
                return;
            }
            add(position, place(value));
        }

        /** One column: the line goes from its least to its greatest value, or back, whichever is nearer. */
        void through(double position, Curve curve, int start, int end) {
            double least = curve.low(start, end);
            double greatest = curve.high(start, end);
            double floor = y.logarithmic() ? y.low() : Double.NEGATIVE_INFINITY;
            if (!(least <= greatest) || greatest < floor && greatest <= 0) {
                lift();
                return;
            }
            double low = place(Math.max(least, floor));
            double high = place(Math.max(greatest, floor));
            if (Math.abs(low - high) <= NOTHING_TO_SEE) {
                add(position, high);
            } else if (length > 0 && Math.abs(ys[length - 1] - high) < Math.abs(ys[length - 1] - low)) {
                add(position, high);
                add(position, low);
            } else {
                add(position, low);
                add(position, high);
            }
        }

        List<Part> finish() {
            lift();
            return List.copyOf(parts);
        }

        void lift() {
            if (length > 0) {
                parts.add(new Part(Arrays.copyOf(xs, length), Arrays.copyOf(ys, length), length));
                length = 0;
            }
        }

        private void add(double position, double place) {
            if (length == xs.length) {
                xs = Arrays.copyOf(xs, 2 * length);
                ys = Arrays.copyOf(ys, 2 * length);
            }
            xs[length] = position;
            ys[length++] = place;
        }

        /** Infinity would spoil the whole line; beyond the frame it is cut off anyway. */
        private double place(double value) {
            return Math.max(-1e5, Math.min(1e5, y.position(value)));
        }
    }
}
