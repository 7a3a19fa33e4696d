package weightroom.ui.charts;

import weightroom.engine.Rows;
import weightroom.engine.Task;

/** Counts answers. */
final class AnswerCounts {
    private AnswerCounts() {}

    /**
     * How many rows of which class are taken for which.
     *
     * @param outputs {@code (n, c)}
     * @return {@code (actual, answered)}
     */
    static long[][] confusion(Task task, Rows rows, float[] outputs) {
        long[][] counts = new long[task.classes()][task.classes()];
        if (rows.isEmpty()) {
            return counts;
        }
        int c = rows.targets().length / rows.count();
        for (int i = 0; i < rows.count() && (i + 1) * c <= outputs.length; i++) {
            counts[task.classOf(rows.targets(), i, c)][task.classOf(outputs, i, c)]++;
        }
        return counts;
    }
}
