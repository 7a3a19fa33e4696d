package weightroom.ui.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import weightroom.experiment.ExperimentReader;
import weightroom.experiment.Setup;
import weightroom.explain.Pass;
import weightroom.explain.Quantity;
import weightroom.explain.Quantity.Kind;
import weightroom.explain.Sample;
import weightroom.explain.Subject;

/** Two inputs, two layers of two linear units, one output, with weights that leave no doubt about what is strongest. */
class CardPathTest {
    private static final String TEXT =
            """
            { "weightroom": 1, "data": { "rows": [[1, 2, 1]], "inputs": 2, "train": 1.0 },
              "network": { "layers": [{ "units": 2, "activation": "linear" }, { "units": 2, "activation": "linear" },
                { "units": 1, "activation": "linear" }] },
              "start": { "weights": [[[1, 1], [3, 1]], [[1, 1], [2, 1]], [[0.1, 5]]], "biases": [[0, 0], [0, 0], [0]] },
              "training": { "loss": "mse", "optimizer": { "id": "sgd", "learning-rate": 0.1 } } }
            """;

    private static CardPath path(Quantity selected) {
        Subject subject = Subject.fresh(Setup.of(ExperimentReader.parse("test.json", TEXT), Path.of("")));
        return CardPath.of(Pass.of(subject, Sample.row(subject, 0), false), selected, 0);
    }

    @Test
    void fromAWeightItLeadsToTheLossByTheStrongestUnits() {
        CardPath path = path(Quantity.weight(0, 0, 1));

        assertThat(path.input()).isEqualTo(1);
        assertThat(path.units()).containsExactly(0, 1, 0);
        assertThat(path.several()).isTrue();
        assertThat(path.leadsThrough(0, 0)).isTrue();
        assertThat(path.leadsThrough(1, 0)).isFalse();
    }

    @Test
    void beforeTheNumberStandsWhatFeedsItMost() {
        // Of z = 2·3 + 1·5 the larger part comes from the first unit, and of that unit's 1·1 + 1·2 from the second
        // input.
        CardPath path = path(Quantity.unit(Kind.SUM, 1, 1));

        assertThat(path.units()).containsExactly(0, 1, 0);
        assertThat(path.input()).isEqualTo(1);
        assertThat(path.leadsThrough(0, 0)).isFalse();
        assertThat(path.several()).isFalse();
    }

    @Test
    void theLossNeedsNoWay() {
        CardPath path = path(Quantity.LOSS);

        assertThat(path.from()).isEqualTo(3);
        assertThat(path.leadsThrough(2, 0)).isFalse();
    }

    @Test
    void anInputGoesOnFromTheFirstLayer() {
        CardPath path = path(Quantity.input(0));

        assertThat(path.input()).isZero();
        assertThat(path.units()[0]).isEqualTo(1);
        assertThat(path.leadsThrough(0, 1)).isTrue();
    }
}
