package weightroom.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import weightroom.race.Contest;
import weightroom.race.Evidence;
import weightroom.race.Outcome;
import weightroom.race.RaceSnapshot.LaneFacts;
import weightroom.race.Standings;
import weightroom.race.Target;
import weightroom.race.Tuning;

/** A comparison for people: the table, what the seeds support, and how fair it was. */
final class CompareReport {
    private final Outcome outcome;
    private final Contest contest;
    private final Standings standings;
    private final Evidence evidence;

    CompareReport(Outcome outcome, Standings standings, Evidence evidence) {
        this.outcome = outcome;
        this.contest = outcome.results().contest();
        this.standings = standings;
        this.evidence = evidence;
    }

    void print(PrintWriter out) {
        Target target = contest.target();
        out.println(Text.of(
                "compare.summary",
                contest.lanes().size(),
                contest.seeds(),
                standings.epoch(),
                outcome.device(),
                Math.round(outcome.samplesPerSecond()),
                target.figure().id(),
                number(target.value())));
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of(
                "",
                Text.of("compare.head.lane"),
                Text.of("compare.head.rate"),
                Text.of("compare.head.loss"),
                Text.of("compare.head.quartiles"),
                Text.of("compare.head.solved"),
                Text.of("compare.head.epochs"),
                Text.of("compare.head.seconds"),
                Text.of("compare.head.diverged"),
                Text.of("compare.head.test")));
        standings.rows().forEach(row -> lines.add(line(row)));
        print(lines, out);
        out.println(evidence.sentence());
        printTuned(out);
        printFairness(out);
    }

    private List<String> line(Standings.Row row) {
        double rate = outcome.results().lanes().get(row.lane()).learningRate();
        return List.of(
                Integer.toString(row.rank()),
                contest.lanes().get(row.lane()).name(),
                number(rate),
                number(row.value().median()),
                Text.of(
                        "compare.range",
                        number(row.value().low()),
                        number(row.value().high())),
                Text.of("compare.solved", row.solved(), row.seeds()),
                number(row.epochs()),
                number(row.seconds()),
                Integer.toString(row.diverged()),
                Double.isNaN(row.testAccuracy()) ? number(row.testLoss()) : percent(row.testAccuracy()));
    }

    /** Words on the left, numbers on the right. */
    private static void print(List<List<String>> lines, PrintWriter out) {
        int columns = lines.get(0).size();
        int[] widths = new int[columns];
        for (List<String> line : lines) {
            for (int c = 0; c < columns; c++) {
                widths[c] = Math.max(widths[c], line.get(c).length());
            }
        }
        for (List<String> line : lines) {
            StringBuilder text = new StringBuilder();
            for (int c = 0; c < columns; c++) {
                String form = c == 1 ? "  %-" + widths[c] + "s" : "  %" + Math.max(1, widths[c]) + "s";
                text.append(String.format(Locale.ROOT, form, line.get(c)));
            }
            out.println(text.toString().stripTrailing());
        }
    }

    private void printTuned(PrintWriter out) {
        List<LaneFacts> lanes = outcome.results().lanes();
        if (lanes.stream().allMatch(lane -> lane.tuned().isEmpty())) {
            return;
        }
        long samples = lanes.stream()
                .flatMap(lane -> lane.tuned().stream())
                .mapToLong(tuned -> tuned.samples())
                .sum();
        double seconds = lanes.stream()
                .flatMap(lane -> lane.tuned().stream())
                .mapToDouble(tuned -> tuned.seconds())
                .sum();
        out.println(Text.of("compare.tuned", contest.trials(), Tuning.SEEDS, samples, number(seconds)));
    }

    private void printFairness(PrintWriter out) {
        if (contest.lanes().size() == 1) {
            return;
        }
        if (outcome.fairness().whole()) {
            out.println(Text.of("compare.fair"));
            return;
        }
        printOthers("compare.other.rows", outcome.fairness().otherRows(), out);
        printOthers("compare.other.weights", outcome.fairness().otherWeights(), out);
        printOthers("compare.other.batches", outcome.fairness().otherBatches(), out);
    }

    private void printOthers(String key, List<Integer> lanes, PrintWriter out) {
        if (!lanes.isEmpty()) {
            String names = String.join(
                    ", ",
                    lanes.stream()
                            .map(lane -> contest.lanes().get(lane).spoken())
                            .toList());
            out.println(Text.of(key, contest.lanes().get(0).spoken(), names));
        }
    }

    private static String number(double value) {
        return Double.isNaN(value)
                ? Text.of("compare.none")
                : Double.isInfinite(value) ? Text.of("compare.gone") : shortened(value);
    }

    /** Four digits; no more than a table needs. */
    private static String shortened(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e9
                ? Long.toString((long) value)
                : String.format(Locale.ROOT, "%.4g", value)
                        .replaceFirst("(\\.[0-9]*?)0+(?=$|e)", "$1")
                        .replaceFirst("\\.(?=$|e)", "");
    }

    private static String percent(double share) {
        return Double.isInfinite(share) ? number(share) : String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
