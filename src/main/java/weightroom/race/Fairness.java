package weightroom.race;

import java.util.List;

/**
 * What the lanes of one seed share with the first lane, and where they do not.
 *
 * @param otherRows lanes that see other rows
 * @param otherWeights lanes that start from other weights, because their start is what differs, or their shape is another
 * @param otherBatches lanes whose batches are other rows in another order
 */
public record Fairness(List<Integer> otherRows, List<Integer> otherWeights, List<Integer> otherBatches) {
    public Fairness {
        otherRows = List.copyOf(otherRows);
        otherWeights = List.copyOf(otherWeights);
        otherBatches = List.copyOf(otherBatches);
    }

    /** Whether all is alike. */
    public boolean whole() {
        return otherRows.isEmpty() && otherWeights.isEmpty() && otherBatches.isEmpty();
    }
}
