package weightroom.ui.charts;

import java.util.Arrays;
import weightroom.engine.Rows;
import weightroom.engine.Task;
import weightroom.plot.Curve;

/**
 * The receiver operating characteristic: which share of the second class is found when which share of the first is taken
 * for it, for every threshold on the output.
 *
 * @param curve from (0, 0) to (1, 1)
 * @param area under it: 1 is perfect, 0.5 is chance; NaN where a class has no rows
 */
record Roc(Curve curve, double area) {
    /** Of a task of two classes on one output. */
    static Roc of(Task task, Rows rows, float[] outputs) {
        int n = Math.min(rows.count(), outputs.length);
        long[] byScore = new long[n];
        for (int i = 0; i < n; i++) {
            // Sorting numbers is faster than sorting objects: the score above, the class in the lowest bit.
            int bits = Float.floatToIntBits(outputs[i]);
            long ordered = bits < 0 ? ~(long) bits & 0xffffffffL : bits | 0x80000000L;
            byScore[i] = -((ordered << 1 | task.classOf(rows.targets(), i, 1)) + 1);
        }
        Arrays.sort(byScore);
        long positives = 0;
        for (long one : byScore) {
            positives += classOf(one);
        }
        return trace(byScore, positives, n - positives);
    }

    private static Roc trace(long[] byScore, double positives, double negatives) {
        Curve curve = new Curve();
        curve.append(0, 0);
        double found = 0;
        double wrong = 0;
        double area = 0;
        for (int i = 0; i < byScore.length; ) {
            double before = found;
            double wrongBefore = wrong;
            long score = score(byScore[i]);
            for (; i < byScore.length && score(byScore[i]) == score; i++) {
                found += classOf(byScore[i]);
                wrong += 1 - classOf(byScore[i]);
            }
            area += (wrong - wrongBefore) * (before + found) / 2;
            curve.append(negatives > 0 ? wrong / negatives : 0, positives > 0 ? found / positives : 0);
        }
        return new Roc(curve, area / (positives * negatives));
    }

    /** What guessing gives. */
    static Curve chance() {
        Curve line = new Curve();
        line.append(0, 0);
        line.append(1, 1);
        return line;
    }

    private static long classOf(long packed) {
        return -packed - 1 & 1;
    }

    private static long score(long packed) {
        return -packed - 1 >> 1;
    }
}
