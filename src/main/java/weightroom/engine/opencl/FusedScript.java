package weightroom.engine.opencl;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import weightroom.engine.DropoutMask;
import weightroom.engine.Layout;
import weightroom.engine.Network;
import weightroom.engine.Optimizer;
import weightroom.engine.Plan;
import weightroom.engine.Replica;
import weightroom.engine.Rows;
import weightroom.engine.Split;

/**
 * What the fused kernel reads while it trains for one launch, in one array of 4-byte numbers: for each group the replica
 * and where its part of the rest begins, then settings, row orders, rates, coefficients and dropout keys. Replicas of one
 * seed share their orders. The array grows when it must and is used for launch after launch.
 */
final class FusedScript {
    /** Numbers per group at the start of the array; the kernel names their places. */
    static final int CHOICES = 24;

    /** Position of the first layer's dropout rate among the settings of a replica, after knobs, penalties and clipping. */
    static final int DROPOUT = 8;

    /** Most numbers of row orders in a script, and most of all the rest and the report, 4 MB of each. */
    private static final int ROOM = 1 << 20;

    /** Most numbers that a step of one replica adds to a script and its report, but for row orders. */
    private static final int PER_STEP = 5 + FusedLaunch.MEASURED;

    private final Map<Long, Integer> orders = new HashMap<>();
    private final double[] coefficients = new double[Optimizer.MAX_COEFFICIENTS];
    private final double[] finalCoefficients = new double[Optimizer.MAX_COEFFICIENTS];
    private int[] order = {};
    private ByteBuffer memory = direct(1 << 10);
    private int length;

    /** How many settings a replica of this network has. */
    static int settings(Network network) {
        return DROPOUT + network.layers().size();
    }

    /** The most steps for which a script may be written, so that it stays small. */
    static long room(Plan plan, int rows, int groups) {
        long steps = Math.max(1, ROOM / PER_STEP / groups);
        long epochs = Math.max(1, ROOM / rows / Math.min(groups, seeds(plan)));
        return ordered(plan, rows) ? Math.min(steps, epochs * plan.stepsPerEpoch(rows)) : steps;
    }

    /** How many orders of rows an epoch has: those of one seed are told once. */
    static int seeds(Plan plan) {
        return (int)
                plan.replicas().stream().mapToLong(Replica::seed).distinct().count();
    }

    /**
     * A stretch of training.
     *
     * @param from the first update, from 0
     * @param steps updates; 0 to measure only
     */
    record Stretch(long from, int steps) {}

    /**
     * Writes the script of a launch.
     *
     * @param groups the replicas that take part, in order
     * @param marks which of all replicas put down a mark before they start
     * @param place first row, in the kernel's rows, of some rows
     */
    void write(
            Plan plan,
            List<Split> data,
            Stretch stretch,
            int[] groups,
            boolean[] marks,
            List<Rows> measured,
            ToIntFunction<Rows> place) {
        orders.clear();
        length = 0;
        reserve(groups.length * CHOICES);
        List<Optimizer> rules = FusedFrame.rules(plan);
        for (int g = 0; g < groups.length; g++) {
            Replica replica = plan.replicas().get(groups[g]);
            Split split = data.get(replica.data());
            int at = g * CHOICES;
            put(at, groups[g]);
            put(at + 1, rules.indexOf(replica.optimizer()));
            put(at + 2, marks[groups[g]] ? 1 : 0);
            put(at + 9, settings(plan.network(), replica));
            List<Rows> parts = measured.isEmpty() ? List.of(split.train(), split.validation(), split.test()) : measured;
            for (int part = 0; part < 3; part++) {
                Rows rows = part < parts.size() ? parts.get(part) : Rows.NONE;
                put(at + 11 + 2 * part, rows.isEmpty() ? 0 : place.applyAsInt(rows));
                put(at + 12 + 2 * part, rows.count());
            }
            if (stretch.steps() > 0) {
                put(at + 3, place.applyAsInt(split.train()));
                training(plan, replica, split.train().count(), stretch, at);
            }
        }
    }

    private void training(Plan plan, Replica replica, int rows, Stretch stretch, int at) {
        long firstEpoch = plan.epochOf(stretch.from(), rows);
        int epochs = (int) (plan.epochOf(stretch.from() + stretch.steps() - 1, rows) - firstEpoch) + 1;
        put(at + 4, orders.computeIfAbsent(replica.seed(), seed -> orders(plan, seed, firstEpoch, epochs, rows)));
        put(at + 5, ordered(plan, rows) ? rows : 0);
        frozen(plan, replica, at);
        rates(plan, replica, firstEpoch, epochs, at);
        coefficients(replica, stretch, at);
        if (plan.network().hasDropout()) {
            int keys = reserve(stretch.steps());
            put(at + 10, keys);
            for (int step = 0; step < stretch.steps(); step++) {
                put(keys + step, DropoutMask.key(replica.seed(), stretch.from() + step));
            }
        }
    }

    private void frozen(Plan plan, Replica replica, int at) {
        int[] indices = replica.frozen().indices();
        int list = reserve(indices.length);
        put(at + 18, list);
        put(at + 19, indices.length);
        if (indices.length > 0) {
            int[] places = new FusedShape(plan.network()).places(Layout.of(plan.network()));
            for (int i = 0; i < indices.length; i++) {
                put(list + i, places[indices[i]]);
            }
        }
    }

    /** One rate per epoch, or one for all. */
    private void rates(Plan plan, Replica replica, long firstEpoch, int epochs, int at) {
        boolean steady = replica.steady(firstEpoch);
        int lines = steady ? 1 : epochs;
        int rates = reserve(lines);
        put(at + 8, rates);
        put(at + 17, steady ? 0 : 1);
        double[] knobs = replica.scheduleKnobArray();
        for (int e = 0; e < lines; e++) {
            put(rates + e, (float) replica.rate(firstEpoch + e, plan.epochs(), knobs));
        }
    }

    /**
     * Whether a new order of rows is told for each epoch. Where one batch holds them all, their order changes no sum, and
     * matters only for which units a dropout mask meets.
     */
    static boolean ordered(Plan plan, int rows) {
        return plan.shuffle() && (plan.batch() < rows || plan.network().hasDropout());
    }

    private int settings(Network network, Replica replica) {
        int at = reserve(settings(network));
        double[] knobs = replica.knobArray();
        for (int k = 0; k < Optimizer.MAX_KNOBS; k++) {
            put(at + k, k < knobs.length ? (float) knobs[k] : 0f);
        }
        put(at + 4, (float) replica.l1());
        put(at + 5, (float) replica.l2());
        put(at + 6, (float) replica.clipValue());
        put(at + 7, (float) replica.clipNorm());
        for (int l = 0; l < network.layers().size(); l++) {
            put(at + DROPOUT + l, (float) network.layers().get(l).dropout());
        }
        return at;
    }

    private int orders(Plan plan, long seed, long firstEpoch, int epochs, int rows) {
        if (order.length != rows) {
            order = new int[rows];
        }
        int lines = ordered(plan, rows) ? epochs : 1;
        int at = reserve(lines * rows);
        for (int e = 0; e < lines; e++) {
            if (ordered(plan, rows)) {
                plan.order(seed, firstEpoch + e, order);
            } else {
                Arrays.setAll(order, i -> i);
            }
            memory.position(4 * (at + e * rows));
            memory.asIntBuffer().put(order);
        }
        memory.clear();
        return at;
    }

    /** One line per step while they change; most of a long run they no longer do. */
    private void coefficients(Replica replica, Stretch stretch, int at) {
        double[] knobs = replica.knobArray();
        Optimizer rule = replica.optimizer();
        rule.coefficients(knobs, stretch.from() + 1, coefficients);
        rule.coefficients(knobs, stretch.from() + stretch.steps(), finalCoefficients);
        boolean constant = true;
        for (int i = 0; i < coefficients.length; i++) {
            constant &= (float) coefficients[i] == (float) finalCoefficients[i];
        }
        int lines = constant ? 1 : stretch.steps();
        put(at + 6, reserve(3 * lines));
        put(at + 7, constant ? 0 : 3);
        for (int step = 0; step < lines; step++) {
            rule.coefficients(knobs, stretch.from() + step + 1, coefficients);
            for (int i = 0; i < 3; i++) {
                put(length - 3 * (lines - step) + i, (float) coefficients[i]);
            }
        }
        Arrays.fill(coefficients, 0);
        Arrays.fill(finalCoefficients, 0);
    }

    /** The array, from its start. */
    ByteBuffer memory() {
        return memory;
    }

    /** How many numbers it holds. */
    int length() {
        return length;
    }

    private int reserve(int numbers) {
        int at = length;
        length += numbers;
        if (4 * length > memory.capacity()) {
            ByteBuffer larger = direct(8 * length);
            memory.clear().limit(4 * at);
            larger.put(memory).clear();
            memory = larger;
        }
        return at;
    }

    private void put(int at, int number) {
        memory.putInt(4 * at, number);
    }

    private void put(int at, float number) {
        memory.putFloat(4 * at, number);
    }

    static ByteBuffer direct(int bytes) {
        return ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
    }
}
