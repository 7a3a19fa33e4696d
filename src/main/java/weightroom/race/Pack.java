package weightroom.race;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import weightroom.engine.Chunk.Measurement;
import weightroom.engine.Device;
import weightroom.engine.DeviceFailure;
import weightroom.engine.Divergence;
import weightroom.engine.Probe;
import weightroom.engine.State;
import weightroom.experiment.SavedRun;
import weightroom.experiment.SavedRun.Ahead;
import weightroom.experiment.Setup;
import weightroom.race.Member.Moment;
import weightroom.race.RaceSnapshot.Fate;
import weightroom.run.Counting;
import weightroom.run.DeviceTrial;
import weightroom.run.Devices;

/**
 * Many experiments trained side by side on one device: members that differ only in what a replica may are replicas of one
 * program. Every member gives bit for bit the numbers that it gives alone, and obeys the rules of its own experiment. One
 * that has ended or diverged stands where it did, and the others go on.
 *
 * <p>The clock counts ticks, of which the member with the most updates per epoch makes one each; a member with fewer has
 * made {@code ⌊tick · its updates per epoch / ticks per epoch⌋}. Whoever calls it does so from one thread; nothing happens
 * between calls. When the device fails, all go on in Java from the last good tick, and {@link #takeNotice()} says so.
 */
public final class Pack implements AutoCloseable {
    /** How far what is kept for a failing device may lie back, in nanoseconds. */
    private static final long SAFETY_INTERVAL = 250_000_000L;

    private static final Team.Ear DEAF = (member, measured, seconds) -> {};

    private final List<Member> members;
    private final List<Team> teams;
    private final List<Place> places;
    private final Devices devices;
    private final int ticksPerEpoch;
    private final long end;
    private Device device;
    private long tick;
    private long latest;
    private PackFrame lastGood;
    private long keptTime = System.nanoTime();
    private Optional<String> notice = Optional.empty();

    /** Where a member is trained. */
    private record Place(Team team, int replica) {}

    /**
     * What was measured after an epoch.
     *
     * @param epoch epochs done
     * @param figures of every member; all NaN for one that diverged, what it had at its end for one that is over
     * @param seconds of training that each has cost so far: its share of the program's time
     */
    public record Round(long epoch, List<Measurement> figures, double[] seconds) {
        public Round {
            figures = List.copyOf(figures);
        }
    }

    private Pack(List<Member> members, List<Team> teams, Devices devices, Device device) {
        this.members = members;
        this.teams = teams;
        this.devices = devices;
        this.device = device;
        this.ticksPerEpoch = teams.stream().mapToInt(Team::stepsPerEpoch).max().orElseThrow();
        this.end = teams.stream()
                .mapToLong(team -> team.lastStep() / team.stepsPerEpoch() * ticksPerEpoch)
                .max()
                .orElseThrow();
        Place[] found = new Place[members.size()];
        for (Team team : teams) {
            for (int r = 0; r < team.members().size(); r++) {
                found[team.members().get(r).index()] = new Place(team, r);
            }
        }
        this.places = List.of(found);
        this.lastGood = new PackFrame(0, members.stream().map(Member::start).toList());
        compile();
    }

    /**
     * Experiments made ready, before their first step, with the {@linkplain Target#USUAL usual target}.
     *
     * @param setups at least one
     */
    public static Pack of(List<Setup> setups, Devices devices, Device device) {
        return of(setups, Target.USUAL, devices, device);
    }

    /** Experiments made ready, before their first step. */
    public static Pack of(List<Setup> setups, Target target, Devices devices, Device device) {
        List<Team> teams =
                Kind.sorted(setups).stream().map(of -> new Team(of, target)).toList();
        Member[] members = new Member[setups.size()];
        teams.forEach(team -> team.members().forEach(member -> members[member.index()] = member));
        return new Pack(List.of(members), teams, devices, device);
    }

    /**
     * The device to train on: the one asked for, or for {@code auto} the fastest for the most members that one program
     * takes, and Java for what is done before that could be found out.
     *
     * @throws DeviceFailure when there is no such device
     */
    public static Device choose(String id, List<Setup> setups, DeviceTrial trial) {
        long steps = setups.stream()
                .mapToLong(setup ->
                        setup.plan().epochs() * Counting.of(setup, Ahead.NONE).stepsPerEpoch())
                .sum();
        List<Member> most = Kind.sorted(setups).stream()
                .max(Comparator.comparingInt(List::size))
                .orElseThrow();
        Team team = new Team(most, Target.USUAL);
        List<State> starts = most.stream().map(member -> member.setup().start()).toList();
        return trial.choose(id, team.plan(), team.data(), starts, steps / most.size());
    }

    // ---- the clock

    /** How many members there are. */
    public int size() {
        return members.size();
    }

    public Setup setup(int member) {
        return members.get(member).setup();
    }

    public Device device() {
        return device;
    }

    /** Updates per epoch of the member that makes the most. */
    public int ticksPerEpoch() {
        return ticksPerEpoch;
    }

    /** Where all stand. */
    public long tick() {
        return tick;
    }

    /** The furthest that all came. */
    public long latest() {
        return latest;
    }

    /**
     * When the last is at its end: known from the epochs of all, or, once all are over, the end of the epoch in which the last
     * one ended.
     */
    public long end() {
        boolean allOver = members.stream().allMatch(member -> member.ending().isPresent());
        return allOver ? lastEnding() : end;
    }

    private long lastEnding() {
        long last = 0;
        for (int m = 0; m < members.size(); m++) {
            Member.Ending ending = members.get(m).ending().orElseThrow();
            long tried = ending.step() + (ending.divergence().isPresent() ? 1 : 0);
            last = Math.max(last, -Math.floorDiv(-tried, stepsPerEpoch(m)) * ticksPerEpoch);
        }
        return last;
    }

    /** Updates that a member has made; fewer than the others where it has ended. */
    public long step(int member) {
        Place place = places.get(member);
        long now = place.team().step();
        return members.get(member)
                .ending()
                .map(known -> Math.min(now, known.step()))
                .orElse(now);
    }

    /** Updates that a member would have made by a tick, if it went on for so long. */
    public long stepAt(int member, long atTick) {
        return stepAt(places.get(member).team(), atTick);
    }

    /** Updates that a member makes per epoch. */
    public int stepsPerEpoch(int member) {
        return places.get(member).team().stepsPerEpoch();
    }

    /** Rows that a member trains on per epoch. */
    public int samplesPerEpoch(int member) {
        return counting(member).samplesPerEpoch();
    }

    /** Rows that all have trained on together. */
    public long samples() {
        long all = 0;
        for (int m = 0; m < members.size(); m++) {
            all += counting(m).samples(step(m));
        }
        return all;
    }

    private Counting counting(int member) {
        return Counting.of(members.get(member).setup(), Ahead.NONE);
    }

    private long stepAt(Team team, long atTick) {
        long epoch = atTick / ticksPerEpoch;
        long step = epoch * team.stepsPerEpoch() + atTick % ticksPerEpoch * team.stepsPerEpoch() / ticksPerEpoch;
        return Math.min(step, team.lastStep());
    }

    // ---- training

    /**
     * Measures all before the first step.
     *
     * @throws IllegalStateException when steps were made
     */
    public Round start() {
        if (latest > 0) {
            throw new IllegalStateException("the start is measured before the first step");
        }
        return ask(() -> {
            RoundCollector collected = new RoundCollector(members, -1, 1);
            teams.forEach(team -> team.measureStart(collected));
            return collected.rounds().get(0);
        });
    }

    /**
     * Trains all up to a tick, or to the end, in one go. As far as nobody has been before, every epoch is measured; before
     * that, training is repeated and nothing is told twice. After a device failed the tick is an earlier one.
     *
     * @return a round for every epoch that was finished for the first time
     */
    public List<Round> advanceTo(long wanted) {
        long to = Math.min(wanted, end());
        try {
            if (tick < latest) {
                advance(Math.min(to, latest), false, DEAF);
                keepSafe(tick == latest);
            }
            return tick < to ? goFurther(to) : List.of();
        } catch (DeviceFailure failure) {
            fallBack(failure);
            return List.of();
        }
    }

    private List<Round> goFurther(long to) {
        long epochs = tick / ticksPerEpoch;
        RoundCollector collected = new RoundCollector(members, epochs, (int) (to / ticksPerEpoch - epochs));
        advance(to, true, collected);
        latest = Math.min(to, end());
        tick = latest;
        keepSafe(false);
        long whole = tick / ticksPerEpoch;
        return collected.rounds().stream()
                .filter(round -> round.epoch() <= whole)
                .toList();
    }

    private void advance(long to, boolean further, Team.Ear ear) {
        for (Team team : teams) {
            team.advanceTo(stepAt(team, to), further, ear);
        }
        tick = to;
    }

    // ---- time

    /** All there is to know about this tick; a device that fails from now on falls back to it. */
    public PackFrame save() {
        return ask(() -> {
            List<Moment> moments = new ArrayList<>();
            for (Place place : places) {
                moments.add(place.team().moment(place.replica()));
            }
            lastGood = new PackFrame(tick, List.copyOf(moments));
            keptTime = System.nanoTime();
            return lastGood;
        });
    }

    /** The first tick. */
    public PackFrame first() {
        return new PackFrame(0, members.stream().map(Member::start).toList());
    }

    /** Goes back, or on, to a tick of this pack; what was found beyond it stays known. */
    public void restore(PackFrame frame) {
        lastGood = frame;
        tick = frame.tick();
        try {
            teams.forEach(team -> team.restore(moments(frame, team), stepAt(team, frame.tick())));
        } catch (DeviceFailure failure) {
            fallBack(failure);
        }
    }

    private List<Moment> moments(PackFrame frame, Team team) {
        return team.members().stream()
                .map(member -> frame.moment(member.index()))
                .toList();
    }

    // ---- looking

    /** What has become of a member, up to the furthest that all came. */
    public Fate fate(int member) {
        return members.get(member).fate(stepsPerEpoch(member));
    }

    /** Why a member diverged, if it did. */
    public Optional<Divergence> divergence(int member) {
        return members.get(member).ending().flatMap(Member.Ending::divergence);
    }

    /** What a member's losses are where it stands: before the update that made it diverge, if it did. */
    public Measurement measure(int member) {
        Place at = places.get(member);
        return ask(() -> at.team().asked().measure(at.replica()));
    }

    /** A member's parameters, optimizer state and step. */
    public State state(int member) {
        Place at = places.get(member);
        return ask(() -> at.team().state(at.replica()));
    }

    /** What plateaus have multiplied a member's learning rate by. */
    public double rateScale(int member) {
        return members.get(member).rateScale();
    }

    /** A member's outputs, {@code (n, c)}, for inputs {@code (n, in)}. */
    public float[] predict(int member, float[] inputs, int n) {
        Place at = places.get(member);
        float[] outputs = new float[n * setup(member).plan().network().outputs()];
        return ask(() -> {
            at.team().asked().predict(at.replica(), inputs, n, outputs);
            return outputs;
        });
    }

    /** One forward and backward pass of a member over some of its training rows, laid open. */
    public Probe probe(int member, int[] trainingRows) {
        Place at = places.get(member);
        return ask(() -> at.team().asked().probe(at.replica(), trainingRows));
    }

    /**
     * A member's run as it stands, ready to be opened or kept in a file.
     *
     * @param folder that files named by its experiment are relative to
     * @param history what was measured of it up to here
     */
    public SavedRun take(int member, Path folder, List<Measurement> history) {
        Place at = places.get(member);
        Moment now = ask(() -> at.team().moment(at.replica()));
        return SavedRun.of(setup(member), folder, now.state(), now.rateScale(), now.seen(), now.best(), history);
    }

    // ---- devices

    /** Goes on from the same numbers on another device. */
    public void moveTo(Device other) {
        save();
        closeTeams();
        device = other;
        compile();
    }

    /** What happened to the device that the user should know, once. */
    public Optional<String> takeNotice() {
        Optional<String> taken = notice;
        notice = Optional.empty();
        return taken;
    }

    private void keepSafe(boolean now) {
        boolean safe = device == devices.java();
        if (!safe && (now || System.nanoTime() - keptTime > SAFETY_INTERVAL)) {
            save();
        }
    }

    private <T> T ask(Supplier<T> question) {
        try {
            return question.get();
        } catch (DeviceFailure failure) {
            fallBack(failure);
            return question.get();
        }
    }

    private void compile() {
        try {
            compileHere();
        } catch (DeviceFailure failure) {
            leave(failure);
            compileHere();
        }
    }

    private void compileHere() {
        tick = lastGood.tick();
        teams.forEach(team -> team.compile(device, moments(lastGood, team), stepAt(team, tick)));
    }

    /** What was found on a lost device beyond the tick that Java goes on from did not happen. */
    private void fallBack(DeviceFailure failure) {
        boolean further = tick >= latest;
        leave(failure);
        if (further) {
            latest = lastGood.tick();
            teams.forEach(team -> team.forgetBeyond(stepAt(team, latest)));
        }
        compileHere();
    }

    private void leave(DeviceFailure failure) {
        if (device == devices.java()) {
            throw failure;
        }
        notice = Optional.of(Text.of(
                "device.lost",
                device.description(),
                String.valueOf(failure.getMessage()),
                Long.toString(lastGood.tick())));
        device = devices.java();
    }

    private void closeTeams() {
        teams.forEach(Team::closeQuietly);
    }

    @Override
    public void close() {
        closeTeams();
    }
}
