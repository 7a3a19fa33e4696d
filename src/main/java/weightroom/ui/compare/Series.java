package weightroom.ui.compare;

import java.util.Arrays;
import weightroom.race.Entrant;
import weightroom.race.Figure;
import weightroom.race.RaceHistory;
import weightroom.race.RaceHistory.Spread;
import weightroom.race.RaceSnapshot;
import weightroom.race.RaceSnapshot.LaneFacts;

/**
 * One curve of a race as arrays that grow with it: what was read once is not read again, so that a long race costs no more
 * per picture than its newest rounds.
 */
final class Series {
    private Key key = new Key(this, 0, -1, Figure.TRAIN_LOSS, Look.Along.EPOCHS);
    private double[] xs = new double[0];
    private double[] ys = new double[0];
    private double[] lows = new double[0];
    private double[] highs = new double[0];

    /** @param seed −1 for the middle of all seeds */
    private record Key(Object history, int lane, int seed, Figure figure, Look.Along along) {
        boolean same(Key other) {
            return history.equals(other.history)
                    && lane == other.lane
                    && seed == other.seed
                    && figure == other.figure
                    && along == other.along;
        }
    }

    /**
     * Reads what is new.
     *
     * @param seed −1 for the middle of all seeds, with the quarters around it
     */
    void read(RaceSnapshot race, int lane, int seed, Figure figure, Look.Along along) {
        RaceHistory history = race.history();
        Key next = new Key(history, lane, seed, figure, along);
        int from = key.same(next) ? xs.length : 0;
        int size = history.size();
        key = next;
        if (from == size) {
            return;
        }
        xs = Arrays.copyOf(xs, size);
        ys = Arrays.copyOf(ys, size);
        lows = Arrays.copyOf(lows, size);
        highs = Arrays.copyOf(highs, size);
        for (int round = from; round < size; round++) {
            xs[round] = place(race, lane, round, along);
            if (seed < 0) {
                Spread spread = history.spread(figure, round, lane);
                ys[round] = spread.median();
                lows[round] = spread.low();
                highs[round] = spread.high();
            } else {
                ys[round] = history.value(figure, round, new Entrant(lane, seed));
            }
        }
    }

    double[] xs() {
        return xs;
    }

    double[] ys() {
        return ys;
    }

    double[] lows() {
        return lows;
    }

    double[] highs() {
        return highs;
    }

    /** Where a round of a lane stands from left to right. */
    static double place(RaceSnapshot race, int lane, int round, Look.Along along) {
        return along == Look.Along.SECONDS
                ? race.history().seconds(round, lane)
                : place(race, lane, (double) race.history().epoch(round), along);
    }

    /** Where so many epochs of a lane stand. */
    static double place(RaceSnapshot race, int lane, double epochs, Look.Along along) {
        LaneFacts facts = race.lanes().get(lane);
        return switch (along) {
            case EPOCHS -> epochs;
            case STEPS -> epochs * facts.stepsPerEpoch();
            case SAMPLES -> epochs * facts.samplesPerEpoch();
            case SECONDS -> {
                int round = race.history().roundAt(epochs);
                yield round < 0 ? Double.NaN : race.history().seconds(round, lane);
            }
        };
    }
}
