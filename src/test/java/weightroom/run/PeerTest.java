package weightroom.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weightroom.engine.InvalidInput;
import weightroom.engine.cpu.ReferenceDevice;

/** Other programs in the bench: shell scripts of one line here. */
@DisabledOnOs(OS.WINDOWS)
class PeerTest {
    private static final long SHORT = 200_000_000L;

    private static Peer shell(String script) {
        return new Peer("c", List.of("/bin/sh", "-c", script), SHORT);
    }

    private static String fault(Peer peer) {
        return assertThrows(InvalidInput.class, () -> peer.job(Workload.W2).close())
                .getMessage();
    }

    @Test
    void aPeerTakesItsTurnsBesideTheDevices() {
        Peer peer = shell("while read w s; do sleep $s; echo R $w 1000 0.25; done");
        List<Bench.Result> results = new Bench(2, text -> {}, 1_000_000L, 50_000_000L)
                .measure(List.of(Workload.W2), List.of(new ReferenceDevice()), List.of(peer));
        assertEquals(
                List.of("reference", "c"),
                results.stream().map(Bench.Result::by).toList());
        assertEquals(1000, results.get(1).median(), 1);
        assertEquals(0.25, results.get(1).check());
    }

    @Test
    void whatAPeerDoesNotDoIsNoNumber() {
        try (Workload.Job job =
                shell("while read w s; do echo R $w nan 0; done").job(Workload.W5)) {
            assertTrue(Double.isNaN(job.work(1000)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"echo hello", "echo R W1 1000 0.25", "echo R W2 fast 0.25", "echo R W2 1000"})
    void anAnswerThatIsNoneIsShown(String script) {
        String message = fault(shell("read line; " + script));
        assertTrue(message.startsWith("--peer c answered \"" + script.substring(5) + "\"; expected R W2 "), message);
    }

    @Test
    void aPeerThatEndsOrHangsOrIsNotThereIsRefused() {
        assertTrue(fault(shell("exit 1")).startsWith("--peer c"));
        assertTrue(fault(shell("sleep 60")).contains("did not answer for a long time"));
        String missing = fault(new Peer("c", List.of("/no/such/program"), SHORT));
        assertTrue(missing.startsWith("--peer c: \"/no/such/program\" cannot be started"), missing);
    }

    @Test
    void aPeerIsANameAndACommand() {
        Peer peer = Peer.parse("torch=python3 peer.py --threads 2");
        assertEquals("torch", peer.name());
        assertEquals(List.of("python3", "peer.py", "--threads", "2"), peer.command());
        for (String wrong : new String[] {"", "torch", "=python3", "torch=", "torch=  "}) {
            assertThrows(InvalidInput.class, () -> Peer.parse(wrong), wrong);
        }
    }
}
