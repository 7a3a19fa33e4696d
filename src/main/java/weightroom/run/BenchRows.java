package weightroom.run;

import weightroom.engine.RandomStream;
import weightroom.engine.RandomStream.Purpose;
import weightroom.engine.Rows;

/** The rows that workloads are measured on; fixed, and shaped like those of the programs in C. */
final class BenchRows {
    private static final int SPIRAL_ROWS = 500;
    private static final int IMAGES = 4096;
    private static final int DISTINCT = 256;
    private static final int PIXELS = 784;
    private static final int CLASSES = 10;

    private BenchRows() {}

    /** Two spirals of 250 points each with a little noise, labels ±1, in random order. */
    static Rows spirals() {
        RandomStream stream = new RandomStream(20240117, Purpose.DATA, 0);
        int[] order = new int[SPIRAL_ROWS];
        stream.permute(order);
        float[] inputs = new float[2 * SPIRAL_ROWS];
        float[] targets = new float[SPIRAL_ROWS];
        for (int k = 0; k < SPIRAL_ROWS; k++) {
            int arm = k / 250;
            double along = k % 250 / 250.0;
            double angle = 1.75 * along * 2 * Math.PI + arm * Math.PI;
            inputs[2 * order[k]] = (float) (5 * along * Math.sin(angle) + stream.nextDouble(-0.1, 0.1));
            inputs[2 * order[k] + 1] = (float) (5 * along * Math.cos(angle) + stream.nextDouble(-0.1, 0.1));
            targets[order[k]] = arm == 0 ? 1f : -1f;
        }
        return new Rows(SPIRAL_ROWS, inputs, targets);
    }

    /**
     * 256 noisy images of ten prototypes, sixteen copies each. A fifth of the labels is random: identical inputs with
     * different labels cannot be memorized, so the loss keeps a floor and no gradient fades into denormal numbers.
     */
    static Rows images() {
        RandomStream stream = new RandomStream(7, Purpose.DATA, 0);
        float[][] prototypes = new float[CLASSES][PIXELS];
        for (float[] prototype : prototypes) {
            for (int i = 0; i < PIXELS; i++) {
                prototype[i] = (float) Math.max(0, 0.5 * stream.nextGaussian());
            }
        }
        float[] inputs = new float[IMAGES * PIXELS];
        float[] targets = new float[IMAGES * CLASSES];
        int[] shown = new int[DISTINCT];
        for (int k = 0; k < IMAGES; k++) {
            int image = k % DISTINCT;
            if (k < DISTINCT) {
                shown[image] = stream.nextInt(CLASSES);
                for (int i = 0; i < PIXELS; i++) {
                    double pixel = prototypes[shown[image]][i] + 0.35 * stream.nextGaussian();
                    inputs[k * PIXELS + i] = (float) Math.min(1, Math.max(0, pixel));
                }
            } else {
                System.arraycopy(inputs, image * PIXELS, inputs, k * PIXELS, PIXELS);
            }
            int label = stream.nextDouble() < 0.2 ? stream.nextInt(CLASSES) : shown[image];
            targets[k * CLASSES + label] = 1f;
        }
        return new Rows(IMAGES, inputs, targets);
    }
}
