package weightroom.testing;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static weightroom.testing.OpenClRequirement.assumeOpenCl;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

@ResourceLock(Resources.SYSTEM_PROPERTIES)
class OpenClRequirementTest {
    private String before;

    @BeforeEach
    void remember() {
        before = System.getProperty(OpenClRequirement.PROPERTY);
        System.clearProperty(OpenClRequirement.PROPERTY);
    }

    @AfterEach
    void restore() {
        if (before == null) {
            System.clearProperty(OpenClRequirement.PROPERTY);
        } else {
            System.setProperty(OpenClRequirement.PROPERTY, before);
        }
    }

    @Test
    void aMissingDeviceSkipsTheTestAndSaysWhy() {
        TestAbortedException skipped =
                assertThrows(TestAbortedException.class, () -> assumeOpenCl(false, "no OpenCL platform"));
        assertTrue(skipped.getMessage().contains("no OpenCL platform"), skipped.getMessage());
    }

    @Test
    void aMissingDeviceFailsTheTestWhereItIsRequired() {
        System.setProperty(OpenClRequirement.PROPERTY, "required");
        AssertionFailedError failed =
                assertThrows(AssertionFailedError.class, () -> assumeOpenCl(false, "no OpenCL platform"));
        assertTrue(failed.getMessage().contains("no OpenCL platform"), failed.getMessage());
    }

    @Test
    void aDeviceThatIsThereLetsTheTestGoOn() {
        System.setProperty(OpenClRequirement.PROPERTY, "required");
        assertDoesNotThrow(() -> assumeOpenCl(true, "unused"));
    }
}
