package weightroom.race;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import weightroom.race.RaceSnapshot.LaneFacts;

/**
 * Standings as comma-separated values: a header, then one line for each lane, best first (RFC 4180). What is not finite or not
 * there is an empty field. A text that a spreadsheet would take for a formula gets an apostrophe in front.
 */
public final class RaceTable {
    private static final List<String> HEADER = List.of(
            "rank",
            "lane",
            "setting",
            "learning_rate",
            "figure",
            "median",
            "low_quartile",
            "high_quartile",
            "seeds",
            "solved",
            "epochs_to_target",
            "seconds_to_target",
            "diverged",
            "test_loss",
            "test_accuracy");

    private RaceTable() {}

    /** The table with line ends of its own. */
    public static String csv(Results results, Standings standings) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(HEADER);
        for (Standings.Row row : standings.rows()) {
            lines.add(line(results, standings, row));
        }
        return lines.stream().map(line -> String.join(",", line) + "\r\n").collect(Collectors.joining());
    }

    private static List<String> line(Results results, Standings standings, Standings.Row row) {
        Lane lane = results.contest().lanes().get(row.lane());
        LaneFacts facts = results.lanes().get(row.lane());
        return List.of(
                Integer.toString(row.rank()),
                text(lane.name()),
                text(lane.setting()),
                number(facts.learningRate()),
                standings.by().figure().id(),
                number(row.value().median()),
                number(row.value().low()),
                number(row.value().high()),
                Integer.toString(row.seeds()),
                Integer.toString(row.solved()),
                number(row.epochs()),
                number(row.seconds()),
                Integer.toString(row.diverged()),
                number(row.testLoss()),
                number(row.testAccuracy()));
    }

    private static String number(double value) {
        boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
        return !Double.isFinite(value) ? "" : whole ? Long.toString((long) value) : Double.toString(value);
    }

    private static String text(String value) {
        boolean formula = !value.isEmpty() && "=+-@\t\r".indexOf(value.charAt(0)) >= 0;
        boolean number = value.matches("[-+]?[0-9.]+([eE][-+]?[0-9]+)?");
        String safe = formula && !number ? "'" + value : value;
        boolean quoted = safe.chars().anyMatch(sign -> sign == ',' || sign == '"' || sign == '\r' || sign == '\n');
        return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
