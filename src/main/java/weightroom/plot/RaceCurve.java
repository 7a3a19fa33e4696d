package weightroom.plot;

import java.util.Arrays;

/**
 * A lane's curve and the median of each of its points and their neighbours. When a longer one takes its place, only what is
 * new is worked out.
 */
final class RaceCurve {
    private final Curve raw = new Curve();
    private final Curve smooth = new Curve();
    private double[] xs = new double[0];
    private double[] ys = new double[0];
    private final KeptTrace rawTrace = new KeptTrace();
    private final KeptTrace smoothTrace = new KeptTrace();
    private int window;
    private int version;

    /** The values themselves, with gaps where they are no finite numbers. */
    Curve raw() {
        return raw;
    }

    Curve smooth() {
        return smooth;
    }

    /** What of the values themselves is to be drawn. */
    LineTrace rawTrace(LinePlot.Line look, AxesFrame frame, double scale) {
        return rawTrace.of(look, version, frame, scale);
    }

    /** What of the medians is to be drawn. */
    LineTrace smoothTrace(LinePlot.Line look, AxesFrame frame, double scale) {
        return smoothTrace.of(look, version, frame, scale);
    }

    /**
     * Takes other points.
     *
     * @param newWindow how many points a median is taken of; odd. At the ends there are fewer
     */
    void show(double[] newXs, double[] newYs, int newWindow) {
        int kept = Math.min(common(xs, newXs), common(ys, newYs));
        boolean sameWindow = window == newWindow;
        int half = newWindow / 2;
        if (sameWindow && kept == newXs.length && kept == raw.size()) {
            return;
        }
        version++;
        xs = newXs;
        ys = newYs;
        window = newWindow;
        raw.shorten(Math.min(kept, raw.size()));
        for (int i = raw.size(); i < xs.length; i++) {
            raw.append(xs[i], Double.isFinite(ys[i]) ? ys[i] : Double.NaN);
        }
        smooth.shorten(sameWindow ? Math.max(0, Math.min(smooth.size(), kept - half)) : 0);
        double[] near = new double[newWindow];
        for (int i = smooth.size(); i < xs.length; i++) {
            smooth.append(xs[i], median(i, half, near));
        }
    }

    private double median(int i, int half, double[] near) {
        if (Double.isNaN(raw.y(i)) || half == 0) {
            return raw.y(i);
        }
        int count = 0;
        for (int k = Math.max(0, i - half); k <= Math.min(raw.size() - 1, i + half); k++) {
            if (!Double.isNaN(raw.y(k))) {
                near[count++] = raw.y(k);
            }
        }
        Arrays.sort(near, 0, count);
        return 0.5 * near[(count - 1) / 2] + 0.5 * near[count / 2];
    }

    /** The last point that is a number; −1 where there is none. */
    static int last(Curve curve) {
        int i = curve.size() - 1;
        while (i >= 0 && Double.isNaN(curve.y(i))) {
            i--;
        }
        return i;
    }

    private static int common(double[] before, double[] now) {
        int first = Arrays.mismatch(before, now);
        return first < 0 ? now.length : first;
    }
}
