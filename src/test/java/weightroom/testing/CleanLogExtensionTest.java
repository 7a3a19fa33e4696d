package weightroom.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Plants what the extension is there to find, and runs the tests that hold it apart from this build's own. */
class CleanLogExtensionTest {
    @Test
    void aTestThatLeavesTheLogCleanPasses() {
        assertThat(complaintsOf("cleanWindow")).isEmpty();
    }

    @Test
    void aColourThatNoStyleSheetDefinesFailsTheTest() {
        assertThat(complaintsOf("undefinedColour")).singleElement().asString().contains("-color-nobody-defines");
    }

    @Test
    void aLineOfCssThatCannotBeReadFailsTheTest() {
        assertThat(complaintsOf("unreadableStyleSheet"))
                .singleElement()
                .asString()
                .contains("javafx.css");
    }

    @Test
    void anExceptionOnTheScreensThreadFailsTheTest() {
        assertThat(complaintsOf("anExceptionOnTheScreensThread"))
                .singleElement()
                .asString()
                .contains("planted: screen");
    }

    @Test
    void anExceptionOnAnotherThreadFailsTheTest() {
        assertThat(complaintsOf("anExceptionOnAnotherThread"))
                .singleElement()
                .asString()
                .contains("planted: other");
    }

    @Test
    void oneTestsComplaintIsNotHeldAgainstTheNext() {
        assertThat(complaintsOf("anExceptionOnAnotherThread", "cleanWindow")).hasSize(1);
    }

    private static List<String> complaintsOf(String... tests) {
        return EngineTestKit.engine("junit-jupiter")
                .configurationParameter(
                        "junit.jupiter.testmethod.order.default", MethodOrderer.MethodName.class.getName())
                .selectors(Arrays.stream(tests)
                        .map(test -> selectMethod(WindowsWithFaults.class, test))
                        .toArray(DiscoverySelector[]::new))
                .execute()
                .testEvents()
                .failed()
                .stream()
                .map(event -> event.getRequiredPayload(TestExecutionResult.class)
                        .getThrowable()
                        .orElseThrow()
                        .getMessage())
                .toList();
    }
}
