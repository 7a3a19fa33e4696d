package weightroom.race;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * What the seeds of a race support: merit, or no more than luck. Seeds are pairs, since all lanes of one seed had the same
 * start: the lane that leads is held against each other one by a {@linkplain SignTest two-sided sign test} over the seeds in
 * which one of the two is ahead. Nothing is said of causes.
 *
 * @param by what decides who is ahead
 * @param seeds under how many there are results
 * @param leader the lane with the best median; of equals the one that is first under more seeds, then by name
 * @param firsts under how many seeds each lane is first, or as good as the first; nobody is where all diverged
 * @param pairs the leader against each other lane, in the order of the contest
 * @param sentence what it comes to, for people
 */
public record Evidence(Yardstick by, int seeds, int leader, List<Integer> firsts, List<Pair> pairs, String sentence) {
    /** Chance alone gives a p below this once in twenty times. */
    public static final double SUPPORTED_BELOW = 0.05;

    /** With fewer pairs no p can be below 0.05: 2/2⁵ = 0.0625. */
    public static final int FEWEST_SEEDS = 6;

    public Evidence {
        firsts = List.copyOf(firsts);
        pairs = List.copyOf(pairs);
    }

    /**
     * The leader and another lane.
     *
     * @param lane the other
     * @param ahead under how many seeds the leader is ahead
     * @param behind under how many the other is
     * @param p of the sign test; 1 where no seed tells them apart
     */
    public record Pair(int lane, int ahead, int behind, double p, Verdict verdict) {
        static Pair of(int lane, int ahead, int behind) {
            double p = SignTest.p(ahead, behind);
            Verdict verdict = ahead + behind == 0
                    ? Verdict.LEVEL
                    : p >= SUPPORTED_BELOW ? Verdict.NOISE : ahead > behind ? Verdict.AHEAD : Verdict.BEHIND;
            return new Pair(lane, ahead, behind, p, verdict);
        }
    }

    /** What may be said of two lanes. */
    public enum Verdict {
        /** The leader is ahead by more than luck explains. */
        AHEAD,
        /** It may be luck. */
        NOISE,
        /** No seed tells them apart. */
        LEVEL,
        /** The other is ahead under more seeds than luck explains, though its median is worse. */
        BEHIND
    }

    /**
     * What the results of one round support. Where the yardstick is the way to the target and nobody has reached that, the
     * figure decides.
     */
    public static Evidence of(Results results, Yardstick wanted, int round) {
        Yardstick by = yardstick(results, wanted, round);
        int lanes = results.contest().lanes().size();
        double[][] scores = new double[lanes][];
        for (int lane = 0; lane < lanes; lane++) {
            scores[lane] = by.scores(results, round, lane);
        }
        List<Integer> firsts = firsts(scores);
        int leader = leader(results, by, round, firsts);
        List<Pair> pairs = new ArrayList<>();
        for (int lane = 0; lane < lanes; lane++) {
            if (lane != leader) {
                pairs.add(pair(lane, scores[leader], scores[lane]));
            }
        }
        String sentence = new EvidenceSentence(results, round, by, leader, firsts, pairs).text();
        return new Evidence(by, results.contest().seeds(), leader, firsts, pairs, sentence);
    }

    private static Yardstick yardstick(Results results, Yardstick wanted, int round) {
        boolean reached = Entrant.all(results.contest()).anyMatch(entrant -> results.solved(entrant, round));
        return wanted.toTarget() && !reached ? new Yardstick(wanted.figure(), false) : wanted;
    }

    private static List<Integer> firsts(double[]... scores) {
        Integer[] firsts = new Integer[scores.length];
        Arrays.fill(firsts, 0);
        for (int seed = 0; seed < scores[0].length; seed++) {
            double best = Double.POSITIVE_INFINITY;
            for (double[] lane : scores) {
                best = Math.min(best, lane[seed]);
            }
            for (int lane = 0; lane < scores.length; lane++) {
                firsts[lane] += scores[lane][seed] == best && best < Double.POSITIVE_INFINITY ? 1 : 0;
            }
        }
        return List.of(firsts);
    }

    private static int leader(Results results, Yardstick by, int round, List<Integer> firsts) {
        return Standings.of(results, by, round).rows().stream()
                .filter(row -> row.rank() == 1)
                .map(Standings.Row::lane)
                .min(Comparator.<Integer>comparingInt(lane -> -firsts.get(lane))
                        .thenComparing(
                                lane -> results.contest().lanes().get(lane).name()))
                .orElseThrow();
    }

    private static Pair pair(int lane, double[] leader, double[] other) {
        int ahead = 0;
        int behind = 0;
        for (int seed = 0; seed < leader.length; seed++) {
            ahead += leader[seed] < other[seed] ? 1 : 0;
            behind += leader[seed] > other[seed] ? 1 : 0;
        }
        return Pair.of(lane, ahead, behind);
    }
}
