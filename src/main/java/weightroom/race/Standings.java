package weightroom.race;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import weightroom.race.RaceHistory.Spread;

/**
 * The table of a race in one round, under one seed or over all.
 *
 * @param by what decides the ranks
 * @param epoch the round's
 * @param rows best first; of equals the lane that comes first in the contest
 */
public record Standings(Yardstick by, long epoch, List<Row> rows) {
    public Standings {
        rows = List.copyOf(rows);
    }

    /**
     * How a lane does. What diverged is worse than all else, so that medians are infinite where most did.
     *
     * @param rank from 1; equals share one, and the next is as many further
     * @param value the yardstick's figure: under one seed that seed's three times, else the quartiles over seeds; NaN where
     *     there are no such rows
     * @param epochs until the target was reached, the median over the seeds that did; NaN where none did
     * @param seconds the same, as seconds of training
     * @param solved under how many seeds the target was reached
     * @param seeds of how many
     * @param diverged under how many seeds it diverged
     * @param divergedIn the epoch, from 1, in which it did, the median over those seeds; NaN where none did
     * @param testLoss under one seed that seed's, else the median over seeds; NaN without test rows
     * @param testAccuracy the same of the share of test rows answered right; NaN for a regression
     */
    public record Row(
            int lane,
            int rank,
            Spread value,
            double epochs,
            double seconds,
            int solved,
            int seeds,
            int diverged,
            double divergedIn,
            double testLoss,
            double testAccuracy) {
        private Row withRank(int changed) {
            return new Row(
                    lane, changed, value, epochs, seconds, solved, seeds, diverged, divergedIn, testLoss, testAccuracy);
        }
    }

    /** The table over all seeds. */
    public static Standings of(Results results, Yardstick by, int round) {
        int[] seeds = IntStream.range(0, results.contest().seeds()).toArray();
        return of(results, by, round, seeds);
    }

    /** The table under one seed, counted from 0. */
    public static Standings of(Results results, Yardstick by, int round, int seed) {
        return of(results, by, round, new int[] {seed});
    }

    private static Standings of(Results results, Yardstick by, int round, int... seeds) {
        List<Ranked> lanes = new ArrayList<>();
        for (int lane = 0; lane < results.contest().lanes().size(); lane++) {
            lanes.add(ranked(results, by, round, lane, seeds));
        }
        lanes.sort(Ranked.BEST_FIRST);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < lanes.size(); i++) {
            boolean level = i > 0 && Ranked.BEST_FIRST.compare(lanes.get(i - 1), lanes.get(i)) == 0;
            rows.add(lanes.get(i).row().withRank(level ? rows.get(i - 1).rank() : i + 1));
        }
        return new Standings(by, results.history().epoch(round), rows);
    }

    /** A row, and what it is ranked by: what decides, then how few missed the target, the figure, how few diverged. */
    private record Ranked(Row row, double score, int missed, double figure) {
        static final Comparator<Ranked> BEST_FIRST = Comparator.comparingDouble(Ranked::score)
                .thenComparingInt(Ranked::missed)
                .thenComparingDouble(Ranked::figure)
                .thenComparingInt(ranked -> ranked.row().diverged());
    }

    private static Ranked ranked(Results results, Yardstick by, int round, int lane, int... seeds) {
        double[] scores = new double[seeds.length];
        double[] epochs = new double[seeds.length];
        double[] seconds = new double[seeds.length];
        double[] fallen = new double[seeds.length];
        int solved = 0;
        int diverged = 0;
        RaceHistory history = results.history();
        for (int i = 0; i < seeds.length; i++) {
            Entrant entrant = new Entrant(lane, seeds[i]);
            scores[i] = by.score(results, round, entrant);
            if (results.solved(entrant, round)) {
                long reached = results.fate(entrant).reached();
                epochs[solved] = reached;
                seconds[solved++] = history.seconds(history.roundAt(reached), lane);
            }
            if (results.diverged(entrant, round)) {
                fallen[diverged++] = results.divergedIn(entrant);
            }
        }
        Spread value = spread(results, by.figure(), round, lane, seeds);
        Row row = new Row(
                lane,
                0,
                value,
                median(epochs, solved),
                median(seconds, solved),
                solved,
                seeds.length,
                diverged,
                median(fallen, diverged),
                spread(results, Figure.TEST_LOSS, round, lane, seeds).median(),
                spread(results, Figure.TEST_ACCURACY, round, lane, seeds).median());
        int missed = by.toTarget() ? seeds.length - solved : 0;
        return new Ranked(row, Spread.of(scores).median(), missed, by.ranked(value.median()));
    }

    private static Spread spread(Results results, Figure figure, int round, int lane, int... seeds) {
        if (!results.has(figure, lane)) {
            return new Spread(Double.NaN, Double.NaN, Double.NaN);
        }
        if (seeds.length > 1) {
            return results.history().spread(figure, round, lane);
        }
        double value = results.history().value(figure, round, new Entrant(lane, seeds[0]));
        double worst = figure.lowerIsBetter() ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
        double shown = Double.isNaN(value) ? worst : value;
        return new Spread(shown, shown, shown);
    }

    private static double median(double[] values, int count) {
        return count == 0 ? Double.NaN : Spread.of(Arrays.copyOf(values, count)).median();
    }
}
