package weightroom.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RaceCurveTest {
    @Test
    void theMedianOfThreeTakesASpikeAway() {
        RaceCurve curve = new RaceCurve();
        curve.show(new double[] {0, 1, 2, 3, 4}, new double[] {5, 4, 90, 2, 1}, 3);
        // At the ends two values remain, whose middle is taken.
        assertThat(values(curve.smooth())).containsExactly(4.5, 5, 4, 2, 1.5);
        assertThat(values(curve.raw())).containsExactly(5, 4, 90, 2, 1);
    }

    @Test
    void whatIsNoFiniteNumberLeavesAGapAndCountsForNoNeighbour() {
        RaceCurve curve = new RaceCurve();
        curve.show(new double[] {0, 1, 2, 3, 4}, new double[] {1, 2, 3, Double.POSITIVE_INFINITY, Double.NaN}, 3);
        assertThat(values(curve.smooth())).containsExactly(1.5, 2, 2.5, Double.NaN, Double.NaN);
        assertThat(RaceCurve.last(curve.smooth())).isEqualTo(2);
    }

    @Test
    void aCurveThatGrowsEndsUpAsOneThatIsShownAtOnce() {
        Random random = new Random(3);
        double[] xs = new double[300];
        double[] ys = new double[300];
        for (int i = 0; i < xs.length; i++) {
            xs[i] = i;
            ys[i] = random.nextDouble();
        }
        for (int window : new int[] {1, 3, 7, 15}) {
            RaceCurve grown = new RaceCurve();
            RaceCurve whole = new RaceCurve();
            for (int length : new int[] {0, 1, 5, 40, 41, 200, 120, 300}) {
                double[] part = Arrays.copyOf(ys, length);
                if (length == 120) {
                    part[60] = 7;
                }
                grown.show(Arrays.copyOf(xs, length), part, window);
            }
            whole.show(xs, ys, window);
            assertThat(values(grown.smooth())).containsExactly(values(whole.smooth()));
        }
    }

    private static double[] values(Curve curve) {
        double[] values = new double[curve.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = curve.y(i);
        }
        return values;
    }
}
