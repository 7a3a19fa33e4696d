package weightroom.run;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import weightroom.engine.Chunk;
import weightroom.engine.Chunk.Measurement;
import weightroom.engine.Device;
import weightroom.engine.DeviceFailure;
import weightroom.engine.Divergence;
import weightroom.engine.Layout;
import weightroom.engine.Plan;
import weightroom.engine.Probe;
import weightroom.engine.Program;
import weightroom.engine.Replica;
import weightroom.engine.Rows;
import weightroom.engine.Split;
import weightroom.engine.State;
import weightroom.experiment.Experiment;
import weightroom.experiment.NetworkSpec;
import weightroom.experiment.SavedRun;
import weightroom.experiment.SavedRun.Watch;
import weightroom.experiment.Setup;
import weightroom.experiment.StopSpec;
import weightroom.experiment.TrainingSpec;

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

    private final Devices devices;
    private Setup setup;
    private Plan plan;
    private Device device;
    private Program program;
    private History history;
    private EpochRules rules;
    private Safe lastGood;
    private long lastGoodTime = System.nanoTime();
    private long epochLimit;
    private Optional<State> best = Optional.empty();
    private Optional<String> notice = Optional.empty();
    private Optional<End> end = Optional.empty();

    /** What training goes on from when the device is lost. */
    private record Safe(State state, Watch seen, double rateScale, Optional<State> best) {}

    /** Why a run is over. */
    public enum End {
        EPOCHS_DONE,
        LOSS_REACHED,
        NO_BETTER,
        DIVERGED
    }

    /** A run that stands before its first step. */
    public Run(Setup setup, Devices devices, Device device) {
        this.setup = setup;
        this.plan = setup.plan();
        this.devices = devices;
        this.device = device;
        this.history = new History();
        this.epochLimit = plan.epochs();
        this.rules = rulesOf(setup);
        this.lastGood = new Safe(setup.start(), rules.seen(), 1, best);
        this.program = compile(setup.start());
    }

    /**
     * A run that goes on exactly where a saved one stopped.
     *
     * @param setup of the saved run, perhaps with changed settings that {@linkplain #keepsWeights keep its weights}
     */
    public Run(Setup setup, Devices devices, Device device, SavedRun saved) {
        this.setup = setup;
        Replica fresh = setup.plan().replicas().get(0);
        this.plan = setup.plan().with(fresh.withRateScale(saved.rateScale()));
        this.devices = devices;
        this.device = device;
        this.history = new History();
        saved.history().forEach(history::add);
        boolean sameRule =
                fresh.optimizer() == saved.experiment().training().optimizer().optimizer();
        State state = saved.state();
        NetworkSpec before = saved.experiment().network();
        State start = setup.takeOver(before, sameRule ? state : state.withFreshSlots(plan, fresh));
        this.epochLimit = plan.epochs();
        this.best =
                saved.best().map(kept -> setup.takeOver(before, sameRule ? kept : kept.withFreshSlots(plan, fresh)));
        this.rules = remembers(saved.experiment().training(), setup.experiment().training())
                ? new EpochRules(setup.experiment().training().stop(), saved.watch())
                : rulesOf(setup);
        this.lastGood = new Safe(start, rules.seen(), saved.rateScale(), best);
        this.program = compile(start);
        this.end = endWhereItStands();
    }

    /** Whether weights reached under one setup mean the same under another. */
    public static boolean keepsWeights(Setup before, Setup after) {
        return before.experiment().seed() == after.experiment().seed()
                && before.experiment().data().equals(after.experiment().data())
                && before.experiment().start().equals(after.experiment().start())
                && Layout.of(before.plan().network())
                        .slices()
                        .equals(Layout.of(after.plan().network()).slices());
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
        List<Measurement> points = Arrays.stream(history.thinned(SavedRun.MAX_HISTORY))
                .mapToObj(history::point)
                .toList();
        return SavedRun.of(setup, folder, state(), rateScale(), rules.seen(), best, points);
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
            long before = program.step();
            long room = epochLimit * stepsPerEpoch() - before;
            long wanted = Math.min(steps, watching ? Math.min(room, toEpochEnd()) : room);
            Chunk chunk = program.train(Math.max(0, wanted), watching ? 1 : measureEvery);
            take(chunk, watching, Math.max(1, measureEvery));
            keepSafe();
            return chunk.steps();
        } catch (DeviceFailure failure) {
            fallBack(failure);
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
        lastGood = safe();
        Replica next = changed.plan().replicas().get(0);
        Plan kept = changed.plan().with(next.withRateScale(rateScale()));
        boolean sameRule = next.optimizer() == replica().optimizer();
        State state = lastGood.state();
        NetworkSpec before = setup.experiment().network();
        State start = changed.takeOver(before, sameRule ? state : state.withFreshSlots(kept, next));
        boolean followed = changed.data() == setup.data() && sameRule && surely(() -> program.adopt(kept));
        setup = changed;
        plan = kept;
        best = best.map(was -> changed.takeOver(before, sameRule ? was : was.withFreshSlots(kept, next)));
        rules = rulesOf(changed);
        lastGood = new Safe(start, rules.seen(), rateScale(), best);
        epochLimit = Math.max(epochLimit, plan.epochs());
        if (!followed) {
            closeQuietly();
            program = compile(start);
        } else if (end.equals(Optional.of(End.DIVERGED)) || !start.equals(state)) {
            program.restore(0, start);
        }
        end = Optional.empty();
    }

    /** Goes on from the same state on another device. */
    public void moveTo(Device other) {
        lastGood = safe();
        closeQuietly();
        device = other;
        program = compile(lastGood.state());
    }

    /** Lets a run that has done its epochs go on without a limit. */
    public void continueBeyondEpochs() {
        boolean upToLimit = program.step() >= epochLimit * stepsPerEpoch();
        if (!end.equals(Optional.of(End.DIVERGED)) && (end.isPresent() || upToLimit)) {
            end = Optional.empty();
            epochLimit = Long.MAX_VALUE / Math.max(1, stepsPerEpoch());
            rules = new EpochRules(StopSpec.NEVER, Watch.NOTHING);
        }
    }

    /** A copy of parameters, optimizer state and step. */
    public State state() {
        return surely(() -> program.save(0));
    }

    /** The outputs for the inputs of some rows, {@code (n, c)}. */
    public float[] predict(Rows rows) {
        return predict(rows.inputs(), rows.count());
    }

    /** The outputs, {@code (n, c)}, for inputs {@code (n, in)}. */
    public float[] predict(float[] inputs, int n) {
        float[] outputs = new float[n * plan.network().outputs()];
        surely(() -> {
            program.predict(0, inputs, n, outputs);
            return outputs;
        });
        return outputs;
    }

    /** One forward and backward pass over some training rows as the next step would make it, laid open. */
    public Probe probe(int[] trainingRows) {
        return surely(() -> program.probe(0, trainingRows));
    }

    /** The mean data loss over some rows, without the penalty; NaN for no rows. */
    public double loss(Rows rows) {
        return surely(() -> program.loss(0, rows));
    }

    /** The state at the epoch with the best loss, where the experiment stops for lack of a better one. */
    public Optional<State> best() {
        return best;
    }

    public Setup setup() {
        return setup;
    }

    public Device device() {
        return device;
    }

    public History history() {
        return history;
    }

    /** What plateaus have multiplied the learning rate by. */
    public double rateScale() {
        return replica().rateScale();
    }

    public long step() {
        return program.divergence(0).map(d -> d.step() - 1).orElse(program.step());
    }

    public long epoch() {
        return step() / stepsPerEpoch();
    }

    /** Rows trained on so far. */
    public long samples() {
        return epoch() * samplesPerEpoch() + step() % stepsPerEpoch() * Math.min(plan.batch(), rows());
    }

    /** Rows trained on in one epoch: all of them, unless batch norm skips a last batch of one. */
    public int samplesPerEpoch() {
        int last = stepsPerEpoch() - 1;
        return plan.batchStart(last, rows()) + plan.batchSize(last, rows());
    }

    public int stepsPerEpoch() {
        return plan.stepsPerEpoch(rows());
    }

    /** Why the run stands still, if it does, with the last loss that was a number. */
    public Optional<Divergence> divergence() {
        return program.divergence(0)
                .map(found -> new Divergence(
                        found.replica(),
                        found.step(),
                        found.layer(),
                        found.what(),
                        lastFinite(found.lastFiniteLoss())));
    }

    /** Weights can be finite and their loss too large for any number. */
    private double lastFinite(double loss) {
        double finite = loss;
        for (int i = history.size() - 1; i >= 0 && !Double.isFinite(finite); i--) {
            finite = history.train(i);
        }
        return finite;
    }

    /** Why the run is over; empty while it can go on. */
    public Optional<End> end() {
        return end;
    }

    /** What happened that the user should know, once. */
    public Optional<String> takeNotice() {
        Optional<String> taken = notice;
        notice = Optional.empty();
        return taken;
    }

    /** Measures the losses now and appends them to the history. */
    public Measurement measure() {
        lastGood = safe();
        Split split = setup.data().get(0);
        Measurement losses = surely(() -> new Measurement(
                0,
                epoch(),
                step(),
                program.loss(0, split.train()),
                program.loss(0, split.validation()),
                program.loss(0, split.test())));
        history.add(losses);
        return losses;
    }

    @Override
    public void close() {
        program.close();
    }

    private void take(Chunk chunk, boolean watching, int keepEvery) {
        for (Measurement losses : chunk.measurements()) {
            if (watching) {
                obey(rules.look(losses, replica()));
            }
            boolean wanted = history.size() < KEPT_ANYWAY || losses.epoch() % keepEvery == 0;
            if (!watching || wanted || end.isPresent()) {
                history.add(losses);
            }
        }
        if (!chunk.divergences().isEmpty()) {
            end = Optional.of(End.DIVERGED);
        } else if (end.isEmpty() && program.step() >= epochLimit * stepsPerEpoch()) {
            end = Optional.of(End.EPOCHS_DONE);
        }
    }

    private void obey(EpochRules.Verdict verdict) {
        if (verdict.better()) {
            best = Optional.of(program.save(0));
        }
        if (verdict.cutRate()) {
            scaleRate(rateScale() * replica().scheduleKnobs().get(0));
        }
        end = verdict.end();
    }

    private void scaleRate(double factor) {
        Plan scaled = plan.with(replica().withRateScale(factor));
        if (!program.adopt(scaled)) {
            throw new IllegalStateException("a program refused a changed rate");
        }
        plan = scaled;
    }

    private void keepSafe() {
        long now = System.nanoTime();
        if (device != devices.java() && now - lastGoodTime > SAFETY_INTERVAL) {
            lastGood = safe();
            lastGoodTime = now;
        }
    }

    private Safe safe() {
        return new Safe(state(), rules.seen(), rateScale(), best);
    }

    /** Asks the program for something, and once more after the device had to be changed. */
    private <T> T surely(Supplier<T> question) {
        try {
            return question.get();
        } catch (DeviceFailure failure) {
            fallBack(failure);
            return question.get();
        }
    }

    private void fallBack(DeviceFailure failure) {
        long step = lastGood.state().step();
        leave(failure, step);
        closeQuietly();
        plan = plan.with(replica().withRateScale(lastGood.rateScale()));
        program = compile(lastGood.state());
        rules = new EpochRules(rules.stop(), lastGood.seen());
        best = lastGood.best();
        end = Optional.empty();
        History kept = new History();
        for (int i = 0; i < history.size() && history.step(i) <= step; i++) {
            kept.add(history.point(i));
        }
        history = kept;
    }

    /** Java takes over from a device that failed. */
    private void leave(DeviceFailure failure, long step) {
        if (device == devices.java()) {
            throw failure;
        }
        notice = Optional.of(Text.of(
                "device.lost", device.description(), String.valueOf(failure.getMessage()), Long.toString(step)));
        device = devices.java();
    }

    private void closeQuietly() {
        try {
            program.close();
        } catch (DeviceFailure alsoLost) {
            System.getLogger(Run.class.getName())
                    .log(System.Logger.Level.INFO, "The lost device could not be released", alsoLost);
        }
    }

    private Program compile(State state) {
        try {
            return compileHere(state);
        } catch (DeviceFailure failure) {
            leave(failure, state.step());
            return compileHere(state);
        }
    }

    private Program compileHere(State state) {
        Program compiled = device.compile(plan, setup.data());
        compiled.restore(0, state);
        return compiled;
    }

    private long toEpochEnd() {
        return stepsPerEpoch() - program.step() % stepsPerEpoch();
    }

    private int rows() {
        return setup.data().get(0).train().count();
    }

    private Replica replica() {
        return plan.replicas().get(0);
    }

    /** A saved run that had reached what it was to reach does not make another epoch to find that out. */
    private Optional<End> endWhereItStands() {
        int last = history.size() - 1;
        if (last >= 0 && history.step(last) == program.step() && rules.watching(replica())) {
            return rules.end(history.point(last));
        }
        return Optional.empty();
    }

    /** Whether what the rules have seen still counts: the same loss, looked at in the same way. */
    private static boolean remembers(TrainingSpec before, TrainingSpec after) {
        return before.loss() == after.loss()
                && before.stop().equals(after.stop())
                && before.schedule().equals(after.schedule());
    }

    private static EpochRules rulesOf(Setup setup) {
        return new EpochRules(setup.experiment().training().stop(), Watch.NOTHING);
    }
}
