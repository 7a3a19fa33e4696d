package weightroom.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import weightroom.engine.Device;
import weightroom.engine.DeviceFailure;
import weightroom.engine.InvalidInput;
import weightroom.engine.State;
import weightroom.experiment.Experiment;
import weightroom.experiment.Setup;
import weightroom.run.Snapshot.Notice;
import weightroom.run.Snapshot.Notice.Kind;
import weightroom.run.Snapshot.Progress;
import weightroom.run.Snapshot.Used;

/**
 * A run on a thread of its own. The thread owns everything that changes; others send {@linkplain Command commands} and
 * look at the {@linkplain #latest() latest snapshot}, which is replaced about sixty times a second while it plays.
 */
public final class Trainer implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Trainer.class.getName());
    /** A chunk of steps should last so long: short enough to answer a hand on a slider, long enough for a launch. */
    private static final long CHUNK_NANOS = 6_000_000L;

    private static final long PUBLISH_NANOS = 15_000_000L;
    private static final double MEASUREMENTS_PER_SECOND = 2000;

    private final Devices devices;
    private final DeviceTrial trial;
    private final Path folder;
    private final BlockingQueue<Command> commands = new LinkedBlockingQueue<>();
    private final Thread thread;
    private final Pace pace = new Pace(CHUNK_NANOS);
    private volatile Snapshot latest;
    private volatile boolean closing;
    private volatile List<DeviceChoice> choices = List.of();
    private volatile Runnable listener = () -> {};
    private Run run;
    private boolean playing;
    private String wantedDevice = "java";
    private final Watching watching = new Watching();
    private Optional<Notice> notice = Optional.empty();
    private InsightHistory insights;
    private long serial;
    private long obeyed;
    private long notices;

    /**
     * Prepares the experiment in Java and stands before its first step.
     *
     * @param folder that files named by experiments are relative to
     * @throws InvalidInput when the experiment cannot be trained
     */
    public Trainer(Devices devices, Experiment experiment, Path folder) {
        this.devices = devices;
        this.trial = new DeviceTrial(devices);
        this.folder = folder;
        this.run = start(Setup.of(experiment, folder));
        this.insights = new InsightHistory(run.setup().plan().network().layers().size());
        this.thread = new Thread(this::loop, "trainer");
        this.latest = snapshot();
        thread.setDaemon(true);
        thread.start();
    }

    /** A device that {@link Command.UseDevice} can name. */
    public record DeviceChoice(String id, String description) {}

    /** Asks for something; returns at once. */
    public void send(Command command) {
        commands.add(command);
    }

    /** The newest picture of the run. */
    public Snapshot latest() {
        return latest;
    }

    /** The devices found by {@link Command.FindDevices}; empty before. */
    public List<DeviceChoice> choices() {
        return choices;
    }

    /** Calls this after every new snapshot, on the trainer's thread; in place of an earlier listener. */
    public void onPublish(Runnable heard) {
        listener = heard;
    }

    /** Ends the thread and frees the program; waits up to two seconds for the chunk in work. */
    @Override
    public void close() {
        closing = true;
        send(new Command.Pause());
        try {
            thread.join(2000);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void loop() {
        long lastPublished = 0;
        long previous = System.nanoTime();
        while (!closing) {
            try {
                if (obeyCommands()) {
                    publish();
                }
                long now = System.nanoTime();
                long steps = playing ? pace.due(now, run.stepsPerEpoch()) : 0;
                if (steps > 0) {
                    train(steps);
                    long after = System.nanoTime();
                    pace.made(steps, after - now, after - previous);
                    previous = after;
                    if (after - lastPublished > PUBLISH_NANOS || !playing) {
                        publish();
                        lastPublished = after;
                    }
                }
            } catch (RuntimeException error) {
                survive(error);
            }
        }
        run.close();
    }

    /** Carries out what was asked; waits for it where there is nothing else to do. Returns whether anything was asked. */
    private boolean obeyCommands() {
        Optional<Command> next = waitForCommand();
        boolean any = next.isPresent();
        while (next.isPresent()) {
            obey(next.get());
            obeyed++;
            next = Optional.ofNullable(commands.poll());
        }
        return any;
    }

    private Optional<Command> waitForCommand() {
        try {
            if (!playing) {
                return Optional.of(commands.take());
            }
            long wait = pace.owes() ? 0 : pace.wait(run.stepsPerEpoch());
            return Optional.ofNullable(commands.poll(wait, TimeUnit.NANOSECONDS));
        } catch (InterruptedException interrupted) {
            closing = true;
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private void obey(Command command) {
        if (command instanceof Command.Play) {
            play();
        } else if (command instanceof Command.Pause) {
            playing = false;
        } else if (command instanceof Command.Step step) {
            playing = false;
            train(step.updates());
        } else if (command instanceof Command.StepEpoch) {
            playing = false;
            train(run.stepsPerEpoch() - run.step() % run.stepsPerEpoch());
        } else if (command instanceof Command.Reset) {
            restart(run.setup());
        } else if (command instanceof Command.Change change) {
            change(change.experiment());
        } else if (command instanceof Command.Speed speed) {
            pace.setSpeed(speed.epochsPerSecond());
        } else if (command instanceof Command.UseDevice use) {
            useDevice(use.id());
        } else if (command instanceof Command.FindDevices) {
            choices = devices.all().stream()
                    .map(device -> new DeviceChoice(device.id(), device.description()))
                    .toList();
        } else if (command instanceof Command.Watch wanted) {
            watching.watch(wanted);
        }
    }

    private void play() {
        run.continueBeyondEpochs();
        playing = run.end().isEmpty();
        pace.restart(System.nanoTime());
    }

    private void train(long steps) {
        int stride = measureEvery();
        if (steps > 0 && watching.wantsUpdate(playing, System.nanoTime())) {
            advance(steps - 1, stride);
            State before = run.state();
            advance(1, stride);
            watching.updated(insights, before, run.state());
        } else {
            advance(steps, stride);
        }
        run.end().ifPresent(this::tellEnd);
    }

    private void advance(long steps, int stride) {
        long left = steps;
        while (left > 0 && run.end().isEmpty()) {
            left -= run.advance(left, stride);
            run.takeNotice().ifPresent(text -> tell(Kind.WARNING, text));
        }
    }

    private void tellEnd(Run.End end) {
        playing = false;
        if (end == Run.End.DIVERGED) {
            run.divergence().ifPresent(divergence -> tell(Kind.ERROR, divergence.message()));
        } else {
            long epochs = end == Run.End.EPOCHS_DONE ? run.setup().plan().epochs() : run.epoch();
            tell(Kind.INFORMATION, Text.of("end." + end.name(), epochs));
        }
    }

    /** So many epochs per measurement that there are at most about two thousand a second; a power of two. */
    private int measureEvery() {
        double epochsPerSecond = pace.stepsPerSecond() / run.stepsPerEpoch();
        double stride = Math.max(1, epochsPerSecond / MEASUREMENTS_PER_SECOND);
        return Integer.highestOneBit((int) Math.min(1 << 20, stride));
    }

    private void change(Experiment experiment) {
        try {
            Setup before = run.setup();
            Setup changed = before.with(experiment, folder);
            if (Run.keepsWeights(before, changed)) {
                run.change(changed);
            } else {
                restart(changed);
                tell(Kind.INFORMATION, Text.of("fresh.start"));
            }
            pace.forgetChunk();
        } catch (InvalidInput refused) {
            tell(Kind.ERROR, String.valueOf(refused.getMessage()));
        }
    }

    private void restart(Setup setup) {
        Run fresh = start(setup);
        run.close();
        run = fresh;
        insights = new InsightHistory(setup.plan().network().layers().size());
        notice = Optional.empty();
        pace.forgetChunk();
    }

    private Run start(Setup setup) {
        Run fresh = new Run(setup, devices, device(setup));
        fresh.measure();
        return fresh;
    }

    private Device device(Setup setup) {
        try {
            return wantedDevice.equals(Devices.AUTO) ? trial.fastest(setup) : devices.byId(wantedDevice);
        } catch (DeviceFailure failure) {
            tell(Kind.WARNING, String.valueOf(failure.getMessage()));
            return devices.java();
        }
    }

    private void useDevice(String id) {
        wantedDevice = id;
        Device chosen = device(run.setup());
        if (chosen != run.device()) {
            run.moveTo(chosen);
            tell(Kind.INFORMATION, Text.of("device.moved", chosen.id()));
        } else if (id.equals(Devices.AUTO)) {
            tell(Kind.INFORMATION, Text.of("device.kept", chosen.id()));
        }
        run.takeNotice().ifPresent(text -> tell(Kind.WARNING, text));
        pace.forgetChunk();
    }

    private void tell(Kind kind, String text) {
        notice = Optional.of(new Notice(++notices, kind, text));
    }

    /** An error of our own must not take the window with it: pause, say so, and keep the details for the log. */
    private void survive(RuntimeException error) {
        LOG.log(System.Logger.Level.ERROR, "training failed", error);
        playing = false;
        tell(Kind.ERROR, Text.of("trainer.failed", String.valueOf(error.getMessage())));
        latest = latest.paused(notice, ++serial);
        listener.run();
    }

    private void publish() {
        latest = snapshot();
        listener.run();
    }

    private Snapshot snapshot() {
        State state = run.state();
        double speed = playing ? pace.stepsPerSecond() * run.samplesPerEpoch() / run.stepsPerEpoch() : 0;
        return new Snapshot(
                run.setup(),
                state,
                new Progress(run.epoch(), run.samples(), playing, speed, new int[0], -1, obeyed),
                new Used(run.device().id(), run.device().description()),
                run.history(),
                Timeline.View.START,
                watching.look(run, state, insights, playing),
                run.divergence(),
                notice,
                ++serial);
    }
}
