package weightroom.run;

import java.util.Arrays;
import weightroom.engine.Chunk.Measurement;

/**
 * Every loss measured in a run, in order. One thread appends; any number read without a lock: a reader looks at
 * {@link #size()} once and may then read every point below it.
 */
public final class History {
    private static final int CHUNK_BITS = 12;
    private static final int CHUNK = 1 << CHUNK_BITS;
    private static final int COLUMNS = 5;

    private volatile double[][] chunks = new double[0][];
    private volatile int size;

    /** How many points there are; grows only. */
    public int size() {
        return size;
    }

    /** Appends a point; its replica is not kept. Called by the one writing thread. */
    public void add(Measurement point) {
        add(point.epoch(), point.step(), point.train(), point.validation(), point.test());
    }

    /** Appends a point: epochs and steps done, and the losses, NaN where a part is empty. */
    public void add(long epoch, long step, double train, double validation, double test) {
        int index = size;
        int chunk = index >>> CHUNK_BITS;
        if (chunk == chunks.length) {
            double[][] grown = Arrays.copyOf(chunks, chunk + 1);
            grown[chunk] = new double[CHUNK * COLUMNS];
            chunks = grown;
        }
        double[] target = chunks[chunk];
        int at = (index & (CHUNK - 1)) * COLUMNS;
        target[at] = epoch;
        target[at + 1] = step;
        target[at + 2] = train;
        target[at + 3] = validation;
        target[at + 4] = test;
        size = index + 1;
    }

    /** The step of the last point; −1 where there is none. */
    public long lastStep() {
        int all = size;
        return all == 0 ? -1 : step(all - 1);
    }

    /** How many points lie at or before this step. */
    public int countUpTo(long step) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (step(middle) <= step) {
                low = middle + 1;
            } else {
                high = middle;
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
        double[][] shared = Arrays.copyOf(chunks, full + (begun ? 1 : 0));
        if (begun) {
            shared[full] = shared[full].clone();
        }
        kept.chunks = shared;
        kept.size = count;
        return kept;
    }

    /** One point, as of replica 0. */
    public Measurement point(int index) {
        return new Measurement(0, epoch(index), step(index), train(index), validation(index), test(index));
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
        return (long) value(index, 0);
    }

    public long step(int index) {
        return (long) value(index, 1);
    }

    public double train(int index) {
        return value(index, 2);
    }

    public double validation(int index) {
        return value(index, 3);
    }

    public double test(int index) {
        return value(index, 4);
    }

    private double value(int index, int column) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException("point %d of %d".formatted(index, size));
        }
        return chunks[index >>> CHUNK_BITS][(index & (CHUNK - 1)) * COLUMNS + column];
    }
}
