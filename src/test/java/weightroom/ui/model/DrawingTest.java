package weightroom.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import weightroom.data.DataSource;
import weightroom.data.Plane;
import weightroom.experiment.DataSpec;
import weightroom.experiment.Experiment;
import weightroom.experiment.Setup;
import weightroom.ui.model.Drawing.Mode;

class DrawingTest {
    private Experiment experiment = Experiment.spiral();
    private Setup running = Setup.of(experiment, Path.of(""));
    private final Drawing drawing = new Drawing(() -> experiment, () -> running, wanted -> experiment = wanted);

    @Test
    void nothingIsDrawnUntilAClassIsChosen() {
        drawing.add(1, 1);
        assertThat(experiment).isEqualTo(Experiment.spiral());
    }

    @Test
    void theFirstPointTurnsTheRowsInUseIntoOnesOwn() {
        drawing.setMode(Mode.CLASS_1);
        assertThat(experiment).isEqualTo(Experiment.spiral());
        drawing.add(1.234567, -2);
        assertThat(rows()).hasSize(301).endsWith(List.of(1.2346, -2.0, 1.0));
        double[] first = running.rows().dataset().inputs()[0];
        assertThat(rows().get(0).subList(0, 2)).containsExactly(first[0], first[1]);
        drawing.setMode(Mode.CLASS_0);
        drawing.add(0, 0);
        assertThat(rows()).hasSize(302).endsWith(List.of(0.0, 0.0, 0.0));
        assertThat(Setup.of(experiment, Path.of("")).task().classes()).isEqualTo(2);
    }

    @Test
    void theNearestPointWithinReachIsErasedAndTheLastOneStays() {
        experiment = DataChanges.withOwnRows(
                experiment, List.of(List.of(0.0, 0.0, 0.0), List.of(0.4, 0.0, 1.0), List.of(5.0, 5.0, 1.0)), 2);
        drawing.setMode(Mode.ERASE);
        drawing.erase(0.3, 0, 0.5);
        assertThat(rows()).containsExactly(List.of(0.0, 0.0, 0.0), List.of(5.0, 5.0, 1.0));
        drawing.erase(2.5, 2.5, 0.5);
        assertThat(rows()).hasSize(2);
        drawing.erase(5, 5, 0.5);
        drawing.erase(0, 0, 0.5);
        assertThat(rows()).containsExactly(List.of(0.0, 0.0, 0.0));
    }

    @Test
    void whereTheRowsAreNoClassesInAPlaneOneBeginsWithOnePointOfEach() {
        for (DataSource source : List.of(DataSource.SINE, DataSource.BUMPS, DataSource.IRIS)) {
            experiment = Changes.withSource(Experiment.spiral(), source);
            running = Setup.of(experiment, Path.of(""));
            drawing.setMode(Mode.CLASS_0);
            assertThat(rows()).extracting(row -> row.get(2)).containsExactly(0.0, 1.0);
            Setup drawn = Setup.of(experiment, Path.of(""));
            assertThat(drawn.rows().dataset().plane()).isPresent();
            assertThat(drawn.task().classes()).isEqualTo(2);
        }
    }

    @Test
    void drawnPointsWithinThePlaneLeaveItAsItWas() {
        drawing.setMode(Mode.CLASS_0);
        drawing.add(4, -4.4);
        Plane plane = plane();
        drawing.add(5.1, -4.4);
        drawing.add(-5.1, 4.2);
        assertThat(plane()).isEqualTo(plane);
        drawing.add(5.9, 0);
        assertThat(plane()).isNotEqualTo(plane);
    }

    private Plane plane() {
        return Setup.of(experiment, Path.of("")).rows().dataset().plane().orElseThrow();
    }

    @Test
    void aThirdClassIsKept() {
        experiment = Changes.withSource(Experiment.spiral(), DataSource.RINGS);
        running = Setup.of(experiment, Path.of(""));
        drawing.setMode(Mode.CLASS_0);
        drawing.add(0, 0);
        assertThat(rows()).hasSize(301);
        assertThat(Setup.of(experiment, Path.of("")).task().classes()).isEqualTo(3);
    }

    private List<List<Double>> rows() {
        return ((DataSpec.OwnRows) experiment.data().origin()).rows();
    }
}
