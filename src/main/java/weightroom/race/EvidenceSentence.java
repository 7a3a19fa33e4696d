package weightroom.race;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import weightroom.race.Evidence.Pair;
import weightroom.race.Evidence.Verdict;

/** What evidence comes to, in one plain sentence that says no more than that. */
record EvidenceSentence(Results results, int round, Yardstick by, int leader, List<Integer> firsts, List<Pair> pairs) {
    /** More names than this make a sentence that nobody reads. */
    private static final int MOST_NAMES = 5;

    private static final double SMALLEST_P = 0.001;
    private static final MathContext P_DIGITS = new MathContext(2);

    String text() {
        String text = pairs.isEmpty() ? alone() : compared();
        boolean tuned = results.lanes().stream().anyMatch(lane -> lane.tuned().isPresent());
        boolean over = Entrant.all(results.contest()).allMatch(entrant -> results.over(entrant, round));
        if (over) {
            return tuned ? Text.of("evidence.tuned", text) : text;
        }
        long epochs =
                results.lanes().stream().mapToLong(lane -> lane.epochs()).max().orElse(0);
        return Text.of(
                tuned ? "evidence.sofar.tuned" : "evidence.sofar",
                results.history().epoch(round),
                epochs,
                text);
    }

    private String alone() {
        Contest contest = results.contest();
        if (Collections.max(firsts) == 0) {
            return Text.of("evidence.alone.diverged", name(leader), contest.seeds());
        }
        long solved = Entrant.all(contest)
                .filter(entrant -> results.solved(entrant, round))
                .count();
        String key =
                contest.seeds() > 1 ? "evidence.alone" : solved == 1 ? "evidence.alone.solved" : "evidence.alone.not";
        return Text.of(key, name(leader), target(), solved, contest.seeds());
    }

    private String compared() {
        int seeds = results.contest().seeds();
        if (Collections.max(firsts) == 0) {
            return Text.of("evidence.diverged", seeds);
        }
        if (pairs.stream().allMatch(pair -> pair.verdict() == Verdict.LEVEL)) {
            return Text.of("evidence.level", seeds);
        }
        if (seeds == 1) {
            return Text.of("evidence.one", first());
        }
        if (seeds < Evidence.FEWEST_SEEDS) {
            return Text.of("evidence.few", first(), Evidence.FEWEST_SEEDS);
        }
        return first()
                + ahead()
                + noise()
                + others(Verdict.LEVEL, "evidence.same")
                + others(Verdict.BEHIND, "evidence.behind")
                + Text.of("evidence.end");
    }

    private String first() {
        int seeds = results.contest().seeds();
        int most = Collections.max(firsts);
        String of = Text.of(by.toTarget() ? "evidence.of.target" : "evidence.of.figure", target());
        if (seeds == 1) {
            return Text.of("evidence.first.one", name(leader), of);
        }
        if (byMedianAlone()) {
            return Text.of(
                    "evidence.median", name(leader), name(firsts.indexOf(most)), of, most, seeds, firsts.get(leader));
        }
        return Text.of("evidence.first", name(leader), of, most, seeds);
    }

    /** Whether another lane than the leader is first under more seeds. */
    private boolean byMedianAlone() {
        return Collections.max(firsts) > firsts.get(leader);
    }

    private String ahead() {
        List<Pair> beaten = with(Verdict.AHEAD);
        if (beaten.isEmpty()) {
            return "";
        }
        String whom = beaten(beaten);
        return byMedianAlone()
                ? Text.of("evidence.ahead.though", name(leader), whom)
                : Text.of("evidence.ahead.too", whom);
    }

    private String beaten(List<Pair> beaten) {
        if (beaten.size() == 1) {
            Pair pair = beaten.get(0);
            return Text.of("evidence.ahead.one", name(pair.lane()), p(pair.p()));
        }
        boolean all = beaten.size() == pairs.size();
        return all ? Text.of("evidence.ahead.all") : Text.of("evidence.ahead", names(beaten));
    }

    private String noise() {
        List<Pair> near = with(Verdict.NOISE);
        if (near.isEmpty()) {
            return "";
        }
        double least = near.stream().mapToDouble(Pair::p).min().orElse(1);
        if (near.size() > 1) {
            return least == 1
                    ? Text.of("evidence.noise.even", names(near))
                    : Text.of("evidence.noise", names(near), number(least, new MathContext(2, RoundingMode.FLOOR)));
        }
        Pair pair = near.get(0);
        if (least == 1) {
            return Text.of(
                    "evidence.noise.one.even",
                    name(pair.lane()),
                    pair.behind(),
                    results.contest().seeds(),
                    pair.ahead());
        }
        return Text.of(
                "evidence.noise.one",
                name(pair.lane()),
                pair.behind(),
                results.contest().seeds(),
                p(pair.p()));
    }

    private String others(Verdict verdict, String key) {
        List<Pair> found = with(verdict);
        return found.isEmpty() ? "" : Text.of(key, names(found), found.size());
    }

    private List<Pair> with(Verdict verdict) {
        return pairs.stream().filter(pair -> pair.verdict() == verdict).toList();
    }

    private String names(List<Pair> of) {
        List<String> names = new ArrayList<>();
        for (Pair pair : of.subList(0, Math.min(of.size(), MOST_NAMES))) {
            names.add(name(pair.lane()));
        }
        if (of.size() > MOST_NAMES) {
            names.add(Text.of("evidence.more", of.size() - MOST_NAMES));
        }
        String last = names.remove(names.size() - 1);
        return names.isEmpty() ? last : Text.of("evidence.and", String.join(Text.of("evidence.comma"), names), last);
    }

    private String name(int lane) {
        return results.contest().lanes().get(lane).spoken();
    }

    private String target() {
        Target target = results.contest().target();
        return Text.of("evidence.target." + target.figure().id(), number(target.value(), new MathContext(6)));
    }

    private static String p(double p) {
        return p < SMALLEST_P
                ? Text.of("evidence.p.below", number(SMALLEST_P, P_DIGITS))
                : Text.of("evidence.p", number(p, P_DIGITS));
    }

    private static String number(double value, MathContext digits) {
        return new BigDecimal(value).round(digits).stripTrailingZeros().toPlainString();
    }
}
