package weightroom.race;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import weightroom.engine.Chunk.Measurement;
import weightroom.engine.Device;
import weightroom.engine.State;
import weightroom.experiment.SavedRun;
import weightroom.race.Pack.Round;
import weightroom.race.RaceCommand.Watch;
import weightroom.race.RaceSnapshot.Clock;
import weightroom.race.RaceSnapshot.Fate;
import weightroom.race.RaceSnapshot.Watched;
import weightroom.run.Devices;
import weightroom.run.Keyframes;

/**
 * A contest in training, with its past. Going back is: put back the nearest keyframe before, and train from there again:
 * on the same device the same bits. Training on from the past follows what was, and nothing is recorded twice.
 *
 * <p>Whoever calls it does so from one thread, some milliseconds at a time; nothing happens between calls.
 */
public final class Race implements AutoCloseable {
    /** What keyframes may take, in bytes. */
    public static final long KEYFRAME_BYTES = 64L << 20;

    private static final long KEEP_EVERY_NANOS = 100_000_000L;

    /** Keyframes are so rare that they cost one part in so many of the time. */
    private static final long KEEP_COST_PART = 100;

    /** Ticks at a time last so long, or a quarter of the time given if that is longer. */
    private static final long SLICE_NANOS = 6_000_000L;

    /** Updates of entrants that are looked into are made by themselves so often. */
    private static final long LOOK_NANOS = 66_000_000L;

    private final Lineup lineup;
    private final Looking looking;
    private final Pack pack;
    private final Keyframes<PackFrame> keyframes = new Keyframes<>(KEYFRAME_BYTES);
    private final RoundRecorder recorder;
    private long latest;
    private Optional<Long> goal = Optional.empty();
    private long setOut;
    private Watch watch = Watch.NOTHING;
    private Optional<Seen> seen = Optional.empty();
    private double slice = 1;
    private long keptTime = System.nanoTime();
    private long keepEvery = KEEP_EVERY_NANOS;
    private long lookedTime;

    /** What was looked at, and where. */
    private record Seen(Watch watch, long tick, Watched watched) {}

    /** Before its first step; everybody is measured there. */
    public Race(Lineup lineup, Devices devices, Device device) {
        this(lineup, devices, device, RaceHistory.MOST_BYTES);
    }

    /** @param historyBytes what rounds may take; then every second one goes */
    Race(Lineup lineup, Devices devices, Device device, long historyBytes) {
        this.lineup = lineup;
        looking = new Looking(lineup);
        pack = Pack.of(lineup.setups(), lineup.contest().target(), devices, device);
        recorder = new RoundRecorder(lineup.contest(), historyBytes);
        recorder.record(List.of(pack.start()), false);
        keyframes.add(pack.first());
    }

    // ---- what is there

    public Lineup lineup() {
        return lineup;
    }

    /** The rounds so far, those beyond this moment too after going back; another object where it is not the continuation. */
    public RaceHistory history() {
        return recorder.history();
    }

    /** What has become of every entrant, in the order of {@link Lineup#setups()}, up to the furthest that the race came. */
    public List<Fate> fates() {
        List<Fate> fates = new ArrayList<>();
        for (int m = 0; m < pack.size(); m++) {
            fates.add(pack.fate(m));
        }
        return fates;
    }

    public long tick() {
        return pack.tick();
    }

    public int ticksPerEpoch() {
        return pack.ticksPerEpoch();
    }

    /** Whether it stands at its end. */
    public boolean over() {
        return pack.tick() >= pack.end();
    }

    /** Where it stands. */
    public Clock clock(boolean playing, double epochsPerSecond) {
        return new Clock(pack.tick(), pack.latest(), pack.end(), pack.ticksPerEpoch(), playing, epochsPerSecond);
    }

    /** Rows that all entrants have trained on together. */
    public long samples() {
        return pack.samples();
    }

    public Device device() {
        return pack.device();
    }

    /** What keyframes and rounds take, in bytes. */
    public long bytes() {
        RaceHistory rounds = history();
        return keyframes.bytes() + rounds.size() * RaceHistory.bytesPerRound(rounds.lanes(), rounds.seeds());
    }

    // ---- on

    /** Goes on by so many ticks, or to the end, in one go; returns how many it made: 0 when the device had to be changed. */
    public long advance(long ticks) {
        long from = pack.tick();
        long to = from + Math.min(ticks, Math.max(0, pack.end() - from));
        boolean alone =
                !watch.insight().isEmpty() && to > from && (ticks == 1 || System.nanoTime() - lookedTime > LOOK_NANOS);
        if (alone) {
            advanceShowing(to);
        } else {
            record(pack.advanceTo(to));
        }
        keepNowAndThen();
        return Math.max(0, pack.tick() - from);
    }

    /** Goes on by at most so many ticks, for about so long; returns how many it made. */
    public long advance(long mostTicks, long nanos) {
        long begin = System.nanoTime();
        long made = 0;
        while (made < mostTicks && !over() && System.nanoTime() - begin < nanos) {
            long wanted = Math.min(mostTicks - made, slice());
            long start = System.nanoTime();
            long done = advance(wanted);
            learn(wanted, System.nanoTime() - start, Math.max(SLICE_NANOS, nanos / 4));
            made += done;
            if (done == 0) {
                break;
            }
        }
        return made;
    }

    /** To the end of an epoch where there is one within reach, so that devices have whole ones. */
    private long slice() {
        long wanted = Math.max(1, (long) slice);
        long to = pack.tick() + wanted;
        long whole = to - to % pack.ticksPerEpoch();
        return whole > pack.tick() ? whole - pack.tick() : wanted;
    }

    private void learn(long ticks, long took, long goalNanos) {
        double factor = Math.max(0.25, Math.min(2, (double) goalNanos / Math.max(1, took)));
        if (factor < 1 || ticks >= (long) slice / 2) {
            slice = Math.max(1, Math.min(1 << 24, ticks * factor));
        }
    }

    /** The last update of every entrant that is looked into is made by itself. */
    private void advanceShowing(long to) {
        Map<Long, List<Entrant>> stops = new TreeMap<>();
        for (Entrant entrant : watch.insight()) {
            int m = lineup.index(entrant);
            long step = pack.stepAt(m, to);
            long before = -Math.floorDiv(-step * pack.ticksPerEpoch(), pack.stepsPerEpoch(m)) - 1;
            if (before >= pack.tick()) {
                stops.computeIfAbsent(before, any -> new ArrayList<>()).add(entrant);
            }
        }
        Map<Entrant, State> before = new HashMap<>();
        stops.forEach((tick, entrants) -> {
            record(pack.advanceTo(tick));
            entrants.forEach(entrant -> before.put(entrant, pack.state(lineup.index(entrant))));
        });
        record(pack.advanceTo(to));
        before.forEach((entrant, state) -> looking.updated(entrant, state, pack.state(lineup.index(entrant))));
        lookedTime = System.nanoTime();
    }

    // ---- remembering

    private void record(List<Round> rounds) {
        follow();
        recorder.record(rounds, over());
        latest = pack.latest();
    }

    /** What was measured on a lost device beyond the tick that Java goes on from did not happen. */
    private void follow() {
        if (pack.latest() < latest) {
            latest = pack.latest();
            recorder.cut(latest / pack.ticksPerEpoch());
            keyframes.cut(latest);
            goal = Optional.empty();
            seen = Optional.empty();
        }
    }

    private void keepNowAndThen() {
        long now = System.nanoTime();
        if (pack.tick() == pack.latest() && now - keptTime > keepEvery) {
            keep();
            keptTime = System.nanoTime();
            keepEvery = Math.max(KEEP_EVERY_NANOS, KEEP_COST_PART * (keptTime - now));
        }
    }

    private void keep() {
        PackFrame here = pack.save();
        follow();
        keyframes.add(here);
    }

    // ---- time

    /** Sets out for a tick, as near to it as the race came; {@link #travelOn} goes there. */
    public void seek(long tick) {
        if (pack.tick() == pack.latest()) {
            keep();
        }
        long to = Math.max(0, Math.min(pack.latest(), tick));
        goal = Optional.empty();
        if (to == pack.tick()) {
            return;
        }
        PackFrame nearest = keyframes.nearest(to);
        if (to < pack.tick() || nearest.tick() > pack.tick()) {
            pack.restore(nearest);
            follow();
        }
        setOut = pack.tick();
        goal = Optional.of(to).filter(there -> there != pack.tick());
    }

    /** Whether a journey is under way. */
    public boolean travelling() {
        return goal.isPresent();
    }

    /** How much of the journey is done, 0 to 1. */
    public double travelled() {
        return goal.map(to -> (double) (pack.tick() - setOut) / Math.max(1, to - setOut))
                .orElse(1.0);
    }

    /** Where the journey leads; where it stands, without one. */
    public long bound() {
        return goal.orElse(pack.tick());
    }

    /** Ends a journey where it is. */
    public void stop() {
        goal = Optional.empty();
    }

    /** Goes on with a journey for about so long, or to its end. */
    public void travelOn(long nanos) {
        long begin = System.nanoTime();
        while (goal.isPresent() && System.nanoTime() - begin < nanos) {
            long left = goal.get() - pack.tick();
            // Keyframes at 1, 2, 4, 8 … ticks before the goal make further steps back quick.
            long toStop = left == 1 ? 1 : left - Long.highestOneBit(left - 1);
            long wanted = Math.min(toStop, slice());
            long start = System.nanoTime();
            long done = advance(wanted);
            learn(wanted, System.nanoTime() - start, SLICE_NANOS);
            if (goal.isPresent() && (done == 0 || pack.tick() >= goal.get())) {
                goal = Optional.empty();
            } else if (done == toStop && goal.isPresent()) {
                PackFrame here = pack.save();
                if (keyframes.roomFor(here)) {
                    keyframes.add(here);
                }
            }
        }
    }

    // ---- looking

    /** What {@link #look} is to show from now on. */
    public void watch(Watch wanted) {
        watch = wanted;
    }

    /** What is watched, as of now. */
    public Watched look() {
        long now = pack.tick();
        if (seen.filter(known -> known.tick() == now && known.watch().equals(watch))
                .isEmpty()) {
            Watched watched = looking.look(watch, pack);
            follow();
            seen = Optional.of(new Seen(watch, now, watched));
        }
        return seen.get().watched();
    }

    /** An entrant's parameters, optimizer state and step. */
    public State state(Entrant entrant) {
        return pack.state(lineup.index(entrant));
    }

    /** An entrant's run as it stands, ready to be opened: it goes on as the entrant does. */
    public SavedRun take(Entrant entrant) {
        int m = lineup.index(entrant);
        List<Measurement> past = new ArrayList<>();
        RaceHistory history = history();
        int perEpoch = pack.stepsPerEpoch(m);
        for (int round = 0; round < history.size(); round++) {
            Measurement told = history.measured(round, entrant);
            long step = told.epoch() * perEpoch;
            if (step > pack.step(m)) {
                break;
            }
            past.add(new Measurement(
                    0,
                    told.epoch(),
                    step,
                    told.train(),
                    told.validation(),
                    told.test(),
                    told.accuracy(),
                    told.penalty()));
        }
        return pack.take(m, lineup.contest().lanes().get(entrant.lane()).folder(), past);
    }

    // ---- devices

    /** Goes on from the same numbers on another device. */
    public void moveTo(Device other) {
        pack.moveTo(other);
        follow();
        slice = 1;
    }

    /** What happened to the device that the user should know, once. */
    public Optional<String> takeNotice() {
        return pack.takeNotice();
    }

    @Override
    public void close() {
        pack.close();
    }
}
