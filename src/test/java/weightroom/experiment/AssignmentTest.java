package weightroom.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AssignmentTest {
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
