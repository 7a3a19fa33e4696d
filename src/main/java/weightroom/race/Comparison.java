package weightroom.race;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import weightroom.engine.Device;
import weightroom.engine.InvalidInput;
import weightroom.experiment.Setup;
import weightroom.race.RaceSnapshot.Fate;
import weightroom.race.RaceSnapshot.LaneFacts;
import weightroom.run.Devices;

/**
 * Runs a whole contest to its end without a window: learning rates are looked for where it says so, then all entrants are
 * trained side by side, in groups where they do not fit into memory together. A group is some seeds of all lanes, or, where
 * not even one seed of all fits, of some lanes; how they are grouped changes no number.
 */
public final class Comparison {
    /** How many epochs of a comparison are kept. */
    public static final int KEPT_EPOCHS = 2000;

    private static final long SLICE_NANOS = 50_000_000L;

    private final Contest contest;
    private final Devices devices;
    private final Device device;
    private final long room;

    /** Who is told how far it is. */
    public interface Listener {
        /**
         * @param epochs passes over the rows so far, of all trials and entrants together, of {@link #epochs}
         * @param samplesPerSecond rows trained on
         * @param loss the lowest median training loss of a lane; NaN before there is one
         */
        void reached(long epochs, double samplesPerSecond, double loss);

        /** Something the user should know. */
        void notice(String text);
    }

    public Comparison(Contest contest, Devices devices, Device device) {
        this(contest, devices, device, Footprint.room());
    }

    /** @param room what a group may take, in bytes, about */
    Comparison(Contest contest, Devices devices, Device device, long room) {
        this.contest = contest;
        this.devices = devices;
        this.device = device;
        this.room = room;
    }

    /** Passes over the rows that a contest takes at most, trials included. */
    public static long epochs(Contest contest) {
        long oneSeed = contest.lanes().stream()
                .mapToLong(lane -> lane.experiment().training().epochs())
                .sum();
        return oneSeed * (contest.seeds() + (long) contest.trials() * Tuning.SEEDS);
    }

    /**
     * Trains all to their end.
     *
     * @param stop asked some times a second; the rest is left out where it says so
     * @return empty when it was stopped
     * @throws InvalidInput when an experiment cannot be trained, the target can never be reached for lack of such rows, or
     *     one entrant alone takes more memory than there is
     */
    public Optional<Outcome> run(Listener listener, BooleanSupplier stop) {
        Headway headway = new Headway(contest, listener, stop);
        List<Optional<FoundRate>> none = Collections.nCopies(contest.lanes().size(), Optional.empty());
        List<Setup> first = Lineup.first(contest, none);
        checkTarget(contest, first);
        List<Optional<FoundRate>> rates = contest.trials() == 0 ? none : tune(headway);
        List<Group> groups = groups(0, contest.lanes().size(), first);
        List<GroupRun> done = new ArrayList<>();
        for (Group group : groups) {
            if (!headway.stopped()) {
                done.add(new GroupRun(group, contest, rates, devices, device).run(headway));
            }
        }
        return headway.stopped() ? Optional.empty() : Optional.of(outcome(done, headway, Fairness.of(one(), first)));
    }

    private List<Optional<FoundRate>> tune(Headway headway) {
        try (Tuning tuning = new Tuning(contest, devices, device)) {
            while (!headway.stopped() && !tuning.work(SLICE_NANOS)) {
                headway.tuning(tuning);
            }
            headway.tuned(tuning);
            boolean done = tuning.work(0);
            return done ? tuning.found() : Collections.nCopies(contest.lanes().size(), Optional.empty());
        }
    }

    /** The contest under its first seed alone. */
    private Contest one() {
        return new Contest(contest.lanes(), 1, contest.target(), 0);
    }

    /**
     * Looks whether all lanes have what the target asks for.
     *
     * @param first one setup for each lane
     * @throws InvalidInput naming a lane that has not
     */
    public static void checkTarget(Contest contest, List<Setup> first) {
        Target target = contest.target();
        for (int lane = 0; lane < first.size(); lane++) {
            if (!target.figure().isThereIn(first.get(lane))) {
                throw new InvalidInput(Text.of(
                        "target.missing",
                        target.figure().id(),
                        contest.lanes().get(lane).spoken()));
            }
        }
    }

    /** As many seeds at once as fit; where not one does, half of the lanes at a time. */
    private List<Group> groups(int fromLane, int toLane, List<Setup> first) {
        Footprint footprint = new Footprint(contest);
        List<Setup> lanes = first.subList(fromLane, toLane);
        int fits = contest.seeds();
        while (fits > 1 && footprint.bytes(lanes, fits) > room) {
            fits--;
        }
        List<Group> groups = new ArrayList<>();
        if (toLane - fromLane > 1 && footprint.bytes(lanes, fits) > room) {
            int middle = (fromLane + toLane) / 2;
            groups.addAll(groups(fromLane, middle, first));
            groups.addAll(groups(middle, toLane, first));
            return groups;
        }
        int count = (contest.seeds() + fits - 1) / fits;
        for (int g = 0; g < count; g++) {
            groups.add(new Group(fromLane, toLane, g * contest.seeds() / count, (g + 1) * contest.seeds() / count));
        }
        return groups;
    }

    private Outcome outcome(List<GroupRun> groups, Headway headway, Fairness fairness) {
        Fate[] fates = new Fate[contest.entrants()];
        LaneFacts[] lanes = new LaneFacts[contest.lanes().size()];
        double[] losses = new double[contest.entrants()];
        for (GroupRun run : groups) {
            Group group = run.group();
            for (int lane = group.fromLane(); lane < group.toLane(); lane++) {
                lanes[lane] = run.facts(lane);
                for (int seed = group.fromSeed(); seed < group.toSeed(); seed++) {
                    Entrant entrant = new Entrant(lane, seed);
                    int index = lane * contest.seeds() + seed;
                    fates[index] = run.fate(entrant);
                    losses[index] = run.loss(entrant);
                }
            }
        }
        Results results = new Results(contest, merged(groups), List.of(fates), List.of(lanes));
        return new Outcome(
                results,
                Arrays.stream(losses).boxed().toList(),
                fairness,
                groups.get(groups.size() - 1).device(),
                headway.samplesPerSecond());
    }

    /** All rounds of all groups; a group that was over before has what it had at its end. */
    private RaceHistory merged(List<GroupRun> groups) {
        if (groups.size() == 1) {
            return groups.get(0).history();
        }
        RaceHistory all = new RaceHistory(contest.lanes().size(), contest.seeds());
        long[] epochs = groups.stream()
                .flatMapToLong(run -> run.epochs())
                .sorted()
                .distinct()
                .toArray();
        for (long epoch : epochs) {
            MergedRound round = new MergedRound(contest);
            groups.forEach(run -> run.addTo(round, epoch));
            all.add(epoch, round.figures(), round.seconds());
        }
        return all;
    }
}
