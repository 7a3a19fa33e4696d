package weightroom.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RaceTableTest {
    private static final RaceTable TABLE = new RaceTable(
            List.of("Lane", "Loss"),
            List.of(
                    List.of("=2+3, \"quoted\"", 0.1234567890123),
                    List.of("a\tb <i>", Double.POSITIVE_INFINITY),
                    List.of("-x", Double.NaN)));

    @Test
    void aFileHasExactNumbersAndNothingThatASpreadsheetWouldTakeForAFormula() {
        assertThat(TABLE.csv()).isEqualTo("Lane,Loss\n\"'=2+3, \"\"quoted\"\"\",0.1234567890123\na\tb <i>,\n'-x,\n");
    }

    @Test
    void theClipboardHasOneCellPerTab() {
        assertThat(TABLE.tabbed().lines().toList())
                .containsExactly("Lane\tLoss", "'=2+3, \"quoted\"\t0.1235", "a b <i>\t∞", "'-x\t");
    }

    @Test
    void aDocumentGetsATableWhoseTextsAreNoMarkup() {
        assertThat(TABLE.html()).contains("<th>Lane</th>").contains("<td>a\tb &lt;i&gt;</td><td>∞</td>");
    }
}
