package weightroom.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A table as Markdown has it. */
final class MarkdownTable {
    private final List<String> head;
    private final List<List<String>> lines = new ArrayList<>();

    MarkdownTable(String... head) {
        this.head = List.of(head);
    }

    /** @param cells as many as there are columns */
    void add(String... cells) {
        add(List.of(cells));
    }

    void add(List<String> cells) {
        if (cells.size() != head.size()) {
            throw new IllegalArgumentException(cells.size() + " cells for " + head.size() + " columns");
        }
        lines.add(List.copyOf(cells));
    }

    void print(PrintWriter out) {
        line(head, out);
        line(Collections.nCopies(head.size(), "---"), out);
        lines.forEach(cells -> line(cells, out));
        out.println();
    }

    /** A bar would end the cell, inside formulas too. */
    private static void line(List<String> cells, PrintWriter out) {
        out.println("| "
                + String.join(" | ", cells.stream().map(MarkdownTable::safe).toList()) + " |");
    }

    private static String safe(String cell) {
        return cell.replace("|", "\\|");
    }
}
