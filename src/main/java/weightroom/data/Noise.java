package weightroom.data;

import weightroom.engine.RandomStream;

/** Gaussian shifts measured by the spread of what they shift. */
final class Noise {
    private Noise() {}

    /** Shifts the inputs of rows with classes, the targets of rows with amounts; the rows given stay as they are. */
    static Dataset add(Dataset dataset, double noise, RandomStream random) {
        if (noise == 0) {
            return dataset;
        }
        boolean classes = dataset.target() instanceof Target.Labels;
        double[][] inputs = classes ? shifted(dataset.inputs(), noise, random) : dataset.inputs();
        Target target = dataset.target() instanceof Target.Amounts amounts
                ? new Target.Amounts(amounts.names(), shifted(amounts.values(), noise, random))
                : dataset.target();
        return new Dataset(
                dataset.name(), dataset.inputNames(), inputs, target, dataset.plane(), dataset.attribution());
    }

    private static double[][] shifted(double[][] values, double noise, RandomStream random) {
        int columns = values[0].length;
        double[] size = new double[columns];
        for (int j = 0; j < columns; j++) {
            size[j] = noise * Spread.deviation(values, j);
        }
        double[][] shifted = new double[values.length][columns];
        for (int i = 0; i < values.length; i++) {
            for (int j = 0; j < columns; j++) {
                shifted[i][j] = values[i][j] + size[j] * random.nextGaussian();
            }
        }
        return shifted;
    }
}
