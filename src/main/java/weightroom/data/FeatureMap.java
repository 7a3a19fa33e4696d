package weightroom.data;

import java.util.List;
import weightroom.engine.InvalidInput;

/**
 * From raw inputs to what the network receives: each feature's formula, then its scaling, as {@code float}.
 *
 * @param features one or more
 * @param scaling of each feature
 */
public record FeatureMap(List<Feature> features, Scaling scaling) {
    public FeatureMap {
        features = List.copyOf(features);
    }

    /** The formula of each feature, in order. */
    public List<String> names() {
        return features.stream().map(Feature::formula).toList();
    }

    /** Number of features. */
    public int width() {
        return features.size();
    }

    /**
     * The features of points that need not be in any data set, such as those of a decision boundary. Where a formula has
     * no value there (log of a negative number) the result is NaN or infinite.
     *
     * @param points raw inputs, {@code (n, inputs)}
     * @return {@code (n, width)}, row by row
     */
    public float[] apply(double[][] points) {
        int width = width();
        float[] out = new float[Math.multiplyExact(points.length, width)];
        for (int i = 0; i < points.length; i++) {
            for (int j = 0; j < width; j++) {
                out[i * width + j] = (float) scaling.scale(j, features.get(j).value(points[i]));
            }
        }
        return out;
    }

    /**
     * The scaled features of these rows.
     *
     * @param values of every feature in every row, {@code (n, width)}
     * @throws InvalidInput naming the row and the feature that goes beyond a {@code float}
     */
    float[] scale(Dataset dataset, int[] rows, double[][] values) {
        int width = width();
        float[] out = new float[Math.multiplyExact(rows.length, width)];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < width; j++) {
                double value = values[rows[i]][j];
                float scaled = (float) scaling.scale(j, value);
                if (!Float.isFinite(scaled)) {
                    throw new InvalidInput("%s, row %d, feature %s: %s is too large; expected at most %s in size"
                            .formatted(dataset.name(), rows[i] + 1, names().get(j), value, Float.MAX_VALUE));
                }
                out[i * width + j] = scaled;
            }
        }
        return out;
    }
}
