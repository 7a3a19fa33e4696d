package weightroom.run;

import java.util.Arrays;
import java.util.function.IntPredicate;
import weightroom.engine.Chunk.Accuracy;
import weightroom.engine.Chunk.Measurement;

/**
 * What was measured in a run, in order: the losses, the share of rows answered right, and the penalty. One thread appends;
 * any number read without a lock: a reader looks at {@link #size()} once and may then read every point below it.
 *
 * <p>Epochs never go back, whoever measures; runs saved before their counters went on through a change of the batch do so.
 */
public final class History {
    /**
     * The most points that a run in the window keeps, so that memory has a bound however long it plays. Every epoch is kept
     * up to so many; then every second point goes, and from then on every second epoch is measured, and so on.
     */
    public static final int MOST_POINTS = 1 << 19;

    private static final int CHUNK_BITS = 12;
    private static final int CHUNK = 1 << CHUNK_BITS;

    private volatile Block[] blocks = new Block[0];
    private volatile int size;

    /** Some thousand points: what has to be exact, and what is only looked at. */
    private record Block(double[] losses, float[] shares) {
        private static final int LOSSES = 5; // epoch, step, train, validation, test
        private static final int SHARES = 4; // accuracy of train, validation, test; penalty

        static Block empty() {
            return new Block(new double[CHUNK * LOSSES], new float[CHUNK * SHARES]);
        }

        Block copy() {
            return new Block(losses.clone(), shares.clone());
        }

        void put(int at, long epoch, Measurement point) {
            double[] exact = {epoch, point.step(), point.train(), point.validation(), point.test()};
            System.arraycopy(exact, 0, losses, at * LOSSES, LOSSES);
            shares[at * SHARES] = (float) point.accuracy().train();
            shares[at * SHARES + 1] = (float) point.accuracy().validation();
            shares[at * SHARES + 2] = (float) point.accuracy().test();
            shares[at * SHARES + 3] = (float) point.penalty();
        }
    }

    /** How many points there are; grows only. */
    public int size() {
        return size;
    }

    /** Appends a point of losses alone: epochs and steps done, and the losses, NaN where a part is empty. */
    public void add(long epoch, long step, double train, double validation, double test) {
        add(new Measurement(0, epoch, step, train, validation, test));
    }

    /** Appends a point; its replica is not kept. Called by the one writing thread. */
    public void add(Measurement point) {
        int index = size;
        int block = index >>> CHUNK_BITS;
        if (block == blocks.length) {
            Block[] grown = Arrays.copyOf(blocks, block + 1);
            grown[block] = Block.empty();
            blocks = grown;
        }
        long epoch = index == 0 ? point.epoch() : Math.max(point.epoch(), epoch(index - 1));
        blocks[block].put(index & (CHUNK - 1), epoch, point);
        size = index + 1;
    }

    /** The step of the last point; −1 where there is none. */
    public long lastStep() {
        int all = size;
        return all == 0 ? -1 : step(all - 1);
    }

    /** How many points lie at or before this step. */
    public int countUpTo(long step) {
        return first(size, index -> step(index) > step);
    }

    /** The first point at this epoch or later; {@link #size()} where there is none. */
    public int firstAt(double epoch) {
        return first(size, index -> epoch(index) >= epoch);
    }

    /** The first of so many points that is far enough, as all after it are; their number where none is. */
    public static int first(int count, IntPredicate far) {
        int low = 0;
        int high = count;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (far.test(middle)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** A history of its own that begins with the points up to this step; it shares their memory. */
    public History upTo(long step) {
        History kept = new History();
        int count = countUpTo(step);
        int full = count >>> CHUNK_BITS;
        boolean begun = (count & (CHUNK - 1)) != 0;
        Block[] shared = Arrays.copyOf(blocks, full + (begun ? 1 : 0));
        if (begun) {
            shared[full] = shared[full].copy();
        }
        kept.blocks = shared;
        kept.size = count;
        return kept;
    }

    /** A history of its own with the first and every second point after it. */
    History halved() {
        History kept = new History();
        for (int i = 0; i < size; i += 2) {
            kept.add(point(i));
        }
        return kept;
    }

    /** One point, as of replica 0. */
    public Measurement point(int index) {
        return new Measurement(
                0,
                epoch(index),
                step(index),
                train(index),
                validation(index),
                test(index),
                new Accuracy(trainAccuracy(index), validationAccuracy(index), testAccuracy(index)),
                penalty(index));
    }

    /** Indices of at most {@code most} (2 or more) points, evenly spread, the first and the last among them. */
    public int[] thinned(int most) {
        int all = size;
        int[] kept = new int[Math.min(all, most)];
        for (int i = 0; i < kept.length; i++) {
            kept[i] = all <= most ? i : (int) ((long) i * (all - 1) / (most - 1));
        }
        return kept;
    }

    public long epoch(int index) {
        return (long) loss(index, 0);
    }

    public long step(int index) {
        return (long) loss(index, 1);
    }

    public double train(int index) {
        return loss(index, 2);
    }

    public double validation(int index) {
        return loss(index, 3);
    }

    public double test(int index) {
        return loss(index, 4);
    }

    /** Share of the training rows that were answered right, 0 to 1; NaN where that was not measured. */
    public double trainAccuracy(int index) {
        return share(index, 0);
    }

    /** The same of the validation rows. */
    public double validationAccuracy(int index) {
        return share(index, 1);
    }

    /** The same of the test rows. */
    public double testAccuracy(int index) {
        return share(index, 2);
    }

    /** l1·Σ|w| + l2·Σw²; NaN where that was not measured. */
    public double penalty(int index) {
        return share(index, 3);
    }

    private double loss(int index, int column) {
        return block(index).losses[(index & (CHUNK - 1)) * Block.LOSSES + column];
    }

    private double share(int index, int column) {
        return block(index).shares[(index & (CHUNK - 1)) * Block.SHARES + column];
    }

    private Block block(int index) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException("point %d of %d".formatted(index, size));
        }
        return blocks[index >>> CHUNK_BITS];
    }
}
