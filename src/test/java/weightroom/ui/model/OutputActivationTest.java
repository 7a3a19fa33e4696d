package weightroom.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import weightroom.data.DataSource;
import weightroom.engine.Activation;
import weightroom.engine.Loss;
import weightroom.engine.Optimizer;
import weightroom.experiment.Experiment;
import weightroom.experiment.LayerSpec;
import weightroom.experiment.NetworkSpec;
import weightroom.experiment.Setup;

/** The activations that the output can have, and the losses they bring along. */
class OutputActivationTest {
    private static final Path FOLDER = Path.of("");

    private final Experiment spiral = Experiment.spiral();
    private final Experiment iris = Changes.withSource(spiral, DataSource.IRIS);

    @ParameterizedTest
    @EnumSource(
            value = DataSource.class,
            names = {"XOR", "SPIRAL", "BLOBS", "IRIS", "LINE", "BUMPS"})
    void everyActivationOnOfferCanBeTrainedAndLeadsBack(DataSource source) {
        Experiment experiment = Changes.withSource(spiral, source);
        OutputActivation before = OutputActivation.of(experiment);
        List<OutputActivation> offered = OutputActivation.fitting(experiment);
        assertThat(offered).contains(before).hasSizeGreaterThan(5);
        for (OutputActivation choice : offered) {
            Experiment changed = choice.in(experiment);
            assertThat(OutputActivation.of(changed)).isEqualTo(choice);
            assertThat(Setup.of(changed, FOLDER).plan().loss())
                    .isEqualTo(changed.training().loss());
            assertThat(Setup.of(before.in(changed), FOLDER).experiment().network())
                    .isEqualTo(experiment.network());
        }
    }

    @Test
    void theLossStaysWhereItFitsAndElseOneForTheSameTaskIsTaken() {
        assertThat(lossWith(spiral, "sigmoid")).isEqualTo(Loss.BINARY_CROSS_ENTROPY);
        assertThat(lossWith(spiral, "linear")).isEqualTo(Loss.HINGE);
        assertThat(lossWith(spiral, "tanh")).isEqualTo(Loss.MSE);
        assertThat(lossWith(iris, "linear")).isEqualTo(Loss.MULTICLASS_HINGE);
        assertThat(lossWith(iris, "sigmoid")).isEqualTo(Loss.BINARY_CROSS_ENTROPY);
        Experiment absolute = spiral.withTraining(spiral.training().withLoss(Loss.MAE));
        assertThat(lossWith(absolute, "tanh")).isEqualTo(Loss.MAE);
    }

    @Test
    void softmaxIsOfferedForSeveralClassesOnly() {
        assertThat(OutputActivation.fitting(iris))
                .extracting(OutputActivation::id)
                .contains("softmax");
        assertThat(OutputActivation.fitting(spiral))
                .extracting(OutputActivation::id)
                .doesNotContain("softmax");
        assertThat(OutputActivation.fitting(Changes.withSource(spiral, DataSource.LINE)))
                .extracting(OutputActivation::id)
                .doesNotContain("softmax");
    }

    @Test
    void thePerceptronHasStepAndSignOnly() {
        Experiment plain = spiral.withNetwork(new NetworkSpec(List.of(new LayerSpec(1, Activation.STEP))));
        Experiment perceptron = Changes.withOptimizer(plain, Optimizer.PERCEPTRON);
        assertThat(OutputActivation.fitting(perceptron))
                .extracting(OutputActivation::id)
                .containsExactly("step", "sign");
    }

    @Test
    void rowsOfOnesOwnWithSeveralClassesKeepALossThatTakesLabels() {
        Experiment own = DataChanges.withOwnRows(
                spiral, List.of(List.of(0.0, 1.0, 0.0), List.of(1.0, 1.0, 1.0), List.of(1.0, 0.0, 2.0)), 3);
        assertThat(OutputActivation.fitting(own))
                .extracting(OutputActivation::id)
                .containsExactly("linear", "softmax");
        Experiment linear = OutputActivation.fitting(own).get(0).in(own);
        assertThat(Setup.of(linear, FOLDER).plan().loss()).isEqualTo(Loss.MULTICLASS_HINGE);
        assertThat(DataChanges.classes(linear)).isEqualTo(3);
    }

    private static Loss lossWith(Experiment experiment, String id) {
        return OutputActivation.fitting(experiment).stream()
                .filter(choice -> choice.id().equals(id))
                .findFirst()
                .orElseThrow()
                .in(experiment)
                .training()
                .loss();
    }
}
