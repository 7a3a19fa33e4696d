package weightroom.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code explain}: what it prints, and how it ends. */
class ExplainCommandTest {
    /** One linear neuron whose pass is worked out by hand: z = 0.8·1 + 1.2·0.75 + 0.5 = 2.2, L = (2.2 − 1)² = 1.44. */
    private static final String NEURON =
            """
            { "weightroom": 1, "seed": 1, "data": { "rows": [[0.8, 1.2, 1], [0.5, -1, 2]], "inputs": 2 },
              "network": { "layers": [ { "units": 1, "activation": "linear" } ] },
              "start": { "weights": [[[1.0, 0.75]]], "biases": [[0.5]] },
              "training": { "loss": "mse", "optimizer": { "id": "sgd", "learning-rate": 0.1 }, "l2": 0.01,
                "batch": "full", "epochs": 10 } }
            """;

    /** Parameters are floats, and 0.8 as a float is 0.8 to eight digits. */
    private static final Offset<Double> FLOAT = within(1e-6);

    @TempDir
    private Path folder;

    private Path write(String text) throws IOException {
        return Examples.write(folder, "experiment.json", text);
    }

    private static JsonNode json(CommandLineRun run) throws IOException {
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.out().lines()).as("one object on one line").hasSize(1);
        return new ObjectMapper().readTree(run.out());
    }

    private static List<Double> numbers(JsonNode node) {
        List<Double> all = new ArrayList<>();
        for (JsonNode each : node) {
            if (each.isContainerNode()) {
                all.addAll(numbers(each));
            } else {
                all.add(each.isNull() ? Double.NaN : each.doubleValue());
            }
        }
        return all;
    }

    private static void assertNumbers(JsonNode found, Offset<Double> tolerance, double... expected) {
        List<Double> numbers = numbers(found);
        assertThat(numbers).as(found.toString()).hasSize(expected.length);
        for (int i = 0; i < expected.length; i++) {
            assertThat(numbers.get(i)).as(found.toString()).isCloseTo(expected[i], tolerance);
        }
    }

    @Test
    void aNeuronsPassIsTheOneWorkedOutByHand() throws IOException {
        JsonNode pass = json(CommandLineRun.of("explain", write(NEURON), "--json"));
        assertNumbers(pass.get("forward"), FLOAT, 2.2, 2.2);
        assertThat(pass.get("loss").doubleValue()).isCloseTo(1.44, FLOAT);
        assertThat(pass.get("penalty").doubleValue()).isCloseTo(0.01 * (1 + 0.5625), FLOAT);
        assertNumbers(pass.get("gradients"), FLOAT, 2 * 1.2 * 0.8, 2 * 1.2 * 1.2, 2 * 1.2);
        assertNumbers(pass.get("finiteDifference"), FLOAT, 1.92, 2.88, 2.4);
        assertNumbers(pass.get("penaltyGradients"), FLOAT, 0.02, 0.015, 0);
        assertNumbers(pass.get("update"), FLOAT, 1 - 0.194, 0.75 - 0.2895, 0.5 - 0.24);
        assertNumbers(pass.get("parameters"), FLOAT, 1, 0.75, 0.5);
        assertNumbers(pass.get("sample").get("raw"), within(0.0), 0.8, 1.2);
        assertThat(pass.get("gradients").get(0).get("weights")).hasSize(1);
        assertThat(pass.get("gradients").get(0).get("weights").get(0)).hasSize(2);
        assertThat(pass.get("forward").get(0).get("z")).hasSize(1);
    }

    @Test
    void aBatchHasTheMeanOfItsRows() throws IOException {
        Path file = write(NEURON);
        JsonNode pass = json(CommandLineRun.of("explain", file, "--json", "--batch"));
        JsonNode first = json(CommandLineRun.of("explain", file, "--json", "--sample", 0));
        JsonNode second = json(CommandLineRun.of("explain", file, "--json", "--sample", 1));
        assertThat(pass.get("forward").get(0).get("z").get(0).isArray()).isTrue();
        assertThat(pass.get("loss").doubleValue())
                .isCloseTo((first.get("loss").doubleValue() + second.get("loss").doubleValue()) / 2, within(1e-12));
        List<Double> one = numbers(first.get("gradients"));
        List<Double> two = numbers(second.get("gradients"));
        assertNumbers(
                pass.get("gradients"),
                within(1e-12),
                (one.get(0) + two.get(0)) / 2,
                (one.get(1) + two.get(1)) / 2,
                (one.get(2) + two.get(2)) / 2);
    }

    @Test
    void theUpdateOfAWholeBatchIsWhatTrainingMakesOfIt() throws IOException {
        Path file = write(Examples.SPIRAL);
        String whole = "training.batch=full";
        JsonNode pass = json(CommandLineRun.of("explain", file, "--json", "--batch", "--set", whole));
        JsonNode trained = json(
                CommandLineRun.of("train", file, "--json", "--epochs", 1, "--device", "reference", "--set", whole));
        for (int l = 0; l < 3; l++) {
            for (String part : List.of("weights", "biases", "gamma", "beta", "alpha")) {
                JsonNode expected = trained.get("parameters").get(l).path(part);
                JsonNode found = pass.get("update").get(l).path(part);
                assertThat(numbers(found)).as(part).hasSameSizeAs(numbers(expected));
                for (int i = 0; i < numbers(expected).size(); i++) {
                    assertThat(numbers(found).get(i).floatValue())
                            .isEqualTo(numbers(expected).get(i).floatValue());
                }
                assertThat((float) found.doubleValue()).isEqualTo((float) expected.doubleValue());
            }
        }
    }

    @Test
    void gradientsAreTheirFiniteDifferencesWithBatchNormAndDropout() throws IOException {
        Path file = write(Examples.SPIRAL);
        for (String rows : List.of("--sample=3", "--batch")) {
            JsonNode pass = json(CommandLineRun.of("explain", file, "--json", rows, "--epochs", 3));
            List<Double> gradients = numbers(pass.get("gradients"));
            List<Double> differences = numbers(pass.get("finiteDifference"));
            assertThat(gradients).hasSizeGreaterThan(50).anyMatch(g -> Math.abs(g) > 1e-3);
            for (int i = 0; i < gradients.size(); i++) {
                assertThat(gradients.get(i)).isCloseTo(differences.get(i), within(1e-5));
            }
            assertThat(pass.get("gradients").get(1).get("biases")).isEmpty();
            assertThat(pass.get("gradients").get(1).get("gamma")).hasSize(5);
            assertThat(pass.get("forward").get(0).has("mask")).isTrue();
        }
        JsonNode still = json(CommandLineRun.of("explain", file, "--json", "--no-dropout"));
        assertThat(still.get("forward").get(0).has("mask")).isFalse();
    }

    @Test
    void epochsTrainFirstAndASavedRunGoesOnWhereItStopped() throws IOException {
        Path file = write(Examples.XOR);
        Path run = folder.resolve("xor.run");
        JsonNode trained = json(CommandLineRun.of("train", file, "--json", "--epochs", 5, "--save", run));
        JsonNode pass = json(CommandLineRun.of("explain", file, "--json", "--epochs", 5));
        assertThat(numbers(pass.get("parameters")).stream().map(Double::floatValue))
                .isEqualTo(numbers(trained.get("parameters")).stream()
                        .map(Double::floatValue)
                        .toList());
        assertThat(CommandLineRun.of("explain", run, "--json").out())
                .isEqualTo(CommandLineRun.of("explain", file, "--json", "--epochs", 5)
                        .out());
        assertThat(CommandLineRun.of("explain", run, "--json", "--epochs", 2).out())
                .isEqualTo(CommandLineRun.of("explain", file, "--json", "--epochs", 7)
                        .out());
    }

    @Test
    void trainingGoesOnPastTheEpochsOfTheFileButNotPastItsRules() throws IOException {
        assertThat(json(CommandLineRun.of("explain", write(NEURON), "--json", "--epochs", 25))
                        .get("step")
                        .longValue())
                .isEqualTo(26);
        CommandLineRun stopped = CommandLineRun.of("explain", write(Examples.XOR), "--json", "--epochs", 1999);
        assertThat(json(stopped).get("step").longValue()).isBetween(10L, 1999L);
        assertThat(stopped.err()).contains("Training ended at epoch").contains("of 1999");
    }

    @Test
    void aDivergedRunIsNotExplained() throws IOException {
        CommandLineRun run = CommandLineRun.of("explain", write(Examples.WILD), "--epochs", 400);
        assertThat(run.status()).isEqualTo(3);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("The last good loss was");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--sample 4|there is no row 4; expected 0 to 3",
                "--sample -1|there is no row -1; expected 0 to 3",
                "--sample x|--sample",
                "--weight 2/0/0|there is no layer 2; expected 0 to 1",
                "--weight 0/8/0|that layer has no unit 8; expected 0 to 7",
                "--weight 1/1/0|that layer has no unit 1; expected 0",
                "--weight 0/0/2|that layer has no input 2; expected 0 to 1",
                "--weight 1/0/8|that layer has no input 8; expected 0 to 7",
                "--weight 0,0,0|expected layer/unit/input or layer/unit/b",
                "--epochs -1|--epochs is -1",
                "--set training.l3=1|--set training.l3=1",
                "--sample 1 --batch|mutually exclusive"
            })
    void whatThereIsNotIsNamedWithWhatThereIs(String options, String message) throws IOException {
        List<Object> args = new ArrayList<>(List.of("explain", write(Examples.XOR)));
        args.addAll(List.of(options.split(" ")));
        CommandLineRun run = CommandLineRun.of(args.toArray());
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains(message);
    }

    @Test
    void aUnitWithBatchNormHasNoBias() throws IOException {
        CommandLineRun run = CommandLineRun.of("explain", write(Examples.SPIRAL), "--weight", "1/0/b");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("--weight 1/0/b: that layer has batch norm and no biases");
    }

    @Test
    void aSingleRowCannotBeABatchOfBatchNorm() throws IOException {
        String norm = NEURON.replace(", [0.5, -1, 2]", "")
                .replace("\"linear\"", "\"linear\", \"batch-norm\": true")
                .replace("\"biases\": [[0.5]]", "\"biases\": [[]]");
        CommandLineRun run = CommandLineRun.of("explain", write(norm), "--batch");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("batch norm needs at least 2 training rows; found 1");
    }

    @Test
    void numbersBeyondAllBoundsAreLeftOut() throws IOException {
        String wild = NEURON.replace("[1.0, 0.75]", "[-5000, 1]")
                .replace("\"mse\"", "\"exponential\"")
                .replace("-1, 2]", "-1, -1]");
        JsonNode pass = json(CommandLineRun.of("explain", write(wild), "--json"));
        assertThat(pass.get("loss").isNull()).isTrue();
        assertThat(numbers(pass.get("gradients"))).containsOnly(Double.NaN);
        CommandLineRun text = CommandLineRun.of("explain", write(wild));
        assertThat(text.status()).as(text.err()).isZero();
        assertThat(text.out()).contains("| $w_{2}$ | 0/0/1 | 1.0000 |  | – | – |");
    }

    @Test
    void onlyTrainingFirstMayUseOpenCl() {
        assertThat(WeightroomCommand.mayUseOpenCl("explain", "x.json", "--epochs", "9"))
                .isTrue();
        assertThat(WeightroomCommand.mayUseOpenCl("explain", "x.json", "--epochs=9", "--device=java"))
                .isFalse();
        assertThat(WeightroomCommand.mayUseOpenCl("explain", "x.json", "--json"))
                .isFalse();
    }

    @Test
    void jsonNamesTheWeightThatIsAskedFor() throws IOException {
        JsonNode pass = json(CommandLineRun.of("explain", write(NEURON), "--json", "--weight", "0/0/1"));
        assertThat(pass.get("weight").get("place").textValue()).isEqualTo("0/0/1");
        assertThat(pass.get("weight").get("gradient").doubleValue()).isCloseTo(2.88, FLOAT);
    }

    @Test
    void theHandOutShowsEveryNumberOfThePass() throws IOException {
        CommandLineRun run = CommandLineRun.of("explain", write(NEURON));
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.out())
                .startsWith("# data.rows: one pass forward and back")
                .contains("$1.0000 \\cdot 0.8000 + 0.7500 \\cdot 1.2000 + 0.5000$ | 2.2000")
                .contains("| $L$ | $(a - y)^{2}$ | $(2.2000 - 1.0000)^{2}$ | 1.4400 |")
                .contains("| $w_{2}$ | 0/0/1 | 0.7500 | $2.4000 \\cdot 1.2000$ | 2.8800 | 2.8800 |")
                .contains("| $w_{2}$ | 0.7500 | 2.8800 | 0.0150 | 2.8950 | 0.4605 |");
    }

    @Test
    void aWeightsDerivationGoesFromItsChainRuleToItsUpdate() throws IOException {
        CommandLineRun run = CommandLineRun.of("explain", write(NEURON), "--weight", "0/0/1");
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("## w₂, from x₂ to output")
                .contains("- $\\frac{\\partial L}{\\partial w_{2}} = 2.4000 \\cdot 1 \\cdot 1.2000$")
                .contains("finite difference 2.8800, gradient 2.8800: ok")
                .contains("0.7500 - 0.2895 = 0.4605$ (new value)");
        assertThat(run.out().chars().filter(c -> c == '$').count() % 2).isZero();
        CommandLineRun bias = CommandLineRun.of("explain", write(NEURON), "--weight", "0/0/b", "--batch");
        assertThat(bias.out()).contains("## b, bias of output").contains("Sum over the rows of the batch");
    }

    @Test
    void aLargeNetworkIsCutShortAndSaysHowToSeeTheRest() throws IOException {
        String large = Examples.OWN_ROWS.replace("\"units\": 4", "\"units\": 90");
        CommandLineRun run = CommandLineRun.of("explain", write(large));
        assertThat(run.out().lines().count()).isLessThan(600);
        assertThat(run.out())
                .contains("66 more units are left out; `--json` prints them.")
                .contains("210 more parameters of this layer are left out; `--weight 0/unit/input` derives any one");
        CommandLineRun batch = CommandLineRun.of("explain", write(large), "--batch");
        assertThat(batch.status()).as(batch.err()).isZero();
        assertThat(batch.out()).contains("What goes in: a batch of 4 rows");
    }

    @Test
    void theResultGoesIntoAFile() throws IOException {
        Path file = write(NEURON);
        Path out = folder.resolve("hand-out.md");
        CommandLineRun run = CommandLineRun.of("explain", file, "-o", out);
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.out()).isEmpty();
        assertThat(Files.readString(out))
                .isEqualTo(CommandLineRun.of("explain", file).out());
        CommandLineRun refused = CommandLineRun.of("explain", file, "-o", folder.resolve("none/a.md"));
        assertThat(refused.status()).isEqualTo(2);
        assertThat(refused.err()).contains("its folder does not exist");
    }
}
