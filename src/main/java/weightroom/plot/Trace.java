package weightroom.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A curve as the pixels see it: the points themselves while they are few, and for each column of device pixels the first,
 * least, greatest and last value once they are many. Values that are no numbers part it.
 */
record Trace(List<Part> parts) {
    private static final int POINTS_PER_COLUMN = 4;

    /** A stretch without gaps, in pixels; only the first {@code length} places count. */
    record Part(double[] xs, double[] ys, int length) {}

    static Trace of(Curve curve, Axis x, Axis y, double scale) {
        int from = Math.max(0, curve.firstFrom(x.low()) - 1);
        int to = Math.min(curve.size(), curve.firstFrom(x.high()) + 2);
        int columns = (int) Math.ceil((x.end() - x.start()) * scale);
        Pen pen = new Pen(y);
        if (to - from <= POINTS_PER_COLUMN * columns) {
            for (int i = from; i < to; i++) {
                pen.to(x.position(curve.x(i)), curve.y(i));
            }
        } else {
            int start = from;
            for (int column = 0; column < columns && start < to; column++) {
                int end = column == columns - 1 ? to : curve.firstFrom(x.value(x.start() + (column + 1) / scale));
                if (end > start) {
                    double middle = x.start() + (column + 0.5) / scale;
                    pen.to(middle, curve.y(start));
                    pen.toExtreme(middle, curve.low(start, end));
                    pen.toExtreme(middle, curve.high(start, end));
                    pen.to(middle, curve.y(end - 1));
                    start = end;
                }
            }
        }
        return new Trace(pen.finish());
    }

    private static final class Pen {
        private final Axis y;
        private final List<Part> parts = new ArrayList<>();
        private double[] xs = new double[256];
        private double[] ys = new double[256];
        private int length;

        Pen(Axis y) {
            this.y = y;
        }

        void to(double position, double value) {
            if (Double.isNaN(value) || (y.logarithmic() && value <= 0)) {
                lift();
                return;
            }
            if (length == xs.length) {
                xs = Arrays.copyOf(xs, 2 * length);
                ys = Arrays.copyOf(ys, 2 * length);
            }
            xs[length] = position;
            // Infinity would spoil the whole polyline; beyond the frame it is cut off anyway.
            ys[length++] = Math.max(-1e5, Math.min(1e5, y.position(value)));
        }

        void toExtreme(double position, double value) {
            if (!Double.isInfinite(value)) {
                to(position, y.logarithmic() ? Math.max(value, y.low()) : value);
            }
        }

        List<Part> finish() {
            lift();
            return List.copyOf(parts);
        }

        private void lift() {
            if (length > 0) {
                parts.add(new Part(Arrays.copyOf(xs, length), Arrays.copyOf(ys, length), length));
                length = 0;
            }
        }
    }
}
