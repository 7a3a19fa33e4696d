package weightroom.race;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import weightroom.experiment.Setup;
import weightroom.run.Insight;
import weightroom.run.Snapshot.Field;
import weightroom.run.Snapshot.Notice;
import weightroom.run.Snapshot.Used;

/**
 * A race at one moment, never changed after it was published.
 *
 * @param contest what is raced
 * @param lanes what is known of each lane beside its experiment
 * @param setups of every entrant, the seeds of the first lane first; the same list as long as the contest is
 * @param fairness what the lanes share, and where they do not
 * @param clock where the race stands
 * @param phase what it is doing
 * @param history all rounds measured, those beyond this moment too after a seek back; another object where the race is not
 *     the continuation of what it was
 * @param fates what has become of every entrant, in the order of {@code setups}, up to the furthest that the race came
 * @param watched what {@link RaceCommand.Watch} asked for
 * @param used the device
 * @param notice what the user should know
 * @param commands how many commands have been carried out, or refused
 * @param serial counts snapshots
 */
public record RaceSnapshot(
        Contest contest,
        List<LaneFacts> lanes,
        List<Setup> setups,
        Fairness fairness,
        Clock clock,
        Phase phase,
        RaceHistory history,
        List<Fate> fates,
        Watched watched,
        Used used,
        Optional<Notice> notice,
        long commands,
        long serial) {
    public RaceSnapshot {
        lanes = List.copyOf(lanes);
        fates = List.copyOf(fates);
    }

    /** The same moment, standing still, with another notice, after so many commands. */
    RaceSnapshot stopped(Optional<Notice> changed, long obeyed, long next) {
        return new RaceSnapshot(
                contest,
                lanes,
                setups,
                fairness,
                new Clock(clock.tick(), clock.latest(), clock.end(), clock.ticksPerEpoch(), false, 0),
                new Phase(Phase.Kind.RACING, 0),
                history,
                fates,
                watched,
                used,
                changed,
                obeyed,
                next);
    }

    /** An entrant's experiment made ready. */
    public Setup setup(Entrant entrant) {
        return setups.get(index(entrant));
    }

    /** What has become of an entrant. */
    public Fate fate(Entrant entrant) {
        return fates.get(index(entrant));
    }

    private int index(Entrant entrant) {
        return entrant.lane() * contest.seeds() + entrant.seed();
    }

    /**
     * What is known of a lane.
     *
     * @param learningRate η as raced: as set, or as found
     * @param tuned how it was found; empty where it was set
     * @param stepsPerEpoch updates per pass over the training rows
     * @param samplesPerEpoch rows trained on per pass
     * @param epochs after so many the lane is done
     */
    public record LaneFacts(
            double learningRate, Optional<Tuned> tuned, int stepsPerEpoch, int samplesPerEpoch, long epochs) {}

    /**
     * How a lane found its learning rate. Every lane gets the same number of trials, under seeds that are none of the race's.
     *
     * @param rates tried, ascending
     * @param losses the median over the trial seeds of the training loss at the end of a trial; infinite where it diverged
     * @param samples rows trained on for it
     * @param seconds what it took
     */
    public record Tuned(List<Double> rates, List<Double> losses, long samples, double seconds) {
        public Tuned {
            rates = List.copyOf(rates);
            losses = List.copyOf(losses);
        }
    }

    /**
     * Where the race stands. A tick is one update of the lane that makes the most per epoch; a lane with fewer has made the
     * share of its own that the epoch is over, rounded down. So all lanes are at the end of an epoch together.
     *
     * @param tick now
     * @param latest the furthest that the race came
     * @param end where it is over
     * @param ticksPerEpoch of all lanes
     * @param playing whether it goes on by itself
     * @param epochsPerSecond of late; 0 while paused
     */
    public record Clock(long tick, long latest, long end, int ticksPerEpoch, boolean playing, double epochsPerSecond) {
        /** Passes over the rows, with the part of the one under way. */
        public double epoch() {
            return (double) tick / ticksPerEpoch;
        }
    }

    /**
     * What the race is doing.
     *
     * @param share how much of it is done, 0 to 1; 0 where that is not known
     */
    public record Phase(Kind kind, double share) {
        /** What takes time. */
        public enum Kind {
            /** Standing still, or racing as {@link Clock#playing()} says. */
            RACING,
            /** Every lane is trying learning rates. */
            TUNING,
            /** On the way to the end, as fast as it goes. */
            FINISHING,
            /** On the way to another tick. */
            TRAVELLING
        }
    }

    /**
     * What has become of an entrant.
     *
     * @param reached epochs after which the target was reached for the first time; −1 while it is not
     * @param diverged the update, from 1, that made a number infinite or none; −1 while none did
     * @param over epochs after which it ended by a rule of its own (a loss to stop at, patience, its last epoch); −1 while it
     *     goes on
     */
    public record Fate(long reached, long diverged, long over) {
        /** One that has just begun. */
        public static final Fate OPEN = new Fate(-1, -1, -1);
    }

    /**
     * What was computed because somebody watches it.
     *
     * @param fields outputs over the plane that {@link Setup#rows()} of each entrant's own data spans
     * @param insight what the layers are like
     */
    public record Watched(Map<Entrant, Field> fields, Map<Entrant, Insight> insight) {
        /** Nobody watches. */
        public static final Watched NOTHING = new Watched(Map.of(), Map.of());

        public Watched {
            fields = Map.copyOf(fields);
            insight = Map.copyOf(insight);
        }
    }
}
