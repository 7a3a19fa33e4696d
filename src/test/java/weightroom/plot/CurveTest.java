package weightroom.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;

class CurveTest {
    @Test
    void theRangeOfAnyStretchIsThatOfItsPoints() {
        Random random = new Random(3);
        Curve curve = new Curve();
        double[] ys = new double[40_000];
        for (int i = 0; i < ys.length; i++) {
            ys[i] = i % 97 == 0 ? Double.NaN : random.nextGaussian();
            curve.append(i, ys[i]);
        }
        for (int trial = 0; trial < 2000; trial++) {
            int from = random.nextInt(ys.length);
            int to = from + random.nextInt(ys.length - from + 1);
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (int i = from; i < to; i++) {
                low = ys[i] < low ? ys[i] : low;
                high = ys[i] > high ? ys[i] : high;
            }
            assertThat(curve.low(from, to)).isEqualTo(low);
            assertThat(curve.high(from, to)).isEqualTo(high);
        }
    }

    @Test
    void pointsAreFoundByX() {
        Curve curve = new Curve();
        for (double x : new double[] {1, 2, 2, 2, 5}) {
            curve.append(x, 0);
        }
        assertThat(curve.firstFrom(0)).isZero();
        assertThat(curve.firstFrom(2)).isEqualTo(1);
        assertThat(curve.firstFrom(2.1)).isEqualTo(4);
        assertThat(curve.firstFrom(6)).isEqualTo(5);
        for (int guess = 0; guess <= 7; guess++) {
            assertThat(curve.firstFrom(0, guess)).isZero();
            assertThat(curve.firstFrom(2, guess)).isEqualTo(1);
            assertThat(curve.firstFrom(2.1, guess)).isEqualTo(4);
            assertThat(curve.firstFrom(6, guess)).isEqualTo(5);
        }
        assertThat(curve.nearest(3.4)).isEqualTo(3);
        assertThat(curve.nearest(3.6)).isEqualTo(4);
        assertThat(curve.nearest(99)).isEqualTo(4);
    }

    @Test
    void theRangeForDrawingHoldsTheStretchAndLittleMore() {
        Curve curve = new Curve();
        for (int i = 0; i < 100_000; i++) {
            curve.append(i, i);
        }
        Random random = new Random(7);
        double[] range = new double[2];
        for (int trial = 0; trial < 1000; trial++) {
            int from = random.nextInt(90_000);
            int to = from + 1 + random.nextInt(10_000);
            curve.range(from, to, range);
            double slack = (to - from) / 16.0;
            assertThat(range[0]).isBetween(from - slack, (double) from);
            assertThat(range[1]).isBetween(to - 1.0, to - 1 + slack);
        }
    }

    @Test
    void xNeverGoesBack() {
        Curve curve = new Curve();
        curve.append(2, 1);
        assertThatThrownBy(() -> curve.append(1, 1)).hasMessageContaining("1.0 after 2.0");
    }

    @Test
    void aShortenedCurveKnowsTheRangeOfWhatIsLeft() {
        Random random = new Random(5);
        Curve curve = new Curve();
        Curve fresh = new Curve();
        for (int i = 0; i < 5000; i++) {
            double y = random.nextGaussian();
            curve.append(i, i < 1234 ? y : 10 * y);
            if (i < 1234) {
                fresh.append(i, y);
            }
        }
        curve.shorten(1234);
        for (int i = 1234; i < 3000; i++) {
            double y = random.nextGaussian();
            curve.append(i, y);
            fresh.append(i, y);
        }
        for (int trial = 0; trial < 500; trial++) {
            int from = random.nextInt(3000);
            int to = from + random.nextInt(3000 - from + 1);
            assertThat(curve.low(from, to)).isEqualTo(fresh.low(from, to));
            assertThat(curve.high(from, to)).isEqualTo(fresh.high(from, to));
        }
        assertThatThrownBy(() -> curve.shorten(3001)).hasMessageContaining("expected 0 to 3000");
    }

    @Test
    void aClearedCurveForgetsItsRange() {
        Curve curve = new Curve();
        for (int i = 0; i < 100; i++) {
            curve.append(i, 1000 + i);
        }
        curve.clear();
        curve.append(0, 1);
        assertThat(curve.size()).isEqualTo(1);
        assertThat(curve.high(0, 1)).isEqualTo(1);
    }
}
