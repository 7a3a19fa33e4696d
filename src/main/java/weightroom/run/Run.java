package weightroom.run;

import java.util.List;
import java.util.Optional;
import weightroom.engine.Chunk;
import weightroom.engine.Chunk.Measurement;
import weightroom.engine.Device;
import weightroom.engine.DeviceFailure;
import weightroom.engine.Divergence;
import weightroom.engine.Plan;
import weightroom.engine.Program;
import weightroom.engine.Replica;
import weightroom.engine.State;
import weightroom.experiment.Setup;
import weightroom.experiment.StopSpec;

/**
 * One experiment in training on one device, from its start or from a saved state to its end. Whoever calls it does so from
 * one thread; nothing happens between calls.
 *
 * <p>When the device fails, the run goes on in Java from the last good state and says so in {@link #takeNotice()}.
 */
public final class Run implements AutoCloseable {
    /** How far the state kept for a failing device may lie back, in nanoseconds. */
    private static final long SAFETY_INTERVAL = 250_000_000L;

    private final Devices devices;
    private Setup setup;
    private Plan plan;
    private Device device;
    private Program program;
    private History history;
    private EpochRules rules;
    private State lastGood;
    private long lastGoodTime = System.nanoTime();
    private long epochLimit;
    private Optional<State> best = Optional.empty();
    private Optional<String> notice = Optional.empty();
    private Optional<End> end = Optional.empty();

    /** Why a run is over. */
    public enum End {
        EPOCHS_DONE,
        LOSS_REACHED,
        NO_BETTER,
        DIVERGED
    }

    /** A run that stands before its first step. */
    public Run(Setup setup, Devices devices, Device device) {
        this(setup, devices, device, setup.start(), new History());
    }

    /**
     * A run that goes on from a state.
     *
     * @param history the losses measured up to there
     */
    public Run(Setup setup, Devices devices, Device device, State state, History history) {
        this.setup = setup;
        this.plan = setup.plan();
        this.devices = devices;
        this.device = device;
        this.history = history;
        this.lastGood = state;
        this.epochLimit = plan.epochs();
        this.rules = rulesOf(setup);
        this.program = compile(state);
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
            take(chunk, watching);
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
        Replica next = changed.plan().replicas().get(0);
        Plan kept = withReplica(changed.plan(), scaled(next, replica().rateScale()));
        boolean sameRule = next.optimizer() == replica().optimizer();
        boolean sameData = changed.data() == setup.data();
        if (!(sameData && sameRule && program.adopt(kept))) {
            State state = state();
            program.close();
            plan = kept;
            setup = changed;
            State carried = State.fresh(plan, next, state.parameters());
            program = compile(new State(state.step(), state.parameters(), sameRule ? state.slots() : carried.slots()));
        }
        plan = kept;
        setup = changed;
        rules = rulesOf(changed);
        epochLimit = Math.max(epochLimit, plan.epochs());
        if (end.equals(Optional.of(End.DIVERGED))) {
            program.restore(0, state());
        }
        end = Optional.empty();
    }

    /** Goes on from the same state on another device. */
    public void moveTo(Device other) {
        State state = state();
        program.close();
        device = other;
        try {
            program = compile(state);
        } catch (DeviceFailure failure) {
            lastGood = state;
            fallBack(failure);
        }
    }

    /** Lets a run that has done its epochs go on without a limit. */
    public void continueBeyondEpochs() {
        boolean upToLimit = program.step() >= epochLimit * stepsPerEpoch();
        if (!end.equals(Optional.of(End.DIVERGED)) && (end.isPresent() || upToLimit)) {
            end = Optional.empty();
            epochLimit = Long.MAX_VALUE / Math.max(1, stepsPerEpoch());
            rules = new EpochRules(StopSpec.NEVER);
        }
    }

    /** A copy of parameters, optimizer state and step. */
    public State state() {
        return program.save(0);
    }

    /** The state at the epoch with the best loss, where the experiment stops for lack of a better one. */
    public Optional<State> best() {
        return best;
    }

    public Program program() {
        return program;
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
        return divergence().map(d -> d.step() - 1).orElse(program.step());
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

    public Optional<Divergence> divergence() {
        return program.divergence(0);
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
        Measurement losses = new Measurement(
                0,
                epoch(),
                step(),
                program.loss(0, setup.data().get(0).train()),
                program.loss(0, setup.data().get(0).validation()),
                program.loss(0, setup.data().get(0).test()));
        history.add(losses);
        return losses;
    }

    @Override
    public void close() {
        program.close();
    }

    private void take(Chunk chunk, boolean watching) {
        for (Measurement losses : chunk.measurements()) {
            history.add(losses);
            if (watching) {
                obey(rules.look(losses, replica()));
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
            best = Optional.of(state());
        }
        if (verdict.cutRate()) {
            Replica now = replica();
            Plan cut = withReplica(
                    plan, scaled(now, now.rateScale() * now.scheduleKnobs().get(0)));
            if (!program.adopt(cut)) {
                throw new IllegalStateException("a program refused a changed rate");
            }
            plan = cut;
        }
        end = verdict.end();
    }

    private void keepSafe() {
        if (device == devices.java()) {
            return;
        }
        long now = System.nanoTime();
        if (now - lastGoodTime > SAFETY_INTERVAL) {
            lastGood = state();
            lastGoodTime = now;
        }
    }

    private void fallBack(DeviceFailure failure) {
        if (device == devices.java()) {
            throw failure;
        }
        notice = Optional.of("%s stopped working: %s Training goes on in Java from step %d."
                .formatted(device.description(), failure.getMessage(), lastGood.step()));
        closeQuietly();
        device = devices.java();
        program = compile(lastGood);
        History kept = new History();
        for (int i = 0; i < history.size() && history.step(i) <= lastGood.step(); i++) {
            kept.add(history.epoch(i), history.step(i), history.train(i), history.validation(i), history.test(i));
        }
        history = kept;
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

    private static EpochRules rulesOf(Setup setup) {
        return new EpochRules(setup.experiment().training().stop());
    }

    private static Plan withReplica(Plan plan, Replica replica) {
        return new Plan(plan.network(), plan.loss(), plan.batch(), plan.shuffle(), plan.epochs(), List.of(replica));
    }

    private static Replica scaled(Replica r, double rateScale) {
        return new Replica(
                r.seed(),
                r.data(),
                r.optimizer(),
                r.knobs(),
                r.learningRate(),
                rateScale,
                r.schedule(),
                r.scheduleKnobs(),
                r.warmUp(),
                r.l1(),
                r.l2(),
                r.clipValue(),
                r.clipNorm());
    }
}
