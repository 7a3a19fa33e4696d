package weightroom.race;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import weightroom.engine.Chunk.Accuracy;
import weightroom.engine.Chunk.Measurement;
import weightroom.experiment.Experiment;
import weightroom.race.RaceSnapshot.Fate;
import weightroom.race.RaceSnapshot.LaneFacts;
import weightroom.race.RaceSnapshot.Tuned;

/** Results that nobody trained: round 0, in which every loss is 1, and rounds of 10 epochs with numbers made up. */
final class HandMade {
    static final int EPOCHS_PER_ROUND = 10;
    static final int STEPS_PER_EPOCH = 4;

    private final int lanes;
    private final int seeds;
    private final RaceHistory history;
    private final Fate[] fates;
    private long epochs;
    private Optional<Tuned> tuned = Optional.empty();

    /** The training losses after the only round, by lane and seed. */
    HandMade(double[]... losses) {
        this(losses.length, losses[0].length);
        round(Map.of(Figure.TRAIN_LOSS, losses));
        epochs = EPOCHS_PER_ROUND;
    }

    HandMade(int lanes, int seeds) {
        this(Map.of(Figure.TRAIN_LOSS, ones(lanes, seeds)));
    }

    /** Before the first update. */
    HandMade(Map<Figure, double[][]> first) {
        double[][] losses = Objects.requireNonNull(first.get(Figure.TRAIN_LOSS));
        lanes = losses.length;
        seeds = losses[0].length;
        fates = new Fate[lanes * seeds];
        Arrays.fill(fates, Fate.OPEN);
        history = new RaceHistory(lanes, seeds);
        round(first);
    }

    private static double[][] ones(int lanes, int seeds) {
        double[][] ones = new double[lanes][seeds];
        Arrays.stream(ones).forEach(lane -> Arrays.fill(lane, 1));
        return ones;
    }

    HandMade round(Map<Figure, double[][]> values) {
        List<Measurement> figures = new ArrayList<>();
        for (int lane = 0; lane < lanes; lane++) {
            for (int seed = 0; seed < seeds; seed++) {
                figures.add(new Measurement(
                        0,
                        0,
                        0,
                        value(values, Figure.TRAIN_LOSS, lane, seed),
                        value(values, Figure.VALIDATION_LOSS, lane, seed),
                        value(values, Figure.TEST_LOSS, lane, seed),
                        new Accuracy(
                                value(values, Figure.TRAIN_ACCURACY, lane, seed),
                                value(values, Figure.VALIDATION_ACCURACY, lane, seed),
                                value(values, Figure.TEST_ACCURACY, lane, seed)),
                        0));
            }
        }
        double[] seconds = new double[lanes];
        int round = history.size();
        Arrays.setAll(seconds, lane -> round * (lane + 1) * 0.5);
        history.add((long) round * EPOCHS_PER_ROUND, figures, seconds);
        return this;
    }

    private static double value(Map<Figure, double[][]> values, Figure figure, int lane, int seed) {
        double[][] given = values.get(figure);
        return given == null ? Double.NaN : given[lane][seed];
    }

    HandMade epochs(long total) {
        epochs = total;
        return this;
    }

    /** Rates were looked for. */
    HandMade tuned() {
        tuned = Optional.of(new Tuned(List.of(0.1), List.of(1.0), 40, 1));
        return this;
    }

    HandMade reached(int lane, int seed, long epoch) {
        fates[lane * seeds + seed] = new Fate(epoch, -1, -1);
        return this;
    }

    HandMade diverged(int lane, int seed, long update) {
        fates[lane * seeds + seed] = new Fate(-1, update, -1);
        return this;
    }

    /** With lanes called Adam, SGD … in that order. */
    Results results(String... names) {
        return results(Experiment.spiral(), names);
    }

    Results results(Experiment experiment, String... names) {
        List<Lane> named = Arrays.stream(names)
                .map(name -> new Lane(name, "name=" + name, experiment, Path.of("")))
                .toList();
        LaneFacts facts = new LaneFacts(0.1, tuned, STEPS_PER_EPOCH, 40, epochs);
        return new Results(
                new Contest(named, seeds, Target.USUAL, 0),
                history,
                List.of(fates),
                named.stream().map(lane -> facts).toList());
    }
}
