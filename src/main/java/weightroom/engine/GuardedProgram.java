package weightroom.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import weightroom.engine.Chunk.Measurement;

/**
 * The part of {@link Program} that is the same on every device: counting steps, measuring at the ends of epochs, and
 * finding the step and layer at which numbers stopped being finite.
 *
 * <p>Checking every step would cost more than a step of a small network. So a chunk of steps is trained from a mark, the
 * result is checked once, and only when it is not finite the device goes back to the mark and halves its way to the first
 * bad step: training is deterministic, so the second time is like the first.
 */
public abstract class GuardedProgram implements Program {
    /** Upper bound of steps between two checks, so that "within one chunk" means something on every caller's side. */
    private static final int MAX_CHUNK = 1 << 16;

    private static final long UNMARKED = -1;

    private final List<Split> data;
    private final List<Optional<Divergence>> divergences;
    private final boolean[] active;
    private final long[] stoodAt;
    private final long[] markedAt;
    private Plan plan;
    private long step;

    protected GuardedProgram(Plan plan, List<Split> data) {
        this.plan = plan;
        this.data = List.copyOf(data);
        int replicas = plan.replicas().size();
        this.divergences = new ArrayList<>(Collections.nCopies(replicas, Optional.empty()));
        this.active = new boolean[replicas];
        this.stoodAt = new long[replicas];
        this.markedAt = new long[replicas];
        Arrays.fill(markedAt, UNMARKED);
        Arrays.fill(active, true);
        int rows = this.data.get(0).train().count();
        for (Split split : this.data) {
            if (split.train().count() != rows || rows == 0) {
                throw new IllegalArgumentException(
                        "all splits of a program have the same number of training rows, at least one");
            }
        }
        if (plan.stepsPerEpoch(rows) == 0) {
            throw new InvalidInput("batch norm needs at least 2 training rows; found 1");
        }
    }

    /** Trains the active replicas without looking at the result; the first update is number {@code from}, counted from 0. */
    protected abstract void advance(long from, int steps, boolean[] active);

    /** Whether all parameters, running statistics and slots of a replica are finite. */
    protected abstract boolean finite(int replica);

    /** Remembers a replica's numbers in place of those remembered before. */
    protected abstract void mark(int replica);

    /** Puts a replica back to its mark. */
    protected abstract void rollback(int replica);

    /** Copies a replica's numbers out. */
    protected abstract void read(int replica, float[] parameters, float[][] slots);

    /** Copies numbers in. */
    protected abstract void write(int replica, float[] parameters, float[][] slots);

    /** Follows a changed plan or refuses; see {@link Program#adopt}. */
    protected abstract boolean follow(Plan changed);

    /**
     * Trains and measures. Devices that can measure within a launch override this; the measurements are in order of epoch,
     * then replica.
     */
    protected void advanceMeasured(
            long from, int steps, boolean[] active, int measureEvery, List<Measurement> measurements) {
        long next = from;
        long end = from + steps;
        while (next < end) {
            long stop = Math.min(end, nextMeasurement(next, measureEvery));
            advance(next, (int) (stop - next), active);
            next = stop;
            if (measures(next, measureEvery)) {
                for (int r = 0; r < active.length; r++) {
                    if (active[r]) {
                        measurements.add(measure(r, next));
                    }
                }
            }
        }
    }

    /** The step, after {@code step}, at which the next measurement is due; the largest long for never. */
    protected final long nextMeasurement(long step, int measureEvery) {
        if (measureEvery == 0) {
            return Long.MAX_VALUE;
        }
        long stride = (long) measureEvery * stepsPerEpoch();
        return (plan.counted(step) / stride + 1) * stride - plan.ahead();
    }

    /** Whether a measurement is due once {@code step} updates are done. */
    protected final boolean measures(long step, int measureEvery) {
        return measureEvery > 0 && plan.counted(step) % ((long) measureEvery * stepsPerEpoch()) == 0;
    }

    private Measurement measure(int replica, long atStep) {
        return measurement(replica, atStep, rows -> score(replica, rows));
    }

    /** What a replica's losses are after so many steps, as something tells them. */
    protected final Measurement measurement(int replica, long atStep, Function<Rows, Score> scored) {
        Split split = split(replica);
        return new Measurement(
                replica,
                plan.epochOf(atStep, trainingRows()),
                atStep,
                scored.apply(split.learned()),
                scored.apply(split.validation()),
                scored.apply(split.test()),
                penalty(replica));
    }

    /** l1·Σ|w| + l2·Σw². */
    private double penalty(int replica) {
        Replica knobs = plan.replicas().get(replica);
        boolean none = knobs.l1() == 0 && knobs.l2() == 0;
        return none ? 0 : Layout.of(plan.network()).penalty(save(replica).parameters(), knobs.l1(), knobs.l2());
    }

    protected final int stepsPerEpoch() {
        return plan.stepsPerEpoch(trainingRows());
    }

    protected final int trainingRows() {
        return data.get(0).train().count();
    }

    protected final List<Split> data() {
        return data;
    }

    protected final Split split(int replica) {
        return data.get(plan.replicas().get(replica).data());
    }

    @Override
    public final Plan plan() {
        return plan;
    }

    @Override
    public final long step() {
        return step;
    }

    @Override
    public final boolean adopt(Plan changed) {
        if (changed.equals(plan)) {
            return true;
        }
        if (changed.replicas().size() != plan.replicas().size() || !follow(changed)) {
            return false;
        }
        plan = changed;
        // From a mark before the change, training again would not be like the first time.
        Arrays.fill(markedAt, UNMARKED);
        return true;
    }

    @Override
    public final Optional<Divergence> divergence(int replica) {
        return divergences.get(replica);
    }

    @Override
    public final Chunk train(long steps, int measureEvery) {
        List<Measurement> measurements = new ArrayList<>();
        List<Divergence> found = new ArrayList<>();
        long done = 0;
        while (done < steps && anyActive()) {
            int chunk = (int) Math.min(MAX_CHUNK, steps - done);
            trainChunk(chunk, measureEvery, measurements, found);
            done += chunk;
        }
        return new Chunk(done, measurements, found);
    }

    @Override
    public final Measurement measure(int replica) {
        return measure(replica, stepOf(replica));
    }

    @Override
    public final State save(int replica) {
        Layout layout = Layout.of(plan.network());
        float[] parameters = new float[layout.total()];
        float[][] slots = new float[plan.replicas().get(replica).optimizer().slots()][layout.trainable()];
        read(replica, parameters, slots);
        return new State(stepOf(replica), parameters, slots);
    }

    /** Where a replica stands; one that diverged or is held, before the rest. */
    private long stepOf(int replica) {
        return active[replica] ? step : stoodAt[replica];
    }

    @Override
    public final void hold(int replica) {
        if (active[replica]) {
            stop(replica, step);
        }
    }

    @Override
    public final boolean stands(int replica) {
        return !active[replica];
    }

    @Override
    public final void restore(int replica, State state) {
        Layout layout = Layout.of(plan.network());
        int slots = plan.replicas().get(replica).optimizer().slots();
        if (state.parameters().length != layout.total() || state.slots().length != slots) {
            throw new InvalidInput("the state has %d parameters and %d slots; this network needs %d and %d"
                    .formatted(state.parameters().length, state.slots().length, layout.total(), slots));
        }
        write(replica, state.parameters(), state.slots());
        step = state.step();
        divergences.set(replica, Optional.empty());
        markedAt[replica] = UNMARKED;
        active[replica] = true;
    }

    private boolean anyActive() {
        for (boolean one : active) {
            if (one) {
                return true;
            }
        }
        return false;
    }

    private void trainChunk(int steps, int measureEvery, List<Measurement> measurements, List<Divergence> found) {
        markWhereDue(measureEvery);
        List<Measurement> measured = new ArrayList<>();
        advanceMeasured(step, steps, active, measureEvery, measured);
        long[] overflow = overflows(measured);
        boolean anyBad = false;
        for (int r = 0; r < active.length; r++) {
            boolean overflowed = overflow[r] != Long.MAX_VALUE;
            if (active[r] && (overflowed || !finite(r))) {
                int bad = (int) ((overflowed ? overflow[r] : step + steps) - markedAt[r]);
                Divergence divergence = new DivergenceSearch(this, r, markedAt[r], measureEvery > 0).locate(bad);
                overflow[r] = divergence.step();
                anyBad = true;
                divergences.set(r, Optional.of(divergence));
                stop(r, divergence.step() - 1);
                found.add(divergence);
            }
        }
        if (anyBad) {
            measured.removeIf(m -> m.step() >= overflow[m.replica()]);
        }
        measurements.addAll(measured);
        step += steps;
    }

    /**
     * Where losses are measured a mark stays until the next one that is known to be finite, so that where a replica is found
     * to diverge does not depend on where chunks begin and end.
     */
    private void markWhereDue(int measureEvery) {
        for (int r = 0; r < active.length; r++) {
            boolean due = markedAt[r] == UNMARKED
                    || measureEvery == 0
                    || measures(step, measureEvery)
                    || step - markedAt[r] >= MAX_CHUNK;
            if (active[r] && due) {
                mark(r);
                markedAt[r] = step;
            }
        }
    }

    /** For each replica the first step at which a training loss was measured that is not finite; the largest long for none. */
    private long[] overflows(List<Measurement> measured) {
        long[] first = new long[active.length];
        Arrays.fill(first, Long.MAX_VALUE);
        for (Measurement one : measured) {
            if (!Double.isFinite(one.train())) {
                first[one.replica()] = Math.min(first[one.replica()], one.step());
            }
        }
        return first;
    }

    private void stop(int replica, long at) {
        active[replica] = false;
        stoodAt[replica] = at;
    }

    /** Does something as if so many updates were made, so that a probe draws the masks of that step. */
    <T> T standingAt(long at, Supplier<T> work) {
        long before = step;
        step = at;
        try {
            return work.get();
        } finally {
            step = before;
        }
    }

    /** The training rows that the step's batch holds, in their order. */
    protected final int[] batchRows(int replica, long atStep) {
        int rows = trainingRows();
        int[] order = new int[rows];
        plan.order(plan.replicas().get(replica).seed(), plan.epochOf(atStep, rows), order);
        int gap = split(replica).cutFrom(order);
        int start = plan.batchStart(atStep, rows);
        int end = start + plan.batchSize(atStep, rows);
        return Arrays.copyOfRange(order, gap < start ? start - 1 : start, gap < end ? end - 1 : end);
    }

    /** Whether every number is finite. */
    protected static boolean finite(float[] numbers) {
        float sum = 0;
        for (float number : numbers) {
            sum += number * 0f;
        }
        return sum == 0f;
    }
}
