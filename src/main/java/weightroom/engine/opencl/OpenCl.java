package weightroom.engine.opencl;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jocl.CL;
import org.jocl.CLException;
import org.jocl.cl_device_id;
import org.jocl.cl_platform_id;

/** The way to the OpenCL devices of this computer. */
public final class OpenCl {
    private OpenCl() {}

    /**
     * What there is.
     *
     * @param devices of all platforms, in the drivers' order
     * @param explanation one sentence for the user, where a driver is missing or broken
     */
    public record Discovery(List<OpenClDevice> devices, Optional<String> explanation) {
        public Discovery {
            devices = List.copyOf(devices);
        }
    }

    /** Whether there is an OpenCL library to look for devices in; loads nothing. */
    public static boolean isInstalled() {
        return Loader.ofThisSystem().present();
    }

    /**
     * Lists the devices; never throws and never writes anywhere. Devices are light until they compile a program; each
     * discovery gives new ones, which whoever asked closes.
     */
    public static Discovery discover() {
        return discover(Loader.ofThisSystem());
    }

    static Discovery discover(Loader loader) {
        if (!loader.present()) {
            return none("No OpenCL driver is installed; networks train in Java instead.");
        }
        try {
            CL.setExceptionsEnabled(true);
            return list();
        } catch (CLException e) {
            return none(
                    e.getStatus() == PLATFORM_NOT_FOUND
                            ? "OpenCL is installed, but no driver answers; networks train in Java instead."
                            : "The OpenCL driver does not work (%s); networks train in Java instead."
                                    .formatted(e.getMessage()));
        } catch (LinkageError e) {
            return none("OpenCL cannot be loaded on this system (%s); networks train in Java instead."
                    .formatted(firstLine(e)));
        }
    }

    /** cl_khr_icd: the loader found no driver. */
    private static final int PLATFORM_NOT_FOUND = -1001;

    private static Discovery list() {
        int[] count = new int[1];
        CL.clGetPlatformIDs(0, null, count);
        cl_platform_id[] platforms = new cl_platform_id[count[0]];
        CL.clGetPlatformIDs(platforms.length, platforms, null);
        List<OpenClDevice> devices = new ArrayList<>();
        List<String> broken = new ArrayList<>();
        for (cl_platform_id platform : platforms) {
            try {
                for (cl_device_id device : devicesOf(platform)) {
                    devices.add(new OpenClDevice(devices.size(), DeviceInfo.of(platform, device)));
                }
            } catch (CLException e) {
                broken.add(e.getMessage());
            }
        }
        if (!broken.isEmpty()) {
            return new Discovery(
                    devices, Optional.of("An OpenCL driver does not work (%s).".formatted(String.join(", ", broken))));
        }
        return devices.isEmpty()
                ? none("The OpenCL drivers offer no device; networks train in Java instead.")
                : new Discovery(devices, Optional.empty());
    }

    private static cl_device_id[] devicesOf(cl_platform_id platform) {
        try {
            int[] count = new int[1];
            CL.clGetDeviceIDs(platform, CL.CL_DEVICE_TYPE_ALL, 0, null, count);
            cl_device_id[] devices = new cl_device_id[count[0]];
            CL.clGetDeviceIDs(platform, CL.CL_DEVICE_TYPE_ALL, devices.length, devices, null);
            return devices;
        } catch (CLException e) {
            if (e.getStatus() == CL.CL_DEVICE_NOT_FOUND) {
                return new cl_device_id[0];
            }
            throw e;
        }
    }

    private static Discovery none(String explanation) {
        return new Discovery(List.of(), Optional.of(explanation));
    }

    private static String firstLine(Throwable thrown) {
        return String.valueOf(thrown.getMessage()).lines().findFirst().orElse("unknown reason");
    }
}
