package weightroom.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ScalingTest {
    /** 2, 4, 4, 4, 5, 5, 7, 9: the textbook example with mean 5 and deviation 2. */
    private static final double[][] ROWS = {{2, 1}, {4, 1}, {4, 1}, {4, 1}, {5, 1}, {5, 1}, {7, 1}, {9, 1}};

    @Test
    void aFeatureIsMeasuredByItsMeanAndDeviation() {
        Scaling scaling = Scaling.of(ROWS);
        assertArrayEquals(new double[] {5, 1}, scaling.mean(), 1e-12);
        assertArrayEquals(new double[] {2, 1}, scaling.deviation(), 1e-12);
        assertEquals(2, scaling.scale(0, 9), 1e-12);
        assertEquals(-1.5, scaling.scale(0, 2), 1e-12);
    }

    @Test
    void aFeatureThatNeverChangesBecomesZero() {
        double[][] rows = {{0.1}, {0.1}, {0.1}};
        assertEquals(0, Scaling.of(rows).scale(0, 0.1), 1e-15);
        assertEquals(1, Scaling.of(rows).deviation()[0]);
    }

    @Test
    void theRawValueComesBack() {
        Scaling scaling = Scaling.of(ROWS);
        assertEquals(7.25, scaling.restore(0, scaling.scale(0, 7.25)), 1e-12);
    }

    @Test
    void withoutScalingEveryValueStaysAsItIs() {
        Scaling none = Scaling.none(2);
        assertEquals(3.7, none.scale(1, 3.7));
        assertEquals(3.7, none.restore(1, 3.7));
    }

    @Test
    void valuesNearTheLimitOfADoubleHaveAFiniteDeviation() {
        assertEquals(1e308, Scaling.of(new double[][] {{1e308}, {-1e308}}).deviation()[0], 1e294);
    }
}
