package weightroom.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import weightroom.data.DataSource;
import weightroom.engine.Activation;
import weightroom.engine.Loss;
import weightroom.engine.Optimizer;
import weightroom.experiment.Experiment;
import weightroom.experiment.LayerSpec;
import weightroom.experiment.Setup;

class ChangesTest {
    private static final Experiment SPIRAL = Experiment.spiral();

    @ParameterizedTest
    @EnumSource
    void anyDataCanBeTrainedOnAfterAnyOther(DataSource source) {
        for (DataSource before : DataSource.values()) {
            Experiment changed = Changes.withSource(Changes.withSource(SPIRAL, before), source);
            Setup setup = Setup.of(changed, Path.of(""));
            assertThat(setup.rows().dataset().name()).isEqualTo(source.id());
            assertThat(setup.task().classes()).isEqualTo(source.defaults().classes());
        }
    }

    @Test
    void aGateIsTrainedOnWithAllItsRowsAndLargerDataAreSplitAgain() {
        Experiment gate = Changes.withSource(SPIRAL, DataSource.XOR);
        assertThat(gate.data().train()).isEqualTo(1);
        assertThat(Changes.withSource(gate, DataSource.MOONS).data().train()).isEqualTo(0.8);
    }

    @Test
    void theOutputAndTheLossStayWhereTheyFit() {
        Experiment hinge = SPIRAL.withNetwork(
                        SPIRAL.network().withLayer(2, SPIRAL.network().output().withActivation(Activation.LINEAR.id())))
                .withTraining(SPIRAL.training().withLoss(Loss.HINGE));
        Experiment changed = Changes.withSource(hinge, DataSource.CIRCLE);
        assertThat(changed.training().loss()).isEqualTo(Loss.HINGE);
        assertThat(changed.network()).isEqualTo(hinge.network());
    }

    @Test
    void aRateLeftAtItsDefaultFollowsTheOptimizerAndOneThatWasSetStays() {
        Experiment byDefault = Changes.withOptimizer(
                SPIRAL.withTraining(SPIRAL.training()
                        .withOptimizer(
                                SPIRAL.training().optimizer().withLearningRate(Optimizer.SGD.defaultLearningRate()))),
                Optimizer.ADADELTA);
        assertThat(byDefault.training().optimizer().learningRate()).isEqualTo(1);
        Experiment set = Changes.withOptimizer(SPIRAL, Optimizer.ADAM);
        assertThat(set.training().optimizer().learningRate()).isEqualTo(0.3);
    }

    @Test
    void aNewHiddenLayerIsLikeTheOneBeforeIt() {
        Experiment more = Changes.plusLayer(Changes.withUnits(SPIRAL, 1, 5));
        assertThat(more.network().layers()).hasSize(4);
        assertThat(more.network().layers().get(2).units()).isEqualTo(5);
        Experiment none = Changes.minusLayer(Changes.minusLayer(SPIRAL, 0), 0);
        assertThat(Changes.hidden(none)).isZero();
        assertThat(Changes.hidden(Changes.plusLayer(none))).isEqualTo(1);
    }

    @Test
    void theElasticNetSetsBothPenaltiesAndIsReadBackFromThem() {
        Experiment net = Changes.withElasticNet(SPIRAL, 0.01, 0.25);
        assertThat(net.training().l1()).isEqualTo(0.0025);
        assertThat(net.training().l2()).isEqualTo(0.0075);
        assertThat(Changes.elasticLambda(net)).isEqualTo(0.01);
        assertThat(Changes.elasticRatio(net, 0.5)).isEqualTo(0.25);
        assertThat(Changes.elasticRatio(SPIRAL, 0.7)).isEqualTo(0.7);
    }

    @Test
    void dropoutAndBatchNormGoToEveryHiddenLayerAndNotToTheOutput() {
        Experiment changed = Changes.withBatchNorm(Changes.withDropout(SPIRAL, 0.3), true);
        assertThat(changed.network().layers()).extracting(LayerSpec::dropout).containsExactly(0.3, 0.3, 0.0);
        assertThat(changed.network().layers()).extracting(LayerSpec::batchNorm).containsExactly(true, true, false);
    }
}
