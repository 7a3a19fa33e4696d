package weightroom.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import weightroom.engine.Device;
import weightroom.engine.DeviceFailure;
import weightroom.engine.Workers;
import weightroom.engine.cpu.JavaDevice;
import weightroom.engine.cpu.ReferenceDevice;
import weightroom.engine.opencl.OpenCl;

/**
 * What there is to compute on. The Java engine is always there; OpenCL is looked for only when somebody asks for it,
 * because loading a driver takes longer than training a small network.
 */
public final class Devices implements AutoCloseable {
    /** The name that stands for whichever device is fastest for the network at hand. */
    public static final String AUTO = "auto";

    private final WorkerPool workers;
    private final Device java;
    private final Device reference = new ReferenceDevice();
    private final Supplier<Found> search;
    private final List<Device> openCl = new ArrayList<>();
    private Optional<String> openClProblem = Optional.empty();
    private boolean lookedForOpenCl;

    /** Java alone, on the thread of whoever calls it. */
    static Devices ofOneThread() {
        return new Devices(() -> new Found(List.of(), Optional.empty()), new WorkerPool(1));
    }

    public Devices() {
        this(() -> {
            OpenCl.Discovery discovery = OpenCl.discover();
            return new Found(List.copyOf(discovery.devices()), discovery.explanation());
        });
    }

    /** @param search looks for what there is beside Java, once, when somebody asks */
    Devices(Supplier<Found> search) {
        this(search, WorkerPool.ofAllProcessors());
    }

    private Devices(Supplier<Found> search, WorkerPool workers) {
        this.search = search;
        this.workers = workers;
        this.java = new JavaDevice(workers);
    }

    /** Devices beside Java, and in one sentence why there are none. */
    record Found(List<Device> devices, Optional<String> problem) {}

    /** The threads that the Java engine shares work out to, for work of other kinds in between. */
    public Workers workers() {
        return workers;
    }

    /** The device that never fails. */
    public Device java() {
        return java;
    }

    /** The Java engine, then every OpenCL device there is. */
    public synchronized List<Device> all() {
        lookForOpenCl();
        List<Device> all = new ArrayList<>();
        all.add(java);
        all.addAll(openCl);
        return all;
    }

    /** Why there is no OpenCL device, in one sentence; empty where there is one. */
    public synchronized Optional<String> openClProblem() {
        lookForOpenCl();
        return openClProblem;
    }

    /**
     * The device with this id; {@code opencl} is the first OpenCL device.
     *
     * @throws DeviceFailure when there is no such device, naming those there are
     */
    public synchronized Device byId(String id) {
        if (id.equals("java")) {
            return java;
        }
        if (id.equals(reference.id())) {
            return reference;
        }
        lookForOpenCl();
        for (Device device : openCl) {
            if (id.equals(device.id()) || id.equals("opencl")) {
                return device;
            }
        }
        List<String> ids = all().stream().map(Device::id).toList();
        throw new DeviceFailure(Text.of(
                openClProblem.isPresent() ? "device.none.why" : "device.none",
                id,
                String.join(", ", ids),
                openClProblem.orElse("")));
    }

    @Override
    public synchronized void close() {
        openCl.forEach(Device::close);
        java.close();
        reference.close();
        workers.close();
    }

    private void lookForOpenCl() {
        if (!lookedForOpenCl) {
            lookedForOpenCl = true;
            Found found = search.get();
            openCl.addAll(found.devices());
            openClProblem = found.problem();
        }
    }
}
