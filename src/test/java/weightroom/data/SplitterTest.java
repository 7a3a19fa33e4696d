package weightroom.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weightroom.data.Splitter.Parts;
import weightroom.engine.InvalidInput;

class SplitterTest {
    @ParameterizedTest
    @CsvSource({
        "10, 1.0, 0.0, 10, 0, 0",
        "10, 0.8, 0.0, 8, 0, 2",
        "10, 0.8, 0.2, 8, 2, 0",
        "10, 0.6, 0.2, 6, 2, 2",
        "150, 0.7, 0.15, 105, 23, 22",
        "3, 0.5, 0.5, 2, 1, 0",
        "1000, 0.333, 0.333, 333, 333, 334",
    })
    void theSharesBecomeWholeRowsAndEveryRowHasOnePlace(
            int n, double trainShare, double validationShare, int train, int validation, int test) {
        Parts parts = Splitter.split(n, new Shares(trainShare, validationShare), 1);
        assertEquals(train, parts.train().length);
        assertEquals(validation, parts.validation().length);
        assertEquals(test, parts.test().length);
        int[] all = Stream.of(parts.train(), parts.validation(), parts.test())
                .flatMapToInt(Arrays::stream)
                .sorted()
                .toArray();
        assertArrayEquals(IntStream.range(0, n).toArray(), all);
    }

    @Test
    void everyPartKeepsFileOrder() {
        Parts parts = Splitter.split(100, new Shares(0.5, 0.25), 9);
        for (int[] part : new int[][] {parts.train(), parts.validation(), parts.test()}) {
            assertArrayEquals(Arrays.stream(part).sorted().toArray(), part);
        }
    }

    @Test
    void whichRowsGoWhereDependsOnTheSeedAlone() {
        Shares half = new Shares(0.5, 0);
        int[] one = Splitter.split(100, half, 1).train();
        assertArrayEquals(one, Splitter.split(100, half, 1).train());
        assertFalse(Arrays.equals(one, Splitter.split(100, half, 2).train()));
        assertFalse(Arrays.equals(one, IntStream.range(0, 50).toArray()));
    }

    @ParameterizedTest
    @CsvSource({"1, 0.5, 0.5, validation", "2, 0.5, 0.25, test", "1, 0.2, 0, train", "3, 0.9, 0.1, validation"})
    void aPartThatIsAskedForIsNotLeftEmpty(int n, double train, double validation, String part) {
        String message = assertThrows(InvalidInput.class, () -> Splitter.split(n, new Shares(train, validation), 1))
                .getMessage();
        assertTrue(message.startsWith("the " + part + " part would be empty"), message);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, train is 0.0",
        "1.1, 0, train is 1.1",
        "NaN, 0, train is NaN",
        "0.8, 0.3, validation is 0.3",
        "0.8, -0.1, validation is -0.1"
    })
    void impossibleSharesAreRefused(double train, double validation, String message) {
        String found = assertThrows(InvalidInput.class, () -> new Shares(train, validation))
                .getMessage();
        assertTrue(found.startsWith(message), found);
    }

    @Test
    void roundingErrorsOfSharesLeaveNoTestPart() {
        assertEquals(0, new Shares(0.7, 0.3).test());
        assertEquals(0, new Shares(0.9, 0.1).test());
        assertEquals(0.1, new Shares(0.6, 0.3).test(), 1e-12);
    }
}
