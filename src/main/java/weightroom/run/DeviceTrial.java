package weightroom.run;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import weightroom.engine.Device;
import weightroom.engine.DeviceFailure;
import weightroom.engine.Layer;
import weightroom.engine.Layout;
import weightroom.engine.Plan;
import weightroom.engine.Program;
import weightroom.engine.Split;
import weightroom.engine.State;
import weightroom.experiment.Setup;

/**
 * Which device trains a network fastest, found by letting each train a copy of it for a moment. The answer is kept
 * on disk for every network of the same shape, among the same devices.
 */
public final class DeviceTrial {
    /** Work, in multiply-adds, that Java does in well under a second: shorter than any trial. */
    private static final double SMALL_JOB = 3e8;

    /** Long enough for the just-in-time compiler to settle. */
    private static final long WARM_UP_NANOS = 120_000_000L;

    private static final long TRIAL_NANOS = 60_000_000L;

    private final Devices devices;
    private final TrialResults kept;
    private final Map<String, Device> winners = new HashMap<>();

    public DeviceTrial(Devices devices) {
        this(devices, TrialResults.ofThisUser());
    }

    DeviceTrial(Devices devices, TrialResults kept) {
        this.devices = devices;
        this.kept = kept;
    }

    /**
     * The device that was asked for, or for {@code auto} the one to take for a job of so many updates: Java for a job that
     * is done before a trial would be.
     *
     * @throws DeviceFailure when there is no such device
     */
    public Device choose(String id, Setup setup, long steps) {
        return choose(id, Job.of(setup), steps);
    }

    /**
     * The same for many copies side by side.
     *
     * @param starts of every replica of the plan
     * @param steps updates of each
     */
    public Device choose(String id, Plan plan, List<Split> data, List<State> starts, long steps) {
        return choose(id, new Job(plan, data, starts), steps);
    }

    private Device choose(String id, Job job, long steps) {
        if (!id.equals(Devices.AUTO)) {
            return devices.byId(id);
        }
        double perStep = 3.0
                * Math.min(job.plan.batch(), job.rows())
                * Layout.of(job.plan.network()).trainable()
                * job.plan.replicas().size();
        return perStep * steps < SMALL_JOB ? devices.java() : fastest(job);
    }

    /** What is to be trained. */
    private record Job(Plan plan, List<Split> data, List<State> starts) {
        static Job of(Setup setup) {
            return new Job(setup.plan(), setup.data(), List.of(setup.start()));
        }

        int rows() {
            return data.get(0).train().count();
        }
    }

    /** The fastest device for this network, loss, batch and optimizer. A device that fails its trial is out. */
    Device fastest(Setup setup) {
        return fastest(Job.of(setup));
    }

    private Device fastest(Job job) {
        return winners.computeIfAbsent(key(job), key -> remembered(key).orElseGet(() -> {
            Device winner = race(job);
            if (devices.all().size() > 1) {
                kept.put(key, winner.id());
            }
            return winner;
        }));
    }

    private Optional<Device> remembered(String key) {
        return kept.find(key).flatMap(id -> devices.all().stream()
                .filter(device -> device.id().equals(id))
                .findFirst());
    }

    private Device race(Job job) {
        Device winner = devices.java();
        if (devices.all().size() == 1) {
            return winner;
        }
        double best = 0;
        for (Device device : devices.all()) {
            double rate = stepsPerSecond(device, job);
            if (rate > best) {
                best = rate;
                winner = device;
            }
        }
        return winner;
    }

    private static double stepsPerSecond(Device device, Job job) {
        try (Program program = device.compile(job.plan, job.data)) {
            for (int r = 0; r < job.starts.size(); r++) {
                program.restore(r, job.starts.get(r));
            }
            long chunk = trainFor(program, 1, WARM_UP_NANOS);
            long begin = System.nanoTime();
            long before = program.step();
            trainFor(program, chunk, TRIAL_NANOS);
            return (program.step() - before) * 1e9 / (System.nanoTime() - begin);
        } catch (DeviceFailure failure) {
            System.getLogger(DeviceTrial.class.getName())
                    .log(System.Logger.Level.INFO, device.id() + " failed its trial", failure);
            return 0;
        }
    }

    /** Trains in chunks that double up to a few milliseconds each; returns the last chunk's size. */
    private static long trainFor(Program program, long firstChunk, long nanos) {
        long begin = System.nanoTime();
        long chunk = firstChunk;
        while (System.nanoTime() - begin < nanos) {
            long start = System.nanoTime();
            if (program.train(chunk, 0).steps() == 0) {
                return chunk;
            }
            if (System.nanoTime() - start < 4_000_000L) {
                chunk *= 2;
            }
        }
        return chunk;
    }

    /** What decides who is fastest: who takes part, and what there is to compute. */
    private String key(Job job) {
        Plan plan = job.plan;
        StringBuilder key = new StringBuilder();
        devices.all().forEach(device -> key.append(device.description()).append("; "));
        key.append(plan.network());
        for (Layer layer : plan.network().layers()) {
            key.append(' ').append(layer.activation().id()).append(layer.batchNorm() ? "+norm" : "");
        }
        key.append(' ')
                .append(plan.loss().id())
                .append(' ')
                .append(plan.batch())
                .append(' ')
                .append(plan.replicas().get(0).optimizer().id())
                .append(' ')
                .append(job.rows());
        int copies = plan.replicas().size();
        return copies == 1 ? key.toString() : key.append(" x").append(copies).toString();
    }
}
