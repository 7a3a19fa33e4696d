package weightroom.ui.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class RowPickerTest {
    private static final List<Integer> ROWS = IntStream.range(0, 200).boxed().toList();
    private static final IntFunction<String> WORDS = row -> row == 4 ? "x = 0.17" : "x = −2";

    @Test
    void theRowOfTheVeryNumberComesBeforeRowsThatOnlyHoldIt() {
        assertEquals(
                List.of(16, 169, 170, 171), RowPicker.found(ROWS, WORDS, "17").subList(0, 4));
        assertEquals(4, RowPicker.found(ROWS, WORDS, " 17 ").get(11));
    }

    @Test
    void aMinusFromTheKeyboardFindsTheMinusOfTheWords() {
        assertEquals(199, RowPicker.found(ROWS, WORDS, "-2").size());
        assertEquals(ROWS, RowPicker.found(ROWS, WORDS, ""));
    }
}
