package weightroom.engine.opencl;

import weightroom.engine.DropoutMask;
import weightroom.engine.Optimizer;
import weightroom.engine.Plan;
import weightroom.engine.Replica;

/** Fills the feed for training: batches, rates and coefficients. What holds for an epoch is computed once in it. */
final class LayeredSteps {
    static final double[] NO_COEFFICIENTS = new double[Optimizer.MAX_COEFFICIENTS];

    private final int rows;
    private final int[][] orders;
    private final double[][] knobs;
    private final double[] rates;
    private final double[] coefficients = new double[Optimizer.MAX_COEFFICIENTS];
    private long epoch = -1;

    LayeredSteps(int copies, int rows) {
        this.rows = rows;
        orders = new int[copies][];
        knobs = new double[copies][];
        rates = new double[copies];
    }

    /** Drops what was computed, because the plan has changed. */
    void forget() {
        epoch = -1;
    }

    /** Fills the records of one step of training. */
    void fill(Feed feed, Plan plan, int place, long step, boolean[] active) {
        if (plan.epochOf(step, rows) != epoch) {
            epoch = plan.epochOf(step, rows);
            begin(plan);
        }
        int start = plan.batchStart(step, rows);
        int count = plan.batchSize(step, rows);
        for (int r = 0; r < orders.length; r++) {
            Replica replica = plan.replicas().get(r);
            replica.optimizer().coefficients(knobs[r], step + 1, coefficients);
            int key = plan.network().hasDropout() ? DropoutMask.key(replica.seed(), step) : 0;
            int flags = Feed.TRAINING | Feed.STATISTICS | Feed.GRADIENT | (active[r] ? Feed.ACTIVE : 0);
            feed.record(place, r, count, key, (float) rates[r], coefficients, replica.data() * rows, flags);
            feed.rows(place, r, orders[r], start, count);
        }
    }

    private void begin(Plan plan) {
        for (int r = 0; r < orders.length; r++) {
            Replica replica = plan.replicas().get(r);
            rates[r] = replica.rate(epoch, plan.epochs());
            knobs[r] = replica.knobArray();
            orders[r] = order(plan, r);
        }
    }

    /** Copies of one seed see the same batches, and share one array. */
    private int[] order(Plan plan, int r) {
        long seed = plan.replicas().get(r).seed();
        for (int other = 0; other < r; other++) {
            if (plan.replicas().get(other).seed() == seed) {
                return orders[other];
            }
        }
        int[] order = orders[r] != null && !shared(r) ? orders[r] : new int[rows];
        plan.order(seed, epoch, order);
        return order;
    }

    private boolean shared(int r) {
        for (int other = 0; other < orders.length; other++) {
            if (other != r && orders[other] == orders[r]) {
                return true;
            }
        }
        return false;
    }
}
