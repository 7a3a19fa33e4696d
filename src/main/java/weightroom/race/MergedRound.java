package weightroom.race;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import weightroom.engine.Chunk.Measurement;

/** A round of a whole contest, put together from those of its groups. */
final class MergedRound {
    private final Contest contest;
    private final List<@Nullable Measurement> figures;
    private final double[] seconds;

    MergedRound(Contest contest) {
        this.contest = contest;
        figures = new ArrayList<>(Collections.nCopies(contest.entrants(), null));
        seconds = new double[contest.lanes().size()];
    }

    /** @param cost seconds of training, of which the lane's mean is made */
    void put(Entrant entrant, Measurement measured, double cost) {
        figures.set(entrant.lane() * contest.seeds() + entrant.seed(), measured);
        seconds[entrant.lane()] += cost / contest.seeds();
    }

    List<Measurement> figures() {
        List<Measurement> all = new ArrayList<>();
        for (Measurement measured : figures) {
            if (measured == null) {
                throw new IllegalStateException("a group is missing");
            }
            all.add(measured);
        }
        return all;
    }

    double[] seconds() {
        return seconds;
    }
}
