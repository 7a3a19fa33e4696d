package weightroom.race;

import java.util.function.BooleanSupplier;

/** How far a comparison is, told to whoever listens. */
final class Headway {
    private final Contest contest;
    private final Comparison.Listener listener;
    private final BooleanSupplier stop;
    private final long begin = System.nanoTime();
    private long epochsBefore;
    private long samplesBefore;
    private long samples;

    Headway(Contest contest, Comparison.Listener listener, BooleanSupplier stop) {
        this.contest = contest;
        this.listener = listener;
        this.stop = stop;
    }

    boolean stopped() {
        return stop.getAsBoolean();
    }

    /** Rows trained on per second of the whole comparison. */
    double samplesPerSecond() {
        return samples * 1e9 / Math.max(1, System.nanoTime() - begin);
    }

    void tuning(Tuning tuning) {
        samples = tuning.samples();
        listener.reached((long) (tuning.share() * trialEpochs()), samplesPerSecond(), Double.NaN);
    }

    void tuned(Tuning tuning) {
        samplesBefore = tuning.samples();
        epochsBefore = trialEpochs();
    }

    void racing(Pack pack, RaceHistory history) {
        samples = samplesBefore + pack.samples();
        pack.takeNotice().ifPresent(listener::notice);
        long epochs = pack.tick() / pack.ticksPerEpoch() * pack.size();
        listener.reached(epochsBefore + epochs, samplesPerSecond(), lowest(history));
    }

    void raced(Pack pack, Group group) {
        samplesBefore += pack.samples();
        samples = samplesBefore;
        epochsBefore += epochs(group.fromLane(), group.toLane()) * group.seeds();
    }

    private long trialEpochs() {
        return epochs(0, contest.lanes().size()) * contest.trials() * Tuning.SEEDS;
    }

    private long epochs(int fromLane, int toLane) {
        return contest.lanes().subList(fromLane, toLane).stream()
                .mapToLong(lane -> lane.experiment().training().epochs())
                .sum();
    }

    private static double lowest(RaceHistory history) {
        double lowest = Double.POSITIVE_INFINITY;
        for (int lane = 0; lane < history.lanes(); lane++) {
            lowest = Math.min(
                    lowest,
                    history.spread(Figure.TRAIN_LOSS, history.size() - 1, lane).median());
        }
        return lowest;
    }
}
