package weightroom.ui.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RowPickerTest {
    private static final List<Integer> ROWS = IntStream.range(0, 200).boxed().toList();

    @Test
    void theRowOfTheVeryNumberComesBeforeRowsThatOnlyHoldIt() {
        assertEquals(
                List.of(16, 169, 170, 171),
                RowPicker.found(ROWS, RowPickerTest::words, "17").subList(0, 4));
        assertEquals(4, RowPicker.found(ROWS, RowPickerTest::words, " 17 ").get(11));
    }

    @Test
    void aMinusFromTheKeyboardFindsTheMinusOfTheWords() {
        assertEquals(199, RowPicker.found(ROWS, RowPickerTest::words, "-2").size());
        assertEquals(ROWS, RowPicker.found(ROWS, RowPickerTest::words, ""));
    }

    private static String words(int row) {
        return row == 4 ? "x = 0.17" : "x = −2";
    }
}
