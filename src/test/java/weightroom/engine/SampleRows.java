package weightroom.engine;

import weightroom.engine.Loss.Targets;
import weightroom.engine.RandomStream.Purpose;

/** Seeded rows for tests, with targets of the kind that a loss asks for. */
public final class SampleRows {
    private SampleRows() {}

    /** {@code n} rows of standard normal inputs. */
    public static Rows of(Targets kind, int n, int in, int c, long seed) {
        RandomStream stream = new RandomStream(seed, Purpose.DATA, 0);
        float[] inputs = new float[n * in];
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = (float) stream.nextGaussian();
        }
        float[] targets = new float[n * c];
        for (int s = 0; s < n; s++) {
            row(kind, c, stream, targets, s * c);
        }
        return new Rows(n, inputs, targets);
    }

    private static void row(Targets kind, int c, RandomStream stream, float[] y, int at) {
        int label = stream.nextInt(c);
        double sum = 0;
        for (int j = 0; j < c; j++) {
            double u = stream.nextDouble();
            sum += u;
            y[at + j] = (float)
                    switch (kind) {
                        case REAL -> stream.nextGaussian();
                        case NONZERO -> (u < 0.5 ? -1 : 1) * (0.5 + u);
                        case UNIT_INTERVAL, DISTRIBUTION -> u;
                        case BITS -> u < 0.5 ? 0 : 1;
                        case SIGNS -> u < 0.5 ? -1 : 1;
                        case ONE_HOT, LABEL -> j == label ? 1 : 0;
                    };
        }
        for (int j = 0; kind == Targets.DISTRIBUTION && j < c; j++) {
            y[at + j] /= (float) sum;
        }
    }
}
