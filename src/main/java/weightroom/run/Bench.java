package weightroom.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    /**
     * @param rounds measured turns of each
     * @param progress is told what is being measured
     */
    public Bench(int rounds, Consumer<String> progress) {
        this.rounds = rounds;
        this.progress = progress;
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
        Map<String, Workload.Job> jobs = new LinkedHashMap<>();
        try {
            for (Device device : devices) {
                prepare(workload, device, jobs);
            }
            for (Peer peer : peers) {
                jobs.put(peer.name(), peer.job(workload));
            }
            return rounds(workload, jobs);
        } finally {
            jobs.values().forEach(Workload.Job::close);
        }
    }

    private void prepare(Workload workload, Device device, Map<String, Workload.Job> jobs) {
        progress.accept("%s on %s: warming up".formatted(workload.id(), device.id()));
        try {
            Workload.Job job = workload.start(device);
            jobs.put(device.id(), job);
            job.work(WARM_UP_NANOS);
        } catch (DeviceFailure failure) {
            progress.accept("%s on %s: left out. %s".formatted(workload.id(), device.id(), failure.getMessage()));
        }
    }

    private List<Result> rounds(Workload workload, Map<String, Workload.Job> jobs) {
        Map<String, double[]> runs = new LinkedHashMap<>();
        jobs.keySet().forEach(name -> runs.put(name, new double[rounds]));
        for (int round = 0; round < rounds; round++) {
            progress.accept("%s: round %d of %d".formatted(workload.id(), round + 1, rounds));
            for (Map.Entry<String, Workload.Job> job : jobs.entrySet()) {
                double[] measured = runs.get(job.getKey());
                if (measured != null) {
                    measured[round] = turn(job.getValue());
                }
            }
        }
        List<Result> results = new ArrayList<>();
        runs.forEach((name, measured) -> {
            Workload.Job job = jobs.get(name);
            double check = job == null ? Double.NaN : job.check();
            results.add(new Result(workload, name, measured, check));
        });
        return results;
    }

    private static double turn(Workload.Job job) {
        long begin = System.nanoTime();
        double units = job.work(TURN_NANOS);
        return units * 1e9 / (System.nanoTime() - begin);
    }
}
