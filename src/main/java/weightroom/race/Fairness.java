package weightroom.race;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import weightroom.data.Dataset;
import weightroom.data.Splitter;
import weightroom.engine.Plan;
import weightroom.experiment.Setup;

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

    /**
     * What is found by looking at the rows, the first weights and the batches of all seeds.
     *
     * @param setups of every entrant, the seeds of the first lane first
     */
    static Fairness of(Contest contest, List<Setup> setups) {
        int seeds = contest.seeds();
        List<Integer> rows = new ArrayList<>();
        List<Integer> weights = new ArrayList<>();
        List<Integer> batches = new ArrayList<>();
        for (int lane = 1; lane < contest.lanes().size(); lane++) {
            List<Setup> own = setups.subList(lane * seeds, (lane + 1) * seeds);
            addUnless(everywhere(setups, own, Fairness::sameRows), lane, rows);
            addUnless(everywhere(setups, own, Fairness::sameWeights), lane, weights);
            addUnless(everywhere(setups, own, Fairness::sameBatches), lane, batches);
        }
        return new Fairness(rows, weights, batches);
    }

    private static void addUnless(boolean same, int lane, List<Integer> others) {
        if (!same) {
            others.add(lane);
        }
    }

    private static boolean everywhere(List<Setup> first, List<Setup> own, BiPredicate<Setup, Setup> same) {
        return IntStream.range(0, own.size()).allMatch(seed -> same.test(first.get(seed), own.get(seed)));
    }

    /** Features and scaling may differ: these are what the lanes make of the rows. */
    @SuppressWarnings("ReferenceEquality")
    private static boolean sameRows(Setup one, Setup other) {
        if (one.rows() == other.rows()) {
            return true;
        }
        Dataset mine = one.rows().dataset();
        Dataset theirs = other.rows().dataset();
        Splitter.Parts parts = one.rows().parts();
        Splitter.Parts otherParts = other.rows().parts();
        return (mine == theirs || sameNumbers(mine, theirs))
                && Arrays.equals(parts.train(), otherParts.train())
                && Arrays.equals(parts.validation(), otherParts.validation())
                && Arrays.equals(parts.test(), otherParts.test());
    }

    private static boolean sameNumbers(Dataset one, Dataset other) {
        return Arrays.deepEquals(one.inputs(), other.inputs())
                && IntStream.range(0, one.count())
                        .allMatch(row ->
                                one.target().text(row).equals(other.target().text(row)));
    }

    private static boolean sameWeights(Setup one, Setup other) {
        return Arrays.equals(one.start().parameters(), other.start().parameters());
    }

    /** The order is a function of seed and epoch, so one epoch stands for all; of a full batch it does not matter. */
    private static boolean sameBatches(Setup one, Setup other) {
        int rows = one.data().get(0).train().count();
        Plan plan = one.plan();
        Plan theirs = other.plan();
        int batch = Math.min(plan.batch(), rows);
        boolean alike = other.data().get(0).train().count() == rows
                && Math.min(theirs.batch(), rows) == batch
                && theirs.stepsPerEpoch(rows) == plan.stepsPerEpoch(rows);
        return alike && (batch == rows || Arrays.equals(order(plan, rows), order(theirs, rows)));
    }

    private static int[] order(Plan plan, int rows) {
        int[] order = new int[rows];
        plan.order(plan.replicas().get(0).seed(), 0, order);
        return order;
    }

    /** Whether all is alike. */
    public boolean whole() {
        return otherRows.isEmpty() && otherWeights.isEmpty() && otherBatches.isEmpty();
    }
}
