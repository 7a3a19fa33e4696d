package weightroom.race;

import java.util.List;
import weightroom.engine.InvalidInput;
import weightroom.experiment.Experiment;

/**
 * What is compared, how often, and what counts as solved.
 *
 * @param lanes 1 to {@value #MOST_LANES}, all with the same seed
 * @param seeds 1 to {@value #MOST_SEEDS}: every lane is trained from the seed of its experiment, that + 1, that + 2 …
 * @param target what every entrant tries to reach
 * @param trials how many learning rates every lane may try for itself before the race; 0 for racing as set
 */
public record Contest(List<Lane> lanes, int seeds, Target target, int trials) {
    /** The most lanes of a contest. */
    public static final int MOST_LANES = 16;

    /** The most seeds of a contest. */
    public static final int MOST_SEEDS = 64;

    /** The most learning rates that a lane may try. */
    public static final int MOST_TRIALS = 32;

    /** @throws InvalidInput when there are too few or too many of anything, or two lanes have the same name or seeds differ or grow too large */
    public Contest {
        lanes = List.copyOf(lanes);
        expect("lanes", lanes.size(), 1, MOST_LANES);
        expect("seeds", seeds, 1, MOST_SEEDS);
        expect("trials", trials, 0, MOST_TRIALS);
        if (lanes.stream().map(Lane::name).distinct().count() < lanes.size()) {
            throw new InvalidInput(Text.of(
                    "lanes.twice", lanes.stream().map(Lane::name).toList().toString()));
        }
        if (lanes.stream().map(lane -> lane.experiment().seed()).distinct().count() > 1) {
            throw new InvalidInput(Text.of("lanes.seeds"));
        }
        long last = lanes.get(0).experiment().seed() + seeds - 1;
        if (last > Experiment.MAX_SEED) {
            throw new InvalidInput(Text.of("seeds.last", Long.toString(last), Long.toString(Experiment.MAX_SEED)));
        }
    }

    /** How many runs it is made of. */
    public int entrants() {
        return lanes.size() * seeds;
    }

    /** The seed of a place in the row of seeds, from 0. */
    public long seed(int index) {
        return lanes.get(0).experiment().seed() + index;
    }

    /** The experiment that an entrant is, before a learning rate was found for it. */
    public Experiment experiment(Entrant entrant) {
        return lanes.get(entrant.lane()).experiment().withSeed(seed(entrant.seed()));
    }

    private static void expect(String what, int found, int least, int most) {
        if (found < least || found > most) {
            throw new InvalidInput(Text.of(what + ".number", found, least, most));
        }
    }
}
