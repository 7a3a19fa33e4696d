package weightroom.testing;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * What a test that needs an OpenCL device does where there is none: it is skipped and says why, so that the build passes
 * on any machine; with {@code -Dweightroom.opencl=required} it fails, so that a machine meant to check OpenCL cannot
 * quietly leave it out.
 */
public final class OpenClRequirement {
    static final String PROPERTY = "weightroom.opencl";

    private OpenClRequirement() {}

    /**
     * Goes on only if there is a device.
     *
     * @param present whether there is one, which the caller has found out
     * @param why what was looked for and not found, as in "no OpenCL platform"
     */
    public static void assumeOpenCl(boolean present, String why) {
        if (present) {
            return;
        }
        if ("required".equals(System.getProperty(PROPERTY))) {
            Assertions.fail("-D" + PROPERTY + "=required, but " + why);
        }
        Assumptions.abort("needs an OpenCL device: " + why);
    }
}
