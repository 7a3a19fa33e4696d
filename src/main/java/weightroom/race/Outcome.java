package weightroom.race;

import java.util.List;

/**
 * What came of a whole contest.
 *
 * @param results rounds of the epochs that were kept, the first and the last among them, and what has become of everybody
 * @param losses the training loss of every entrant at its end, before the update that made it diverge where it did, the seeds
 *     of the first lane first
 * @param fairness what the lanes share, and where they do not
 * @param device id of what it was computed on
 * @param samplesPerSecond rows trained on, trials included
 */
public record Outcome(Results results, List<Double> losses, Fairness fairness, String device, double samplesPerSecond) {
    public Outcome {
        losses = List.copyOf(losses);
    }

    /** The training loss of an entrant at its end. */
    public double loss(Entrant entrant) {
        return losses.get(entrant.lane() * results.contest().seeds() + entrant.seed());
    }

    /** The last round. */
    public int round() {
        return results.history().size() - 1;
    }

    /** The table at the end, over all seeds. */
    public Standings standings() {
        return Standings.of(results, Yardstick.of(results.contest()), round());
    }

    /** What the seeds support. */
    public Evidence evidence() {
        return Evidence.of(results, Yardstick.of(results.contest()), round());
    }

    /** Whether nothing is left that could be compared. */
    public boolean allDiverged() {
        return Entrant.all(results.contest())
                .allMatch(entrant -> results.fate(entrant).diverged() >= 0);
    }
}
