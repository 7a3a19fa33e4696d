package weightroom.engine.opencl;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jocl.CL;
import org.jocl.Pointer;
import org.jocl.Sizeof;
import org.jocl.cl_device_id;
import org.jocl.cl_platform_id;

/**
 * What a device says of itself.
 *
 * @param processor whether it is a processor, whose cores want few, large work-groups and explicit vectors
 * @param computeUnits cores, or multiprocessors
 * @param vectorWidth floats in a native vector, at least 1
 * @param maxWorkGroup most work-items in a group
 * @param memory bytes of global memory
 * @param cachesKernels whether its driver keeps built kernels on disk itself, as PoCL does
 * @param maxAllocation most bytes in one buffer
 */
record DeviceInfo(
        cl_platform_id platform,
        cl_device_id device,
        String vendor,
        String name,
        String driver,
        boolean processor,
        boolean cachesKernels,
        int computeUnits,
        int vectorWidth,
        int maxWorkGroup,
        long memory,
        long maxAllocation) {
    /** The same about a part of the device; kernels are cut as for the whole, so that sums are the same on both. */
    DeviceInfo of(cl_device_id part) {
        return new DeviceInfo(
                platform,
                part,
                vendor,
                name,
                driver,
                processor,
                cachesKernels,
                computeUnits,
                vectorWidth,
                maxWorkGroup,
                memory,
                maxAllocation);
    }

    static DeviceInfo of(cl_platform_id platform, cl_device_id device) {
        return new DeviceInfo(
                platform,
                device,
                text(device, CL.CL_DEVICE_VENDOR),
                text(device, CL.CL_DEVICE_NAME),
                text(device, CL.CL_DRIVER_VERSION) + ", " + text(device, CL.CL_DEVICE_VERSION),
                (number(device, CL.CL_DEVICE_TYPE) & CL.CL_DEVICE_TYPE_CPU) != 0,
                text(device, CL.CL_DEVICE_VERSION).toLowerCase(Locale.ROOT).contains("pocl"),
                (int) number(device, CL.CL_DEVICE_MAX_COMPUTE_UNITS),
                Math.max(1, (int) number(device, CL.CL_DEVICE_NATIVE_VECTOR_WIDTH_FLOAT)),
                (int) number(device, CL.CL_DEVICE_MAX_WORK_GROUP_SIZE),
                number(device, CL.CL_DEVICE_GLOBAL_MEM_SIZE),
                number(device, CL.CL_DEVICE_MAX_MEM_ALLOC_SIZE));
    }

    private static String text(cl_device_id device, int what) {
        long[] size = new long[1];
        CL.clGetDeviceInfo(device, what, 0, null, size);
        byte[] bytes = new byte[(int) size[0]];
        CL.clGetDeviceInfo(device, what, bytes.length, Pointer.to(bytes), null);
        return new String(bytes, 0, Math.max(0, bytes.length - 1), StandardCharsets.UTF_8).strip();
    }

    /** Values of 4 and of 8 bytes alike; all supported systems are little-endian. */
    private static long number(cl_device_id device, int what) {
        long[] value = new long[1];
        CL.clGetDeviceInfo(device, what, Sizeof.cl_long, Pointer.to(value), null);
        return value[0];
    }
}
