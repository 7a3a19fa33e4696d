package weightroom.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import weightroom.engine.Device;
import weightroom.engine.DeviceFailure;

/**
 * Measures how fast devices, and programs to compare them with, do the fixed workloads. They take turns within every
 * round, so that a machine that slows down slows all of them; medians over the rounds are what to quote.
 */
public final class Bench {
    private static final long WARM_UP_NANOS = 1_500_000_000L;
    private static final long TURN_NANOS = 400_000_000L;

    private final int rounds;
    private final Consumer<String> progress;
    private final long warmUpNanos;
    private final long turnNanos;

    /**
     * @param rounds measured turns of each
     * @param progress is told what is being measured
     */
    public Bench(int rounds, Consumer<String> progress) {
        this(rounds, progress, WARM_UP_NANOS, TURN_NANOS);
    }

    /** The same with other times to warm up and to measure. */
    Bench(int rounds, Consumer<String> progress, long warmUpNanos, long turnNanos) {
        this.rounds = rounds;
        this.progress = progress;
        this.warmUpNanos = warmUpNanos;
        this.turnNanos = turnNanos;
    }

    /**
     * What one of them did.
     *
     * @param by id of the device or name of the peer
     * @param runs units per second, in order of the rounds; NaN where a peer does not do this workload
     * @param check the final loss, or the sum of outputs
     */
    public record Result(Workload workload, String by, double[] runs, double check) {
        /** The middle one of {@link #runs}. */
        public double median() {
            double[] sorted = runs.clone();
            Arrays.sort(sorted);
            int middle = sorted.length / 2;
            return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        }
    }

    /** Measures the workloads on all devices and peers; a device that fails a workload is left out of it. */
    public List<Result> measure(List<Workload> workloads, List<Device> devices, List<Peer> peers) {
        List<Result> results = new ArrayList<>();
        for (Workload workload : workloads) {
            results.addAll(measure(workload, devices, peers));
        }
        return results;
    }

    private List<Result> measure(Workload workload, List<Device> devices, List<Peer> peers) {
        List<Lane> lanes = new ArrayList<>();
        try {
            for (Peer peer : peers) {
                lanes.add(new Lane(peer.name(), peer.job(workload), new double[rounds]));
            }
            for (int d = 0; d < devices.size(); d++) {
                prepare(workload, devices.get(d), d, lanes);
            }
            for (int r = 0; r < rounds; r++) {
                int round = r;
                progress.accept(Text.of("bench.round", workload.id(), round + 1, rounds));
                for (Lane lane : List.copyOf(lanes)) {
                    attempt(workload, lane, lanes, () -> lane.runs[round] = turn(lane.job));
                }
            }
            List<Result> results = new ArrayList<>();
            for (Lane lane : List.copyOf(lanes)) {
                attempt(
                        workload,
                        lane,
                        lanes,
                        () -> results.add(new Result(workload, lane.name, lane.runs, lane.job.check())));
            }
            return results;
        } finally {
            lanes.forEach(lane -> lane.job.close());
        }
    }

    private record Lane(String name, Workload.Job job, double[] runs) {}

    /** Devices stand before peers in every table. */
    private void prepare(Workload workload, Device device, int place, List<Lane> lanes) {
        progress.accept(Text.of("bench.warm", workload.id(), device.id()));
        try {
            Lane lane = new Lane(device.id(), workload.start(device), new double[rounds]);
            lanes.add(Math.min(place, lanes.size()), lane);
            attempt(workload, lane, lanes, () -> lane.job.work(warmUpNanos));
        } catch (DeviceFailure failure) {
            leaveOut(workload, device.id(), failure);
        }
    }

    /** A device that fails is out of this workload; the others go on. */
    private void attempt(Workload workload, Lane lane, List<Lane> lanes, Runnable work) {
        try {
            work.run();
        } catch (DeviceFailure failure) {
            lanes.remove(lane);
            leaveOut(workload, lane.name, failure);
            closeQuietly(lane.job);
        }
    }

    private void leaveOut(Workload workload, String name, DeviceFailure failure) {
        progress.accept(Text.of("bench.out", workload.id(), name, String.valueOf(failure.getMessage())));
    }

    private static void closeQuietly(Workload.Job job) {
        try {
            job.close();
        } catch (DeviceFailure alsoLost) {
            System.getLogger(Bench.class.getName())
                    .log(System.Logger.Level.INFO, "The lost device could not be released", alsoLost);
        }
    }

    private double turn(Workload.Job job) {
        long begin = System.nanoTime();
        double units = job.work(turnNanos);
        return units * 1e9 / (System.nanoTime() - begin);
    }
}
