package weightroom.race;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weightroom.engine.Activation;
import weightroom.engine.InvalidInput;
import weightroom.engine.Optimizer;
import weightroom.experiment.Experiment;
import weightroom.experiment.LayerSpec;
import weightroom.experiment.OptimizerSpec;
import weightroom.experiment.Settings;
import weightroom.experiment.StopSpec;

class VariationTest {
    private static final Experiment SPIRAL = Experiment.spiral();

    private static Lane whole(String file, Experiment experiment) {
        return new Lane(file, file, experiment, Path.of("folder"));
    }

    private static List<Lane> lanes(Experiment experiment, String... variations) {
        return Lanes.of(
                List.of(whole("a.json", experiment)),
                Arrays.stream(variations).map(Variation::parse).toList());
    }

    private static List<String> names(List<Lane> lanes) {
        return lanes.stream().map(Lane::name).toList();
    }

    private static List<String> settings(List<Lane> lanes) {
        return lanes.stream().map(Lane::setting).toList();
    }

    @Test
    void optimizersAreCalledByTheirLabelsAndKeepTheRateThatIsSet() {
        List<Lane> lanes = lanes(SPIRAL, "training.optimizer.id=sgd, momentum,adam");
        assertThat(names(lanes)).containsExactly("SGD", "Momentum", "Adam");
        assertThat(settings(lanes)).startsWith("training.optimizer.id=sgd", "training.optimizer.id=momentum");
        for (Lane lane : lanes) {
            assertThat(lane.experiment().training().optimizer().learningRate()).isEqualTo(0.3);
            assertThat(lane.experiment().data()).isEqualTo(SPIRAL.data());
            assertThat(lane.folder()).isEqualTo(Path.of("folder"));
        }
        assertThat(lanes.get(2).experiment().training().optimizer().optimizer()).isEqualTo(Optimizer.ADAM);
    }

    @Test
    void knobsOfTheOptimizerThatIsSetStayWithItAndNoOther() {
        Experiment heavy = SPIRAL.withTraining(
                SPIRAL.training().withOptimizer(new OptimizerSpec(Optimizer.MOMENTUM, 0.1, List.of(0.5, 0.25))));
        List<Lane> lanes = lanes(heavy, "training.optimizer.id=nesterov,momentum,sgd");
        assertThat(lanes.get(0).experiment().training().optimizer().knobs()).containsExactly(0.9);
        assertThat(lanes.get(1).experiment()).isEqualTo(heavy);
        assertThat(lanes.get(2).experiment().training().optimizer().knobs()).isEmpty();
    }

    @Test
    void aWholeOptimizerBringsItsOwnRate() {
        List<Lane> lanes = lanes(SPIRAL, "training.optimizer={id: adam, learning-rate: 0.02},sgd");
        assertThat(names(lanes)).containsExactly("Adam", "SGD");
        assertThat(lanes.get(0).experiment().training().optimizer().learningRate())
                .isEqualTo(0.02);
        assertThat(lanes.get(1).experiment().training().optimizer().learningRate())
                .isEqualTo(Optimizer.SGD.defaultLearningRate());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "training.optimizer.learning-rate=0.1,1e-2 | 0.1;1e-2 | training.optimizer.learning-rate | 0.1;0.01",
                "training.batch=full,32 | batch full;32 | training.batch | full;32",
                "start.weights=he-normal,zeros | he-normal;zeros | start.weights.id | he-normal;zeros",
                "network.activation=relu,sigmoid | relu;sigmoid | network.layers.1.activation | relu;sigmoid",
                "network.units=2,16 | 2;16 | network.layers.0.units | 2;16",
                "data.noise=0,0.2 | 0;0.2 | data.noise | 0;0.2",
                "training.shuffle=true,false | shuffle true;shuffle false | training.shuffle | true;false",
                "data.features=[x1],[x1, x2] | features [ \"x1\" ];features [ \"x1\", \"x2\" ] | data.features |"
                        + " x1;x1,x2",
                "network.layers=[{units: 3, activation: relu}, {units: 1, activation: sigmoid}],"
                        + "[{\"units\": 1, \"activation\": \"sigmoid\"}] | 3-1;1 | network.layers.0.units | 3;1",
            })
    void anySettingMayDiffer(String variation, String names, String path, String values) {
        List<Lane> lanes = lanes(SPIRAL, variation);
        assertThat(names(lanes)).containsExactly(names.split(";"));
        assertThat(lanes.stream()
                        .map(lane -> Settings.find(lane.experiment(), path).text(lane.experiment())))
                .containsExactly(values.split(";"));
    }

    @Test
    void depthRepeatsTheLastHiddenLayerOrTakesTheLastOnesAway() {
        List<Lane> lanes = lanes(SPIRAL, "network.depth=0,1,2,4");
        assertThat(names(lanes)).containsExactly("0", "1", "2", "4");
        assertThat(lanes.stream()
                        .map(lane -> lane.experiment().network().layers().size()))
                .containsExactly(1, 2, 3, 5);
        assertThat(lanes.get(2).experiment()).isEqualTo(SPIRAL);
        LayerSpec fourth = lanes.get(3).experiment().network().layers().get(3);
        assertThat(fourth).isEqualTo(new LayerSpec(8, Activation.TANH));
        assertThat(lanes.get(3).experiment().network().output())
                .isEqualTo(SPIRAL.network().output());
    }

    @Test
    void severalVariationsCrossAndTheFirstVariesSlowest() {
        List<Lane> lanes = lanes(SPIRAL, "training.optimizer.id=sgd,adam", "training.batch=8,full");
        assertThat(names(lanes))
                .containsExactly("SGD, batch 8", "SGD, batch full", "Adam, batch 8", "Adam, batch full");
        assertThat(lanes.get(2).setting()).isEqualTo("training.optimizer.id=adam, training.batch=8");
        assertThat(names(lanes(SPIRAL, "network.depth=1,3", "network.activation=relu,tanh")))
                .containsExactly("depth 1, relu", "depth 1, tanh", "depth 3, relu", "depth 3, tanh");
    }

    @Test
    void equalLanesAreAllowedAndNumbered() {
        List<Lane> lanes = lanes(SPIRAL, "training.optimizer.id=adam,adam,adam");
        assertThat(names(lanes)).containsExactly("Adam", "Adam (2)", "Adam (3)");
        assertThat(lanes.get(0).experiment()).isEqualTo(lanes.get(2).experiment());
    }

    @Test
    void wholeExperimentsTakeTheSeedOfTheFirst() {
        Lane first = whole("a.json", SPIRAL.withSeed(7));
        Lane second = whole("b.json", SPIRAL.withSeed(9).withTitle("Another"));
        List<Lane> lanes = Lanes.of(Lanes.titled(List.of(first, second)), List.of());
        assertThat(names(lanes)).containsExactly("Two spirals", "Another");
        assertThat(settings(lanes)).containsExactly("a.json", "b.json");
        assertThat(lanes.stream().map(lane -> lane.experiment().seed())).containsExactly(7L, 7L);
        assertThat(names(Lanes.titled(List.of(first, first)))).containsExactly("a.json", "a.json");
        assertThat(names(Lanes.of(List.of(first, second), List.of(Variation.parse("training.batch=4,8")))))
                .containsExactly("a.json, 4", "a.json, 8", "b.json, 4", "b.json, 8");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "training.optimizer.id | has no \"=\"; expected a setting and its values",
                "=sgd | has no path",
                "training.batch=8,,32 | empty value",
                "training.batch= | empty value",
                "seed=1,2 | the seed cannot differ",
                "training.optimizr.id=sgd | did you mean \"training.optimizer.id\"",
                "network.activaton=relu | did you mean \"network.activation\"",
                "training.optimizer.id=sgd,adma | did you mean \"adam\"",
                "training.optimizer.learning-rate=fast | expected a number",
                "network.depth=deep | expected a whole number of hidden layers",
                "network.layers=[{units: 3 | line 1",
                "network.layers={units: 3} | network.layers",
                "nonsense={a: 1} | expected one that begins with data, network, start or training",
                "training.loss=categorical-cross-entropy | does not fit the network",
                "network.units=1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17 | has 17 lanes; expected 1 to 16",
            })
    void whatCannotDifferIsRefused(String variation, String message) {
        assertThatThrownBy(() -> lanes(SPIRAL, variation))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining(message);
    }

    @Test
    void aLaneThatHasNoSuchSettingIsNamed() {
        assertThatThrownBy(() ->
                        lanes(SPIRAL, "training.optimizer.id=momentum,sgd", "training.optimizer.momentum=0.5,0.9"))
                .hasMessageStartingWith("in the lane SGD: \"training.optimizer.momentum\" is not a setting");
        Experiment line = lanes(SPIRAL, "network.depth=0").get(0).experiment();
        assertThatThrownBy(() -> lanes(line, "network.units=4")).hasMessageContaining("the network has none");
        assertThatThrownBy(() -> lanes(line, "network.depth=4")).hasMessageContaining("the network has none");
    }

    @Test
    void aTargetIsAFigureAndAValue() {
        assertThat(Target.parse("train-loss=0.05")).isEqualTo(new Target(Figure.TRAIN_LOSS, 0.05));
        assertThat(Target.parse("test-accuracy = 9.5e-1")).isEqualTo(new Target(Figure.TEST_ACCURACY, 0.95));
        assertThat(Target.of(SPIRAL)).isEqualTo(Target.USUAL);
        Experiment stopping = SPIRAL.withTraining(SPIRAL.training().withStop(new StopSpec(0.2, Double.NaN, 0)));
        assertThat(Target.of(stopping)).isEqualTo(new Target(Figure.TRAIN_LOSS, 0.2));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.05 | has no \"=\"",
                "trainloss=0.05 | did you mean \"train-loss\"",
                "train-loss=low | expected a number",
                "train-loss=NaN | expected a number",
                "test-accuracy=95 | expected a share from 0 to 1",
            })
    void aTargetThatIsNoneIsRefused(String text, String message) {
        assertThatThrownBy(() -> Target.parse(text))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining(message);
    }
}
