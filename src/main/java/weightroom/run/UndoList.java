package weightroom.run;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import weightroom.experiment.Experiment;

/** What was done, to be taken back in reverse order, and what was taken back, to be done again. */
final class UndoList {
    /** Turning a knob sends many changes; those in so short a time are one. */
    private static final long ONE_TURN_NANOS = 600_000_000L;

    private static final int MOST = 200;
    /** Each keeps a whole run. */
    private static final int MOST_REPLACED = 8;

    private final Deque<Doing> done = new ArrayDeque<>();
    private final Deque<Doing> undone = new ArrayDeque<>();
    private long lastTime;

    /** Something that was done. */
    sealed interface Doing {
        /** What, in words. */
        String label();

        /** The same for two turns of the same knob; empty for what is none. */
        String what();
    }

    /**
     * The experiment was changed, live.
     *
     * @param step after how many updates
     */
    record Turned(String label, String what, Experiment before, Experiment after, long step) implements Doing {
        Turned at(long changedStep) {
            return new Turned(label, what, before, after, changedStep);
        }
    }

    /** Parameters were given other values. */
    record Edited(String label, String what, Map<Integer, Float> before, Map<Integer, Float> after, long step)
            implements Doing {
        Edited at(long changedStep) {
            return new Edited(label, what, before, after, changedStep);
        }
    }

    /**
     * Another run took the place of one.
     *
     * @param other the one that is not there now
     */
    record Replaced(String label, String what, Course other) implements Doing {}

    /** What the next thing done goes on with, if it is the same knob still being turned. */
    Optional<Doing> turning(String what, long now) {
        return undone.isEmpty() && !what.isEmpty() && now - lastTime < ONE_TURN_NANOS
                ? Optional.ofNullable(done.peek()).filter(last -> last.what().equals(what))
                : Optional.empty();
    }

    /** Something was done. */
    void add(Doing doing, long now) {
        undone.clear();
        done.push(doing);
        lastTime = now;
        if (done.size() > MOST) {
            done.removeLast();
        }
        long replaced = done.stream().filter(Replaced.class::isInstance).count();
        if (replaced > MOST_REPLACED) {
            // What lies below the oldest replaced run was done to it and cannot be undone without it.
            boolean found;
            do {
                found = done.removeLast() instanceof Replaced;
            } while (!found);
        }
    }

    /** Takes the last thing done off the list. */
    Optional<Doing> takeDone() {
        return Optional.ofNullable(done.poll());
    }

    /** Takes the last thing undone off the list. */
    Optional<Doing> takeUndone() {
        return Optional.ofNullable(undone.poll());
    }

    /** Was undone, and can be done again. */
    void addUndone(Doing doing) {
        undone.push(doing);
    }

    /** Was done again. */
    void addRedone(Doing doing) {
        done.push(doing);
        lastTime = 0;
    }

    /** What was done to the present run after a step is on a branch now. */
    void forgetAfter(long step) {
        Iterator<Doing> newest = done.iterator();
        while (newest.hasNext()) {
            Doing doing = newest.next();
            if (doing instanceof Replaced) {
                break;
            }
            long at = doing instanceof Turned turned ? turned.step() : ((Edited) doing).step();
            if (at > step) {
                newest.remove();
            }
        }
        undone.clear();
    }

    Optional<String> undoLabel() {
        return Optional.ofNullable(done.peek()).map(Doing::label);
    }

    Optional<String> redoLabel() {
        return Optional.ofNullable(undone.peek()).map(Doing::label);
    }
}
