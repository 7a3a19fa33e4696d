package weightroom.engine.opencl;

import org.jocl.CL;
import org.jocl.CLException;
import org.jocl.cl_program;

/** A built program; kernels made from it stay valid after it is closed. Its context closes it. */
final class ClProgram implements AutoCloseable {
    private final ClContext context;
    private final cl_program program;

    ClProgram(ClContext context, cl_program program) {
        this.context = context;
        this.program = program;
    }

    /** A new kernel object, with arguments of its own. */
    ClKernel kernel(String name) {
        try {
            return new ClKernel(context, name, CL.clCreateKernel(program, name, null));
        } catch (CLException e) {
            throw ClFailure.of("looking for the kernel " + name, context.description(), e);
        }
    }

    @Override
    public void close() {
        ClFailure.ignored(() -> CL.clReleaseProgram(program));
    }
}
