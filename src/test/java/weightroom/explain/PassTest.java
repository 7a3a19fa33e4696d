package weightroom.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import weightroom.experiment.ExperimentReader;
import weightroom.experiment.Setup;

class PassTest {
    @Test
    void gradientsOfOneRowAreTheirFiniteDifferences() {
        Setup setup = Setup.of(
                ExperimentReader.parse(
                        "xor.json",
                        """
                        { "weightroom": 1, "seed": 3, "data": { "source": "xor" },
                          "network": { "layers": [{ "units": 2, "activation": "tanh" }, { "units": 1, "activation": "sigmoid" }] },
                          "training": { "loss": "binary-cross-entropy", "optimizer": { "id": "sgd", "learning-rate": 0.5 } } }
                        """),
                Path.of(""));
        Subject subject = Subject.fresh(setup);
        Pass pass = Pass.of(subject, Sample.row(subject, 1), true);

        assertThat(pass.gradient()).hasSize(9);
        for (int i = 0; i < 9; i++) {
            assertThat(pass.gradient()[i]).isCloseTo(pass.finiteDifference(i), within(1e-7));
        }
        assertThat(pass.phases()).hasSize(11);
        assertThat(pass.value(Quantity.weight(0, 1, 0).as(Quantity.Kind.D_WEIGHT), 0))
                .isEqualTo(pass.gradient()[2]);
    }
}
