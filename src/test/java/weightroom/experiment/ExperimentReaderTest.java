package weightroom.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weightroom.data.CsvOptions;
import weightroom.data.DataSource;
import weightroom.engine.Activation;
import weightroom.engine.Initializer;
import weightroom.engine.Loss;
import weightroom.engine.Optimizer;
import weightroom.engine.Plan;
import weightroom.engine.Program;
import weightroom.engine.Rows;
import weightroom.engine.Schedule;
import weightroom.engine.cpu.ReferenceDevice;

final class ExperimentReaderTest {
    private static final String TWO_INPUTS = "\"data\": {\"rows\": [[0.5, -1, 0]], \"inputs\": 2}";

    @Test
    void theExampleReadsAsExactlyWhatItSays() {
        DataSpec data = new DataSpec(new DataSpec.Source(DataSource.XOR, 4, 0, 2), 1, 0, List.of("x1", "x2"), false);
        NetworkSpec network =
                new NetworkSpec(List.of(new LayerSpec(8, Activation.TANH), new LayerSpec(1, Activation.SIGMOID)));
        TrainingSpec training = new TrainingSpec(
                Loss.BINARY_CROSS_ENTROPY,
                new OptimizerSpec(Optimizer.SGD, 0.5),
                ScheduleSpec.CONSTANT,
                Plan.FULL,
                true,
                0,
                0,
                Double.POSITIVE_INFINITY,
                1,
                2000,
                new StopSpec(0.01, Double.NaN, 0));
        Experiment expected =
                new Experiment("XOR with one hidden layer", 7, data, network, StartSpec.DEFAULT, training);
        assertEquals(expected, ExperimentReader.parse("xor.json", Examples.XOR));
    }

    @Test
    void yamlSaysTheSameAsJson() {
        assertEquals(
                ExperimentReader.parse("xor.json", Examples.XOR),
                ExperimentReader.parse("xor.yaml", Examples.XOR_YAML));
    }

    @Test
    void whatAFileLeavesOutHasItsDefault() {
        Experiment experiment = parse(
                """
                {"weightroom": 1, "data": {"source": "blobs"},
                 "network": {"layers": [{"units": 3, "activation": "softmax"}]}, "training": {}}
                """);
        assertEquals("", experiment.title());
        assertEquals(1, experiment.seed());
        DataSource.Options own = DataSource.BLOBS.defaults();
        assertEquals(
                new DataSpec(
                        new DataSpec.Source(DataSource.BLOBS, own.samples(), own.noise(), own.classes()),
                        1,
                        0,
                        List.of(),
                        false),
                experiment.data());
        assertEquals(List.of(LayerSpec.softmax(3)), experiment.network().layers());
        assertEquals(StartSpec.DEFAULT, experiment.start());
        assertEquals(
                TrainingSpec.of(Loss.SPARSE_CATEGORICAL_CROSS_ENTROPY, new OptimizerSpec(Optimizer.SGD, 0.01)),
                experiment.training());
    }

    /** z = (1·0.5 + 2·(−1) + 0.1, 3·0.5 + 4·(−1) + 0.2) = (−1.4, −2.3); y = 5·(−1.4) + 6·(−2.3) + 0.3 = −20.5. */
    @Test
    void weightsAreWrittenByLayerUnitAndInput() {
        Experiment experiment = parse(
                "{\"weightroom\": 1, " + TWO_INPUTS
                        + """
                , "network": {"layers": [{"units": 2, "activation": "linear"}, {"units": 1, "activation": "linear"}]},
                  "start": {"weights": [[[1, 2], [3, 4]], [[5, 6]]], "biases": [[0.1, 0.2], [0.3]]},
                  "training": {"loss": "mse"}}
                """);
        Setup setup = Setup.of(experiment, Path.of("."));
        float[] output = new float[1];
        try (Program program = new ReferenceDevice().compile(setup.plan(), setup.data())) {
            program.restore(0, setup.start());
            Rows rows = setup.data().get(0).train();
            program.predict(0, rows.inputs(), rows.count(), output);
        }
        assertArrayEquals(new float[] {-20.5f}, output, 1e-5f);
    }

    @Test
    void aLayerWithBatchNormHasNoBiases() {
        Experiment experiment = parse(
                """
                {"weightroom": 1, "data": {"rows": [[1, 2], [3, 4]], "inputs": 1},
                 "network": {"layers": [{"units": 2, "activation": "relu", "batch-norm": true}, {"units": 1, "activation": "linear"}]},
                 "start": {"weights": "zeros", "biases": [[], [0.25]]}, "training": {"loss": "mse", "batch": "full"}}
                """);
        assertEquals(
                new StartSpec.GivenBiases(List.of(List.of(), List.of(0.25))),
                experiment.start().biases());
        float[] parameters = Setup.of(experiment, Path.of(".")).start().parameters();
        assertEquals(
                1,
                java.util.stream.IntStream.range(0, parameters.length)
                        .filter(i -> parameters[i] == 0.25f)
                        .count());
    }

    @Test
    void layersTakeTheirOptions() {
        LayerSpec layer = parse(experiment(
                        """
                        {"units": 4, "activation": "leaky-relu", "alpha": 0.2, "dropout": 0.5, "batch-norm": true}""",
                        "{\"batch\": 4}"))
                .network()
                .layers()
                .get(0);
        assertEquals(new LayerSpec(4, Activation.LEAKY_RELU, false, 0.2, 0.5, true), layer);
    }

    @Test
    void optimizersTakeTheirNumbersAndKeepDefaultsForTheRest() {
        OptimizerSpec optimizer = training(
                        "{\"optimizer\": {\"id\": \"adamw\", \"beta1\": 0.8, \"weight-decay\": 0.1}}")
                .optimizer();
        assertEquals(new OptimizerSpec(Optimizer.ADAMW, 0.01, List.of(0.8, 0.999, 1e-8, 0.1)), optimizer);
        assertEquals(
                new OptimizerSpec(Optimizer.ADADELTA, 1),
                training("{\"optimizer\": \"adadelta\"}").optimizer());
    }

    @Test
    void schedulesTakeTheirNumbersAndAWarmUp() {
        assertEquals(
                new ScheduleSpec(Schedule.STEP, List.of(0.1, 30.0), 5),
                training("{\"schedule\": {\"id\": \"step\", \"gamma\": 0.1, \"every\": 30, \"warm-up\": 5}}")
                        .schedule());
    }

    @Test
    void anElasticNetIsASumOfBothPenalties() {
        TrainingSpec training = training("{\"elastic-net\": {\"lambda\": 0.04, \"ratio\": 0.25}}");
        assertEquals(0.01, training.l1());
        assertEquals(0.03, training.l2());
    }

    @Test
    void wholeNumbersMayBeWrittenWithAPointOrAnExponent() {
        assertEquals(16, training("{\"batch\": 16.0}").batch());
        assertEquals(2000, training("{\"epochs\": 2e3}").epochs());
    }

    @Test
    void initializersTakeTheirNumbers() {
        Experiment experiment = parse(
                """
                {"weightroom": 1, "data": {"source": "and"}, "network": {"layers": [{"units": 1, "activation": "sigmoid"}]},
                 "start": {"weights": {"id": "uniform", "low": -0.5, "high": 0.5}, "biases": {"id": "constant", "value": 0.1}},
                 "training": {}}
                """);
        assertEquals(
                new StartSpec(
                        new StartSpec.Drawn(Initializer.UNIFORM, List.of(-0.5, 0.5)),
                        new StartSpec.Drawn(Initializer.CONSTANT, List.of(0.1))),
                experiment.start());
    }

    @Test
    void ownTablesAreFoundBesideTheExperiment(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("my.csv"), "a,b,kind\n1,2,cat\n3,4,dog\n5,6,cat\n7,8,dog\n");
        Path file = folder.resolve("own.json");
        Files.writeString(
                file,
                """
                {"weightroom": 1, "data": {"file": "my.csv", "target": "kind", "header": true, "meaning": "classes"},
                 "network": {"layers": [{"units": 1, "activation": "sigmoid"}]}, "training": {}}
                """);
        Experiment experiment = ExperimentReader.read(file);
        assertEquals(
                new DataSpec.OwnFile(
                        "my.csv",
                        new CsvOptions(Optional.of("kind"), CsvOptions.Header.PRESENT, CsvOptions.Meaning.CLASSES),
                        Optional.empty()),
                experiment.data().origin());
        assertEquals(List.of("cat", "dog"), Setup.of(experiment, folder).task().names());
    }

    @Test
    void aByteOrderMarkIsNoError() {
        assertTrue(
                TextFile.decode("bom.json", ("\uFEFF" + Examples.XOR).getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .startsWith("{"));
    }

    private static TrainingSpec training(String training) {
        return parse(experiment("{\"units\": 1, \"activation\": \"sigmoid\"}", training))
                .training();
    }

    private static String experiment(String layer, String training) {
        return "{\"weightroom\": 1, \"data\": {\"source\": \"and\"}, \"network\": {\"layers\": [" + layer
                + ", {\"units\": 1, \"activation\": \"sigmoid\"}]}, \"training\": " + training + "}";
    }

    private static Experiment parse(String text) {
        return ExperimentReader.parse("test.json", text);
    }
}
