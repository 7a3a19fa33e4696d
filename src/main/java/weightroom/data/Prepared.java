package weightroom.data;

import java.util.Arrays;
import java.util.List;
import weightroom.engine.Rows;
import weightroom.engine.Split;
import weightroom.engine.Task;

/**
 * Rows that a network can train on, and the way back from them to the raw rows.
 *
 * @param dataset the raw rows
 * @param map from raw inputs to what the network receives
 * @param parts which raw rows each part of {@code split} holds, in order
 * @param split what the engine trains on
 * @param task what the targets mean
 */
public record Prepared(Dataset dataset, FeatureMap map, Splitter.Parts parts, Split split, Task task) {
    /** The formula of each feature, in order. */
    public List<String> featureNames() {
        return map.names();
    }

    /**
     * One row as the engine takes it, whichever part it belongs to.
     *
     * @param row of the data set, from 0 in file order
     */
    public Rows row(int row) {
        int at = Arrays.binarySearch(parts.train(), row);
        if (at >= 0) {
            return split.train().row(at);
        }
        at = Arrays.binarySearch(parts.validation(), row);
        return at >= 0 ? split.validation().row(at) : split.test().row(Arrays.binarySearch(parts.test(), row));
    }
}
