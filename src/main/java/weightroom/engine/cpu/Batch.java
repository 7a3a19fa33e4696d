package weightroom.engine.cpu;

import weightroom.engine.Rows;

/**
 * Some rows in double precision.
 *
 * @param n number of rows
 * @param inputs {@code (n, in)}
 * @param targets {@code (n, c)}
 */
public record Batch(int n, double[] inputs, double[] targets) {
    /** Rows {@code order[from]} … {@code order[from + n − 1]}, in this order. */
    public static Batch of(Rows rows, int[] order, int from, int n) {
        int in = rows.inputs().length / rows.count();
        int c = rows.targets().length / rows.count();
        double[] inputs = new double[n * in];
        double[] targets = new double[n * c];
        for (int s = 0; s < n; s++) {
            int row = order[from + s];
            for (int i = 0; i < in; i++) {
                inputs[s * in + i] = rows.inputs()[row * in + i];
            }
            for (int j = 0; j < c; j++) {
                targets[s * c + j] = rows.targets()[row * c + j];
            }
        }
        return new Batch(n, inputs, targets);
    }

    /** Some rows of which only the inputs matter. */
    static Batch ofInputs(float[] inputs, int from, int n, int in) {
        double[] block = new double[n * in];
        for (int i = 0; i < block.length; i++) {
            block[i] = inputs[from * in + i];
        }
        return new Batch(n, block, new double[0]);
    }
}
