package weightroom.race;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import weightroom.engine.InvalidInput;
import weightroom.experiment.Experiment;
import weightroom.experiment.LayerSpec;
import weightroom.experiment.SavedRun.Ahead;
import weightroom.experiment.Setup;
import weightroom.experiment.TrainingSpec;
import weightroom.race.RaceSnapshot.LaneFacts;
import weightroom.run.Counting;

/**
 * A contest made ready: every entrant's experiment with its rows and first weights. Lanes of one seed share their rows
 * wherever these are the same.
 *
 * @param setups of every entrant, the seeds of the first lane first
 * @param lanes what is known of each lane beside its experiment
 * @param fairness what the lanes share
 */
public record Lineup(Contest contest, List<Setup> setups, List<LaneFacts> lanes, Fairness fairness) {
    public Lineup {
        setups = List.copyOf(setups);
        lanes = List.copyOf(lanes);
    }

    /**
     * Every lane as its experiment says.
     *
     * @throws InvalidInput as {@link #of(Contest, List)}
     */
    public static Lineup of(Contest contest) {
        return of(contest, Collections.nCopies(contest.lanes().size(), Optional.empty()));
    }

    /**
     * Lanes race with the learning rates that were found for them, if any were.
     *
     * @param rates one for each lane
     * @throws InvalidInput when an experiment cannot be trained, or all together take more memory than there is
     */
    public static Lineup of(Contest contest, List<Optional<FoundRate>> rates) {
        Setup[] setups = new Setup[contest.entrants()];
        Footprint footprint = new Footprint(contest);
        for (int seed = 0; seed < contest.seeds(); seed++) {
            List<Setup> seedBefore = new ArrayList<>();
            for (int lane = 0; lane < contest.lanes().size() && seed > 0; lane++) {
                seedBefore.add(setups[lane * contest.seeds() + seed - 1]);
            }
            List<Setup> sameSeed = sameSeed(contest, rates, seed, seedBefore);
            for (int lane = 0; lane < sameSeed.size(); lane++) {
                setups[lane * contest.seeds() + seed] = sameSeed.get(lane);
            }
            if (seed == 0) {
                footprint.check(sameSeed, Footprint.room());
            }
        }
        List<Setup> all = List.of(setups);
        List<LaneFacts> facts = new ArrayList<>();
        for (int lane = 0; lane < contest.lanes().size(); lane++) {
            facts.add(facts(all.get(lane * contest.seeds()), rates.get(lane)));
        }
        return new Lineup(contest, all, facts, Fairness.of(contest, all));
    }

    /**
     * The lanes under their first seed alone, however much memory all seeds would take.
     *
     * @param rates one for each lane
     * @throws InvalidInput when an experiment cannot be trained
     */
    static List<Setup> first(Contest contest, List<Optional<FoundRate>> rates) {
        return sameSeed(contest, rates, 0, List.of());
    }

    private static List<Setup> sameSeed(
            Contest contest, List<Optional<FoundRate>> rates, int seed, List<Setup> seedBefore) {
        List<Setup> made = new ArrayList<>();
        for (int lane = 0; lane < contest.lanes().size(); lane++) {
            Optional<Setup> other = seedBefore.isEmpty() ? Optional.empty() : Optional.of(seedBefore.get(lane));
            made.add(setup(contest, new Entrant(lane, seed), rates.get(lane), made, other));
        }
        return made;
    }

    /** What a lane of the same seed has in common with it is taken over, else what the same lane has under another seed. */
    private static Setup setup(
            Contest contest,
            Entrant entrant,
            Optional<FoundRate> rate,
            List<Setup> sameSeed,
            Optional<Setup> otherSeed) {
        Lane lane = contest.lanes().get(entrant.lane());
        Experiment experiment = withRate(contest.experiment(entrant), rate);
        int best = 0;
        Optional<Setup> nearest = Optional.empty();
        for (int other = 0; other < sameSeed.size(); other++) {
            boolean sameFolder = contest.lanes().get(other).folder().equals(lane.folder());
            int shared = sameFolder ? shared(sameSeed.get(other).experiment(), experiment) : 0;
            if (shared > best) {
                best = shared;
                nearest = Optional.of(sameSeed.get(other));
            }
        }
        if (nearest.isPresent()) {
            return nearest.get().with(experiment, lane.folder());
        }
        return otherSeed
                .map(known -> known.with(experiment, lane.folder()))
                .orElseGet(() -> Setup.of(experiment, lane.folder()));
    }

    /** 3 where rows and targets are the same numbers, 2 where rows are, 1 where they are made of the same raw ones, else 0. */
    private static int shared(Experiment one, Experiment other) {
        List<LayerSpec> mine = one.network().layers();
        List<LayerSpec> theirs = other.network().layers();
        boolean sameTargets = one.training().loss() == other.training().loss()
                && mine.get(mine.size() - 1).equals(theirs.get(theirs.size() - 1));
        if (one.data().equals(other.data())) {
            return sameTargets ? 3 : 2;
        }
        return one.data().origin().equals(other.data().origin()) ? 1 : 0;
    }

    private static Experiment withRate(Experiment experiment, Optional<FoundRate> rate) {
        TrainingSpec training = experiment.training();
        return rate.map(found -> experiment.withTraining(
                        training.withOptimizer(training.optimizer().withLearningRate(found.learningRate()))))
                .orElse(experiment);
    }

    private static LaneFacts facts(Setup setup, Optional<FoundRate> rate) {
        Counting counting = Counting.of(setup, Ahead.NONE);
        return new LaneFacts(
                setup.plan().replicas().get(0).learningRate(),
                rate.map(FoundRate::tuned),
                counting.stepsPerEpoch(),
                counting.samplesPerEpoch(),
                setup.plan().epochs());
    }

    /** An entrant's experiment made ready. */
    public Setup setup(Entrant entrant) {
        return setups.get(index(entrant));
    }

    /** Its place in {@link #setups()}. */
    public int index(Entrant entrant) {
        return entrant.lane() * contest.seeds() + entrant.seed();
    }
}
