package weightroom.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Keyframes in the order of their steps, at most one per step. When they take more than they may, those are dropped that
 * are missed least: where they stand densest, compared with how long ago they are. The first and the last always stay.
 */
public final class Keyframes<T extends Keyframes.Frame<T>> {
    /** So that finding the one to drop stays quick. */
    private static final int MOST = 4096;

    /** What counts as long ago begins at this part of the whole. */
    private static final double RECENT = 1.0 / 32;

    private final List<Kept<T>> list = new ArrayList<>();
    private long budget;
    private long bytes;

    /** All there is to know about something that trains, at one step. */
    public interface Frame<T> {
        /** Updates, or whatever the time is counted in. */
        long step();

        /** What it takes in memory, in bytes, beyond what the one before it holds already. */
        long bytes(Optional<T> before);
    }

    /** @param bytes what this one takes beyond the one that stood before it when it was added */
    private record Kept<T extends Frame<T>>(T frame, long bytes) {
        long step() {
            return frame.step();
        }
    }

    /** @param budget how many bytes they may take, the first and the last not counted against it */
    public Keyframes(long budget) {
        this.budget = budget;
    }

    public int size() {
        return list.size();
    }

    /** What they take, in bytes. */
    public long bytes() {
        return bytes;
    }

    public T first() {
        return list.get(0).frame();
    }

    public T last() {
        return list.get(list.size() - 1).frame();
    }

    /** The last one at or before a step; the first one where none is. */
    public T nearest(long step) {
        return list.get(Math.max(0, place(step + 1) - 1)).frame();
    }

    /** The step of the next one after a step; the largest long where none is. */
    long after(long step) {
        int next = place(step + 1);
        return next < list.size() ? list.get(next).step() : Long.MAX_VALUE;
    }

    boolean has(long step) {
        return nearest(step).step() == step;
    }

    /** Whether another one of this size would leave room for some dozens. */
    public boolean roomFor(T one) {
        return one.bytes(Optional.empty()) * 64 < budget;
    }

    /** Adds one, in place of any at the same step. */
    public void add(T one) {
        int at = place(one.step());
        if (at < list.size() && list.get(at).step() == one.step()) {
            remove(at);
        }
        insert(at, one);
        thin();
    }

    /** Drops all after a step. */
    public void cut(long step) {
        while (list.size() > 1 && last().step() > step) {
            remove(list.size() - 1);
        }
    }

    /** Those up to a step, in a list of their own. */
    Keyframes<T> upTo(long step) {
        Keyframes<T> kept = new Keyframes<>(budget);
        kept.list.addAll(list.subList(0, place(step + 1)));
        kept.list.forEach(one -> kept.bytes += one.bytes());
        return kept;
    }

    /** Another budget; what is over it is dropped. */
    void setBudget(long changed) {
        budget = changed;
        thin();
    }

    private int place(long step) {
        int low = 0;
        int high = list.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (list.get(middle).step() < step) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private void insert(int at, T one) {
        Optional<T> before =
                at == 0 ? Optional.empty() : Optional.of(list.get(at - 1).frame());
        Kept<T> kept = new Kept<>(one, one.bytes(before));
        list.add(at, kept);
        bytes += kept.bytes();
    }

    private void remove(int at) {
        bytes -= list.remove(at).bytes();
    }

    private void thin() {
        while (list.size() > 2 && (bytes > budget || list.size() > MOST)) {
            remove(leastMissed());
        }
    }

    private int leastMissed() {
        double now = last().step();
        double slack = 1 + (now - first().step()) * RECENT;
        int least = 1;
        double leastGap = Double.POSITIVE_INFINITY;
        for (int i = 1; i < list.size() - 1; i++) {
            double gap = (list.get(i + 1).step() - list.get(i - 1).step())
                    / (now - list.get(i).step() + slack);
            if (gap < leastGap) {
                leastGap = gap;
                least = i;
            }
        }
        return least;
    }
}
