package weightroom.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import weightroom.engine.InvalidInput;

class DatasetTest {
    @Test
    void writtenRowsAreInputsFirstAndThenTargets() {
        Dataset dataset = Dataset.ofRows("and.json", new double[][] {{0, 1, 0.5}, {1, 3, -1}}, 2);
        assertArrayEquals(new double[][] {{0, 1}, {1, 3}}, dataset.inputs());
        assertEquals(List.of("x1", "x2"), dataset.inputNames());
        Target.Amounts target = (Target.Amounts) dataset.target();
        assertArrayEquals(new double[][] {{0.5}, {-1}}, target.values());
        assertEquals(List.of("y"), target.names());
        assertEquals("-1", target.text(1));
        assertEquals(2, dataset.count());
    }

    @Test
    void severalTargetsAreNumbered() {
        Dataset dataset = Dataset.ofRows("two", new double[][] {{1, 0, 1}}, 1);
        assertEquals(List.of("y1", "y2"), ((Target.Amounts) dataset.target()).names());
        assertEquals("0, 1", dataset.target().text(0));
        assertEquals(Optional.empty(), dataset.plane());
    }

    @Test
    void thePlaneOfTwoInputsHoldsAllPointsAndSomeRoomUpToRoundNumbers() {
        Dataset dataset = Dataset.ofRows("p", new double[][] {{0, 7, 0}, {10, 7, 1}}, 2);
        Plane plane = dataset.plane().orElseThrow();
        assertEquals(-1, plane.low1());
        assertEquals(11, plane.high1());
        assertEquals(6.5, plane.low2(), 1e-9);
        assertEquals(7.5, plane.high2(), 1e-9);
    }

    @Test
    void pickedRowsComeInTheOrderAskedFor() {
        Dataset dataset = Dataset.ofRows("p", new double[][] {{1, 10}, {2, 20}, {3, 30}}, 1);
        Dataset picked = dataset.pick(new int[] {2, 0});
        assertArrayEquals(new double[][] {{3}, {1}}, picked.inputs());
        assertArrayEquals(new double[][] {{30}, {10}}, ((Target.Amounts) picked.target()).values());
        Target.Labels labels = new Target.Labels(List.of("a", "b"), new int[] {0, 1, 1}).pick(new int[] {1, 0});
        assertEquals("b", labels.text(0));
        assertEquals("a", labels.text(1));
    }

    @Test
    void rowsThatDoNotFitTogetherAreRefused() {
        assertRefused(new double[0][], 1, "f: there are no rows");
        assertRefused(new double[][] {{1, 2}}, 0, "f: 0 of the 2 numbers in a row are inputs; expected 1 to 1");
        assertRefused(new double[][] {{1, 2}}, 2, "f: 2 of the 2 numbers");
        assertRefused(new double[][] {{1, 2}, {1, 2, 3}}, 1, "f, row 2: found 3 numbers; expected 2 as in row 1");
        assertRefused(new double[][] {{1, 2}, {1, Double.NaN}}, 1, "f, row 2, number 2: found NaN");
        assertThrows(
                IllegalArgumentException.class,
                () -> Dataset.of("f", List.of("x1"), new double[2][1], new Target.Labels(List.of("a"), new int[1])));
    }

    private static void assertRefused(double[][] rows, int inputs, String message) {
        String found = assertThrows(InvalidInput.class, () -> Dataset.ofRows("f", rows, inputs))
                .getMessage();
        assertTrue(found.startsWith(message), found);
    }
}
