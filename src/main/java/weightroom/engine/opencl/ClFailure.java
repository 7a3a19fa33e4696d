package weightroom.engine.opencl;

import java.util.Map;
import org.jocl.CL;
import org.jocl.CLException;
import weightroom.engine.DeviceFailure;

/** Turns what a driver reports into a sentence. */
final class ClFailure {
    private static final Map<Integer, String> CAUSES = Map.of(
            CL.CL_MEM_OBJECT_ALLOCATION_FAILURE, "it is out of memory; a smaller batch or network needs less",
            CL.CL_OUT_OF_RESOURCES, "it is out of resources, or was lost while it worked",
            CL.CL_OUT_OF_HOST_MEMORY, "the computer is out of memory",
            CL.CL_INVALID_BUFFER_SIZE, "it offers no buffer as large as this network or data needs",
            CL.CL_DEVICE_NOT_AVAILABLE, "it is no longer available",
            CL.CL_INVALID_COMMAND_QUEUE, "it was lost",
            CL.CL_INVALID_CONTEXT, "it was lost",
            CL.CL_COMPILER_NOT_AVAILABLE, "its driver has no compiler");

    private ClFailure() {}

    /**
     * The failure to throw for a driver's error.
     *
     * @param doing what was under way: "reading results"
     * @param device for people
     */
    static DeviceFailure of(String doing, String device, CLException e) {
        String cause = CAUSES.getOrDefault(e.getStatus(), "its driver reports " + e.getMessage());
        return new DeviceFailure("The device %s failed while %s: %s.".formatted(device, doing, cause), e);
    }

    /** Releases something; a lost device has nothing left to release, and closing must not hide the first failure. */
    static void ignored(Runnable release) {
        try {
            release.run();
        } catch (CLException lost) {
            // The driver has let go of it already.
        }
    }

    /** Waits for something on the way out; a lost device has already said so. */
    static void quietly(Runnable wait) {
        try {
            wait.run();
        } catch (DeviceFailure lost) {
            // Thrown before, where it was noticed.
        }
    }
}
