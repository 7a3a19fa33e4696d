package weightroom.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weightroom.data.DataSource;
import weightroom.engine.Activation;
import weightroom.engine.InvalidInput;
import weightroom.engine.Optimizer;

class AssignmentTest {
    private static final Experiment SPIRAL = Experiment.spiral();

    private static List<Assignment> read(String yaml) {
        Document document = DocumentParser.yaml("x.md", yaml, 10, "changes");
        return Section.root(document).fields().entrySet().stream()
                .map(entry -> new Assignment("x.md", entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Experiment changed(String yaml) {
        return Assignment.applyAll(read(yaml), SPIRAL);
    }

    @Test
    void aSettingTakesItsValue() {
        Experiment changed = changed("training.l2: 0.5\ntraining.batch: full\ntraining.shuffle: false\nseed: 9");
        assertThat(changed.training().l2()).isEqualTo(0.5);
        assertThat(changed.training().shuffle()).isFalse();
        assertThat(changed.seed()).isEqualTo(9);
        assertThat(changed.network()).isEqualTo(SPIRAL.network());
    }

    @Test
    void aPartTakesAnObjectAListOrAWord() {
        Experiment changed = changed(
                """
                network.layers: [{ units: 3, activation: relu }, { units: 1, activation: sigmoid }]
                start: { weights: zeros }
                training.optimizer: adam
                training.stop: { train-loss: 0.1 }
                """);
        assertThat(changed.network().layers()).hasSize(2);
        assertThat(changed.network().layers().get(0).activation()).isEqualTo(Activation.RELU);
        assertThat(changed.start().weights().toString()).contains("ZEROS");
        assertThat(changed.training().optimizer().optimizer()).isEqualTo(Optimizer.ADAM);
        assertThat(changed.training().stop().trainLoss()).isEqualTo(0.1);
        assertThat(changed.data()).isEqualTo(SPIRAL.data());
    }

    @Test
    void changesAreMadeOneAfterTheOther() {
        Experiment changed = changed(
                """
                network.layers: [{ units: 3, activation: relu }, { units: 1, activation: sigmoid }]
                network.layers.0.units: 5
                network.layers.1: { units: 1, activation: tanh }
                training.loss: mse
                """);
        assertThat(changed.network().layers().get(0).units()).isEqualTo(5);
        assertThat(changed.network().layers().get(1).activation()).isEqualTo(Activation.TANH);
    }

    @Test
    void wholeDataAreReplaced() {
        assertThat(changed("data: { source: xor, samples: 8 }").data().origin())
                .isEqualTo(new DataSpec.Source(DataSource.XOR, 8, 0, 2));
    }

    @Test
    void lockedLinksStayWhereTheirLayersDo() {
        Experiment locked = changed("network.locked: [\"0/0/0\", \"2/0/b\"]");
        assertThat(locked.network().locked()).hasSize(2);
        assertThat(Assignment.applyAll(read("network.layers.0.units: 4"), locked)
                        .network()
                        .locked())
                .hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "training.l3: 1 | line 10, column 14: \"training.l3\" is not a setting | did you mean \"training.l1\"",
                "training.l2: -1 | line 10, column 14: training.l2 is -1 | from 0 to 1000",
                "trainin: { l2: 1 } | line 10, column 10: \"trainin\" is no part | did you mean \"training\"",
                "training: { l2: 1, l3: 2 } | line 10, column | training.l3 is not a known field",
                "network.layers.7: { units: 1 } | line 10, column | has no \"7\"",
                "network.layers.0: { units: 0, activation: relu } | line 10, column | network.layers.0.units is 0",
                "training.optimizer: adamm | line 10, column | did you mean \"adam\"",
                "training: { loss: hinge } | line 10, column | does not fit the network",
            })
    void whatDoesNotFitIsRefusedAtItsPlace(String yaml, String place, String message) {
        assertThatThrownBy(() -> changed(yaml))
                .isInstanceOf(InvalidInput.class)
                .hasMessageStartingWith("x.md, " + place)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "training.l2: 0 | true",
                "training.l2: 0.0 | true",
                "training.l2: 1 | false",
                "data.source: spiral | true",
                "data.source: xor | false",
                "network.layers.0.units: 8 | true",
                "network.layers.9.units: 8 | false",
                "start: {} | true",
                "start: { weights: zeros } | false",
            })
    void whetherItHoldsAlreadyIsTold(String yaml, boolean holds) {
        assertThat(read(yaml).get(0).holdsIn(SPIRAL)).isEqualTo(holds);
    }

    @Test
    void itsValueIsShownOnOneLine() {
        assertThat(read("seed: 3").get(0).text()).isEqualTo("3");
        assertThat(read("training.loss: mse").get(0).text()).isEqualTo("mse");
        assertThat(read("start:\n  weights: zeros").get(0).text()).isEqualTo("{ \"weights\": \"zeros\" }");
    }

    private static Experiment experiment(String data, String start) {
        String json = "{\"weightroom\": 1, \"data\": %s, \"start\": %s, \"training\": {}, \"network\": {\"layers\": "
                + "[{\"units\": 1, \"activation\": \"sigmoid\"}]}}";
        return ExperimentReader.parse("test.json", json.formatted(data, start));
    }

    private static Assignment assignment(String path, String word) {
        return new Assignment("", path, new Node.Text(1, 1, word));
    }

    @Test
    void aSourceIsThereWhateverElseIsSaidOfTheData() {
        Experiment clouds = experiment("{\"source\": \"gaussians\", \"samples\": 123, \"noise\": 0.1}", "{}");
        assertThat(assignment("data.source", "gaussians").holdsIn(clouds)).isTrue();
        assertThat(assignment("data.source", "moons").holdsIn(clouds)).isFalse();
    }

    @Test
    void aWayOfDrawingWeightsIsNotThereWhereTheyAreWrittenOut() {
        Assignment zeros = assignment("start.weights.id", "zeros");
        assertThat(zeros.holdsIn(experiment("{\"source\": \"and\"}", "{\"weights\": \"zeros\"}")))
                .isTrue();
        assertThat(zeros.holdsIn(experiment("{\"source\": \"and\"}", "{\"weights\": [[[1, 2]]]}")))
                .isFalse();
    }
}
