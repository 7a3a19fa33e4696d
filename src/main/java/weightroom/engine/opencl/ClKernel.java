package weightroom.engine.opencl;

import org.jocl.CL;
import org.jocl.CLException;
import org.jocl.Pointer;
import org.jocl.Sizeof;
import org.jocl.cl_kernel;

/**
 * A kernel with its arguments. Those are set once, and what changes from step to step is read from buffers: setting an
 * argument allocates, launching does not.
 */
final class ClKernel implements AutoCloseable {
    private final ClContext context;
    private final String name;
    private final cl_kernel kernel;
    private boolean closed;
    private int next;

    ClKernel(ClContext context, String name, cl_kernel kernel) {
        this.context = context;
        this.name = name;
        this.kernel = kernel;
    }

    cl_kernel handle() {
        return kernel;
    }

    String name() {
        return name;
    }

    /** Starts again with the first argument. */
    ClKernel args() {
        next = 0;
        return this;
    }

    /** Sets the next argument. */
    ClKernel arg(ClBuffer buffer) {
        return set(Sizeof.cl_mem, Pointer.to(buffer.memory()));
    }

    /** Sets the next argument. */
    ClKernel arg(int value) {
        return set(Sizeof.cl_int, Pointer.to(new int[] {value}));
    }

    /** Sets the next argument. */
    ClKernel arg(float value) {
        return set(Sizeof.cl_float, Pointer.to(new float[] {value}));
    }

    /** Sets one argument in place, counted from 0. */
    ClKernel arg(int index, int value) {
        next = index;
        return arg(value);
    }

    /** Sets one argument in place, counted from 0. */
    ClKernel arg(int index, ClBuffer buffer) {
        next = index;
        return arg(buffer);
    }

    private ClKernel set(long size, Pointer value) {
        try {
            CL.clSetKernelArg(kernel, next++, size, value);
            return this;
        } catch (CLException e) {
            throw ClFailure.of("preparing " + name, context.description(), e);
        }
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            ClFailure.ignored(() -> CL.clReleaseKernel(kernel));
        }
    }
}
