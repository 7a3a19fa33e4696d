package weightroom.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import weightroom.engine.InvalidInput;
import weightroom.engine.State;
import weightroom.experiment.Experiment;
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
    private final BlockingQueue<Command> commands = new LinkedBlockingQueue<>();
    private final Thread thread;
    private final Pace pace = new Pace(CHUNK_NANOS);
    private final Watching watching = new Watching();
    private final Cursor cursor = new Cursor();
    private final Session session;
    private volatile Snapshot latest;
    private volatile boolean closing;
    private volatile List<DeviceChoice> choices = List.of();
    private volatile Runnable listener = () -> {};
    private Optional<Command> held = Optional.empty();
    private boolean playing;
    private long stepsToMake;
    private Optional<Notice> notice = Optional.empty();
    private long serial;
    private long obeyed;
    private long notices;
    private long lastPublished;
    private long previousChunk = System.nanoTime();

    /**
     * Prepares the experiment in Java and stands before its first step.
     *
     * @param folder that files named by experiments are relative to
     * @throws InvalidInput when the experiment cannot be trained
     */
    public Trainer(Devices devices, Experiment experiment, Path folder) {
        this.devices = devices;
        this.session = new Session(devices, experiment, folder, Course.BUDGET, this::tell);
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
        while (!closing) {
            try {
                if (obeyCommands()) {
                    publish();
                }
                work();
            } catch (RuntimeException error) {
                survive(error);
            }
        }
        session.close();
    }

    /** Does some milliseconds of whatever is to be done. */
    private void work() {
        boolean wasBusy = playing || busy();
        if (busy()) {
            goOn(CHUNK_NANOS);
        } else if (playing) {
            playOn();
        }
        boolean finished = wasBusy && !playing && !busy();
        if (wasBusy && (finished || System.nanoTime() - lastPublished > PUBLISH_NANOS)) {
            publish();
        }
    }

    private void playOn() {
        long now = System.nanoTime();
        long steps = pace.due(now, run().stepsPerEpoch());
        if (steps > 0) {
            train(steps);
            long after = System.nanoTime();
            pace.made(steps, after - now, after - previousChunk);
            previousChunk = after;
        }
    }

    /** Whether a journey or a number of steps is under way. */
    private boolean busy() {
        return stepsToMake > 0 || course().travelling();
    }

    /** Goes on with what is under way, for about so long. */
    private void goOn(long nanos) {
        long begin = System.nanoTime();
        course().travelOn(nanos);
        while (stepsToMake > 0 && System.nanoTime() - begin < nanos) {
            long steps = Math.min(stepsToMake, pace.chunk());
            long before = System.nanoTime();
            long made = train(steps);
            long took = System.nanoTime() - before;
            pace.made(made, took, took);
            stepsToMake = run().end().isPresent() ? 0 : stepsToMake - made;
        }
        tellOfDevice();
    }

    /** Carries out what was asked; waits for it where there is nothing else to do. Returns whether anything was done. */
    private boolean obeyCommands() {
        boolean any = false;
        Optional<Command> next = held.isPresent() ? held : waitForCommand();
        while (next.isPresent() && !mustWait(next.get())) {
            held = Optional.empty();
            obey(next.get());
            obeyed++;
            any = true;
            next = Optional.ofNullable(commands.poll());
        }
        held = next;
        if (held.isPresent() && commands.stream().anyMatch(Command.Pause.class::isInstance)) {
            stop();
        }
        return any;
    }

    private Optional<Command> waitForCommand() {
        try {
            if (busy()) {
                return Optional.ofNullable(commands.poll());
            }
            if (!playing) {
                return Optional.of(commands.take());
            }
            long wait = pace.owes() ? 0 : pace.wait(run().stepsPerEpoch());
            return Optional.ofNullable(commands.poll(wait, TimeUnit.NANOSECONDS));
        } catch (InterruptedException interrupted) {
            closing = true;
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** A journey gives way to another one; everything else happens where the journey, or the steps, lead to. */
    private boolean mustWait(Command command) {
        boolean anytime = command instanceof Command.Pause
                || command instanceof Command.Watch
                || command instanceof Command.Speed
                || command instanceof Command.FindDevices;
        boolean journey = command instanceof Command.Seek
                || command instanceof Command.Latest
                || command instanceof Command.StepBack
                || command instanceof Command.GoTo
                || command instanceof Command.Reset
                || command instanceof Command.Open
                || command instanceof Command.New;
        return !anytime && (stepsToMake > 0 || course().travelling() && !journey);
    }

    private void obey(Command command) {
        try {
            if (!obeyTransport(command) && !obeyTime(command) && !obeyChange(command)) {
                obeyRest(command);
            }
        } catch (InvalidInput refused) {
            tell(Kind.ERROR, String.valueOf(refused.getMessage()));
        }
        tellOfDevice();
    }

    private boolean obeyTransport(Command command) {
        if (command instanceof Command.Play) {
            play();
        } else if (command instanceof Command.Pause) {
            stop();
        } else if (command instanceof Command.Step step) {
            step(step.updates());
        } else if (command instanceof Command.StepEpoch) {
            step(run().stepsPerEpoch() - run().step() % run().stepsPerEpoch());
        } else if (command instanceof Command.StepSample) {
            stop();
            if (cursor.passesLast(run())) {
                step(1);
            }
        } else if (command instanceof Command.Speed speed) {
            pace.setSpeed(speed.epochsPerSecond());
        } else {
            return false;
        }
        return true;
    }

    private boolean obeyTime(Command command) {
        if (command instanceof Command.Seek seek) {
            travel(() -> course().seek(seek.step()));
        } else if (command instanceof Command.StepBack) {
            travel(() -> course().stepBack());
        } else if (command instanceof Command.Latest) {
            travel(() -> course().seekLatest());
        } else if (command instanceof Command.GoTo branch) {
            travel(() -> {
                if (!session.goTo(branch.branch())) {
                    tell(Kind.ERROR, Text.of("branch.none", branch.branch()));
                }
            });
        } else if (command instanceof Command.Undo) {
            turnBack(session.undo());
        } else if (command instanceof Command.Redo) {
            turnBack(session.redo());
        } else {
            return false;
        }
        return true;
    }

    private boolean obeyChange(Command command) {
        if (command instanceof Command.Change change) {
            session.change(change.experiment());
        } else if (command instanceof Command.Edit edit) {
            session.edit(edit.parameters());
        } else if (command instanceof Command.Reset) {
            session.reset();
            notice = Optional.empty();
        } else if (command instanceof Command.Open open) {
            session.open(open.run());
            turnBack(true);
        } else if (command instanceof Command.New start) {
            session.startNew(start.experiment(), start.folder());
            turnBack(true);
        } else if (command instanceof Command.UseDevice use) {
            session.useDevice(use.id());
        } else {
            return false;
        }
        pace.forgetChunk();
        return true;
    }

    private void obeyRest(Command command) {
        if (command instanceof Command.FindDevices) {
            choices = devices.all().stream()
                    .map(device -> new DeviceChoice(device.id(), device.description()))
                    .toList();
        } else if (command instanceof Command.Watch wanted) {
            watching.watch(wanted);
        } else if (command instanceof Command.ClearEarlier) {
            session.clearEarlier();
        } else if (command instanceof Command.Save save) {
            save.receiver().accept(run().saved(course().folder(), save.points()));
        }
    }

    private Course course() {
        return session.course();
    }

    private Run run() {
        return session.run();
    }

    /** Stands still, wherever it is. */
    private void stop() {
        playing = false;
        stepsToMake = 0;
        course().stop();
    }

    private void step(long updates) {
        stop();
        stepsToMake = updates;
        goOn(CHUNK_NANOS);
    }

    private void travel(Runnable setOut) {
        stop();
        if (run().divergence().isPresent()) {
            notice = Optional.empty();
        }
        setOut.run();
        course().travelOn(CHUNK_NANOS);
    }

    /** @param otherRun whether another run is there now, which stands still until somebody plays it */
    private void turnBack(boolean otherRun) {
        if (otherRun) {
            stop();
            notice = Optional.empty();
            pace.forgetChunk();
        }
    }

    private void play() {
        stop();
        course().continueBeyondEnd();
        playing = run().end().isEmpty();
        pace.restart(System.nanoTime());
    }

    /** Makes so many updates, or fewer where the run ends; returns how many. */
    private long train(long steps) {
        int stride = measureEvery();
        long made;
        if (steps > 0 && watching.wantsUpdate(playing, System.nanoTime())) {
            made = advance(steps - 1, stride);
            State before = run().state();
            made += advance(1, stride);
            watching.updated(course().insights(), before, run().state());
        } else {
            made = advance(steps, stride);
        }
        run().end().ifPresent(this::tellEnd);
        return made;
    }

    private long advance(long steps, int stride) {
        long left = steps;
        while (left > 0 && run().end().isEmpty()) {
            left -= course().advance(left, stride);
            tellOfDevice();
        }
        return steps - left;
    }

    private void tellEnd(Run.End end) {
        playing = false;
        if (end == Run.End.DIVERGED) {
            run().divergence().ifPresent(divergence -> tell(Kind.ERROR, divergence.message()));
        } else {
            long epochs = end == Run.End.EPOCHS_DONE ? run().setup().plan().epochs() : run().epoch();
            tell(Kind.INFORMATION, Text.of("end." + end.name(), epochs));
        }
    }

    /** So many epochs per measurement that there are at most about two thousand a second; a power of two. */
    private int measureEvery() {
        double epochsPerSecond = pace.stepsPerSecond() / run().stepsPerEpoch();
        double stride = Math.max(1, epochsPerSecond / MEASUREMENTS_PER_SECOND);
        return Integer.highestOneBit((int) Math.min(1 << 20, stride));
    }

    private void tellOfDevice() {
        run().takeNotice().ifPresent(text -> tell(Kind.WARNING, text));
    }

    private void tell(Kind kind, String text) {
        notice = Optional.of(new Notice(++notices, kind, text));
    }

    /** An error of our own must not take the window with it: pause, say so, and keep the details for the log. */
    private void survive(RuntimeException error) {
        LOG.log(System.Logger.Level.ERROR, "training failed", error);
        stop();
        tell(Kind.ERROR, Text.of("trainer.failed", String.valueOf(error.getMessage())));
        latest = latest.paused(notice, ++serial);
        listener.run();
    }

    private void publish() {
        latest = snapshot();
        lastPublished = System.nanoTime();
        listener.run();
    }

    private Snapshot snapshot() {
        Run run = run();
        double speed = playing ? pace.stepsPerSecond() * run.samplesPerEpoch() / run.stepsPerEpoch() : 0;
        State state = run.state();
        return new Snapshot(
                run.setup(),
                state,
                new Progress(
                        run.epoch(),
                        run.samples(),
                        playing,
                        speed,
                        cursor.rows(run, playing),
                        cursor.row(run),
                        busy() ? obeyed - 1 : obeyed),
                new Used(run.device().id(), run.device().description()),
                run.history(),
                session.view(),
                watching.look(run, state, course().insights(), playing || busy()),
                run.divergence(),
                notice,
                ++serial);
    }
}
