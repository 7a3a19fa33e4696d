package weightroom.race;

import java.util.Optional;
import weightroom.engine.Chunk.Measurement;
import weightroom.engine.Divergence;
import weightroom.engine.Replica;
import weightroom.engine.State;
import weightroom.experiment.SavedRun.Watch;
import weightroom.experiment.Setup;
import weightroom.race.RaceSnapshot.Fate;
import weightroom.run.EpochRules;

/** One member of a pack: the rules of its experiment, what it has come to, and how it ended. */
final class Member {
    private final int index;
    private final Setup setup;
    private EpochRules rules;
    private double rateScale = 1;
    private Optional<State> best = Optional.empty();
    private Optional<Measurement> last = Optional.empty();
    private Optional<Ending> ending = Optional.empty();
    private boolean standing;
    private long reached = -1;

    /**
     * All there is to know of it at one step, beside what its experiment says.
     *
     * @param rateScale what plateaus had multiplied the learning rate by
     * @param seen what its rules remembered
     * @param best the state with the best loss, where patience keeps one
     */
    record Moment(State state, double rateScale, Watch seen, Optional<State> best) {}

    /**
     * How it ended, found when it was first trained that far and never again.
     *
     * @param at as it stands since; after the last good step where it diverged
     * @param divergence why, where it diverged
     * @param last what was measured last
     * @param seconds of training that it had cost
     */
    record Ending(Moment at, Optional<Divergence> divergence, Optional<Measurement> last, double seconds) {
        long step() {
            return at.state().step();
        }
    }

    /** @param index its place in the pack */
    Member(int index, Setup setup) {
        this.index = index;
        this.setup = setup;
        this.rules = new EpochRules(setup.experiment().training().stop(), Watch.NOTHING);
    }

    int index() {
        return index;
    }

    Setup setup() {
        return setup;
    }

    /** Before its first step. */
    Moment start() {
        return new Moment(setup.start(), 1, Watch.NOTHING, Optional.empty());
    }

    /** As it trains now. */
    Replica replica() {
        return setup.plan().replicas().get(0).withRateScale(rateScale);
    }

    double rateScale() {
        return rateScale;
    }

    /** Whether it has come to its end, as seen from where the pack stands. */
    boolean standing() {
        return standing;
    }

    Optional<Ending> ending() {
        return ending;
    }

    Optional<Measurement> last() {
        return last;
    }

    /** Whether its rules have to look at every epoch. */
    boolean watching() {
        return !standing && rules.watching(setup.plan().replicas().get(0));
    }

    /** Lets its rules look at what was measured after an epoch. */
    EpochRules.Verdict look(Measurement measured) {
        return rules.look(measured, setup.plan().replicas().get(0));
    }

    /** Where its rules found a better loss than any before. */
    void keepBest(State state) {
        best = Optional.of(state);
    }

    /** A plateau cuts the learning rate. */
    void cutRate() {
        rateScale *= setup.plan().replicas().get(0).scheduleKnobs().get(0);
    }

    /** Takes in what was measured, further than ever before. */
    void measured(Measurement measured, Target target) {
        last = Optional.of(measured);
        if (reached < 0 && target.reachedBy(measured)) {
            reached = measured.epoch();
        }
    }

    Moment moment(State state) {
        return new Moment(state, rateScale, rules.seen(), best);
    }

    /** It has come to an end that was not known before. */
    void end(State state, Optional<Divergence> divergence, double seconds) {
        ending = Optional.of(new Ending(moment(state), divergence.map(this::explained), last, seconds));
        standing = true;
    }

    /** It is where it ended when it was there before. */
    void endAgain() {
        ending.ifPresent(known -> stand(known.at()));
        standing = true;
    }

    /** It stands as it stood then. */
    void stand(Moment then, long step) {
        standing = ending.map(known -> known.step() <= step).orElse(false);
        stand(ending.filter(known -> standing).map(Ending::at).orElse(then));
    }

    private void stand(Moment then) {
        rules = new EpochRules(setup.experiment().training().stop(), then.seen());
        rateScale = then.rateScale();
        best = then.best();
    }

    /** What was found beyond this step did not happen. */
    void forgetBeyond(long step, int stepsPerEpoch) {
        ending = ending.filter(known -> known.step() + (known.divergence().isPresent() ? 1 : 0) <= step);
        reached = reached * stepsPerEpoch > step ? -1 : reached;
    }

    Fate fate(int stepsPerEpoch) {
        long diverged = ending.flatMap(Ending::divergence).map(Divergence::step).orElse(-1L);
        long over = ending.filter(known -> known.divergence().isEmpty())
                .map(known -> known.step() / stepsPerEpoch)
                .orElse(-1L);
        return new Fate(reached, diverged, over);
    }

    /** Weights can be finite and their loss too large for any number. */
    private Divergence explained(Divergence found) {
        double finite = found.lastFiniteLoss();
        double known = Double.isFinite(finite)
                ? finite
                : last.map(Measurement::train).filter(Double::isFinite).orElse(finite);
        return new Divergence(found.replica(), found.step(), found.layer(), found.what(), known);
    }
}
