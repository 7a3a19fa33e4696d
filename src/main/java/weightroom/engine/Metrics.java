package weightroom.engine;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How good the outputs are, in numbers a person can use.
 *
 * @param values by name, in the order of display. Classes: {@code accuracy}, {@code precision}, {@code recall},
 *     {@code f1} (of the second class when there are two, else the plain mean over classes), {@code rocAuc} (two classes
 *     only). Amounts: {@code mae}, {@code rmse}, {@code r2}. A ratio of 0 to 0 is 0; R² and AUC are NaN where undefined
 * @param confusion {@code [true class][predicted class]} counts; no rows for amounts
 */
public record Metrics(Map<String, Double> values, int[][] confusion) {
    /**
     * @param outputs {@code (n, c)}
     * @param rows the rows they were predicted for; at least one
     */
    public static Metrics of(Task task, Rows rows, float[] outputs) {
        int c = rows.targets().length / rows.count();
        return task instanceof Task.Regression
                ? regression(rows.targets(), outputs, c)
                : classification(task, rows, outputs);
    }

    /**
     * How many rows of which class are taken for which: {@code [true class][predicted class]}.
     *
     * @param outputs {@code (n, c)}
     * @param rows the n rows they were predicted for
     */
    public static int[][] confusion(Task task, Rows rows, float[] outputs) {
        int[][] counts = new int[task.classes()][task.classes()];
        int c = outputs.length / Math.max(1, rows.count());
        for (int i = 0; i < rows.count(); i++) {
            counts[task.classOf(rows.targets(), i, c)][task.classOf(outputs, i, c)]++;
        }
        return counts;
    }

    private static Metrics classification(Task task, Rows rows, float[] outputs) {
        int k = task.classes();
        int[][] confusion = confusion(task, rows, outputs);
        int right = 0;
        double precision = 0;
        double recall = 0;
        double f1 = 0;
        int first = k == 2 ? 1 : 0;
        for (int j = 0; j < k; j++) {
            right += confusion[j][j];
        }
        for (int j = first; j < k; j++) {
            int predicted = 0;
            for (int[] row : confusion) {
                predicted += row[j];
            }
            double p = ratio(confusion[j][j], predicted);
            double r = ratio(confusion[j][j], Arrays.stream(confusion[j]).sum());
            precision += p / (k - first);
            recall += r / (k - first);
            f1 += ratio(2 * p * r, p + r) / (k - first);
        }
        Map<String, Double> values = new LinkedHashMap<>();
        values.put("accuracy", ratio(right, rows.count()));
        values.put("precision", precision);
        values.put("recall", recall);
        values.put("f1", f1);
        if (k == 2) {
            values.put("rocAuc", Roc.of(task, rows, outputs).area());
        }
        return new Metrics(values, confusion);
    }

    private static Metrics regression(float[] targets, float[] outputs, int c) {
        int n = targets.length;
        double[] mean = new double[c];
        for (int i = 0; i < n; i++) {
            mean[i % c] += targets[i] / ((double) n / c);
        }
        double absolute = 0;
        double squared = 0;
        double spread = 0;
        for (int i = 0; i < n; i++) {
            double error = outputs[i] - targets[i];
            absolute += Math.abs(error);
            squared += error * error;
            spread += (targets[i] - mean[i % c]) * (targets[i] - mean[i % c]);
        }
        Map<String, Double> values = new LinkedHashMap<>();
        values.put("mae", absolute / n);
        values.put("rmse", Math.sqrt(squared / n));
        values.put("r2", spread == 0 ? Double.NaN : 1 - squared / spread);
        return new Metrics(values, new int[0][]);
    }

    private static double ratio(double part, double whole) {
        return whole == 0 ? 0 : part / whole;
    }
}
