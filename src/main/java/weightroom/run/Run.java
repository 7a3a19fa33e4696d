package weightroom.run;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import weightroom.engine.Chunk;
import weightroom.engine.Chunk.Measurement;
import weightroom.engine.Device;
import weightroom.engine.DeviceFailure;
import weightroom.engine.Divergence;
import weightroom.engine.InvalidInput;
import weightroom.engine.Layout;
import weightroom.engine.Plan;
import weightroom.engine.Probe;
import weightroom.engine.Replica;
import weightroom.engine.Rows;
import weightroom.engine.State;
import weightroom.experiment.Experiment;
import weightroom.experiment.NetworkSpec;
import weightroom.experiment.SavedRun;
import weightroom.experiment.SavedRun.Ahead;
import weightroom.experiment.SavedRun.Watch;
import weightroom.experiment.Setup;
import weightroom.experiment.StopSpec;
import weightroom.run.Timeline.Moment;

/**
 * One experiment in training on one device, from its start or from a saved state to its end. Whoever calls it does so from
 * one thread; nothing happens between calls.
 *
 * <p>When the device fails, the run goes on in Java from the last good state and says so in {@link #takeNotice()}.
 */
public final class Run implements AutoCloseable {
    /** How far the state kept for a failing device may lie back, in nanoseconds. */
    private static final long SAFETY_INTERVAL = 250_000_000L;

    /** Rules may measure every epoch of a very long run; beyond so many, only those asked for are remembered. */
    private static final int KEPT_ANYWAY = 100_000;

    private final Machine machine;
    private Setup setup;
    private Plan plan;
    private History history;
    private EpochRules rules;
    private Ahead ahead;
    private long epochLimit;
    private long step;
    private long keptTime = System.nanoTime();
    private Optional<State> best;
    private Optional<End> end;
    private Optional<Divergence> divergence;

    /** Why a run is over. */
    public enum End {
        EPOCHS_DONE,
        LOSS_REACHED,
        NO_BETTER,
        DIVERGED
    }

    /** A run that stands before its first step. */
    public Run(Setup setup, Devices devices, Device device) {
        this(Keyframe.start(setup), new History(), devices, device);
    }

    /**
     * A run that goes on exactly where a saved one stopped.
     *
     * @param setup of the saved run, perhaps with changed settings that {@linkplain #keepsWeights keep its weights}
     */
    public Run(Setup setup, Devices devices, Device device, SavedRun saved) {
        this(Keyframe.of(saved, setup), new History(), devices, device);
        saved.history().forEach(history::add);
        end = endWhereItStands();
    }

    /** A run that stands at a keyframe, and what it measured so far. */
    Run(Keyframe at, History history, Devices devices, Device device) {
        this.setup = at.setup();
        this.plan = at.plan();
        this.history = history;
        this.rules = new EpochRules(at.stop(), at.seen());
        this.ahead = at.ahead();
        this.epochLimit = at.epochLimit();
        this.best = at.best();
        this.end = at.end();
        this.divergence = at.divergence();
        this.step = at.step();
        this.machine = new Machine(devices, device, at, this::wentBack);
    }

    /** Whether weights reached under one setup mean the same under another. */
    public static boolean keepsWeights(Setup before, Setup after) {
        return keepsWeights(before, after.experiment());
    }

    /** The same for an experiment that was not made ready yet; false too when it cannot be. */
    public static boolean keepsWeights(Setup before, Experiment after) {
        return before.experiment().seed() == after.seed()
                && before.experiment().data().equals(after.data())
                && before.experiment().start().equals(after.start())
                && Layout.of(before.plan().network())
                        .slices()
                        .equals(Layout.of(after.network()
                                        .over(before.plan().network().inputs()))
                                .slices());
    }

    /**
     * The run as it stands, to be kept in a file.
     *
     * @param folder that files named by the experiment are relative to
     */
    public SavedRun saved(Path folder) {
        return saved(folder, SavedRun.MAX_HISTORY);
    }

    /** The same with at most so many points of the history, 2 or more. */
    SavedRun saved(Path folder, int points) {
        History past = history.lastStep() > step() ? history.upTo(step()) : history;
        List<Measurement> kept = Arrays.stream(past.thinned(Math.min(points, SavedRun.MAX_HISTORY)))
                .mapToObj(past::point)
                .toList();
        return SavedRun.of(setup, folder, state(), rateScale(), rules.seen(), ahead, best, kept);
    }

    /**
     * Trains by up to {@code steps} updates; fewer when the run ends, or when a rule that looks at every epoch (a loss to
     * reach, patience, a plateau) has to look.
     *
     * @param measureEvery measure the losses after every so many epochs; rules that look at every epoch measure each
     * @return updates made; 0 when the run is over, or when the device had to be changed
     */
    public long advance(long steps, int measureEvery) {
        if (end.isPresent()) {
            return 0;
        }
        try {
            boolean watching = rules.watching(replica());
            long room = stepAt(epochLimit) - step;
            long wanted = Math.min(steps, watching ? Math.min(room, stepsToEpochEnd()) : room);
            Chunk chunk = machine.program().train(Math.max(0, wanted), watching ? 1 : measureEvery);
            take(chunk, watching, Math.max(1, measureEvery));
            keepSafe();
            return chunk.steps();
        } catch (DeviceFailure failure) {
            machine.fallBack(failure);
            return 0;
        }
    }

    /**
     * Goes on with changed settings and the same weights: in place where the program can follow, else in a new program.
     * The optimizer's state is kept as long as the optimizer is the same. A run that diverged or was over can go on.
     *
     * @param changed with the same shape of network and the same rows
     */
    public void change(Setup changed) {
        StopSpec stop = setup.experiment().training().stop();
        boolean onlyWords = changed.plan().equals(setup.plan())
                && changed.data() == setup.data()
                && changed.experiment().training().stop().equals(stop);
        if (onlyWords) {
            setup = changed;
            return;
        }
        Keyframe now = keyframe();
        Keyframe next = now.under(changed);
        goTo(
                next,
                divergence.isEmpty() && next.state().parameters() == now.state().parameters());
    }

    /**
     * Goes on with other parameters. A run that diverged can go on.
     *
     * @param changed index into the flat array of {@link Layout} to the new value
     * @throws InvalidInput when an index is none of a weight, a bias, γ, β or α, or of a link that is off, or a value is not
     *     finite; nothing is changed then
     */
    public void edit(Map<Integer, Float> changed) {
        checkEdit(changed);
        Keyframe now = keyframe();
        float[] parameters = now.state().parameters().clone();
        changed.forEach((index, value) -> parameters[index] = value);
        goTo(now.with(new State(now.step(), parameters, now.state().slots())), false);
    }

    /** @throws InvalidInput as {@link #edit} */
    void checkEdit(Map<Integer, Float> changed) {
        Layout layout = Layout.of(plan.network());
        Set<Integer> off = setup.experiment().network().off().keySet().stream()
                .map(link -> NetworkSpec.index(link, layout))
                .collect(Collectors.toSet());
        changed.forEach((index, value) -> {
            if (index < 0 || index >= layout.trainable() || !Float.isFinite(value)) {
                throw new InvalidInput(Text.of("edit.refused", Integer.toString(index), value, layout.trainable() - 1));
            }
            if (off.contains(index)) {
                throw new InvalidInput(Text.of("edit.off", Integer.toString(index)));
            }
        });
    }

    /** Goes on from the same state on another device. */
    public void moveTo(Device other) {
        machine.moveTo(other, keyframe());
    }

    /** Lets a run that has done its epochs go on without a limit; returns whether that changed anything. */
    public boolean continueBeyondEpochs() {
        boolean upToLimit = step() >= stepAt(epochLimit);
        boolean may = divergence.isEmpty() && (end.isPresent() || upToLimit);
        if (may) {
            end = Optional.empty();
            epochLimit = Long.MAX_VALUE;
            rules = new EpochRules(StopSpec.NEVER, Watch.NOTHING);
        }
        return may;
    }

    /** All there is to know about this moment; a device that fails from now on falls back to it. */
    Keyframe keyframe() {
        State state = state();
        Keyframe now = new Keyframe(
                setup, state, rateScale(), rules.stop(), rules.seen(), ahead, best, epochLimit, end, divergence);
        machine.keep(now);
        return now;
    }

    /** Goes back, or on, to a moment of a run with the same weights and rows; the history stays. */
    void restore(Keyframe to) {
        goTo(to, false);
    }

    /**
     * Goes back to the parameters with the best loss, where patience kept them; what was measured since is forgotten.
     *
     * @return whether there were any
     */
    public boolean goBackToBest() {
        if (best.isEmpty()) {
            return false;
        }
        Keyframe then = new Keyframe(
                setup,
                best.get(),
                rateScale(),
                rules.stop(),
                rules.seen(),
                aheadAt(best.get().step()),
                best,
                epochLimit,
                end,
                Optional.empty());
        restore(then);
        history = history.upTo(then.step());
        return true;
    }

    /** The batch may have changed since that step; counters begin with it then, which is the least that they can be. */
    private Ahead aheadAt(long earlier) {
        return ahead.steps() + earlier >= 0 ? ahead : new Ahead(-earlier, 0);
    }

    /** Measures into another history from now on, one that holds what this one held up to here. */
    void record(History other) {
        history = other;
    }

    /** A copy of parameters, optimizer state and step. */
    public State state() {
        return machine.ask(program -> program.save(0));
    }

    /** The outputs for the inputs of some rows, {@code (n, c)}. */
    public float[] predict(Rows rows) {
        return predict(rows.inputs(), rows.count());
    }

    /** The outputs, {@code (n, c)}, for inputs {@code (n, in)}. */
    public float[] predict(float[] inputs, int n) {
        float[] outputs = new float[n * plan.network().outputs()];
        return machine.ask(program -> {
            program.predict(0, inputs, n, outputs);
            return outputs;
        });
    }

    /** One forward and backward pass over some training rows as the next step would make it, laid open. */
    public Probe probe(int[] trainingRows) {
        return machine.ask(program -> program.probe(0, trainingRows));
    }

    /** The mean data loss over some rows, without the penalty; NaN for no rows. */
    public double loss(Rows rows) {
        return machine.ask(program -> program.loss(0, rows));
    }

    /** The state at the epoch with the best loss, where the experiment stops for lack of a better one. */
    public Optional<State> best() {
        return best;
    }

    public Setup setup() {
        return setup;
    }

    /** What the next update is made by: the setup's plan with what plateaus and changes of the batch have done to it. */
    public Plan plan() {
        return plan;
    }

    public Device device() {
        return machine.device();
    }

    public History history() {
        return history;
    }

    /** What plateaus have multiplied the learning rate by. */
    public double rateScale() {
        return replica().rateScale();
    }

    public long step() {
        return step;
    }

    public long epoch() {
        return epochOf(step());
    }

    /** Epochs finished after so many steps, as the present batch counts them. */
    public long epochOf(long steps) {
        return counting().epoch(steps);
    }

    /** Steps made when so many epochs are finished; the largest long where no run gets so far. */
    public long stepAt(long epochs) {
        return counting().stepAt(epochs);
    }

    /** Steps from here to the end of the epoch under way, 1 or more. */
    public long stepsToEpochEnd() {
        return counting().stepsToEpochEnd(step);
    }

    /** Rows trained on so far. */
    public long samples() {
        return counting().samples(step);
    }

    /** Rows trained on in one epoch: all of them, unless batch norm skips a last batch of one. */
    public int samplesPerEpoch() {
        return counting().samplesPerEpoch();
    }

    public int stepsPerEpoch() {
        return counting().stepsPerEpoch();
    }

    /** Where the run stands. */
    Moment moment() {
        return counting().moment(step);
    }

    /** Which training rows the next update is made from, in their order. */
    int[] batchRows() {
        return counting().batchRows(step);
    }

    /** Why the run stands still, if it does, with the last loss that was a number. */
    public Optional<Divergence> divergence() {
        return divergence;
    }

    /** Why the run is over; empty while it can go on. */
    public Optional<End> end() {
        return end;
    }

    /** What happened that the user should know, once. */
    public Optional<String> takeNotice() {
        return machine.takeNotice();
    }

    /** Measures now and appends that to the history. */
    public Measurement measure() {
        keyframe();
        Measurement now = machine.ask(program -> program.measure(0));
        history.add(now);
        return now;
    }

    @Override
    public void close() {
        machine.close();
    }

    /** @param numbersStand whether the program has the keyframe's numbers already, the optimizer's perhaps excepted */
    private void goTo(Keyframe to, boolean numbersStand) {
        boolean sameRule = to.plan().replicas().get(0).optimizer() == replica().optimizer();
        boolean followed = to.setup().data() == setup.data() && sameRule && machine.adopts(to.plan());
        standAt(to);
        if (!followed) {
            machine.compileFor(to);
        } else if (!numbersStand) {
            machine.restore(to);
        } else {
            machine.keep(to);
        }
    }

    private void standAt(Keyframe at) {
        setup = at.setup();
        plan = at.plan();
        rules = new EpochRules(at.stop(), at.seen());
        ahead = at.ahead();
        epochLimit = at.epochLimit();
        best = at.best();
        end = at.end();
        divergence = at.divergence();
        step = at.step();
    }

    /** What was measured on a lost device beyond the state that Java goes on from did not happen in this run. */
    private void wentBack(Keyframe to) {
        boolean recording = history.lastStep() <= step;
        standAt(to);
        if (recording) {
            history = history.upTo(to.step());
        }
    }

    private void take(Chunk chunk, boolean watching, int keepEvery) {
        for (Measurement losses : chunk.measurements()) {
            if (watching) {
                obey(rules.look(losses, replica()));
            }
            boolean wanted = history.size() < KEPT_ANYWAY || losses.epoch() % keepEvery == 0;
            boolean isNew = losses.step() > history.lastStep();
            if (isNew && (!watching || wanted || end.isPresent())) {
                history.add(losses);
            }
        }
        step += chunk.steps();
        if (!chunk.divergences().isEmpty()) {
            end = Optional.of(End.DIVERGED);
            divergence = Optional.of(explained(chunk.divergences().get(0)));
            step = divergence.get().step() - 1;
        } else if (end.isEmpty() && step >= stepAt(epochLimit)) {
            end = Optional.of(End.EPOCHS_DONE);
        }
    }

    /** Weights can be finite and their loss too large for any number. */
    private Divergence explained(Divergence found) {
        double finite = found.lastFiniteLoss();
        for (int i = history.size() - 1; i >= 0 && !Double.isFinite(finite); i--) {
            finite = history.train(i);
        }
        return new Divergence(found.replica(), found.step(), found.layer(), found.what(), finite);
    }

    private void obey(EpochRules.Verdict verdict) {
        if (verdict.better()) {
            best = Optional.of(machine.program().save(0));
        }
        if (verdict.cutRate()) {
            scaleRate(rateScale() * replica().scheduleKnobs().get(0));
        }
        end = verdict.end();
    }

    private void scaleRate(double factor) {
        Plan scaled = plan.with(replica().withRateScale(factor));
        if (!machine.program().adopt(scaled)) {
            throw new IllegalStateException("a program refused a changed rate");
        }
        plan = scaled;
    }

    private void keepSafe() {
        long now = System.nanoTime();
        if (!machine.safe() && now - keptTime > SAFETY_INTERVAL) {
            keyframe();
            keptTime = now;
        }
    }

    private Counting counting() {
        return new Counting(plan, setup.data().get(0).train().count(), ahead.samples());
    }

    private Replica replica() {
        return plan.replicas().get(0);
    }

    /** A saved run that had reached what it was to reach does not make another epoch to find that out. */
    private Optional<End> endWhereItStands() {
        int last = history.size() - 1;
        if (last >= 0 && history.step(last) == step && rules.watching(replica())) {
            return rules.end(history.point(last));
        }
        return Optional.empty();
    }
}
