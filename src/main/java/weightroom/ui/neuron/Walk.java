package weightroom.ui.neuron;

import java.util.Arrays;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import weightroom.engine.Program;
import weightroom.engine.Rows;
import weightroom.engine.State;
import weightroom.engine.Workers;
import weightroom.engine.cpu.JavaDevice;
import weightroom.experiment.Setup;

/**
 * Goes the way of a perceptron again on a program of its own, row by row, to see where it was corrected and where it will be.
 * Rows that are answered right change nothing, so it jumps from mistake to mistake.
 */
final class Walk {
    private final Setup setup;
    private final Rows train;
    private final int stepsPerEpoch;
    private final Program program;
    private final int[] order;
    private final float[] outputs;
    private long orderedEpoch = -1;
    private @Nullable State last;
    private long from;
    private boolean counting;
    private long[] corrections = new long[64];
    private int count;

    /** @param setup one whose plan learns by the perceptron rule, one row at a time */
    Walk(Setup setup) {
        this.setup = setup;
        train = setup.rows().split().train();
        stepsPerEpoch = setup.plan().stepsPerEpoch(train.count());
        program = new JavaDevice(Workers.NONE).compile(setup.plan(), setup.data());
        order = new int[train.count()];
        outputs = new float[train.count()];
    }

    /**
     * Counts the corrections up to where the run stands now. Where it came here in another way than training, by an edit or
     * from a branch, counting begins anew.
     *
     * @param most how many mistakes to walk at once at most; the rest is left for the next time
     */
    void follow(State now, int most) {
        if (last == null) {
            begin(setup.start().step() == 0 && now.step() > 0 ? setup.start() : now);
        }
        if (last == null || now.step() < last.step()) {
            forgetFrom(now.step());
            last = now;
        }
        if (now.step() == last.step()) {
            last = now;
        } else {
            walkTo(now, most);
        }
        counting = last.step() < now.step();
    }

    private void begin(State state) {
        last = state;
        from = state.step();
        count = 0;
    }

    private void walkTo(State now, int most) {
        State before = last;
        if (before == null) {
            return;
        }
        program.restore(0, before);
        long step = before.step();
        for (int walked = 0; walked < most && step < now.step(); walked++) {
            long mistake = mistakeFrom(step, now.step());
            long next = Math.min(now.step(), mistake + 1);
            program.train(next - step, 0);
            if (mistake < now.step()) {
                add(mistake);
            }
            step = next;
        }
        State reached = program.save(0);
        boolean astray = step == now.step() && !Arrays.equals(reached.parameters(), now.parameters());
        if (astray) {
            begin(now);
        } else {
            last = reached;
        }
    }

    /** The first step from one on, with the program's present parameters, that has a wrong row in turn; {@code end} for none. */
    private long mistakeFrom(long from, long end) {
        program.predict(0, train.inputs(), train.count(), outputs);
        boolean allRight = true;
        for (int i = 0; i < outputs.length; i++) {
            allRight &= outputs[i] == train.targets()[i];
        }
        if (allRight) {
            return end;
        }
        long step = from;
        while (step < end && isRight(rowAt(step))) {
            step++;
        }
        return step;
    }

    private boolean isRight(int row) {
        return outputs[row] == train.targets()[row];
    }

    /** The row that the update after so many is made from. */
    int rowAt(long step) {
        long epoch = setup.plan().epochOf(step, train.count());
        if (epoch != orderedEpoch) {
            orderedEpoch = epoch;
            setup.plan().order(setup.plan().replicas().get(0).seed(), epoch, order);
        }
        return order[setup.plan().batchStart(step, train.count())];
    }

    /** The state after the next update. */
    State next(State now) {
        program.restore(0, now);
        program.train(1, 0);
        return program.save(0);
    }

    /** How many updates to make until a wrong row is in turn that is not in turn yet; empty where all are right then. */
    OptionalLong stepsToNextMistake(State now) {
        program.restore(0, now);
        program.train(1, 0);
        long step = now.step() + 1;
        long end = step + 2L * stepsPerEpoch;
        long mistake = mistakeFrom(step, end);
        return mistake < end ? OptionalLong.of(mistake - now.step()) : OptionalLong.empty();
    }

    /** Corrections made in the steps from one to before another. */
    int count(long start, long end) {
        return place(end) - place(start);
    }

    /** From which step on corrections were counted. */
    long countedFrom() {
        return from;
    }

    /** Whether it has not come to the end yet. */
    boolean counting() {
        return counting;
    }

    int stepsPerEpoch() {
        return stepsPerEpoch;
    }

    void close() {
        program.close();
    }

    private void add(long step) {
        if (count == corrections.length) {
            corrections = Arrays.copyOf(corrections, 2 * count);
        }
        corrections[count++] = step;
    }

    private void forgetFrom(long step) {
        count = place(step);
        from = Math.min(from, step);
    }

    private int place(long step) {
        int found = Arrays.binarySearch(corrections, 0, count, step);
        return found < 0 ? -found - 1 : found;
    }
}
