package weightroom.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.scene.paint.Color;

/**
 * A curve as the pixels see it: the points themselves while they are few; once they are many, the area between the least
 * and the greatest value of each column of device pixels. So a million points cost what a thousand do. Values that are no
 * numbers part the line.
 *
 * @param dense whether the parts are areas: first their upper edge from left to right, then the lower one back. Dashes are
 *     then cut out of them by the place on the screen, for along a line that goes up and down in every column they would
 *     not be seen
 */
record Trace(List<Part> parts, boolean dense) {
    private static final int POINTS_PER_COLUMN = 2;

    /** A stretch without gaps, in pixels; only the first {@code length} places count. */
    record Part(double[] xs, double[] ys, int length) {
        /** The places between two, and where the line, the first {@code upper} places, crosses these. */
        Part cut(int upper, double left, double right) {
            int first = 0;
            while (first < upper && xs[first] < left) {
                first++;
            }
            int last = upper - 1;
            while (last >= first && xs[last] > right) {
                last--;
            }
            if (upper < length) {
                int count = Math.max(0, last - first + 1);
                double[] cutX = Arrays.copyOf(Arrays.copyOfRange(xs, first, first + count), 2 * count);
                double[] cutY = Arrays.copyOf(Arrays.copyOfRange(ys, first, first + count), 2 * count);
                System.arraycopy(xs, length - first - count, cutX, count, count);
                System.arraycopy(ys, length - first - count, cutY, count, count);
                return new Part(cutX, cutY, 2 * count);
            }
            boolean enters = first > 0 && first < upper;
            boolean leaves = last >= 0 && last < upper - 1;
            int count = last - first + 1 + (enters ? 1 : 0) + (leaves ? 1 : 0);
            double[] cutX = new double[Math.max(0, count)];
            double[] cutY = new double[cutX.length];
            int to = 0;
            if (enters && count > 0) {
                cutX[to] = left;
                cutY[to++] = crossing(first, left);
            }
            for (int i = first; i <= last; i++) {
                cutX[to] = xs[i];
                cutY[to++] = ys[i];
            }
            if (leaves && count > 0) {
                cutX[to] = right;
                cutY[to] = crossing(last + 1, right);
            }
            return new Part(cutX, cutY, cutX.length);
        }

        private double crossing(int index, double x) {
            double share = (x - xs[index - 1]) / (xs[index] - xs[index - 1]);
            return ys[index - 1] + share * (ys[index] - ys[index - 1]);
        }
    }

    /**
     * Looks at a curve.
     *
     * @param scale device pixels per pixel
     * @param width of the line in pixels, which an area is made higher by
     */
    static Trace of(Curve curve, Axis x, Axis y, double scale, double width, double... dashes) {
        int from = Math.max(0, curve.firstFrom(x.low()) - 1);
        int to = Math.min(curve.size(), curve.firstFrom(x.high()) + 2);
        int columns = (int) Math.ceil((x.end() - x.start()) * scale);
        if (to - from <= POINTS_PER_COLUMN * columns) {
            Points path = new Points(y);
            for (int i = from; i < to; i++) {
                path.to(x.position(curve.x(i)), curve.y(i));
            }
            return new Trace(path.finish(), false);
        }
        Columns path = new Columns(y, width / 2);
        int start = from;
        int step = (to - from) / columns;
        for (int column = 0; column < columns && start < to; column++) {
            double left = x.start() + column / scale;
            double right = left + 1 / scale;
            int end = column == columns - 1 ? to : Math.min(to, curve.firstFrom(x.value(right), start + step));
            if (end > start) {
                if (gap(left - x.start(), dashes)) {
                    path.lift();
                } else {
                    path.add(left, right, curve, start, end);
                }
                step = end - start;
                start = end;
            }
        }
        return new Trace(path.finish(), true);
    }

    /** Draws the line. */
    void draw(Pen pen, Color color, double width, double... dashes) {
        pen.fill(color);
        pen.stroke(color, width, dashes);
        for (Part part : parts) {
            if (dense) {
                pen.fillPolygon(part.xs(), part.ys(), part.length());
            } else if (part.length() == 1) {
                pen.fillCircle(part.xs()[0], part.ys()[0], Math.max(1, width / 2));
            } else {
                pen.polyline(part.xs(), part.ys(), part.length());
            }
        }
    }

    /** What of it lies between two places of the screen; of an area, whole columns. */
    Trace between(double left, double right) {
        List<Part> cut = new ArrayList<>();
        for (Part part : parts) {
            Part inside = part.cut(upper(part), left, right);
            if (inside.length() > (dense ? 3 : 0)) {
                cut.add(inside);
            }
        }
        return new Trace(cut, dense);
    }

    /** How many places of a part are its line, or the upper edge of its area. */
    int upper(Part part) {
        return dense ? part.length() / 2 : part.length();
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

    /** Infinity would spoil the whole line; beyond the frame it is cut off anyway. */
    private static double place(Axis y, double value) {
        return Math.max(-1e5, Math.min(1e5, y.position(value)));
    }

    /** A line through points. */
    private static final class Points {
        private final Axis y;
        private final List<Part> parts = new ArrayList<>();
        private double[] xs = new double[256];
        private double[] ys = new double[256];
        private int length;

        Points(Axis y) {
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
            ys[length++] = place(y, value);
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

    /** The area that a line through very many points covers, column by column. */
    private static final class Columns {
        private final Axis y;
        private final double margin;
        private final List<Part> parts = new ArrayList<>();
        private final double[] range = new double[2];
        private double[] lefts = new double[256];
        private double[] rights = new double[256];
        private double[] tops = new double[256];
        private double[] bottoms = new double[256];
        private int length;

        Columns(Axis y, double margin) {
            this.y = y;
            this.margin = margin;
        }

        void add(double left, double right, Curve curve, int start, int end) {
            curve.range(start, end, range);
            double floor = y.logarithmic() ? y.low() : Double.NEGATIVE_INFINITY;
            if (!(range[0] <= range[1]) || (y.logarithmic() && range[1] <= 0)) {
                lift();
                return;
            }
            if (length == lefts.length) {
                lefts = Arrays.copyOf(lefts, 2 * length);
                rights = Arrays.copyOf(rights, 2 * length);
                tops = Arrays.copyOf(tops, 2 * length);
                bottoms = Arrays.copyOf(bottoms, 2 * length);
            }
            double top = place(y, Math.max(range[1], floor)) - margin;
            double bottom = place(y, Math.max(range[0], floor)) + margin;
            if (length > 0) {
                // The line goes on from the column before, however steeply.
                top = Math.min(top, bottoms[length - 1]);
                bottom = Math.max(bottom, tops[length - 1]);
            }
            lefts[length] = left;
            rights[length] = right;
            tops[length] = top;
            bottoms[length++] = bottom;
        }

        List<Part> finish() {
            lift();
            return List.copyOf(parts);
        }

        void lift() {
            if (length == 0) {
                return;
            }
            int all = 4 * length;
            double[] xs = new double[all];
            double[] ys = new double[all];
            for (int i = 0; i < length; i++) {
                xs[2 * i] = lefts[i];
                xs[2 * i + 1] = rights[i];
                ys[2 * i] = tops[i];
                ys[2 * i + 1] = tops[i];
                xs[all - 1 - 2 * i] = lefts[i];
                xs[all - 2 - 2 * i] = rights[i];
                ys[all - 1 - 2 * i] = bottoms[i];
                ys[all - 2 - 2 * i] = bottoms[i];
            }
            parts.add(new Part(xs, ys, all));
            length = 0;
        }
    }
}
