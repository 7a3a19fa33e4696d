package weightroom.ui.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import weightroom.engine.Rows;
import weightroom.experiment.ExperimentReader;
import weightroom.experiment.Setup;
import weightroom.plot.DecisionPlot.Fact;
import weightroom.run.Slice;
import weightroom.run.Snapshot;

class PointFactsTest {
    @Test
    void theLossOfAPointIsThatOfTheNetworkAsItIs() {
        // A network whose weights are all 0 answers 0.5, so that each row's cross-entropy is ln 2.
        Setup zeros = Setup.of(
                ExperimentReader.parse(
                        "zeros.json",
                        """
                        { "weightroom": 1, "title": "zeros", "seed": 1,
                          "data": { "source": "spiral", "train": 0.7 },
                          "network": { "layers": [ { "units": 1, "activation": "sigmoid" } ] },
                          "start": { "weights": "zeros", "biases": "zeros" },
                          "training": { "loss": "binary-cross-entropy",
                            "optimizer": { "id": "sgd", "learning-rate": 0.5 }, "epochs": 1 } }
                        """),
                Path.of(""));
        Snapshot now = new Snapshots(zeros).at(0);
        Rows train = zeros.rows().split().train();
        assertThat(PointFacts.loss(now, train, 5).orElseThrow()).isCloseTo(Math.log(2), within(1e-9));
        assertThat(PointFacts.of(now, Slice.FIRST_TWO, train.count()))
                .containsExactly(new Fact("loss", String.format(Locale.ROOT, "%.4f", Math.log(2))));
    }

    @Test
    void inputsThatAreNotDrawnAreTold() {
        Setup three = Setup.of(
                ExperimentReader.parse(
                        "three.json",
                        """
                        { "weightroom": 1, "title": "three inputs", "seed": 1,
                          "data": { "rows": [[1, 2, 3, 0], [4, 5, 6, 1]], "inputs": 3, "train": 1.0 },
                          "network": { "layers": [ { "units": 1, "activation": "sigmoid" } ] },
                          "start": { "weights": "zeros", "biases": "zeros" },
                          "training": { "loss": "binary-cross-entropy",
                            "optimizer": { "id": "sgd", "learning-rate": 0.5 }, "batch": "full", "epochs": 1 } }
                        """),
                Path.of(""));
        List<Fact> facts = PointFacts.of(new Snapshots(three).at(0), new Slice(0, 2, new double[3]), 0);
        int raw = three.rows().parts().train()[0];
        assertThat(facts.get(0)).isEqualTo(new Fact("x₂", raw == 0 ? "2" : "5"));
        assertThat(facts).extracting(Fact::name).containsExactly("x₂", "output", "loss");
        assertThat(facts.get(1).value()).isEqualTo("0.800");
    }
}
