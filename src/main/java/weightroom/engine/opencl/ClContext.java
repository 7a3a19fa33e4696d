package weightroom.engine.opencl;

import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jocl.CL;
import org.jocl.CLException;
import org.jocl.Pointer;
import org.jocl.Sizeof;
import org.jocl.cl_command_queue;
import org.jocl.cl_context;
import org.jocl.cl_context_properties;
import org.jocl.cl_device_id;
import org.jocl.cl_event;
import org.jocl.cl_mem;
import org.jocl.cl_queue_properties;
import weightroom.engine.DeviceFailure;

/**
 * One device's context with one in-order queue. Commands run in the order they were queued, so a kernel sees what those
 * before it wrote. Used by one thread at a time.
 */
final class ClContext implements AutoCloseable {
    private final DeviceInfo info;
    private final String description;
    private final cl_context context;
    private final cl_command_queue queue;
    private final ProgramCache programs;
    /** So that what a failed start leaves behind is freed with the context. */
    private final Set<ClBuffer> live = new HashSet<>();

    private long liveBytes;
    private Runnable beforeCommand = () -> {};

    /**
     * @param description of the device, for messages
     * @throws DeviceFailure when the driver refuses
     */
    ClContext(DeviceInfo info, String description) {
        this(info, description, info.cachesKernels() ? Optional.empty() : Optional.of(BinaryStore.ofThisUser()));
    }

    ClContext(DeviceInfo info, String description, Optional<BinaryStore> disk) {
        this.info = info;
        this.description = description;
        try {
            cl_device_id[] devices = {info.device()};
            cl_context_properties properties = new cl_context_properties();
            properties.addProperty(CL.CL_CONTEXT_PLATFORM, info.platform());
            context = CL.clCreateContext(properties, 1, devices, null, null, null);
            queue = createQueue();
        } catch (CLException e) {
            throw ClFailure.of("starting", description, e);
        }
        programs = new ProgramCache(this, context, disk);
    }

    @SuppressWarnings("deprecation") // Drivers of OpenCL 1.2 know no other call.
    private cl_command_queue createQueue() {
        try {
            return CL.clCreateCommandQueueWithProperties(context, info.device(), new cl_queue_properties(), null);
        } catch (CLException | UnsupportedOperationException old) {
            return CL.clCreateCommandQueue(context, info.device(), 0, null);
        }
    }

    DeviceInfo info() {
        return info;
    }

    String description() {
        return description;
    }

    /** The program of this source, built now, earlier, or by an earlier process. */
    ClProgram program(String source) {
        return programs.get(source);
    }

    ProgramCache programs() {
        return programs;
    }

    /** Device memory for so many floats or ints, at least one; its content is undefined. */
    ClBuffer buffer(long numbers) {
        long bytes = Math.max(1, numbers) * Sizeof.cl_float;
        try {
            cl_mem memory = CL.clCreateBuffer(context, CL.CL_MEM_READ_WRITE, bytes, null, null);
            ClBuffer buffer = new ClBuffer(this, memory, bytes);
            live.add(buffer);
            liveBytes += bytes;
            return buffer;
        } catch (CLException e) {
            throw ClFailure.of("making room for %,d bytes".formatted(bytes), description, e);
        }
    }

    /** Device memory filled with zeros. */
    ClBuffer zeros(long numbers) {
        ClBuffer buffer = buffer(numbers);
        fill(buffer, 0);
        return buffer;
    }

    /** Queues filling a whole buffer with one number. */
    void fill(ClBuffer buffer, float value) {
        try {
            CL.clEnqueueFillBuffer(
                    queue,
                    buffer.memory(),
                    Pointer.to(new float[] {value}),
                    Sizeof.cl_float,
                    0,
                    buffer.bytes(),
                    0,
                    null,
                    null);
        } catch (CLException e) {
            throw ClFailure.of("clearing memory", description, e);
        }
    }

    /** A copy of these numbers on the device. */
    ClBuffer copyOf(float[] numbers) {
        ClBuffer buffer = buffer(numbers.length);
        if (numbers.length > 0) {
            write(buffer, 0, numbers, numbers.length);
        }
        return buffer;
    }

    /** Writes numbers from position {@code offset} on and waits. */
    void write(ClBuffer to, long offset, float[] from, int count) {
        write(to, offset, Pointer.to(from), count);
    }

    /** Writes numbers from position {@code offset} on and waits. */
    void write(ClBuffer to, long offset, int[] from, int count) {
        write(to, offset, Pointer.to(from), count);
    }

    private void write(ClBuffer to, long offset, Pointer from, int count) {
        try {
            beforeCommand.run();
            CL.clEnqueueWriteBuffer(
                    queue,
                    to.memory(),
                    true,
                    offset * Sizeof.cl_float,
                    (long) count * Sizeof.cl_float,
                    from,
                    0,
                    null,
                    null);
        } catch (CLException e) {
            throw ClFailure.of("writing data", description, e);
        }
    }

    /**
     * Queues a write and returns at once.
     *
     * @param from a direct buffer, from its start; not to be touched before the event is complete
     * @return completes when {@code from} has been read; the caller {@linkplain #await waits} for it once
     */
    cl_event writeLater(ClBuffer to, ByteBuffer from, long bytes) {
        cl_event done = new cl_event();
        try {
            beforeCommand.run();
            CL.clEnqueueWriteBuffer(queue, to.memory(), false, 0, bytes, Pointer.to(from), 0, null, done);
            return done;
        } catch (CLException e) {
            throw ClFailure.of("writing data", description, e);
        }
    }

    /**
     * Queues reading a buffer from its start and returns at once.
     *
     * @param to a direct buffer, filled from its start; not to be touched before the event is complete
     * @return completes when all is read, and so is what was queued before; the caller {@linkplain #await waits} for it once
     */
    cl_event readLater(ClBuffer from, ByteBuffer to, long bytes) {
        cl_event done = new cl_event();
        try {
            beforeCommand.run();
            CL.clEnqueueReadBuffer(queue, from.memory(), false, 0, bytes, Pointer.to(to), 0, null, done);
            return done;
        } catch (CLException e) {
            throw ClFailure.of("reading results", description, e);
        }
    }

    /** Waits for an event and releases it. */
    void await(cl_event event) {
        try {
            CL.clWaitForEvents(1, new cl_event[] {event});
            CL.clReleaseEvent(event);
        } catch (CLException e) {
            throw ClFailure.of("training", description, e);
        }
    }

    /** Reads numbers from position {@code offset} on, once all that was queued before is done. */
    void read(ClBuffer from, long offset, float[] to, int count) {
        if (count == 0) {
            return;
        }
        try {
            beforeCommand.run();
            CL.clEnqueueReadBuffer(
                    queue,
                    from.memory(),
                    true,
                    offset * Sizeof.cl_float,
                    (long) count * Sizeof.cl_float,
                    Pointer.to(to),
                    0,
                    null,
                    null);
        } catch (CLException e) {
            throw ClFailure.of("reading results", description, e);
        }
    }

    /** Queues a copy of {@code count} numbers within the device. */
    void copy(ClBuffer from, long fromOffset, ClBuffer to, long toOffset, long count) {
        try {
            beforeCommand.run();
            CL.clEnqueueCopyBuffer(
                    queue,
                    from.memory(),
                    to.memory(),
                    fromOffset * Sizeof.cl_float,
                    toOffset * Sizeof.cl_float,
                    count * Sizeof.cl_float,
                    0,
                    null,
                    null);
        } catch (CLException e) {
            throw ClFailure.of("copying parameters", description, e);
        }
    }

    /**
     * Queues a kernel; allocates nothing.
     *
     * @param global work-items in each dimension, a multiple of {@code local}
     * @param local work-items of a group in each dimension
     */
    void launch(ClKernel kernel, long[] global, long[] local) {
        try {
            beforeCommand.run();
            CL.clEnqueueNDRangeKernel(queue, kernel.handle(), global.length, null, global, local, 0, null, null);
        } catch (CLException e) {
            throw ClFailure.of("running " + kernel.name(), description, e);
        }
    }

    /** Hands what is queued to the device without waiting. */
    void flush() {
        try {
            CL.clFlush(queue);
        } catch (CLException e) {
            throw ClFailure.of("training", description, e);
        }
    }

    /** Bytes of device memory that are in use now. */
    long liveBytes() {
        return liveBytes;
    }

    void released(ClBuffer buffer) {
        live.remove(buffer);
        liveBytes -= buffer.bytes();
    }

    /** Where a test stands in for a driver that fails: runs before each queued command and may throw CLException. */
    void beforeCommand(Runnable hook) {
        beforeCommand = hook;
    }

    @Override
    public void close() {
        List.copyOf(live).forEach(ClBuffer::close);
        programs.close();
        ClFailure.ignored(() -> CL.clReleaseCommandQueue(queue));
        ClFailure.ignored(() -> CL.clReleaseContext(context));
    }
}
