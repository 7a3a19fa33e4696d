package weightroom.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code bench}: what it prints, and what it refuses. */
class BenchCommandTest {
    @Test
    void jsonHoldsTheMachineAndOneResultPerWorkloadAndDevice() throws IOException {
        CommandLineRun run =
                CommandLineRun.of("bench", "--workload", "w1,W4a,W1", "--device", "java", "--rounds", 1, "--json");
        assertEquals(0, run.status(), run.err());
        JsonNode bench = new ObjectMapper().readTree(run.out());
        assertTrue(bench.get("machine").textValue().contains("processors"));
        assertEquals(2, bench.get("results").size(), "the same workload twice is measured once");
        JsonNode result = bench.get("results").get(1);
        assertEquals("W4a", result.get("workload").textValue());
        assertEquals("java", result.get("device").textValue());
        assertEquals("points/s", result.get("unit").textValue());
        assertEquals(1, result.get("runs").size());
        assertEquals(
                result.get("runs").get(0).doubleValue(), result.get("median").doubleValue());
        assertTrue(result.get("check").isNumber());
        assertEquals(1, run.out().lines().count());
    }

    @Test
    void forPeopleThereIsATableWithRatiosToTheFirst() {
        CommandLineRun run = CommandLineRun.of("bench", "--workload=W1", "--device=java", "--rounds=1");
        String[] lines = run.out().split("\\R");
        assertTrue(lines[1].matches("workload +by +median +unit +/java +check"), run.out());
        assertTrue(lines[2].matches("W1 +java +[0-9,]+ +steps/s +1\\.000 +[0-9.e-]+"), run.out());
    }

    @Test
    void theWindowIsMeasuredOnceAndAfterAnHourWhereThatIsAskedFor() throws IOException {
        CommandLineRun run = CommandLineRun.of("bench", "--ui", "--hour", "--rounds=3", "--json");
        JsonNode bench = new ObjectMapper().readTree(run.out());
        assertEquals(3, bench.get("pulses").doubleValue());
        assertEquals(300, bench.get("heap").doubleValue());
        String text = CommandLineRun.of("bench", "--ui").out();
        assertTrue(text.lines().anyMatch(line -> line.matches("memory in use afterwards, MiB +90\\.00")), text);
    }

    @Test
    void theWindowIsMeasuredWithTheViewThatIsAskedFor() {
        String text = CommandLineRun.of("bench", "--ui", "--view=compare").out();
        assertTrue(text.lines().anyMatch(line -> line.matches("boundaries seen +32\\.00")), text);
        CommandLineRun wrong = CommandLineRun.of("bench", "--ui", "--view=learn");
        assertTrue(wrong.err().contains("--view is \"learn\""), wrong.err());
    }

    @ParameterizedTest
    @CsvSource({
        "--rounds=0, 2, --rounds is 0; expected 1 to",
        "--rounds=many, 2, --rounds",
        "--workload=W9, 2, --workload has \"W9\"; expected W1",
        "--workload=, 2, --workload",
        "--peer=c, 2, --peer is \"c\"; expected NAME=COMMAND",
        "--peer=java=true, 2, the name java is taken",
        "--peer=c=/no/such/program, 2, cannot be started",
        "--device=opencl:99, 4, There is no device \"opencl:99\"",
        "'--device=java,java', 2, --device names java twice",
    })
    void badArgumentsAreRefused(String argument, int status, String message) {
        CommandLineRun run = argument.startsWith("--device")
                ? CommandLineRun.of("bench", argument, "--workload=W1")
                : CommandLineRun.of("bench", "--device=java", argument);
        assertEquals(status, run.status(), run.err());
        assertTrue(run.err().contains(message), run.err());
        assertEquals("", run.out());
    }
}
