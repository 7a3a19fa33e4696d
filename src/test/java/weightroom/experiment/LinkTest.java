package weightroom.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import weightroom.engine.Activation;
import weightroom.engine.Frozen;
import weightroom.engine.InvalidInput;
import weightroom.engine.Program;
import weightroom.engine.State;
import weightroom.engine.cpu.ReferenceDevice;

/** Links that are locked or off: in the file, in the network, in the plan and in the first state. */
final class LinkTest {
    /** The example, 2-8-1, with this text behind its layers. */
    private static String xor(String more) {
        String layers = "\"activation\": \"sigmoid\" } ]";
        assertTrue(Examples.XOR.contains(layers));
        return Examples.XOR.replace(layers, layers + ", " + more);
    }

    private static Experiment read(String more) {
        return ExperimentReader.parse("xor.json", xor(more));
    }

    private static Link link(String text) {
        return Link.parse(text).orElseThrow();
    }

    private static List<Link> links(String... texts) {
        return Arrays.stream(texts).map(LinkTest::link).toList();
    }

    @Test
    void aFileSaysWhichLinksAreLockedAndWhichAreOff() {
        NetworkSpec network =
                read("\"locked\": [\"1/0/7\", \"0/3/b\", \"0/3/1\"], \"off\": {\"0/2/0\": 0.53, \"1/0/b\": -2}")
                        .network();
        assertEquals(List.of(new Link(0, 3, 1), Link.bias(0, 3), new Link(1, 0, 7)), List.copyOf(network.locked()));
        assertEquals(Map.of(new Link(0, 2, 0), 0.53, Link.bias(1, 0), -2.0), network.off());
    }

    @Test
    void whatIsLockedAndOffIsReadBackAsItWas() {
        Experiment experiment = read("\"locked\": [\"0/3/b\", \"1/0/7\"], \"off\": {\"0/2/0\": 0.53, \"0/2/1\": 0}");
        assertEquals(experiment, ExperimentReader.parse("a.json", ExperimentWriter.json(experiment)));
        assertEquals(experiment, ExperimentReader.parse("a.yaml", ExperimentWriter.yaml(experiment)));
        Experiment none = read("\"locked\": [], \"off\": {}");
        assertEquals(ExperimentReader.parse("a.json", Examples.XOR), none);
        assertFalse(ExperimentWriter.json(none).contains("locked"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'locked': '0/0/0' | network.locked is \"0/0/0\"; expected a list of 0 to 200000 values",
                "'locked': [7] | network.locked.0 is 7; expected \"layer/unit/input\" or \"layer/unit/b\"",
                "'locked': ['0/0/0', null] | network.locked.1 is null; expected \"layer/unit/input\"",
                "'locked': ['0/0'] | network.locked.0 is \"0/0\"; expected",
                "'locked': ['0/0/0/0'] | network.locked.0 is \"0/0/0/0\"; expected",
                "'locked': ['0/-1/0'] | network.locked.0 is \"0/-1/0\"; expected",
                "'locked': ['0/00/0'] | network.locked.0 is \"0/00/0\"; expected",
                "'locked': [' 0/0/0'] | network.locked.0 is \" 0/0/0\"; expected",
                "'locked': ['0/0/B'] | network.locked.0 is \"0/0/B\"; expected",
                "'locked': ['٠/0/0'] | network.locked.0 is \"٠/0/0\"; expected",
                "'locked': ['0/0/99999999999'] | network.locked.0 is \"0/0/99999999999\"; expected",
                "'locked': ['2/0/0'] | network.locked.0 is \"2/0/0\": there is no layer 2; expected 0 to 1",
                "'locked': ['0/8/0'] | network.locked.0 is \"0/8/0\": that layer has no unit 8; expected 0 to 7",
                "'locked': ['1/1/0'] | network.locked.0 is \"1/1/0\": that layer has no unit 1; expected 0",
                "'locked': ['1/0/8'] | network.locked.0 is \"1/0/8\": that layer has no input 8; expected 0 to 7",
                "'locked': ['0/0/0', '0/0/b', '0/0/0'] | network.locked.2 is \"0/0/0\", which is locked already",
                "'off': ['0/0/0'] | network.off is a list of 1 value; expected an object",
                "'off': {'0/0': 1} | network.off is \"0/0\"; expected \"layer/unit/input\"",
                "'off': {'1/0/8': 1} | network.off is \"1/0/8\": that layer has no input 8",
                "'off': {'0/0/0': 'a'} | network.off.0/0/0 is \"a\"; expected a number from -1e30 to 1e30",
                "'off': {'0/0/0': 1e31} | network.off.0/0/0 is 1e31; expected a number",
                "'off': {'0/0/0': null} | network.off.0/0/0 is null",
                "'off': {'0/0/0': 1, '0/0/0': 1} | the field \"0/0/0\" stands here a second time",
                "'lock': [] | network.lock is not a known field; did you mean \"locked\"?"
            })
    void aFaultyLinkIsNamedWithItsPlace(String more, String message) {
        InvalidInput refused = assertThrows(InvalidInput.class, () -> read(more.replace('\'', '"')));
        assertTrue(refused.getMessage().startsWith("xor.json, line 3, column "), refused.getMessage());
        assertTrue(refused.getMessage().contains(message), refused.getMessage());
    }

    @Test
    void aLayerWithBatchNormHasNoBiasToLock() {
        String text = xor("\"locked\": [\"0/1/b\"]").replace("\"tanh\"", "\"tanh\", \"batch-norm\": true");
        InvalidInput refused = assertThrows(InvalidInput.class, () -> ExperimentReader.parse("a.json", text));
        assertTrue(refused.getMessage().contains("that layer has batch norm and no biases"), refused.getMessage());
    }

    @Test
    void moreLinksThanThereMayBeAreRefused() {
        String one = "\"0/0/0\",";
        InvalidInput refused = assertThrows(
                InvalidInput.class, () -> read("\"locked\": [" + one.repeat(NetworkSpec.MAX_LINKS) + "\"0/0/1\"]"));
        assertTrue(refused.getMessage().contains("is a list of 200001 values"), refused.getMessage());
    }

    /** How many inputs there are is known once there is data. */
    @Test
    void anInputThatTheDataDoesNotGiveIsRefused(@TempDir Path folder) {
        Experiment experiment = read("\"off\": {\"0/0/2\": 1}");
        InvalidInput refused = assertThrows(InvalidInput.class, () -> Setup.of(experiment, folder));
        assertEquals(
                "network.locked or network.off has \"0/0/2\": that layer has no input 2; expected 0 to 1",
                refused.getMessage());
        NetworkSpec within = experiment.network().withinInputs(2);
        assertTrue(within.off().isEmpty());
        assertTrue(Setup.of(experiment.withNetwork(within), folder)
                .plan()
                .replicas()
                .get(0)
                .frozen()
                .isEmpty());
    }

    @Test
    void aChangeOfTheFeaturesLetsGoOfLinksToInputsThatAreGone(@TempDir Path folder) {
        Experiment experiment = read("\"locked\": [\"0/1/0\", \"0/1/1\", \"0/2/b\"], \"off\": {\"0/0/1\": 1}");
        Setup before = Setup.of(experiment, folder);
        Setup after = before.with(experiment.withData(experiment.data().withFeatures(List.of("x1"))), folder);
        assertEquals(1, after.plan().network().inputs());
        assertEquals(
                Set.of(new Link(0, 1, 0), Link.bias(0, 2)),
                after.experiment().network().locked());
        assertTrue(after.experiment().network().off().isEmpty());
        Experiment wrong = experiment.withNetwork(experiment.network().withOff(Map.of(new Link(0, 0, 2), 1.0)));
        assertThrows(InvalidInput.class, () -> before.with(wrong, folder), "with the data as it was, that is a fault");
    }

    /** Of 2-8-1: weights 0 to 15, biases 16 to 23, weights 24 to 31, bias 32. */
    @Test
    void lockedAndOffLinksAreFrozenAndOffOnesStartAtZero(@TempDir Path folder) {
        Experiment plain = ExperimentReader.parse("xor.json", Examples.XOR);
        Experiment experiment = read("\"locked\": [\"0/1/0\", \"0/3/b\"], \"off\": {\"0/1/1\": 0.5, \"0/2/0\": 2}");
        Setup setup = Setup.of(experiment, folder);
        assertEquals(Frozen.of(2, 3, 4, 19), setup.plan().replicas().get(0).frozen());
        float[] wanted = Setup.of(plain, folder).start().parameters().clone();
        wanted[3] = 0;
        wanted[4] = 0;
        assertArrayEquals(wanted, setup.start().parameters());
        try (Program program = new ReferenceDevice().compile(setup.plan(), setup.data())) {
            program.restore(0, setup.start());
            program.train(30, 0);
            float[] trained = program.save(0).parameters();
            for (int i = 0; i < trained.length; i++) {
                boolean frozen = setup.plan().replicas().get(0).frozen().contains(i);
                assertEquals(frozen, trained[i] == wanted[i], "parameter " + i);
            }
        }
    }

    @Test
    void aStateIsTakenOverWithLinksSwitched(@TempDir Path folder) {
        Experiment before = read("\"off\": {\"0/1/1\": 0.5, \"1/0/7\": 2}");
        Setup after = Setup.of(read("\"locked\": [\"0/0/0\"], \"off\": {\"1/0/7\": 9, \"0/0/1\": 0.25}"), folder);
        float[] parameters = new float[33];
        Arrays.fill(parameters, 7);
        parameters[3] = 0;
        parameters[31] = 0;
        State state = new State(4, parameters, new float[0][]);
        float[] wanted = parameters.clone();
        wanted[3] = 0.5f;
        wanted[1] = 0;
        assertEquals(new State(4, wanted, new float[0][]), after.takeOver(before.network(), state));
        assertSame(state, after.takeOver(after.experiment().network(), state), "nothing was switched");
    }

    private static NetworkSpec deep() {
        List<LayerSpec> layers = List.of(
                new LayerSpec(4, Activation.TANH),
                new LayerSpec(3, Activation.TANH),
                new LayerSpec(1, Activation.TANH));
        return new NetworkSpec(layers)
                .withLocked(links("0/0/0", "0/3/b", "1/0/3", "1/2/b", "2/0/2", "2/0/b"))
                .withOff(Map.of(link("1/2/1"), 0.5, link("2/0/1"), 0.25));
    }

    private static void assertLinks(NetworkSpec network, String locked, String off) {
        assertEquals(new TreeSet<>(links(locked.split(" "))), network.locked());
        assertEquals(new TreeSet<>(links(off.split(" "))), network.off().keySet());
    }

    @Test
    void aSmallerLayerDropsTheLinksOfItsLostUnits() {
        assertLinks(deep().withLayer(0, deep().layers().get(0).withUnits(3)), "0/0/0 1/2/b 2/0/2 2/0/b", "1/2/1 2/0/1");
        assertLinks(deep().withLayer(1, deep().layers().get(1).withUnits(2)), "0/0/0 0/3/b 1/0/3 2/0/b", "2/0/1");
        assertEquals(deep(), deep().withLayer(0, deep().layers().get(0)));
    }

    @Test
    void aLayerThatGetsBatchNormDropsTheLocksOfItsBiases() {
        assertLinks(
                deep().withLayer(1, deep().layers().get(1).withBatchNorm(true)),
                "0/0/0 0/3/b 1/0/3 2/0/2 2/0/b",
                "1/2/1 2/0/1");
    }

    @Test
    void aLayerInBetweenMovesTheLinksBehindIt() {
        LayerSpec added = new LayerSpec(9, Activation.RELU);
        assertLinks(deep().plusLayer(1, added), "0/0/0 0/3/b 2/2/b 3/0/2 3/0/b", "3/0/1");
        assertLinks(deep().plusLayer(3, added), "0/0/0 0/3/b 1/0/3 1/2/b 2/0/2 2/0/b", "1/2/1 2/0/1");
    }

    @Test
    void aLayerTakenOutTakesItsLinksWithIt() {
        NetworkSpec without = deep().minusLayer(1);
        assertEquals(new TreeSet<>(links("0/0/0", "0/3/b", "1/0/b")), without.locked());
        assertTrue(without.off().isEmpty());
    }

    @Test
    void anotherSettingOfALayerKeepsTheLinksThatStillExist() {
        Experiment experiment = read("\"locked\": [\"0/7/0\", \"0/1/1\"], \"off\": {\"1/0/6\": 1, \"1/0/2\": 3}");
        NetworkSpec smaller =
                Settings.apply(experiment, "network.layers.0.units=7").network();
        assertLinks(smaller, "0/1/1", "1/0/6 1/0/2");
        NetworkSpec other =
                Settings.apply(experiment, "network.layers.0.activation=relu").network();
        assertEquals(experiment.network().locked(), other.locked());
        assertEquals(experiment.network().off(), other.off());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0/0/0", "63/65535/999999", "1/2/b"})
    void aLinkIsWrittenAsItIsRead(String text) {
        assertEquals(text, link(text).toString());
    }

    @Test
    void aNetworkInCodeIsCheckedAsAFileIs() {
        InvalidInput refused = assertThrows(InvalidInput.class, () -> deep().withLocked(links("0/9/b")));
        assertEquals("network.locked has \"0/9/b\": that layer has no unit 9; expected 0 to 3", refused.getMessage());
        assertEquals(Optional.empty(), Link.parse(""));
        assertTrue(link("0/0/b").isBias());
    }
}
