package weightroom.engine.opencl;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import weightroom.engine.Chunk.Measurement;
import weightroom.engine.GuardedProgram;
import weightroom.engine.Layout;
import weightroom.engine.Plan;
import weightroom.engine.Probe;
import weightroom.engine.Program;
import weightroom.engine.Rows;
import weightroom.engine.Score;
import weightroom.engine.Split;
import weightroom.engine.opencl.FusedScript.Stretch;

/**
 * A small dense network whose whole training is one kernel, written for it by {@link FusedSource}: one launch runs many
 * mini-batches, each replica in a work-item of its own, so that the cost of launching vanishes. For processors; on other
 * devices a work-item alone would be slow, and {@link FusedScope} says no.
 */
final class FusedProgram extends GuardedProgram {
    /** Rows that one work-item of the predicting kernel takes. */
    static final int POINTS = 512;

    /** A launch is to be long against its cost and short against what a person waits for. */
    private static final long LAUNCH_NANOS = 3_000_000;

    private final ClContext context;
    private final Function<Plan, Program> layered;
    private final FusedRows rows;
    private final FusedNumbers numbers;
    private final FusedLaunch[] launches;
    private final FusedPredictor predictor;
    private String text;
    private ClKernel kernel;
    private @Nullable Program prober;
    private long stepsPerLaunch;
    private long lastDone;

    /** @param layered makes the program that lays a pass open for {@link #probe}, when it is first asked for */
    FusedProgram(ClContext context, Plan plan, List<Split> data, Function<Plan, Program> layered) {
        super(plan, data);
        this.context = context;
        this.layered = layered;
        FusedSource source = new FusedSource(plan, trainingRows());
        text = source.text();
        kernel = context.program(text).kernel("wr_fused_train");
        numbers = new FusedNumbers(context, plan.network(), plan.replicas().size(), source.slots());
        rows = new FusedRows(context, plan.network(), data);
        launches = new FusedLaunch[] {new FusedLaunch(context), new FusedLaunch(context)};
        predictor = new FusedPredictor(context, numbers.numbers(), plan.network());
        predictor.use(context.program(text).kernel("wr_fused_predict"));
        stepsPerLaunch = firstGuess(plan);
    }

    private long firstGuess(Plan plan) {
        double perStep = 0.3
                * Math.min(plan.batch(), trainingRows())
                * Layout.of(plan.network()).trainable();
        return Math.max(1, (long) (LAUNCH_NANOS / (perStep * plan.replicas().size() + 100)));
    }

    // ---- training

    @Override
    protected void advance(long from, int steps, boolean[] active) {
        advanceMeasured(from, steps, active, 0, new ArrayList<>());
    }

    @Override
    protected void advanceMeasured(
            long from, int steps, boolean[] active, int measureEvery, List<Measurement> measurements) {
        int[] groups = IntStream.range(0, active.length).filter(r -> active[r]).toArray();
        long end = from + steps;
        long next = from;
        int turn = 0;
        long reported = from;
        while (next < end) {
            FusedLaunch launch = launches[turn];
            if (launch.pending()) {
                reported = reap(launch, reported, measureEvery, measurements);
            }
            long stop = stop(next, end, groups.length);
            start(launch, new Stretch(next, (int) (stop - next)), groups, measureEvery);
            next = stop;
            turn = 1 - turn;
        }
        for (int i = 0; i < 2; i++) {
            if (launches[turn].pending()) {
                reported = reap(launches[turn], reported, measureEvery, measurements);
            }
            turn = 1 - turn;
        }
    }

    /** Where the launch that starts at {@code next} ends: at the end of an epoch if it is long enough to reach one. */
    private long stop(long next, long end, int groups) {
        int perEpoch = stepsPerEpoch();
        long room = FusedScript.room(plan(), trainingRows(), groups);
        long steps = Math.min(stepsPerLaunch, room);
        long wholeEpochs = plan().counted(next + steps) / perEpoch * perEpoch - plan().ahead();
        return Math.min(end, wholeEpochs > next ? wholeEpochs : next + steps);
    }

    private void start(FusedLaunch launch, Stretch stretch, int[] groups, int measureEvery) {
        launch.script().write(plan(), data(), stretch, groups, numbers.markDue(), List.of(), this::place);
        long end = stretch.from() + stretch.steps();
        long due = nextMeasurement(stretch.from(), measureEvery);
        long every = (long) measureEvery * stepsPerEpoch();
        launch.send(groups, due > end ? 0 : (int) ((end - due) / every) + 1);
        long epochsToFirst = measureEvery == 0
                ? 0
                : plan().epochOf(due, trainingRows()) - plan().epochOf(stretch.from(), trainingRows());
        arguments(launch, rows.buffer())
                .arg(plan().batchStart(stretch.from(), trainingRows()) / batchRows())
                .arg(stretch.steps())
                .arg((int) epochsToFirst)
                .arg(measureEvery);
        launch.start(kernel);
        numbers.started(groups);
    }

    private int place(Rows part) {
        return rows.place(part).orElseThrow();
    }

    private ClKernel arguments(FusedLaunch launch, ClBuffer from) {
        return kernel.args()
                .arg(numbers.numbers())
                .arg(numbers.marks())
                .arg(from)
                .arg(launch.scriptBuffer())
                .arg(launch.scriptBuffer())
                .arg(launch.reportBuffer())
                .arg(trainingRows())
                .arg(batchRows());
    }

    private int batchRows() {
        return Math.min(plan().batch(), trainingRows());
    }

    /** Takes in the report of a launch that began at step {@code from}, and adjusts the length of launches to its time. */
    private long reap(FusedLaunch launch, long from, int measureEvery, List<Measurement> measurements) {
        launch.await();
        long now = System.nanoTime();
        long took = now - Math.max(launch.begun(), lastDone);
        lastDone = now;
        if (took < LAUNCH_NANOS / 2) {
            stepsPerLaunch = Math.min(2 * stepsPerLaunch, 1 << 24);
        } else if (took > 2 * LAUNCH_NANOS) {
            stepsPerLaunch = Math.max(1, stepsPerLaunch / 2);
        }
        int[] groups = launch.groups();
        long at = from;
        for (int m = 0; m < launch.measurements(); m++) {
            at = nextMeasurement(at, measureEvery);
            for (int g = 0; g < groups.length; g++) {
                measurements.add(measurement(launch, m, g, groups[g], at));
            }
        }
        for (int g = 0; g < groups.length; g++) {
            numbers.ended(groups[g], launch.finite(g));
        }
        return at;
    }

    private Measurement measurement(FusedLaunch launch, int m, int group, int replica, long at) {
        Split split = split(replica);
        return new Measurement(
                replica,
                plan().epochOf(at, trainingRows()),
                at,
                score(launch, m, group, 0, split.train()),
                score(launch, m, group, 1, split.validation()),
                score(launch, m, group, 2, split.test()),
                launch.penalty(m, group));
    }

    private Score score(FusedLaunch launch, int m, int group, int number, Rows part) {
        double sum = launch.sum(m, group, number)
                / (double) plan().loss().divisor(plan().network().outputs());
        return part.isEmpty() ? Score.NONE : Score.of(plan().task(), sum, launch.right(m, group, number), part.count());
    }

    // ---- looking

    @Override
    public Score score(int replica, Rows part) {
        if (part.isEmpty()) {
            return Score.NONE;
        }
        OptionalInt place = rows.place(part);
        if (place.isPresent()) {
            return score(replica, part, rows.buffer(), place.getAsInt());
        }
        try (ClBuffer foreign = FusedRows.foreign(context, plan().network(), part)) {
            return score(replica, part, foreign, 0);
        }
    }

    private Score score(int replica, Rows part, ClBuffer from, int place) {
        FusedLaunch launch = launches[0];
        int[] groups = {replica};
        launch.script()
                .write(
                        plan(),
                        data(),
                        new Stretch(0, 0),
                        groups,
                        new boolean[plan().replicas().size()],
                        List.of(part),
                        p -> place);
        launch.send(groups, 1);
        arguments(launch, from).arg(0).arg(0).arg(0).arg(0);
        launch.start(kernel);
        launch.await();
        return score(launch, 0, 0, 0, part);
    }

    @Override
    public void predict(int replica, float[] inputs, int n, float[] outputs) {
        predictor.predict(replica, inputs, n, outputs);
    }

    @Override
    public Probe probe(int replica, int[] batch) {
        if (prober == null || !prober.adopt(plan())) {
            closeProber();
            prober = layered.apply(plan());
        }
        prober.restore(replica, save(replica));
        return prober.probe(replica, batch);
    }

    // ---- numbers

    @Override
    protected boolean finite(int replica) {
        return numbers.finite(replica);
    }

    @Override
    protected void mark(int replica) {
        numbers.mark(replica);
    }

    @Override
    protected void rollback(int replica) {
        numbers.rollback(replica);
    }

    @Override
    protected void read(int replica, float[] parameters, float[][] slots) {
        numbers.read(replica, parameters, slots);
    }

    @Override
    protected void write(int replica, float[] parameters, float[][] slots) {
        numbers.write(replica, parameters, slots);
    }

    /** Follows whatever leaves the meaning of parameters, slots and step as it is; a new kernel is built where need be. */
    @Override
    protected boolean follow(Plan changed) {
        if (!FusedScope.supports(changed, data(), context.info())
                || !FusedScope.sameMeaning(plan(), changed, data().size())) {
            return false;
        }
        String newText = new FusedSource(changed, trainingRows()).text();
        if (!newText.equals(text)) {
            ClProgram built = context.program(newText);
            predictor.use(built.kernel("wr_fused_predict"));
            kernel.close();
            kernel = built.kernel("wr_fused_train");
            text = newText;
        }
        return true;
    }

    private void closeProber() {
        if (prober != null) {
            prober.close();
            prober = null;
        }
    }

    @Override
    public void close() {
        closeProber();
        kernel.close();
        predictor.close();
        for (FusedLaunch launch : launches) {
            launch.close();
        }
        numbers.close();
        rows.close();
    }
}
