package weightroom.engine.cpu;

import java.lang.invoke.MethodHandles;
import weightroom.engine.Loss;
import weightroom.engine.Loss.Fit;
import weightroom.engine.Loss.Terms;

/** The loops of one loss; a template for {@link Specialized}. */
final class OutputLoops implements Outputs {
    private static final Loss LOSS = Specialized.constant(MethodHandles.lookup(), Loss.class);
    /** Logarithms are slow, and most slopes need none. */
    private static final boolean SLOPE_READS_LOG = readsLog(true);

    private static final boolean VALUE_READS_LOG = readsLog(false);

    @Override
    public void slopes(
            Terms o,
            float[] z,
            int zAt,
            float[] p,
            int pAt,
            float[] y,
            int yAt,
            float[] d,
            int dAt,
            int n,
            int c,
            float scale) {
        if (c == 1) {
            // The usual case, and a loop of one turn costs more than what it does.
            for (int s = 0; s < n; s++) {
                onlyOutput(o, p[pAt + s], y[yAt + s]);
                double logSum = SLOPE_READS_LOG ? logSum(z, zAt + s, 1) : 0;
                d[dAt + s] = slope(o, z[zAt + s], p[pAt + s], y[yAt + s], logSum) * scale;
            }
            return;
        }
        for (int s = 0; s < n * c; s += c) {
            row(o, p, pAt + s, y, yAt + s, c);
            double logSum = SLOPE_READS_LOG ? logSum(z, zAt + s, c) : 0;
            for (int j = s; j < s + c; j++) {
                d[dAt + j] = slope(o, z[zAt + j], p[pAt + j], y[yAt + j], logSum) * scale;
            }
        }
    }

    private static float slope(Terms o, float z, float p, float y, double logSum) {
        o.z = z;
        o.p = p;
        o.y = y;
        o.logp = SLOPE_READS_LOG ? logOf(z, logSum) : Double.NaN;
        return (float) LOSS.slope(o);
    }

    private static void onlyOutput(Terms o, float p, float y) {
        o.t = (double) y * p;
        o.ySum = y;
        o.v = y == 0 && p - o.t + 1 > 0 ? 1 : 0;
    }

    @Override
    public double sum(Terms o, float[] z, int zAt, float[] p, int pAt, float[] y, int yAt, int n, int c) {
        double sum = 0;
        for (int s = 0; s < n * c; s += c) {
            row(o, p, pAt + s, y, yAt + s, c);
            double logSum = VALUE_READS_LOG ? logSum(z, zAt + s, c) : 0;
            for (int j = s; j < s + c; j++) {
                o.z = z[zAt + j];
                o.p = p[pAt + j];
                o.y = y[yAt + j];
                o.logp = VALUE_READS_LOG ? logOf(o.z, logSum) : Double.NaN;
                sum += LOSS.value(o);
            }
        }
        return sum;
    }

    private static void row(Terms o, float[] p, int pAt, float[] y, int yAt, int c) {
        double t = 0;
        double ySum = 0;
        for (int j = 0; j < c; j++) {
            t += (double) y[yAt + j] * p[pAt + j];
            ySum += y[yAt + j];
        }
        double v = 0;
        for (int j = 0; j < c; j++) {
            v += y[yAt + j] == 0 && p[pAt + j] - t + 1 > 0 ? 1 : 0;
        }
        o.t = t;
        o.ySum = ySum;
        o.v = v;
    }

    /** log p: from the row's log Σ e^z behind softmax, from z alone behind sigmoid. */
    private static double logOf(double z, double logSum) {
        return LOSS.fit() == Fit.SOFTMAX ? z - logSum : Math.min(z, 0) - log1p(Math.exp(-Math.abs(z)));
    }

    /** log(1 + x) for x from 0 to 1, by two roundings that cancel (Kahan); several times as fast as the library's. */
    private static double log1p(double x) {
        double u = 1 + x;
        return u == 1 ? x : Math.log(u) * (x / (u - 1));
    }

    private static double logSum(float[] z, int at, int c) {
        if (LOSS.fit() != Fit.SOFTMAX) {
            return 0;
        }
        double max = z[at];
        for (int j = 1; j < c; j++) {
            max = Math.max(max, z[at + j]);
        }
        double sum = 0;
        for (int j = 0; j < c; j++) {
            sum += Math.exp(z[at + j] - max);
        }
        return max + Math.log(sum);
    }

    /** Whether a NaN for log p comes out again. */
    private static boolean readsLog(boolean slope) {
        Terms o = new Terms();
        o.p = 0.5;
        o.logp = Double.NaN;
        boolean reads = false;
        for (int y = 0; y <= 1; y++) {
            o.y = y;
            reads |= LOSS.fromLogits() && Double.isNaN(slope ? LOSS.slope(o) : LOSS.value(o));
        }
        return reads;
    }
}
