package weightroom.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Figures worked by hand. */
class MetricsTest {
    private static final Task BITS = new Task.Binary(0, 1, List.of("no", "yes"));

    private static Metrics of(Task task, float[] targets, float[] outputs, int n) {
        return Metrics.of(task, new Rows(n, new float[n], targets), outputs);
    }

    /** Of ten rows 3 true and 1 false alarms, 2 misses, 4 quiet: precision 3/4, recall 3/5, F1 = 2·0.45/1.35 = 2/3. */
    @Test
    void twoClassesAreCountedForTheSecond() {
        float[] targets = {1, 1, 1, 1, 1, 0, 0, 0, 0, 0};
        float[] outputs = {0.9f, 0.8f, 0.7f, 0.4f, 0.2f, 0.6f, 0.5f, 0.3f, 0.1f, 0.05f};
        Metrics metrics = of(BITS, targets, outputs, 10);
        assertArrayEquals(new int[][] {{4, 1}, {2, 3}}, metrics.confusion());
        assertEquals(0.7, metrics.values().get("accuracy"), 1e-12);
        assertEquals(0.75, metrics.values().get("precision"), 1e-12);
        assertEquals(0.6, metrics.values().get("recall"), 1e-12);
        assertEquals(2.0 / 3, metrics.values().get("f1"), 1e-12);
        // Pairs in order: 0.9, 0.8, 0.7 beat all five; 0.4 beats three; 0.2 beats two: 20 of 25.
        assertEquals(0.8, metrics.values().get("rocAuc"), 1e-12);
        assertEquals(
                List.of("accuracy", "precision", "recall", "f1", "rocAuc"),
                List.copyOf(metrics.values().keySet()));
    }

    /** Positives 0.8, 0.5, 0.5 and negatives 0.5, 0.2: 2 + 1.5 + 1.5 of 6 pairs. */
    @Test
    void tiesCountHalfInTheAuc() {
        Metrics metrics = of(BITS, new float[] {1, 0, 1, 1, 0}, new float[] {0.8f, 0.5f, 0.5f, 0.5f, 0.2f}, 5);
        assertEquals(5.0 / 6, metrics.values().get("rocAuc"), 1e-12);
        Metrics flat = of(BITS, new float[] {1, 0, 1}, new float[] {0.3f, 0.3f, 0.3f}, 3);
        assertEquals(0.5, flat.values().get("rocAuc"), 1e-12);
    }

    @Test
    void anAucOfOneClassIsNoNumber() {
        Metrics metrics = of(BITS, new float[] {1, 1}, new float[] {0.8f, 0.5f}, 2);
        assertTrue(Double.isNaN(metrics.values().get("rocAuc")));
    }

    @Test
    void nothingFoundIsZeroRatherThanNoNumber() {
        Metrics metrics = of(BITS, new float[] {0, 0, 1}, new float[] {0, 0, 0}, 3);
        assertEquals(0, metrics.values().get("precision"));
        assertEquals(0, metrics.values().get("recall"));
        assertEquals(0, metrics.values().get("f1"));
        assertEquals(2.0 / 3, metrics.values().get("accuracy"), 1e-12);
    }

    @Test
    void withoutRowsNothingIsCounted() {
        Task classes = new Task.Classes(List.of("a", "b"));
        assertArrayEquals(new int[2][2], Metrics.confusion(classes, Rows.NONE, new float[0]));
    }

    @Test
    void signsAreCutAtZero() {
        Task signs = new Task.Binary(-1, 1, List.of("−", "+"));
        Metrics metrics = of(signs, new float[] {-1, 1, 1}, new float[] {-0.1f, 0.1f, -3}, 3);
        assertArrayEquals(new int[][] {{1, 0}, {1, 1}}, metrics.confusion());
    }

    /**
     * True 0, 0, 1, 1, 2, 2 found 0, 1, 1, 1, 2, 0: precision ½, ⅔, 1 and recall ½, 1, ½, averaged plainly; F1 ½, 0.8, ⅔.
     */
    @Test
    void manyClassesAreAveragedPlainly() {
        Task classes = new Task.Classes(List.of("a", "b", "c"));
        float[] targets = {1, 0, 0, 1, 0, 0, 0, 1, 0, 0, 1, 0, 0, 0, 1, 0, 0, 1};
        float[] outputs = {3, 2, 1, 1, 2, 0, 0, 9, 1, 0, 1, 0, 0, 0, 1, 7, 0, 6};
        Metrics metrics = of(classes, targets, outputs, 6);
        assertArrayEquals(new int[][] {{1, 1, 0}, {0, 2, 0}, {1, 0, 1}}, metrics.confusion());
        assertEquals(4.0 / 6, metrics.values().get("accuracy"), 1e-12);
        assertEquals((0.5 + 2.0 / 3 + 1) / 3, metrics.values().get("precision"), 1e-12);
        assertEquals((0.5 + 1 + 0.5) / 3, metrics.values().get("recall"), 1e-12);
        assertEquals((0.5 + 0.8 + 2.0 / 3) / 3, metrics.values().get("f1"), 1e-12);
        assertFalse(metrics.values().containsKey("rocAuc"));
    }

    /** Two classes on two outputs: the second column is the score. */
    @Test
    void twoClassesOnTwoOutputsHaveAnAuc() {
        Task classes = new Task.Classes(List.of("a", "b"));
        float[] targets = {1, 0, 0, 1, 0, 1};
        float[] outputs = {0.6f, 0.4f, 0.3f, 0.7f, 0.7f, 0.3f};
        assertEquals(0.5, of(classes, targets, outputs, 3).values().get("rocAuc"), 1e-12);
    }

    /** Errors 1, −1, 2, 0 around targets 1, 3, 5, 7 (mean 4, spread 20): MAE 1, RMSE √1.5, R² = 1 − 6/20. */
    @Test
    void amountsHaveErrorsAndExplainedShare() {
        Task amounts = new Task.Regression(List.of("y"));
        Metrics metrics = of(amounts, new float[] {1, 3, 5, 7}, new float[] {2, 2, 7, 7}, 4);
        assertEquals(1, metrics.values().get("mae"), 1e-12);
        assertEquals(Math.sqrt(1.5), metrics.values().get("rmse"), 1e-12);
        assertEquals(0.7, metrics.values().get("r2"), 1e-12);
        assertEquals(0, metrics.confusion().length);
        Metrics flat = of(amounts, new float[] {2, 2}, new float[] {1, 3}, 2);
        assertTrue(Double.isNaN(flat.values().get("r2")));
    }

    /** Each output is compared with its own mean: columns 1, 3 and 10, 30 have a spread of 2 + 200. */
    @Test
    void everyAmountHasAMeanOfItsOwn() {
        Task amounts = new Task.Regression(List.of("a", "b"));
        Metrics metrics = of(amounts, new float[] {1, 10, 3, 30}, new float[] {1, 10, 3, 20}, 2);
        assertEquals(2.5, metrics.values().get("mae"), 1e-12);
        assertEquals(1 - 100.0 / 202, metrics.values().get("r2"), 1e-12);
    }
}
