package weightroom.race;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import weightroom.race.RaceSnapshot.LaneFacts;

/** Standings as {@linkplain Csv comma-separated values}: a header, then one line for each lane, best first. */
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
                Csv.cell(lane.name()),
                Csv.cell(lane.setting()),
                Csv.cell(facts.learningRate()),
                standings.by().figure().id(),
                Csv.cell(row.value().median()),
                Csv.cell(row.value().low()),
                Csv.cell(row.value().high()),
                Integer.toString(row.seeds()),
                Integer.toString(row.solved()),
                Csv.cell(row.epochs()),
                Csv.cell(row.seconds()),
                Integer.toString(row.diverged()),
                Csv.cell(row.testLoss()),
                Csv.cell(row.testAccuracy()));
    }
}
