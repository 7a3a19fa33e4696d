package weightroom.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContourTest {
    @Test
    void theContourOfAConeIsACircle() {
        int n = 41;
        float[] values = new float[n * n];
        for (int r = 0; r < n; r++) {
            for (int c = 0; c < n; c++) {
                values[r * n + c] = (float) Math.hypot(c + 0.5 - 20.5, r + 0.5 - 20.5);
            }
        }
        double[] length = new double[1];
        Contour.trace(values, n, n, 12, (x1, y1, x2, y2) -> {
            assertThat(Math.hypot(x1 - 20.5, y1 - 20.5)).isCloseTo(12, within(0.02));
            length[0] += Math.hypot(x2 - x1, y2 - y1);
        });
        assertThat(length[0]).isCloseTo(2 * Math.PI * 12, within(0.5));
    }

    @Test
    void aStraightContourReachesFromEdgeToEdge() {
        float[] values = {0, 1, 2, 0, 1, 2, 0, 1, 2};
        double[] reach = {9, -9};
        Contour.trace(values, 3, 3, 0.5, (x1, y1, x2, y2) -> {
            assertThat(x1).isEqualTo(1);
            assertThat(x2).isEqualTo(1);
            reach[0] = Math.min(reach[0], Math.min(y1, y2));
            reach[1] = Math.max(reach[1], Math.max(y1, y2));
        });
        assertThat(reach).containsExactly(0, 3);
    }

    @Test
    void atASaddleTheCentreDecidesWhichCornersAreCutOff() {
        assertThat(pieces(new float[] {1, 0, 0, 1}, 0.4)).hasSize(2).allMatch(p -> (p[0] - 1) * (p[1] - 1) <= 0);
        assertThat(pieces(new float[] {1, 0, 0, 1}, 0.6)).hasSize(2).allMatch(p -> (p[0] - 1) * (p[1] - 1) >= 0);
    }

    @Test
    void aLevelFieldAndOneWithoutNumbersHaveNoContour() {
        assertThat(pieces(new float[] {1, 1, 1, 1}, 0.5)).isEmpty();
        assertThat(pieces(new float[] {Float.NaN, 1, 0, 1}, 0.5)).isEmpty();
    }

    /** Middles of the pieces in the central cell of a field of 2 × 2. */
    private static List<double[]> pieces(float[] values, double level) {
        List<double[]> pieces = new ArrayList<>();
        Contour.trace(values, 2, 2, level, (x1, y1, x2, y2) -> {
            double x = (x1 + x2) / 2;
            double y = (y1 + y2) / 2;
            if (x > 0.5 && x < 1.5 && y > 0.5 && y < 1.5) {
                pieces.add(new double[] {x, y});
            }
        });
        return pieces;
    }

    @Test
    void answersThatDifferByRoundingOnlyHaveNoLine() {
        DecisionPlot.Scale scale = new DecisionPlot.Scale("p", 0, 1, 0.5, List.of());
        assertThat(ContourLines.isFlat(new float[] {0.5f, Math.nextUp(0.5f), Math.nextDown(0.5f), 0.5f}, scale))
                .isTrue();
        assertThat(ContourLines.isFlat(new float[] {0.5f, 0.50001f, 0.49999f, 0.5f}, scale))
                .isFalse();
    }
}
