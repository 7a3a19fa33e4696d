package weightroom.race;

/**
 * What decides who is ahead.
 *
 * @param figure the better it is in a round, the further ahead
 * @param toTarget whether reaching the target after fewer epochs counts before the figure
 */
public record Yardstick(Figure figure, boolean toTarget) {
    /**
     * The one that suits a contest: the training loss; but where lanes stop by themselves at a loss all that do end up with
     * nearly the same one, so there it is who gets to the target sooner.
     */
    public static Yardstick of(Contest contest) {
        boolean stops = contest.lanes().stream()
                .anyMatch(lane ->
                        !Double.isNaN(lane.experiment().training().stop().trainLoss()));
        return new Yardstick(Figure.TRAIN_LOSS, stops);
    }

    /**
     * How an entrant does in a round: the smaller, the further ahead; +∞ where it diverged, or, by epochs to the target, has
     * not reached it.
     */
    double score(Results results, int round, Entrant entrant) {
        if (toTarget) {
            return results.solved(entrant, round) ? results.fate(entrant).reached() : Double.POSITIVE_INFINITY;
        }
        return results.diverged(entrant, round)
                ? Double.POSITIVE_INFINITY
                : ranked(results.history().value(figure, round, entrant));
    }

    /** The scores of a lane under every seed. */
    double[] scores(Results results, int round, int lane) {
        double[] scores = new double[results.contest().seeds()];
        for (int seed = 0; seed < scores.length; seed++) {
            scores[seed] = score(results, round, new Entrant(lane, seed));
        }
        return scores;
    }

    /** A value of the figure, of one entrant or of the middle one, as a score. */
    double ranked(double value) {
        return Double.isNaN(value) ? Double.POSITIVE_INFINITY : figure.lowerIsBetter() ? value : -value;
    }
}
