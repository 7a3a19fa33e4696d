package weightroom.ui.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import weightroom.plot.Numbers;
import weightroom.race.Csv;
import weightroom.race.Evidence;
import weightroom.race.Lane;
import weightroom.race.RaceSnapshot.LaneFacts;
import weightroom.race.RaceSnapshot.Tuned;
import weightroom.race.Standings;
import weightroom.ui.kit.Messages;

/**
 * All numbers of a race as a table, one row per lane in the order of the ranks: to be looked at, kept in a file, and put into
 * a document.
 *
 * @param header names of the columns
 * @param rows texts, and numbers as {@link Double} or {@link Integer}; NaN and infinity where there is none
 */
record RaceTable(List<String> header, List<List<Object>> rows) {
    RaceTable {
        header = List.copyOf(header);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** The table where the race stands. */
    static RaceTable of(Standing.Table table) {
        String figure =
                Messages.text("compare.figure." + table.shown().by().figure().id());
        List<String> header = List.of(
                text("rank"),
                text("lane"),
                text("setting"),
                text("rate"),
                figure,
                text("median"),
                text("low"),
                text("high"),
                text("test-loss"),
                text("test-accuracy"),
                text("solved"),
                text("seeds"),
                text("epochs"),
                text("seconds"),
                text("diverged"),
                text("p"),
                text("trials"),
                text("trial-samples"),
                text("trial-seconds"));
        return new RaceTable(
                header,
                table.shown().rows().stream().map(row -> row(table, row)).toList());
    }

    private static String text(String key) {
        return Messages.text("compare.column." + key);
    }

    private static List<Object> row(Standing.Table table, Standings.Row shown) {
        int lane = shown.lane();
        Lane of = table.race().contest().lanes().get(lane);
        LaneFacts facts = table.race().lanes().get(lane);
        Standings.Row seed = table.seedRow(lane);
        Standings.Row all = table.allRow(lane);
        List<Object> cells = new ArrayList<>(List.of(
                shown.rank(),
                of.name(),
                of.setting(),
                facts.learningRate(),
                seed.value().median(),
                all.value().median(),
                all.value().low(),
                all.value().high(),
                all.testLoss(),
                all.testAccuracy(),
                all.solved(),
                all.seeds(),
                all.epochs(),
                all.seconds(),
                all.diverged(),
                p(table.evidence(), lane)));
        cells.add(facts.tuned().map(tuned -> tuned.rates().size()).orElse(0));
        cells.add(facts.tuned().map(tuned -> (double) tuned.samples()).orElse(0.0));
        cells.add(facts.tuned().map(Tuned::seconds).orElse(0.0));
        return cells;
    }

    /** Of the sign test against the lane that leads over all seeds; NaN for that one itself. */
    private static double p(Evidence evidence, int lane) {
        return evidence.pairs().stream()
                .filter(pair -> pair.lane() == lane)
                .mapToDouble(Evidence.Pair::p)
                .findFirst()
                .orElse(Double.NaN);
    }

    /** A cell as people read it. */
    static String shown(Object cell) {
        if (cell instanceof Double number) {
            return Double.isNaN(number) ? "" : Numbers.significant(number, 4);
        }
        return cell.toString();
    }

    /** {@linkplain Csv Comma-separated values} with numbers as programs read them. */
    String csv() {
        return lines(",", RaceTable::csvCell);
    }

    /** Values with tabs between them, as spreadsheets take them from the clipboard. */
    String tabbed() {
        return lines("\t", cell -> Csv.harmless(shown(cell)).replaceAll("[\t\r\n]", " "));
    }

    private String lines(String between, Function<Object, String> cell) {
        StringBuilder text =
                new StringBuilder(header.stream().map(cell).collect(Collectors.joining(between, "", "\n")));
        rows.forEach(row -> text.append(row.stream().map(cell).collect(Collectors.joining(between, "", "\n"))));
        return text.toString();
    }

    /** A table for documents. */
    String html() {
        StringBuilder text = new StringBuilder("<table><thead><tr>");
        header.forEach(name -> text.append("<th>").append(escaped(name)).append("</th>"));
        text.append("</tr></thead><tbody>");
        for (List<Object> row : rows) {
            text.append("<tr>");
            row.forEach(cell -> text.append("<td>").append(escaped(shown(cell))).append("</td>"));
            text.append("</tr>");
        }
        return text.append("</tbody></table>").toString();
    }

    private static String csvCell(Object cell) {
        return cell instanceof Number number ? Csv.cell(number.doubleValue()) : Csv.cell(cell.toString());
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
