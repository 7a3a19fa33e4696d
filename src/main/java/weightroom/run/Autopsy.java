package weightroom.run;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import weightroom.engine.Divergence;
import weightroom.experiment.Setup;
import weightroom.run.Replay.Origin;
import weightroom.run.Replay.Reading;

/**
 * What a run would have been without one of its rows, beside what it was: both trained again, a few milliseconds at a time, on
 * the thread of whoever calls it. What was found for the last {@value #MOST_KEPT} rows of a run is kept, and goes on where the
 * run goes on.
 */
public final class Autopsy implements AutoCloseable {
    /** Runs without a row that are kept. */
    static final int MOST_KEPT = 4;

    /** With more of them, the rows of a data set are not all looked at, but the chosen one alone. */
    private static final int MOST_ROWS = 1000;

    /** The same for rows × parameters. */
    private static final double MOST_NUMBERS = 4e6;

    private final Map<Integer, Replay> without = new LinkedHashMap<>(MOST_KEPT, 0.75f, true);
    private Optional<Replay> whole = Optional.empty();
    private Optional<Past> past = Optional.empty();
    private int only = ALL;

    /** In the place of the only row that is looked at. */
    private static final int ALL = -1;

    /**
     * What was found so far.
     *
     * @param row of the data set
     * @param past the run up to where it stands
     * @param whole the run as it was
     * @param without the run without the row; empty before it was begun, and where it was not asked for
     */
    public record Findings(int row, Past past, Trained whole, Optional<Trained> without) {}

    /**
     * A run that was trained again.
     *
     * @param reading may go beyond the step that was asked for
     * @param at index of the row in {@link Reading#rows()}
     * @param origin where it began
     * @param share how much of the way is done, 0 to 1
     * @param finished whether it came to where the run stands, or can go no further
     * @param divergence why it can go no further
     * @param outputs what it answers to the row where the run stands; empty before it is there
     */
    public record Trained(
            Reading reading,
            int at,
            Origin origin,
            double share,
            boolean finished,
            Optional<Divergence> divergence,
            Optional<float[]> outputs) {
        /** Losses of the row. */
        public double[] losses() {
            return reading.rows()[at];
        }
    }

    /** Whether training a run again would take more than {@link Replay#MOST_WORK}. */
    public static boolean tooLong(Past past) {
        return Replay.work(past) > Replay.MOST_WORK;
    }

    /**
     * Works for about so long.
     *
     * @param run where the run stands; of another run than before, all that was found is forgotten
     * @param row of the data set, from 0 in file order
     * @param leavesOut whether the run without the row is wanted, once the run as it was is done; only where the row is one to
     *     learn from
     */
    public Findings look(Past run, int row, boolean leavesOut, long nanos) {
        long begin = System.nanoTime();
        Replay asItWas = asItWas(run, row);
        boolean done = asItWas.goOn(nanos);
        Optional<Replay> other = Optional.empty();
        if (done && leavesOut) {
            Replay replay = leavingOut(run, row, asItWas.origin());
            replay.goOn(Math.max(0, nanos - (System.nanoTime() - begin)));
            other = Optional.of(replay);
        } else if (done) {
            other = Optional.ofNullable(without.get(row));
        }
        return new Findings(
                row,
                run,
                trained(asItWas, only == ALL ? row : 0, run, row),
                other.map(replay -> trained(replay, 0, run, row)));
    }

    private static Trained trained(Replay replay, int at, Past run, int row) {
        boolean there = replay.finished() && replay.step() == run.step();
        return new Trained(
                replay.reading(),
                at,
                replay.origin(),
                replay.share(),
                replay.finished(),
                replay.divergence(),
                there
                        ? Optional.of(
                                replay.predict(Replay.single(run.setup(), row).inputs(), 1))
                        : Optional.empty());
    }

    private Replay asItWas(Past run, int row) {
        Setup setup = run.setup();
        int rows = setup.rows().dataset().count();
        boolean all = rows <= MOST_ROWS && (double) rows * setup.start().parameters().length <= MOST_NUMBERS;
        if (past.isPresent() && !past.get().sameLine(run)) {
            forget();
        }
        past = Optional.of(run);
        int wanted = all ? ALL : row;
        if (whole.isPresent() && (only != wanted || !whole.get().reaches(run))) {
            whole.get().close();
            whole = Optional.empty();
        }
        only = wanted;
        if (whole.isEmpty()) {
            whole = Optional.of(all ? Replay.asItWas(run, upTo(rows)) : Replay.asItWas(run, row));
        }
        return whole.get();
    }

    private Replay leavingOut(Past run, int row, Origin origin) {
        Replay kept = without.get(row);
        if (kept != null && kept.reaches(run)) {
            return kept;
        }
        if (kept != null) {
            kept.close();
        }
        Replay fresh = Replay.without(run, row, origin);
        without.put(row, fresh);
        Iterator<Replay> oldest = without.values().iterator();
        while (without.size() > MOST_KEPT) {
            oldest.next().close();
            oldest.remove();
        }
        return fresh;
    }

    private static int[] upTo(int count) {
        int[] all = new int[count];
        for (int i = 0; i < count; i++) {
            all[i] = i;
        }
        return all;
    }

    /** Forgets all that was found. */
    public void forget() {
        whole.ifPresent(Replay::close);
        whole = Optional.empty();
        without.values().forEach(Replay::close);
        without.clear();
        past = Optional.empty();
    }

    @Override
    public void close() {
        forget();
    }
}
