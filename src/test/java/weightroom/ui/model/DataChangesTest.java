package weightroom.ui.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import weightroom.data.DataSource;
import weightroom.engine.InvalidInput;
import weightroom.experiment.DataSpec;
import weightroom.experiment.Experiment;
import weightroom.experiment.Setup;

class DataChangesTest {
    private static final Experiment SPIRAL = Experiment.spiral();

    @Test
    void theValidationPartGivesWayToTheTrainingPartAndTheOtherWayRound() {
        Experiment split = DataChanges.withValidationShare(DataChanges.withTrainShare(SPIRAL, 0.7), 0.2);
        assertThat(split.data().train()).isEqualTo(0.7);
        assertThat(split.data().validation()).isEqualTo(0.2);
        assertThat(DataChanges.withTrainShare(split, 0.9).data().validation()).isEqualTo(0.1);
        assertThat(DataChanges.withValidationShare(split, 0.6).data().train()).isEqualTo(0.4);
    }

    @Test
    void moreClassesBringAsManyOutputs() {
        Experiment five = DataChanges.withClasses(Changes.withSource(SPIRAL, DataSource.BLOBS), 5);
        assertThat(Setup.of(five, Path.of("")).task().classes()).isEqualTo(5);
        Experiment two = DataChanges.withClasses(five, 2);
        assertThat(Setup.of(two, Path.of("")).task().classes()).isEqualTo(2);
        assertThat(DataChanges.withClasses(SPIRAL, 5)).isEqualTo(SPIRAL);
    }

    @Test
    void ownRowsOfTwoThreeAndNoClassesCanBeTrainedOn() {
        Experiment iris = Changes.withSource(SPIRAL, DataSource.IRIS);
        for (Experiment before : List.of(SPIRAL, iris, Changes.withSource(SPIRAL, DataSource.SINE))) {
            Experiment two = DataChanges.withOwnRows(before, rows(0, 1), 2);
            assertThat(Setup.of(two, Path.of("")).task().classes()).isEqualTo(2);
            Experiment three = DataChanges.withOwnRows(before, rows(0, 1, 2), 3);
            assertThat(Setup.of(three, Path.of("")).task().classes()).isEqualTo(3);
            Experiment amounts = DataChanges.withOwnRows(before, rows(0.5, 1.25, -3), 0);
            assertThat(Setup.of(amounts, Path.of("")).task().classes()).isZero();
        }
    }

    @Test
    void aSourceCanBeChosenAgainAfterOwnRows() {
        Experiment three = DataChanges.withOwnRows(SPIRAL, rows(0, 1, 2), 3);
        Experiment circle = Changes.withSource(three, DataSource.CIRCLE);
        assertThat(Setup.of(circle, Path.of("")).task().classes()).isEqualTo(2);
    }

    @Test
    void featuresOfOtherInputsAreLetGo() {
        Experiment crossed = SPIRAL.withData(SPIRAL.data().withFeatures(List.of("x1", "x1*x2")));
        assertThat(DataChanges.withOwnRows(crossed, rows(0, 1), 2).data().features())
                .hasSize(2);
        List<List<Double>> oneInput = List.of(List.of(1.0, 0.0), List.of(2.0, 1.0));
        assertThat(DataChanges.withOwnRows(crossed, oneInput, 2).data().features())
                .isEmpty();
        assertThat(Changes.withSource(crossed, DataSource.SINE).data().features())
                .isEmpty();
    }

    @Test
    void noRowsAndTooManyAreRefused() {
        assertThatThrownBy(() -> DataChanges.withOwnRows(SPIRAL, List.of(), 2))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("no rows");
        List<List<Double>> many = Collections.nCopies(DataChanges.MAX_OWN_ROWS + 1, List.of(0.0, 0.0, 1.0));
        assertThatThrownBy(() -> DataChanges.withOwnRows(SPIRAL, many, 2))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("too many");
        assertThat(SPIRAL.data().origin()).isInstanceOf(DataSpec.Source.class);
    }

    private static List<List<Double>> rows(double... targets) {
        return java.util.Arrays.stream(targets)
                .mapToObj(target -> List.of(target * 0.5, 1 - target, target))
                .toList();
    }
}
