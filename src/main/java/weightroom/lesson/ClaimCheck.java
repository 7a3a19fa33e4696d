package weightroom.lesson;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import weightroom.experiment.Experiment;
import weightroom.lesson.Condition.Side;
import weightroom.lesson.Part.Claim;
import weightroom.lesson.Part.Holds;
import weightroom.lesson.Part.Lane;

/** What a claim needs to know, and what follows from it. */
record ClaimCheck(Claim claim) {
    private static final int MOST_PROBLEMS = 5;

    /**
     * One run that is trained to its end.
     *
     * @param experiment with its seed and epochs
     */
    record Needed(Experiment experiment) {}

    /** What is read off a run at its end. */
    record Read(Needed run, Metric metric) {}

    Needed run(Lane lane, long seed) {
        Experiment experiment = lane.experiment();
        return new Needed(
                experiment.withSeed(seed).withTraining(experiment.training().withEpochs(claim.epochs())));
    }

    /** All that has to be read. */
    Set<Read> reads() {
        Set<Read> reads = new LinkedHashSet<>();
        for (long seed : claim.seeds()) {
            for (Condition condition : claim.expect()) {
                for (Side.Measured side : condition.measured()) {
                    reads.add(read(side, seed));
                }
            }
        }
        return reads;
    }

    private Read read(Side.Measured side, long seed) {
        Lane lane = claim.lanes().stream()
                .filter(one -> one.name().equals(side.lane()))
                .findFirst()
                .orElseThrow();
        return new Read(run(lane, seed), side.metric());
    }

    /** Whether the claim holds, given the numbers. */
    Finding finding(Map<Read, Double> numbers) {
        List<String> problems = new ArrayList<>();
        int held = 0;
        for (long seed : claim.seeds()) {
            List<String> failed = failures("seed " + seed, condition ->
                    new double[] {value(condition.left(), seed, numbers), value(condition.right(), seed, numbers)});
            problems.addAll(failed);
            held += failed.isEmpty() ? 1 : 0;
        }
        return new Finding(
                Finding.Kind.CLAIM,
                claim.line(),
                claim.text(),
                claim.seeds().size(),
                held,
                judge(held, problems, numbers));
    }

    private List<String> judge(int held, List<String> problems, Map<Read, Double> numbers) {
        int seeds = claim.seeds().size();
        if (claim.holds() instanceof Holds.Median) {
            return failures("median", condition ->
                    new double[] {median(condition.left(), numbers), median(condition.right(), numbers)});
        }
        if (claim.holds() instanceof Holds.AtLeast least && held < least.seeds()) {
            return told(
                    "holds for %d of %d seeds; expected at least %d".formatted(held, seeds, least.seeds()), problems);
        }
        if (claim.holds() instanceof Holds.AtMost most && held > most.seeds()) {
            return List.of("holds for %d of %d seeds; expected at most %d".formatted(held, seeds, most.seeds()));
        }
        if (claim.holds() instanceof Holds.All && held < seeds) {
            return told("holds for %d of %d seeds; expected all".formatted(held, seeds), problems);
        }
        return List.of();
    }

    private static List<String> told(String first, List<String> problems) {
        List<String> told = new ArrayList<>(List.of(first));
        told.addAll(problems.subList(0, Math.min(MOST_PROBLEMS, problems.size())));
        if (problems.size() > MOST_PROBLEMS) {
            told.add("and %d more".formatted(problems.size() - MOST_PROBLEMS));
        }
        return told;
    }

    @FunctionalInterface
    private interface Values {
        double[] of(Condition condition);
    }

    private List<String> failures(String which, Values values) {
        List<String> failures = new ArrayList<>();
        for (Condition condition : claim.expect()) {
            double[] sides = values.of(condition);
            if (!condition.holds(sides[0], sides[1])) {
                failures.add("%s: %s is false: %s".formatted(which, condition.text(), told(condition, sides)));
            }
        }
        return failures;
    }

    private static String told(Condition condition, double[] sides) {
        List<String> told = new ArrayList<>();
        Side[] both = {condition.left(), condition.right()};
        for (int i = 0; i < both.length; i++) {
            if (both[i] instanceof Side.Measured measured) {
                told.add(name(measured) + " is " + number(sides[i]));
            }
        }
        return String.join(", ", told);
    }

    static String name(Side.Measured side) {
        String metric = (side.lane().isEmpty() ? "" : side.lane() + ".") + side.metric();
        return side.factor() == 1 ? metric : number(side.factor()) + " * " + metric;
    }

    /** With the digits that single precision has. */
    static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e9
                ? Long.toString((long) value)
                : String.format(Locale.ROOT, "%.7g", value);
    }

    private double value(Side side, long seed, Map<Read, Double> numbers) {
        return side instanceof Side.Measured measured
                ? measured.factor() * numbers.getOrDefault(read(measured, seed), Double.NaN)
                : ((Side.Constant) side).value();
    }

    private double median(Side side, Map<Read, Double> numbers) {
        double[] sorted = claim.seeds().stream()
                .mapToDouble(seed -> value(side, seed, numbers))
                .toArray();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
