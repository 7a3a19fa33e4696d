package weightroom.race;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import weightroom.experiment.Experiment;

/**
 * Entrants of a contest that are trained at the same time: some lanes under some seeds.
 *
 * @param toLane after the last one
 * @param toSeed after the last one, counted from the contest's first
 */
record Group(int fromLane, int toLane, int fromSeed, int toSeed) {
    int seeds() {
        return toSeed - fromSeed;
    }

    /** The group as a contest of its own. */
    Contest of(Contest whole) {
        List<Lane> lanes = whole.lanes().subList(fromLane, toLane).stream()
                .map(lane -> {
                    Experiment first = lane.experiment().withSeed(whole.seed(fromSeed));
                    return new Lane(lane.name(), lane.setting(), first, lane.folder());
                })
                .toList();
        return new Contest(lanes, seeds(), whole.target(), 0);
    }

    /** Its entrants as the whole contest counts them, the seeds of its first lane first. */
    Stream<Entrant> entrants() {
        return IntStream.range(0, (toLane - fromLane) * seeds())
                .mapToObj(index -> new Entrant(fromLane + index / seeds(), fromSeed + index % seeds()));
    }

    /** The place of one of its entrants among them. */
    int index(Entrant entrant) {
        return (entrant.lane() - fromLane) * seeds() + entrant.seed() - fromSeed;
    }
}
