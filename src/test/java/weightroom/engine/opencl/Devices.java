package weightroom.engine.opencl;

import weightroom.testing.OpenClRequirement;

/** The first OpenCL device, for tests that need one. */
final class Devices {
    private Devices() {}

    /** Skips the test where there is none. */
    static OpenClDevice first() {
        OpenCl.Discovery found = OpenCl.discover();
        OpenClRequirement.assumeOpenCl(
                !found.devices().isEmpty(), found.explanation().orElse("no device"));
        return found.devices().get(0);
    }
}
