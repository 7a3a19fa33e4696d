package weightroom.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import weightroom.run.InsightHistory.Figure;
import weightroom.run.InsightHistory.Series;

class InsightHistoryTest {
    @Test
    void keepsTheFiguresOfEveryLayer() {
        InsightHistory history = new InsightHistory(2);
        for (int i = 0; i < 1000; i++) {
            history.add(insight(i, 2));
        }
        Series series = history.series();
        assertThat(series.size()).isEqualTo(1000);
        assertThat(series.step(700)).isEqualTo(700);
        assertThat(series.epoch(700)).isEqualTo(70);
        assertThat(series.value(700, 0, Figure.GRADIENT)).isEqualTo(700);
        assertThat(series.value(700, 1, Figure.GRADIENT)).isEqualTo(701);
        assertThat(series.value(700, 1, Figure.UPDATE_RATIO)).isNaN();
        assertThat(series.value(700, 1, Figure.WEIGHT_MIN)).isEqualTo(-2);
        assertThat(series.value(700, 1, Figure.WEIGHT_MAX)).isEqualTo(2);
    }

    @Test
    void aSeriesTakenEarlierStaysAsItWas() {
        InsightHistory history = new InsightHistory(1, 8);
        for (int i = 0; i < 5; i++) {
            history.add(insight(i, 1));
        }
        Series early = history.series();
        for (int i = 5; i < 500; i++) {
            history.add(insight(i, 1));
        }
        assertThat(early.size()).isEqualTo(5);
        for (int i = 0; i < 5; i++) {
            assertThat(early.step(i)).isEqualTo(i);
            assertThat(early.value(i, 0, Figure.GRADIENT)).isEqualTo(i);
        }
        assertThatThrownBy(() -> early.step(5)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void aFullHistoryIsThinnedEvenlyAndGoesOn() {
        InsightHistory history = new InsightHistory(1, 8);
        for (int i = 0; i < 100; i++) {
            history.add(insight(i, 1));
            assertThat(history.series().size()).isBetween(1, 8);
        }
        Series series = history.series();
        for (int i = 0; i < series.size(); i++) {
            assertThat(series.step(i)).isEqualTo(16L * i);
        }
        assertThat(series.size()).isEqualTo(7);
    }

    @Test
    void aBranchKeepsWhatWasBeforeIt() {
        InsightHistory history = new InsightHistory(1);
        for (int i = 0; i < 10; i++) {
            history.add(insight(10 * i, 1));
        }
        InsightHistory branch = history.upTo(45);
        branch.add(insight(46, 1));
        assertThat(branch.series().size()).isEqualTo(6);
        assertThat(branch.series().step(4)).isEqualTo(40);
        assertThat(branch.series().step(5)).isEqualTo(46);
        assertThat(history.series().size()).isEqualTo(10);
        assertThat(history.series().step(5)).isEqualTo(50);
    }

    private static Insight insight(int step, int layers) {
        List<LayerInsight> seen =
                IntStream.range(0, layers).mapToObj(l -> layer(step + l)).toList();
        Verdict verdict = new Verdict(Verdict.Kind.HEALTHY, "", "", "");
        return new Insight(step, step / 10.0, 1, seen, new Health(verdict, List.of()));
    }

    private static LayerInsight layer(double gradient) {
        Histogram none = Histogram.EMPTY;
        float[] noNumbers = {};
        double unknown = Double.NaN;
        double[] quantiles = {-2, -1, 0, 1, 2};
        return new LayerInsight(
                gradient,
                0,
                none,
                noNumbers,
                unknown,
                noNumbers,
                0,
                new int[0],
                0,
                new int[0],
                List.of(),
                none,
                0,
                none,
                0,
                0,
                none,
                quantiles);
    }
}
