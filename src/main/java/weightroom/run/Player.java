package weightroom.run;

import java.nio.file.Path;
import java.util.Optional;
import weightroom.engine.InvalidInput;
import weightroom.engine.State;
import weightroom.experiment.Experiment;
import weightroom.run.Snapshot.Notice;
import weightroom.run.Snapshot.Notice.Kind;
import weightroom.run.Snapshot.Progress;
import weightroom.run.Snapshot.Used;

/**
 * Carries out commands on a session and does the work that follows from them, some milliseconds at a time, so that whoever
 * calls it can listen in between. For the trainer's thread.
 */
final class Player implements CommandThread.Performer<Command, Snapshot> {
    /** A chunk of steps should last so long: short enough to answer a hand on a slider, long enough for a launch. */
    private static final long CHUNK_NANOS = 6_000_000L;

    private static final double MEASUREMENTS_PER_SECOND = 2000;

    private final Pace pace = new Pace(CHUNK_NANOS);
    private final Watching watching = new Watching();
    private final Cursor cursor = new Cursor();
    private final Desks desks;
    private final Runnable finding;
    private boolean playing;
    private long stepsToMake;
    private long playTo = Long.MAX_VALUE;
    private Optional<Notice> notice = Optional.empty();
    private long notices;
    private long previousChunk = System.nanoTime();

    /**
     * @param finding looks for devices
     * @throws InvalidInput when the experiment cannot be trained
     */
    Player(Devices devices, Experiment experiment, Path folder, Runnable finding) {
        this.finding = finding;
        this.desks = new Desks(
                session(devices, experiment, folder), wanted -> session(devices, wanted.experiment(), wanted.folder()));
    }

    private Session session(Devices devices, Experiment experiment, Path folder) {
        return new Session(devices, experiment, folder, Course.BUDGET, this::tell);
    }

    @Override
    public boolean idle() {
        return !playing && !busy();
    }

    @Override
    public long rest() {
        return busy() || pace.owes() ? 0 : pace.wait(run().stepsPerEpoch());
    }

    @Override
    public void work() {
        if (busy()) {
            goOn(CHUNK_NANOS);
        } else if (playing) {
            playOn();
        }
    }

    /** Whether a journey or a number of steps is under way. */
    boolean busy() {
        return stepsToMake > 0 || course().travelling();
    }

    /** A journey gives way to another one; everything else happens where the journey, or the steps, lead to. */
    @Override
    public boolean mustWait(Command command) {
        boolean anytime = command instanceof Command.Pause
                || command instanceof Command.Watch
                || command instanceof Command.Speed
                || command instanceof Command.Desk
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

    @Override
    public boolean stops(Command command) {
        return command instanceof Command.Pause;
    }

    @Override
    public void obey(Command command) {
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
        } else if (command instanceof Command.PlayTo goal) {
            playTo(goal.epochs());
        } else if (command instanceof Command.Pause) {
            stop();
        } else if (command instanceof Command.Step step) {
            step(step.updates());
        } else if (command instanceof Command.StepEpoch) {
            step(run().stepsToEpochEnd());
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
                if (!session().goTo(branch.branch())) {
                    tell(Kind.ERROR, Text.of("branch.none", branch.branch()));
                }
            });
        } else if (command instanceof Command.Branch) {
            session().branch();
        } else if (command instanceof Command.Undo) {
            turnBack(session().undo());
        } else if (command instanceof Command.Redo) {
            turnBack(session().redo());
        } else {
            return false;
        }
        return true;
    }

    private boolean obeyChange(Command command) {
        if (command instanceof Command.Change change) {
            session().change(change.experiment());
        } else if (command instanceof Command.Edit edit) {
            session().edit(edit.parameters());
        } else if (command instanceof Command.Reset) {
            session().reset();
            notice = Optional.empty();
        } else if (command instanceof Command.Open open) {
            session().open(open.run());
            turnBack(true);
        } else if (command instanceof Command.New start) {
            session().startNew(start.experiment(), start.folder());
            turnBack(true);
        } else if (command instanceof Command.Desk desk) {
            stop();
            turnBack(desks.goTo(desk));
        } else if (command instanceof Command.UseDevice use) {
            session().useDevice(use.id());
        } else {
            return false;
        }
        pace.forgetChunk();
        return true;
    }

    private void obeyRest(Command command) {
        if (command instanceof Command.Watch wanted) {
            watching.watch(wanted);
        } else if (command instanceof Command.ClearEarlier) {
            session().clearEarlier();
        } else if (command instanceof Command.FindDevices) {
            finding.run();
        } else if (command instanceof Command.Save save) {
            save.receiver().accept(run().saved(course().folder(), save.points()));
        } else if (command instanceof Command.Recall recall) {
            recall.receiver().accept(course().past());
        }
    }

    private Course course() {
        return session().course();
    }

    private Run run() {
        return session().run();
    }

    private Session session() {
        return desks.session();
    }

    @Override
    public void stop() {
        playing = false;
        playTo = Long.MAX_VALUE;
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

    private void playTo(long epochs) {
        play();
        playTo = epochs;
        playing &= run().epoch() < playTo;
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

    /**
     * So many epochs per measurement that there are at most about two thousand a second, and that a history which was
     * thinned out is not filled again at once; a power of two.
     */
    private int measureEvery() {
        double epochsPerSecond = pace.stepsPerSecond() / run().stepsPerEpoch();
        double byLength = run().epoch() / (History.MOST_POINTS / 2.0);
        double stride = Math.max(1, Math.max(byLength, epochsPerSecond / MEASUREMENTS_PER_SECOND));
        return Integer.highestOneBit((int) Math.min(1 << 20, stride));
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

    private void playOn() {
        long now = System.nanoTime();
        long steps = Math.min(pace.due(now, run().stepsPerEpoch()), run().stepAt(playTo) - run().step());
        if (steps > 0) {
            train(steps);
            long after = System.nanoTime();
            pace.made(steps, after - now, after - previousChunk);
            previousChunk = after;
        }
        playing &= run().epoch() < playTo;
    }

    @Override
    public Snapshot picture(long obeyed, long serial) {
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
                        busy() ? obeyed - 1 : obeyed,
                        run.rateScale(),
                        run.plan().ahead()),
                new Used(run.device().id(), run.device().description()),
                run.history(),
                session().view(),
                watching.look(run, state, course().insights(), playing || busy()),
                run.divergence(),
                notice,
                desks.name(),
                serial);
    }

    @Override
    public Snapshot failed(RuntimeException error, Snapshot last, long obeyed, long serial) {
        tell(Kind.ERROR, Text.of("trainer.failed", String.valueOf(error.getMessage())));
        return last.paused(notice, obeyed, serial);
    }

    private void tellOfDevice() {
        run().takeNotice().ifPresent(text -> tell(Kind.WARNING, text));
    }

    private void tell(Kind kind, String text) {
        notice = Optional.of(new Notice(++notices, kind, text));
    }

    @Override
    public void close() {
        desks.close();
    }
}
