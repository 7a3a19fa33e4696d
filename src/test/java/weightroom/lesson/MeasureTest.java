package weightroom.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weightroom.engine.InvalidInput;
import weightroom.experiment.ExperimentReader;
import weightroom.experiment.Setup;
import weightroom.run.Devices;
import weightroom.run.History;

/** Numbers worked out by hand, each to a millionth. */
class MeasureTest {
    private static final Devices DEVICES = new Devices();

    private static final String NEURON =
            """
            { "weightroom": 1, "data": { "rows": [[0.8, 1.2, 3], [0, 0, -1]], "inputs": 2 },
              "network": { "layers": [{ "units": 1, "activation": "relu" }] },
              "start": { "weights": [[[1.0, 0.75]]], "biases": [[0.5]] },
              "training": { "loss": "mse", "l1": 0.1, "l2": 0.01, "epochs": 5 } }""";

    private static final String XOR =
            """
            { "weightroom": 1, "data": { "source": "xor" },
              "network": { "layers": [{ "units": 2, "activation": "tanh" }, { "units": 2, "activation": "relu" },
                { "units": 1, "activation": "sigmoid" }] },
              "start": { "weights": [[[50, 0.0005], [0.1, 0.1]], [[0.2, 0.3], [0.4, -7]], [[0, 1]]],
                "biases": [[-25, 0], [-100, 0.5], [-1]] },
              "training": { "loss": "binary-cross-entropy", "epochs": 5 } }""";

    @AfterAll
    static void close() {
        DEVICES.close();
    }

    private static double read(String experiment, String metric) {
        Setup setup = Setup.of(ExperimentReader.parse("x.json", experiment), Path.of(""));
        History history = new History();
        history.add(0, 0, 0.9, Double.NaN, Double.NaN);
        history.add(1, 0, 0.5, Double.NaN, Double.NaN);
        history.add(2, 10, 0.1, Double.NaN, Double.NaN);
        Moment moment = new Moment(setup, setup.start(), history, 1, false);
        try (Measure measure = new Measure(DEVICES.java())) {
            return measure.of(new ConditionParser(List.of()).metric(metric), moment);
        }
    }

    /** z = 0.8 + 0.9 + 0.5; the losses (2.2 − 3)² and (0.5 + 1)² have the mean 1.445. */
    @ParameterizedTest
    @CsvSource({
        "sum 0/0/0, 2.2",
        "activation 0/0/0, 2.2",
        "output 0, 2.2",
        "output 1/0, 0.5",
        "train-loss, 1.445",
        "weight 0/0/1, 0.75",
        "weight 0/0/b, 0.5",
        "largest-weight 0, 1",
        "parameters, 3",
        "zeros, 0",
        // 0.1 · 1.75 + 0.01 · (1 + 0.5625)
        "penalty, 0.190625",
        // 2/2 · (−0.8 · 0.8) = −0.64 and −0.8 · 1.2 = −0.96
        "gradient 0, 0.8",
        "epochs, 1",
        "steps, 0",
        "diverged, 0",
        "epochs-to 0.5, 1",
        "epochs-to 0.9, 0",
    })
    void aNeuronsNumbersAreThoseOfTheHandCalculation(String metric, double expected) {
        assertThat(read(NEURON, metric)).isCloseTo(expected, within(1e-6));
    }

    /** The first unit of the first layer is flat in all rows; the first of the second layer is below 0 in all. */
    @ParameterizedTest
    @CsvSource({"saturated 0, 0.5", "dead 1, 0.5", "zeros, 2", "largest-weight 1, 7", "train-accuracy, 0.5", "right, 2"
    })
    void whatUnitsAndWeightsAreLikeIsCounted(String metric, double expected) {
        assertThat(read(XOR, metric)).isCloseTo(expected, within(1e-6));
    }

    @Test
    void aLossThatWasReachedOnlyLaterIsNotReachedYet() {
        assertThat(read(NEURON, "epochs-to 0.1")).isInfinite();
    }

    @Test
    void whatTheRunDoesNotHaveIsRefused() {
        assertThatThrownBy(() -> read(NEURON, "weight 3/0/0"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("layer 3; expected 0");
        assertThatThrownBy(() -> read(NEURON, "right"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("is for classes");
    }

    @Test
    void dropoutHasNoPartInWhatIsMeasured() {
        String dropped = XOR.replace(
                "\"units\": 2, \"activation\": \"tanh\"", "\"units\": 2, \"activation\": \"tanh\", \"dropout\": 0.9");
        assertThat(read(dropped, "activation 0/1/3")).isCloseTo(Math.tanh(0.2), within(1e-6));
    }
}
