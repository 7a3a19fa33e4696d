package weightroom.engine.opencl;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import weightroom.engine.Chunk;
import weightroom.engine.Chunk.Measurement;
import weightroom.engine.Divergence;
import weightroom.engine.FasterWay;
import weightroom.engine.Plan;
import weightroom.engine.Probe;
import weightroom.engine.Program;
import weightroom.engine.Rows;
import weightroom.engine.Score;
import weightroom.engine.State;

/**
 * The same program on all cores of a processor and on one of them, whichever is the faster at the moment: kernels of a
 * fraction of a millisecond are not always worth handing out. One of the two is at work, and the state moves with it; what
 * they compute is bit for bit the same.
 */
final class EitherProgram implements Program {
    private final Function<Plan, Program> onOne;
    private final FasterWay ways = new FasterWay();
    private final Program onAll;
    private @Nullable Program one;
    private Program active;

    /** @param onOne makes the program for one core, when it is first tried */
    EitherProgram(Program onAll, Function<Plan, Program> onOne) {
        this.onAll = onAll;
        this.onOne = onOne;
        active = onAll;
    }

    @Override
    public Chunk train(long steps, int measureEvery) {
        List<Measurement> measurements = new ArrayList<>();
        List<Divergence> divergences = new ArrayList<>();
        long done = 0;
        while (done < steps) {
            boolean isDue = choose();
            long wanted = Math.min(ways.steps(), steps - done);
            long start = System.nanoTime();
            Chunk chunk = active.train(wanted, measureEvery);
            measurements.addAll(chunk.measurements());
            divergences.addAll(chunk.divergences());
            done += chunk.steps();
            if (chunk.steps() < wanted) {
                break;
            }
            if (isDue) {
                ways.took(wanted, System.nanoTime() - start);
            }
        }
        return new Chunk(done, measurements, divergences);
    }

    /**
     * Goes over to the way that is due, if it can: copies that diverged or are held stand at steps of their own, so then nothing
     * moves.
     */
    private boolean choose() {
        boolean wantsOne = ways.way() == 1;
        if (wantsOne != onAll.equals(active)) {
            return true;
        }
        for (int r = 0; r < plan().replicas().size(); r++) {
            if (active.stands(r)) {
                return false;
            }
        }
        Program next = wantsOne ? one() : onAll;
        if (!next.adopt(plan())) {
            return false;
        }
        for (int r = 0; r < plan().replicas().size(); r++) {
            next.restore(r, active.save(r));
        }
        active = next;
        return true;
    }

    /** The program for one core, made anew where it cannot follow. */
    private Program one() {
        if (one != null && !one.adopt(plan())) {
            one.close();
            one = null;
        }
        if (one == null) {
            one = onOne.apply(plan());
        }
        return one;
    }

    @Override
    public Plan plan() {
        return active.plan();
    }

    @Override
    public boolean adopt(Plan changed) {
        return active.adopt(changed);
    }

    @Override
    public long step() {
        return active.step();
    }

    @Override
    public Score score(int replica, Rows rows) {
        return active.score(replica, rows);
    }

    @Override
    public Measurement measure(int replica) {
        return active.measure(replica);
    }

    @Override
    public void predict(int replica, float[] inputs, int n, float[] outputs) {
        active.predict(replica, inputs, n, outputs);
    }

    @Override
    public Probe probe(int replica, int[] rows) {
        return active.probe(replica, rows);
    }

    @Override
    public State save(int replica) {
        return active.save(replica);
    }

    @Override
    public void restore(int replica, State state) {
        active.restore(replica, state);
    }

    @Override
    public void hold(int replica) {
        active.hold(replica);
    }

    @Override
    public boolean stands(int replica) {
        return active.stands(replica);
    }

    @Override
    public Optional<Divergence> divergence(int replica) {
        return active.divergence(replica);
    }

    @Override
    public void close() {
        onAll.close();
        if (one != null) {
            one.close();
        }
    }
}
