package weightroom.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import weightroom.engine.Divergence;
import weightroom.engine.Rows;
import weightroom.engine.State;
import weightroom.experiment.Setup;
import weightroom.experiment.StopSpec;

/**
 * A run trained again in Java on the calling thread, a few milliseconds at a time: as it was, with everything that was done to
 * it at the same steps, or without one of its training rows. On the way it looks at single rows.
 *
 * <p>As it was, a run that was trained in Java gives the same bits; one from another device is put right at every keyframe.
 * Without a row, everything else stays as it was: the first weights, the seed, the order and the batches of the other rows,
 * the scaling, what was done on the way. A batch of that row alone makes no update. It is trained for exactly as many steps
 * as the run, so rules that would end it are not looked at.
 */
public final class Replay implements AutoCloseable {
    /** The most points of a reading. */
    public static final int MOST_POINTS = 500;

    /** The most updates × rows of a batch × parameters that are trained again. */
    public static final double MOST_WORK = 5e11;

    /** How far parameters may lie from those of an opened run to count as the same run, relative to 1 + |θ|. */
    private static final double SAME = 1e-3;

    private static final double SLICE_NANOS = 4e6;

    private final Devices devices;
    private final Without without;
    private final Readings readings;
    private Past past;
    private final Run run;
    private int done;
    private long[] stops = {};
    private int stop;
    private double slice = 16;
    private Origin origin;

    /** Where a replay began. */
    public enum Origin {
        /** The first weights. */
        START,
        /** The first weights of a run that was opened later, which came to the same numbers there. */
        START_OF_OPENED,
        /** Where the run was opened, for what was before does not lead there. */
        OPENED
    }

    private Replay(Past past, OptionalInt leftOut, Origin origin, int... rows) {
        this.devices = Devices.ofOneThread();
        this.past = past;
        this.without = new Without(leftOut);
        this.readings = new Readings(rows);
        this.origin = origin;
        Keyframe first = past.keyframes().first();
        Keyframe begin = origin == Origin.START_OF_OPENED ? Keyframe.start(first.setup()) : first;
        run = new Run(endless(without.of(begin)), new History(), devices, devices.java());
        done = eventsUpTo(begin.step());
        plan();
    }

    /**
     * The run as it was.
     *
     * @param rows of the data set, from 0 in file order, to look at
     */
    public static Replay asItWas(Past past, int... rows) {
        return new Replay(past, OptionalInt.empty(), past.opened() > 0 ? Origin.START_OF_OPENED : Origin.START, rows);
    }

    /**
     * The run without a row, which is looked at.
     *
     * @param row of the data set, from 0 in file order
     * @param origin where the run {@linkplain #asItWas as it was} could be trained again from
     * @throws IllegalArgumentException when the row is none to learn from
     */
    public static Replay without(Past past, int row, Origin origin) {
        return new Replay(past, OptionalInt.of(row), origin, row);
    }

    /** The same from where a run was opened. */
    private void beginWhereOpened() {
        Keyframe first = past.keyframes().first();
        origin = Origin.OPENED;
        readings.clear();
        run.restore(endless(without.of(first)));
        done = eventsUpTo(first.step());
        plan();
    }

    /** The place of a row among those to learn from; empty for one of validation or test. */
    public static OptionalInt place(Setup setup, int row) {
        int at = Arrays.binarySearch(setup.rows().parts().train(), row);
        return at >= 0 ? OptionalInt.of(at) : OptionalInt.empty();
    }

    /** What training again costs: updates × rows of a batch × parameters. */
    public static double work(Past past) {
        Setup setup = past.setup();
        double batch =
                Math.min(setup.plan().batch(), setup.data().get(0).train().count());
        return past.step() * batch * setup.start().parameters().length;
    }

    /**
     * Goes on to where a run has come to since; what was read so far stays.
     *
     * @return false where the other is not the continuation of this one, or stands before
     */
    public boolean extend(Past later) {
        if (!past.goesOnAs(later) || later.step() < run.step()) {
            return false;
        }
        past = later;
        plan();
        return true;
    }

    /**
     * Whether it comes to where a run stands, {@linkplain #extend going on} where needed; a place that it has come by already
     * is one.
     */
    boolean reaches(Past run) {
        return run.goesOnAs(past) || extend(run);
    }

    /** Trains for about so long, or to the end; returns whether that is reached. */
    public boolean goOn(long nanos) {
        long begin = System.nanoTime();
        while (!finished() && System.nanoTime() - begin < nanos) {
            trainSlice();
        }
        return finished();
    }

    /** Whether it stands where the run stands, or can go no further. */
    public boolean finished() {
        return stop >= stops.length && done == past.events().size()
                || run.divergence().isPresent();
    }

    /** How much of the way is done, 0 to 1. */
    public double share() {
        return finished() ? 1 : Math.min(1, run.step() / (double) Math.max(1, past.step()));
    }

    /** Where it began; known for sure once it has {@linkplain #finished finished}. */
    public Origin origin() {
        return origin;
    }

    /** Why it can go no further, if it cannot. */
    public Optional<Divergence> divergence() {
        return run.divergence();
    }

    /** What was read so far. */
    public Reading reading() {
        return readings.reading();
    }

    /** Updates made. */
    long step() {
        return run.step();
    }

    /** The numbers it stands at. */
    public State state() {
        return run.state();
    }

    /** The outputs {@code (n, c)} for inputs {@code (n, in)}. */
    public float[] predict(float[] inputs, int n) {
        return run.predict(inputs, n);
    }

    @Override
    public void close() {
        run.close();
        devices.close();
    }

    private void plan() {
        History history = past.history();
        long from = readings.lastStep();
        int first = history.countUpTo(from);
        int count = history.countUpTo(past.step()) - first;
        List<Long> wanted = new ArrayList<>();
        int most = Math.min(count, MOST_POINTS);
        for (int i = 0; i < most; i++) {
            long step = history.step(first + (int) ((i + 1L) * count / most) - 1);
            if (step >= run.step() && (wanted.isEmpty() || wanted.get(wanted.size() - 1) < step)) {
                wanted.add(step);
            }
        }
        if (from < 0 && (wanted.isEmpty() || wanted.get(0) > run.step())) {
            wanted.add(0, run.step());
        }
        if (past.step() > from && (wanted.isEmpty() || wanted.get(wanted.size() - 1) < past.step())) {
            wanted.add(past.step());
        }
        stops = wanted.stream().mapToLong(Long::longValue).toArray();
        stop = 0;
    }

    private void trainSlice() {
        catchUp();
        if (stop < stops.length && run.step() == stops[stop]) {
            readings.read(run);
            stop++;
        }
        if (finished() || stop >= stops.length) {
            return;
        }
        long way = nextStop() - run.step();
        long wanted = Math.min(way, Math.max(1, (long) slice));
        long begin = System.nanoTime();
        long made = run.advance(wanted, 0);
        double factor = SLICE_NANOS / Math.max(1, System.nanoTime() - begin);
        if (made == wanted && (factor < 1 || wanted >= (long) slice)) {
            slice = Math.max(1, slice * Math.min(2, factor));
        }
    }

    /** Does what was done at this step, and puts right what another device did otherwise. */
    private void catchUp() {
        List<Event> events = past.events();
        int before = done;
        while (done < events.size() && events.get(done).step() <= run.step()) {
            repeat(events.get(done++));
        }
        if (without.nothing()) {
            follow(past.keyframes().nearest(run.step()));
        }
        if (done > before && readings.lastStep() == run.step()) {
            readings.dropLast();
            readings.read(run);
        }
    }

    private void follow(Keyframe near) {
        if (near.step() != run.step()) {
            return;
        }
        if (run.step() == past.opened() && origin == Origin.START_OF_OPENED && !isNear(near.state(), run.state())) {
            beginWhereOpened();
        } else if (origin == Origin.START || run.step() >= past.opened()) {
            putRight(near);
        }
    }

    private void putRight(Keyframe near) {
        if (!near.state().equals(run.state())) {
            run.restore(endless(near));
        }
    }

    private void repeat(Event event) {
        if (event instanceof Event.Changed changed) {
            run.change(without.of(changed.setup()));
        } else if (event instanceof Event.Edited) {
            event.happenTo(run);
        }
        run.restore(endless(run.keyframe()));
    }

    private long nextStop() {
        long next = stops[stop];
        if (done < past.events().size()) {
            next = Math.min(next, past.events().get(done).step());
        }
        if (past.opened() > run.step()) {
            next = Math.min(next, past.opened());
        }
        if (without.nothing()) {
            next = Math.min(next, past.keyframes().after(run.step()));
        }
        return Math.max(run.step() + 1, next);
    }

    /** A row of the data set as the engine takes it. */
    public static Rows single(Setup setup, int row) {
        return setup.rows().row(row);
    }

    private int eventsUpTo(long step) {
        return (int)
                past.events().stream().filter(event -> event.step() <= step).count();
    }

    private static Keyframe endless(Keyframe at) {
        return at.under(StopSpec.NEVER, Long.MAX_VALUE);
    }

    private static boolean isNear(State one, State other) {
        float[] a = one.parameters();
        float[] b = other.parameters();
        for (int i = 0; i < a.length; i++) {
            if (!(Math.abs(a[i] - b[i]) <= SAME * (1 + Math.abs(a[i])))) {
                return false;
            }
        }
        return true;
    }

    /**
     * What was read on the way, as arrays of equal length that nobody changes.
     *
     * @param steps updates done
     * @param epochs passes over the training rows done, with the part of the pass under way
     * @param train mean loss of the rows that are learned from
     * @param test mean loss of the test rows; NaN where there are none
     * @param rows the loss of each row looked at, {@code [row][point]}
     */
    public record Reading(long[] steps, double[] epochs, double[] train, double[] test, double[][] rows) {
        /** How many points there are. */
        public int size() {
            return steps.length;
        }

        /** How many points lie at or before a step. */
        public int countUpTo(long step) {
            int at = Arrays.binarySearch(steps, step);
            return at >= 0 ? at + 1 : -at - 1;
        }
    }
}
