package weightroom.race;

import java.util.List;
import java.util.Optional;
import weightroom.engine.DeviceFailure;
import weightroom.engine.InvalidInput;
import weightroom.race.RaceSnapshot.Phase;
import weightroom.race.RaceSnapshot.Watched;
import weightroom.run.CommandThread;
import weightroom.run.Devices;
import weightroom.run.Pace;
import weightroom.run.Snapshot.Notice;
import weightroom.run.Snapshot.Notice.Kind;
import weightroom.run.Snapshot.Used;

/**
 * Carries out commands on a race and does the work that follows from them, some milliseconds at a time, so that whoever
 * calls it can listen in between. For the race's thread.
 */
final class RacePlayer implements CommandThread.Performer<RaceCommand, RacePicture> {
    /** Short enough to answer a hand on a slider. */
    private static final long CHUNK_NANOS = 6_000_000L;
    /** On the way to the end nobody watches single steps, and long chunks cost less. */
    private static final long RUSH_NANOS = 40_000_000L;

    private final RaceDevices devices;
    private final Pace pace = new Pace(CHUNK_NANOS);
    private final RaceWatching watching = new RaceWatching();
    private Optional<Contest> wanted = Optional.empty();
    private Optional<Tuning> search = Optional.empty();
    private Optional<Race> race = Optional.empty();
    private boolean playing;
    private boolean finishing;
    private long ticksToMake;
    private Optional<Notice> notice = Optional.empty();
    private long notices;
    private long previousChunk = System.nanoTime();

    /** @param devices closed with this */
    RacePlayer(Devices devices) {
        this.devices = new RaceDevices(devices);
    }

    @Override
    public boolean idle() {
        return !playing && !finishing && !busy() && search.isEmpty();
    }

    @Override
    public long rest() {
        boolean waits = playing && !busy() && !pace.owes();
        return waits ? pace.wait(race.map(Race::ticksPerEpoch).orElse(1)) : 0;
    }

    /** Whether what was asked for has not been done yet. */
    private boolean busy() {
        return wanted.isPresent() || ticksToMake > 0 || travelling();
    }

    private boolean travelling() {
        return race.map(Race::travelling).orElse(false);
    }

    @Override
    public boolean mustWait(RaceCommand command) {
        if (Precedence.anytime(command)) {
            return false;
        }
        boolean pause = stops(command);
        if (wanted.isPresent()) {
            return true;
        }
        if (search.isPresent()) {
            return !pause && !(command instanceof RaceCommand.Take);
        }
        return !pause && (ticksToMake > 0 || travelling() && !Precedence.journey(command));
    }

    @Override
    public boolean stops(RaceCommand command) {
        return command instanceof RaceCommand.Pause;
    }

    @Override
    public boolean outdated(RaceCommand command, RaceCommand later) {
        return Precedence.outdated(command, later);
    }

    @Override
    public void obey(RaceCommand command) {
        try {
            if (command instanceof RaceCommand.Begin begin) {
                stop();
                wanted = Optional.of(begin.contest());
            } else if (command instanceof RaceCommand.Watch watch) {
                watching.watch(watch);
            } else if (command instanceof RaceCommand.Speed speed) {
                pace.setSpeed(speed.epochsPerSecond());
            } else if (command instanceof RaceCommand.UseDevice use) {
                devices.use(use.id(), race);
                pace.forgetChunk();
            } else if (command instanceof RaceCommand.Take take) {
                take.receiver()
                        .accept(race.filter(
                                        now -> take.entrant().in(now.lineup().contest()))
                                .map(now -> now.take(take.entrant())));
            } else {
                race.ifPresent(now -> move(now, command));
            }
        } catch (InvalidInput | DeviceFailure refused) {
            tell(Kind.ERROR, String.valueOf(refused.getMessage()));
        }
        tellOfDevice();
    }

    private void move(Race now, RaceCommand command) {
        stop();
        if (command instanceof RaceCommand.Play) {
            playing = goesOn(now);
            pace.restart(System.nanoTime());
        } else if (command instanceof RaceCommand.Finish) {
            finishing = goesOn(now);
            pace.restart(System.nanoTime());
        } else if (command instanceof RaceCommand.Step step) {
            ticksToMake = step.ticks();
        } else if (command instanceof RaceCommand.StepEpoch) {
            ticksToMake = now.ticksPerEpoch() - now.tick() % now.ticksPerEpoch();
        } else if (command instanceof RaceCommand.StepBack) {
            now.seek(now.tick() - 1);
        } else if (command instanceof RaceCommand.Seek seek) {
            now.seek(seek.tick());
        } else if (command instanceof RaceCommand.Latest) {
            now.seek(Long.MAX_VALUE);
        } else if (command instanceof RaceCommand.Reset) {
            take(new Race(now.lineup(), devices.all(), devices.of(race)));
            notice = Optional.empty();
        }
    }

    private boolean goesOn(Race now) {
        if (now.over()) {
            tell(Kind.INFORMATION, Text.of("race.over"));
        }
        return !now.over();
    }

    @Override
    public void stop() {
        playing = false;
        finishing = false;
        ticksToMake = 0;
        search.ifPresent(Tuning::close);
        search = Optional.empty();
        race.ifPresent(Race::stop);
    }

    @Override
    public void work() {
        if (wanted.isPresent()) {
            Contest contest = wanted.get();
            wanted = Optional.empty();
            prepare(contest);
        } else if (search.isPresent()) {
            tune(search.get());
        } else {
            race.ifPresent(this::goOn);
        }
        tellOfDevice();
    }

    private void prepare(Contest contest) {
        try {
            Lineup lineup = Lineup.of(contest);
            take(new Race(lineup, devices.all(), devices.choose(lineup)));
            notice = Optional.empty();
            if (contest.trials() > 0) {
                search = Optional.of(new Tuning(contest, devices.all(), devices.of(race)));
            }
        } catch (InvalidInput | DeviceFailure refused) {
            tell(Kind.ERROR, String.valueOf(refused.getMessage()));
        }
    }

    private void tune(Tuning now) {
        if (now.work(CHUNK_NANOS)) {
            List<Optional<FoundRate>> found = now.found();
            stop();
            race.map(before -> before.lineup().contest())
                    .map(contest -> Lineup.of(contest, found))
                    .ifPresent(lineup -> take(new Race(lineup, devices.all(), devices.of(race))));
        }
    }

    private void take(Race made) {
        race.ifPresent(Race::close);
        race = Optional.of(made);
        watching.begin();
        pace.forgetChunk();
    }

    private void goOn(Race now) {
        if (now.travelling()) {
            now.travelOn(CHUNK_NANOS);
        } else if (ticksToMake > 0) {
            ticksToMake -= train(now, ticksToMake, CHUNK_NANOS);
        } else if (finishing) {
            train(now, Long.MAX_VALUE, RUSH_NANOS);
        } else if (playing) {
            train(now, pace.due(System.nanoTime(), now.ticksPerEpoch()), CHUNK_NANOS);
        }
        if (now.over() && !now.travelling()) {
            playing = false;
            finishing = false;
            ticksToMake = 0;
        }
    }

    private long train(Race now, long ticks, long nanos) {
        long begin = System.nanoTime();
        long made = now.advance(ticks, nanos);
        if (made > 0) {
            long end = System.nanoTime();
            pace.made(made, end - begin, end - previousChunk);
            previousChunk = end;
        }
        return made;
    }

    @Override
    public RacePicture picture(long obeyed, long serial) {
        long done = busy() ? obeyed - 1 : obeyed;
        Optional<RaceSnapshot> snapshot = race.map(now -> snapshot(now, done, serial));
        return new RacePicture(snapshot, wanted.isPresent(), notice, done, serial);
    }

    private RaceSnapshot snapshot(Race now, long done, long serial) {
        boolean moving = playing || finishing;
        double epochsPerSecond = moving ? pace.stepsPerSecond() / now.ticksPerEpoch() : 0;
        // Looking may find the device lost, which changes what follows.
        Watched watched = watching.look(now, moving || busy());
        tellOfDevice();
        return new RaceSnapshot(
                now.lineup().contest(),
                now.lineup().lanes(),
                now.lineup().setups(),
                now.lineup().fairness(),
                now.clock(moving, epochsPerSecond),
                phase(now),
                now.history(),
                now.fates(),
                watched,
                new Used(now.device().id(), now.device().description()),
                notice,
                done,
                serial);
    }

    private Phase phase(Race now) {
        if (search.isPresent()) {
            return new Phase(Phase.Kind.TUNING, search.get().share());
        }
        if (finishing) {
            return new Phase(
                    Phase.Kind.FINISHING,
                    (double) now.tick() / Math.max(1, now.clock(true, 0).end()));
        }
        return now.travelling() ? new Phase(Phase.Kind.TRAVELLING, now.travelled()) : new Phase(Phase.Kind.RACING, 0);
    }

    @Override
    public RacePicture failed(RuntimeException error, RacePicture last, long obeyed, long serial) {
        tell(Kind.ERROR, Text.of("race.failed", String.valueOf(error.getMessage())));
        return last.stopped(notice, obeyed, serial);
    }

    private void tellOfDevice() {
        race.flatMap(Race::takeNotice).ifPresent(text -> tell(Kind.WARNING, text));
    }

    private void tell(Kind kind, String text) {
        notice = Optional.of(new Notice(++notices, kind, text));
    }

    @Override
    public void close() {
        stop();
        race.ifPresent(Race::close);
        devices.close();
    }
}
