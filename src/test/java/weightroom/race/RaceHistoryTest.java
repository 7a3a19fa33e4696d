package weightroom.race;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import weightroom.engine.Chunk.Accuracy;
import weightroom.engine.Chunk.Measurement;
import weightroom.race.RaceHistory.Spread;

class RaceHistoryTest {
    private static final double GONE = Double.NaN;

    private static Measurement measured(double loss) {
        double share = Double.isNaN(loss) ? Double.NaN : 1 - loss / 10;
        return new Measurement(0, 0, 0, loss, Double.NaN, loss + 1, new Accuracy(share, Double.NaN, Double.NaN), 0);
    }

    private static List<Measurement> round(double... losses) {
        List<Measurement> all = new ArrayList<>();
        for (double loss : losses) {
            all.add(measured(loss));
        }
        return all;
    }

    @Test
    @DisplayName("quartiles lie on the straight line between the seeds on either side")
    void quartiles() {
        RaceHistory history = new RaceHistory(2, 4);
        // By hand: sorted 1 2 4 9, places 0.75, 1.5 and 2.25.
        history.add(0, round(4, 1, 9, 2, 1, 1, 1, 1), new double[] {0, 0});
        assertEquals(new Spread(1.75, 3, 5.25), history.spread(Figure.TRAIN_LOSS, 0, 0));
        assertEquals(new Spread(1, 1, 1), history.spread(Figure.TRAIN_LOSS, 0, 1));
        assertEquals(new Spread(2.75, 4, 6.25), history.spread(Figure.TEST_LOSS, 0, 0));
    }

    @Test
    @DisplayName("an odd number of seeds has one in the middle, and a single seed is all three quartiles")
    void odd() {
        assertEquals(new Spread(2, 3, 4), Spread.of(new double[] {5, 3, 1, 4, 2}));
        assertEquals(new Spread(7, 7, 7), Spread.of(new double[] {7}));
    }

    @Test
    @DisplayName("an entrant that diverged counts as worse than all others, in losses and in accuracies")
    void diverged() {
        RaceHistory history = new RaceHistory(2, 5);
        history.add(0, round(1, GONE, 3, 2, 4, GONE, 5, GONE, GONE, 6), new double[] {0, 0});
        assertEquals(new Spread(2, 3, 4), history.spread(Figure.TRAIN_LOSS, 0, 0));
        Spread mostGone = history.spread(Figure.TRAIN_LOSS, 0, 1);
        assertEquals(6, mostGone.low());
        assertEquals(Double.POSITIVE_INFINITY, mostGone.median());
        Spread shares = history.spread(Figure.TRAIN_ACCURACY, 0, 1);
        assertEquals(Double.NEGATIVE_INFINITY, shares.low());
        assertEquals(Double.NEGATIVE_INFINITY, shares.median());
        assertEquals(0.4, shares.high(), 1e-7);
    }

    @Test
    @DisplayName("a figure that nobody measured has no quartiles, even where a seed diverged")
    void nothingMeasured() {
        RaceHistory history = new RaceHistory(1, 2);
        history.add(0, round(1, GONE), new double[] {0});
        assertEquals(new Spread(GONE, GONE, GONE), history.spread(Figure.VALIDATION_LOSS, 0, 0));
    }

    @Test
    @DisplayName("rounds are found by epoch, cut off and thinned out, with all their numbers")
    void thinned() {
        RaceHistory history = new RaceHistory(2, 300);
        for (int epoch = 0; epoch < 101; epoch++) {
            double[] losses = new double[600];
            for (int i = 0; i < losses.length; i++) {
                losses[i] = epoch + i * 1e-3;
            }
            history.add(epoch, round(losses), new double[] {epoch, 2 * epoch});
        }
        assertEquals(-1, history.roundAt(-0.5));
        assertEquals(7, history.roundAt(7.9));
        RaceHistory cut = history.upTo(50);
        cut.add(77, round(new double[600]), new double[] {1, 1});
        assertEquals(52, cut.size());
        assertEquals(51, history.epoch(51), "the one it was cut from goes its own way");
        assertThrows(IndexOutOfBoundsException.class, () -> cut.epoch(52));
        RaceHistory half = history.halved();
        assertEquals(51, half.size());
        assertEquals(100, half.epoch(50));
        assertEquals(42, half.roundAt(85));
        assertEquals(84 + 0.599, half.value(Figure.TRAIN_LOSS, 42, new Entrant(1, 299)));
        assertEquals(168, half.seconds(42, 1));
        assertEquals(85 + 0.599, half.measured(42, new Entrant(1, 299)).test());
    }

    @Test
    void aRoundOfAPackTellsTheMeanCostOfALanesEntrants() {
        Measurement measured = new Measurement(0, 1, 4, 0.5, 0.6, 0.7, Accuracy.NONE, 0);
        RaceHistory history = new RaceHistory(2, 3);
        history.add(new Pack.Round(1, Collections.nCopies(6, measured), new double[] {1, 2, 6, 4, 4, 4}));
        assertEquals(3, history.seconds(0, 0), 1e-12);
        assertEquals(4, history.seconds(0, 1), 1e-12);
    }
}
