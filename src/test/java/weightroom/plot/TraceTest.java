package weightroom.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TraceTest {
    private static final Axis X = new Axis(0, 1_000_000, false, 0, 500);
    private static final Axis Y = new Axis(0, 100, false, 200, 0);

    @Test
    void aSpikeAmongAMillionPointsIsDrawnAtFullHeight() {
        Curve curve = new Curve();
        for (int i = 0; i <= 1_000_000; i++) {
            curve.append(i, i == 654_321 ? 90 : 10);
        }
        Trace.Part part = only(Trace.of(curve, X, Y, 1, 0));
        assertThat(part.length()).isLessThanOrEqualTo(2000);
        int highest = 0;
        for (int i = 0; i < part.length(); i++) {
            highest = part.ys()[i] < part.ys()[highest] ? i : highest;
        }
        assertThat(part.ys()[highest]).isCloseTo(20, within(1e-9));
        assertThat(part.xs()[highest]).isCloseTo(327.2, within(0.6));
    }

    /** Reads, not time: what a redraw costs must not grow with the curve. */
    @Test
    void aMillionPointsCostNoMoreThanTheColumnsTheyFallInto() {
        Curve curve = new Curve();
        Random random = new Random(1);
        for (int i = 0; i < 1_000_000; i++) {
            curve.append(i, 50 + 10 * random.nextGaussian());
        }
        for (Axis shown : List.of(X, new Axis(300_000, 700_000, false, 0, 500), new Axis(0, 2000, false, 0, 500))) {
            long before = curve.reads();
            Trace.Part part = only(Trace.of(curve, shown, Y, 1, 0));
            assertThat(part.length()).isLessThanOrEqualTo(4 * 500);
            assertThat(curve.reads() - before).isBetween(500L, 500L * 40);
        }
    }

    @Test
    void aDenseLineKeepsItsDashes() {
        Curve curve = new Curve();
        for (int i = 0; i < 100_000; i++) {
            curve.append(i, i % 2 == 0 ? 20 : 80);
        }
        Trace trace = Trace.of(curve, new Axis(0, 99_999, false, 0, 100), Y, 1, 0, 6, 4);
        assertThat(trace.dense()).isTrue();
        assertThat(trace.parts()).hasSize(10);
        assertThat(trace.parts().get(1).xs()[0]).isEqualTo(10);
        assertThat(trace.parts().get(1).length()).isEqualTo(4 * 6);
    }

    @Test
    void aDenseLineIsAsWideAsItShouldBeAndHasNoGapWhereItIsSteep() {
        Curve curve = new Curve();
        for (int i = 0; i < 100_000; i++) {
            curve.append(i, i < 50_000 ? 20 : 80);
        }
        Trace trace = Trace.of(curve, new Axis(0, 99_999, false, 0, 100), Y, 1, 2);
        Trace.Part part = only(trace);
        assertThat(part.length()).isEqualTo(4 * 100);
        assertThat(trace.upper(part)).isEqualTo(200);
        assertThat(part.ys()[0]).isEqualTo(159);
        assertThat(part.ys()[399]).isEqualTo(161);
        assertThat(part.ys()[199]).isEqualTo(39);
        for (int column = 1; column < 100; column++) {
            assertThat(part.ys()[2 * column]).isLessThanOrEqualTo(part.ys()[399 - 2 * (column - 1)]);
        }
    }

    @Test
    void fewPointsAreDrawnAsTheyAre() {
        Curve curve = new Curve();
        curve.append(0, 50);
        curve.append(500_000, 25);
        Trace.Part part = only(Trace.of(curve, X, Y, 1, 0));
        assertThat(Arrays.copyOf(part.xs(), part.length())).containsExactly(0, 250);
        assertThat(Arrays.copyOf(part.ys(), part.length())).containsExactly(100, 150);
    }

    @Test
    void whatIsNoNumberPartsTheLine() {
        Curve curve = new Curve();
        curve.append(0, 50);
        curve.append(1, Double.NaN);
        curve.append(2, 50);
        curve.append(3, 60);
        assertThat(Trace.of(curve, X, Y, 1, 0).parts())
                .extracting(Trace.Part::length)
                .containsExactly(1, 2);
    }

    @Test
    void aLogarithmicAxisLeavesOutZero() {
        Curve curve = new Curve();
        curve.append(0, 0);
        curve.append(1, 10);
        Trace.Part part = only(Trace.of(curve, X, new Axis(1, 100, true, 200, 0), 1, 0));
        assertThat(part.length()).isEqualTo(1);
        assertThat(part.ys()[0]).isCloseTo(100, within(1e-9));
    }

    private static Trace.Part only(Trace trace) {
        assertThat(trace.parts()).hasSize(1);
        return trace.parts().get(0);
    }
}
