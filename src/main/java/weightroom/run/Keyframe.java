package weightroom.run;

import java.util.Optional;
import java.util.function.UnaryOperator;
import weightroom.engine.Divergence;
import weightroom.engine.Plan;
import weightroom.engine.Replica;
import weightroom.engine.State;
import weightroom.experiment.NetworkSpec;
import weightroom.experiment.SavedRun;
import weightroom.experiment.SavedRun.Ahead;
import weightroom.experiment.SavedRun.Watch;
import weightroom.experiment.Setup;
import weightroom.experiment.StopSpec;

/**
 * All there is to know about a run at one step: whoever is {@linkplain Run#restore put back} to it goes on as if nothing had
 * happened since.
 *
 * @param setup the experiment as it was set then
 * @param rateScale what plateaus had multiplied the learning rate by
 * @param stop the rules in force, which are fewer than the experiment's after its end was passed
 * @param seen what the rules remembered
 * @param ahead what changes of the batch did to the counters
 * @param best the state with the best loss, where patience keeps one
 * @param epochLimit when the run is over
 * @param end why it was over, if it was
 * @param divergence why it stood still, if it did
 */
record Keyframe(
        Setup setup,
        State state,
        double rateScale,
        StopSpec stop,
        Watch seen,
        Ahead ahead,
        Optional<State> best,
        long epochLimit,
        Optional<Run.End> end,
        Optional<Divergence> divergence)
        implements Keyframes.Frame<Keyframe> {
    /** What a keyframe takes beyond its arrays, about. */
    private static final long OVERHEAD_BYTES = 250;

    private static final float[] NO_NUMBERS = new float[0];

    /** Before the first step. */
    static Keyframe start(Setup setup) {
        return new Keyframe(
                setup,
                setup.start(),
                1,
                setup.experiment().training().stop(),
                Watch.NOTHING,
                Ahead.NONE,
                Optional.empty(),
                setup.plan().epochs(),
                Optional.empty(),
                Optional.empty());
    }

    /**
     * Where a saved run stopped.
     *
     * @param setup of the saved run, perhaps with changed settings that keep its weights
     */
    static Keyframe of(SavedRun saved, Setup setup) {
        Replica fresh = setup.plan().replicas().get(0);
        boolean sameRule =
                fresh.optimizer() == saved.experiment().training().optimizer().optimizer();
        Keyframe as = new Keyframe(
                setup,
                saved.state(),
                saved.rateScale(),
                setup.experiment().training().stop(),
                EpochRules.stillCounts(
                                saved.experiment().training(),
                                setup.experiment().training())
                        ? saved.watch()
                        : Watch.NOTHING,
                aheadOf(saved, setup),
                saved.best(),
                setup.plan().epochs(),
                Optional.empty(),
                Optional.empty());
        return (sameRule ? as : as.withFreshSlots())
                .withLinksFrom(saved.experiment().network());
    }

    private static Ahead aheadOf(SavedRun saved, Setup setup) {
        boolean same = saved.experiment().training().equals(setup.experiment().training());
        return same
                ? saved.ahead()
                : Counting.of(setup.with(saved.experiment(), saved.folder()), saved.ahead())
                        .under(setup.plan(), saved.state().step());
    }

    /** The same numbers as another setup finds them, with its rules and nothing seen yet. */
    Keyframe under(Setup changed) {
        Keyframe next = new Keyframe(
                changed,
                state,
                rateScale,
                changed.experiment().training().stop(),
                Watch.NOTHING,
                counting().under(changed.plan(), step()),
                best,
                Math.max(epochLimit, changed.plan().epochs()),
                Optional.empty(),
                Optional.empty());
        boolean sameRule = replica(changed).optimizer() == replica(setup).optimizer();
        return (sameRule ? next : next.withFreshSlots())
                .withLinksFrom(setup.experiment().network());
    }

    /** The same moment with other numbers, no longer diverged. */
    Keyframe with(State changed) {
        return new Keyframe(
                setup,
                changed,
                rateScale,
                stop,
                seen,
                ahead,
                best,
                epochLimit,
                end.filter(why -> why != Run.End.DIVERGED),
                Optional.empty());
    }

    /** The same moment with other rules for its end; not over. */
    Keyframe under(StopSpec rules, long limit) {
        return new Keyframe(
                setup, state, rateScale, rules, seen, ahead, best, limit, Optional.empty(), Optional.empty());
    }

    /** The same moment of a setup that differs in nothing but its rows. */
    Keyframe in(Setup changed) {
        return new Keyframe(changed, state, rateScale, stop, seen, ahead, best, epochLimit, end, divergence);
    }

    @Override
    public long step() {
        return state.step();
    }

    /** What a program trains by from here. */
    Plan plan() {
        return setup.plan().with(replica(setup).withRateScale(rateScale)).withAhead(ahead.steps());
    }

    Counting counting() {
        return Counting.of(setup, ahead);
    }

    /** What it takes in memory, in bytes; the best state counts where another keyframe does not hold it already. */
    @Override
    public long bytes(Optional<Keyframe> before) {
        float[] known = before.flatMap(Keyframe::best).map(State::parameters).orElse(NO_NUMBERS);
        boolean shared = best.isPresent() && best.get().parameters() == known;
        return OVERHEAD_BYTES
                + bytes(state)
                + (shared ? 0 : best.map(Keyframe::bytes).orElse(0L));
    }

    private static long bytes(State state) {
        long numbers = state.parameters().length;
        for (float[] slot : state.slots()) {
            numbers += slot.length;
        }
        return Float.BYTES * numbers;
    }

    private Keyframe withFreshSlots() {
        Replica replica = replica(setup);
        return withStates(was -> was.withFreshSlots(setup.plan(), replica));
    }

    /** Links that were off under another network and are on under this one, or the other way round, are switched. */
    private Keyframe withLinksFrom(NetworkSpec before) {
        return withStates(was -> setup.takeOver(before, was));
    }

    private Keyframe withStates(UnaryOperator<State> how) {
        return new Keyframe(
                setup, how.apply(state), rateScale, stop, seen, ahead, best.map(how), epochLimit, end, divergence);
    }

    private static Replica replica(Setup setup) {
        return setup.plan().replicas().get(0);
    }
}
