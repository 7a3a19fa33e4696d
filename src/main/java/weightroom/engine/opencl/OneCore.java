package weightroom.engine.opencl;

import java.util.Optional;
import org.jocl.CL;
import org.jocl.CLException;
import org.jocl.cl_device_id;
import org.jocl.cl_device_partition_property;

/** One core of a processor as a device of its own, with the context that belongs to it. */
final class OneCore implements AutoCloseable {
    private final cl_device_id core;
    private final ClContext context;

    private OneCore(cl_device_id core, ClContext context) {
        this.core = core;
        this.context = context;
    }

    /**
     * A core of this processor; empty where its driver cannot part it, which is no fault.
     *
     * @param description of the core, for messages
     */
    static Optional<OneCore> of(DeviceInfo whole, String description) {
        cl_device_partition_property byCount = new cl_device_partition_property();
        byCount.addProperty(CL.CL_DEVICE_PARTITION_EQUALLY, 1);
        int[] cores = new int[1];
        try {
            CL.clCreateSubDevices(whole.device(), byCount, 0, null, cores);
            cl_device_id[] all = new cl_device_id[cores[0]];
            CL.clCreateSubDevices(whole.device(), byCount, all.length, all, null);
            for (int i = 1; i < all.length; i++) {
                CL.clReleaseDevice(all[i]);
            }
            return Optional.of(new OneCore(all[0], new ClContext(whole.of(all[0]), description)));
        } catch (CLException | UnsupportedOperationException notParted) {
            return Optional.empty();
        }
    }

    ClContext context() {
        return context;
    }

    @Override
    public void close() {
        context.close();
        ClFailure.ignored(() -> CL.clReleaseDevice(core));
    }
}
