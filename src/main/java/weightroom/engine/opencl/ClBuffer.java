package weightroom.engine.opencl;

import org.jocl.CL;
import org.jocl.cl_mem;

/** A stretch of device memory, counted by its context until it is closed. */
final class ClBuffer implements AutoCloseable {
    private final ClContext context;
    private final cl_mem memory;
    private final long bytes;
    private boolean closed;

    ClBuffer(ClContext context, cl_mem memory, long bytes) {
        this.context = context;
        this.memory = memory;
        this.bytes = bytes;
    }

    cl_mem memory() {
        return memory;
    }

    /** Size in bytes. */
    long bytes() {
        return bytes;
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            context.released(this);
            ClFailure.ignored(() -> CL.clReleaseMemObject(memory));
        }
    }
}
