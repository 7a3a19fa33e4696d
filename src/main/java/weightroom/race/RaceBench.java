package weightroom.race;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import weightroom.data.DataSource;
import weightroom.engine.Device;
import weightroom.engine.Optimizer;
import weightroom.experiment.DataSpec;
import weightroom.experiment.Experiment;
import weightroom.experiment.OptimizerSpec;
import weightroom.run.Devices;
import weightroom.run.Workload;

/**
 * Measures what a race costs: six optimizers under 32 seeds on the spiral (2-8-8-1, 500 rows, batch 10, 300 epochs: 28.8
 * million samples), every epoch measured, in turns with the workload of eight copies of the same network.
 */
public final class RaceBench {
    private static final int SEEDS = 32;
    private static final int ROWS = 500;
    private static final int BATCH = 10;
    private static final int EPOCHS = 300;
    private static final long SLICE_NANOS = 50_000_000L;
    private static final long WARM_UP_NANOS = 1_500_000_000L;
    private static final long TURN_NANOS = 700_000_000L;

    private final Devices devices;
    private final int rounds;
    private final Consumer<String> progress;

    /**
     * @param rounds measured turns
     * @param progress is told what is being measured
     */
    public RaceBench(Devices devices, int rounds, Consumer<String> progress) {
        this.devices = devices;
        this.rounds = rounds;
        this.progress = progress;
    }

    /**
     * What one device did.
     *
     * @param device its id
     * @param samples that a race trains on
     * @param seconds that each race took from its first step to its end
     * @param measured samples per second of {@link Workload#W5} measured after every epoch as a race is, before each race
     * @param bare samples per second of the same without measuring
     */
    public record Result(String device, long samples, double[] seconds, double[] measured, double[] bare) {
        /** The middle one of the races. */
        public double medianSeconds() {
            return median(seconds);
        }

        /** What a sample costs in a race, by what it costs in the workload measured like it: the middle one of the turns. */
        public double cost() {
            return cost(measured);
        }

        /** The same by what it costs in the workload that nobody measures. */
        public double costOfBare() {
            return cost(bare);
        }

        private double cost(double[] comparison) {
            double[] costs = new double[seconds.length];
            Arrays.setAll(costs, i -> comparison[i] * seconds[i] / samples);
            return median(costs);
        }

        private static double median(double[] values) {
            return RaceHistory.Spread.of(values.clone()).median();
        }
    }

    /** Warms up, and takes turns. */
    public Result measure(Device device) {
        Lineup lineup = Lineup.of(contest());
        double[] seconds = new double[rounds];
        double[] measured = new double[rounds];
        double[] bare = new double[rounds];
        long samples = 0;
        try (Workload.Job alike = Workload.W5.startMeasured(device);
                Workload.Job without = Workload.W5.start(device)) {
            progress.accept(Text.of("bench.warm", device.id()));
            alike.work(WARM_UP_NANOS);
            without.work(WARM_UP_NANOS);
            race(lineup, device);
            for (int round = 0; round < rounds; round++) {
                progress.accept(Text.of("bench.round", device.id(), round + 1, rounds));
                measured[round] = turn(alike);
                Raced raced = race(lineup, device);
                bare[round] = turn(without);
                seconds[round] = raced.seconds;
                samples = raced.samples;
            }
        }
        return new Result(device.id(), samples, seconds, measured, bare);
    }

    private static double turn(Workload.Job job) {
        long begin = System.nanoTime();
        double units = job.work(TURN_NANOS);
        return units * 1e9 / (System.nanoTime() - begin);
    }

    private record Raced(double seconds, long samples) {}

    private Raced race(Lineup lineup, Device device) {
        try (Race race = new Race(lineup, devices, device)) {
            long begin = System.nanoTime();
            while (!race.over()) {
                race.advance(Long.MAX_VALUE, SLICE_NANOS);
            }
            return new Raced((System.nanoTime() - begin) * 1e-9, race.samples());
        }
    }

    /** Six optimizers, none of which diverges. */
    static Contest contest() {
        List<Lane> lanes = new ArrayList<>();
        lanes.add(lane(Optimizer.SGD, 0.3));
        lanes.add(lane(Optimizer.MOMENTUM, 0.03));
        lanes.add(lane(Optimizer.NESTEROV, 0.03));
        lanes.add(lane(Optimizer.RMSPROP, 0.003));
        lanes.add(lane(Optimizer.ADAGRAD, 0.1));
        lanes.add(lane(Optimizer.ADAM, 0.01));
        return new Contest(lanes, SEEDS, Target.USUAL, 0);
    }

    private static Lane lane(Optimizer rule, double rate) {
        Experiment spiral = Experiment.spiral();
        Experiment raced = spiral.withData(
                        new DataSpec(DataSpec.Source.of(DataSource.SPIRAL).withSamples(ROWS), 1, 0, List.of(), false))
                .withTraining(spiral.training()
                        .withOptimizer(new OptimizerSpec(rule, rate))
                        .withBatch(BATCH)
                        .withEpochs(EPOCHS));
        return new Lane(rule.id(), "training.optimizer.id=" + rule.id(), raced, Path.of(""));
    }
}
