package weightroom.ui.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weightroom.data.CsvOptions;
import weightroom.data.CsvReader;
import weightroom.data.DataSource;
import weightroom.data.Dataset;
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

    @Test
    void aPastedTableOfClassesBecomesOwnRows() {
        Experiment pasted =
                DataChanges.withPasted(SPIRAL, DataChanges.pasted("a\tb\tkind\n1\t2\tno\n3\t4\tyes\n5\t6\tyes\n"));
        assertThat(pasted.data().origin())
                .isEqualTo(new DataSpec.OwnRows(
                        List.of(List.of(1.0, 2.0, 0.0), List.of(3.0, 4.0, 1.0), List.of(5.0, 6.0, 1.0)), 2));
        assertThat(Setup.of(pasted, Path.of("")).task().classes()).isEqualTo(2);
    }

    @Test
    void wholeTargetsFromZeroOnAreClassesAndOthersAmounts() {
        assertThat(task("1,2,0\n2,1,1\n3,3,2\n")).isEqualTo(3);
        assertThat(task("1,2,0\n2,1,1.5\n")).isZero();
        assertThat(task("1,2,5\n2,1,7\n")).isZero();
    }

    @Test
    void aPastedTableWithABadRowIsRefusedByLineAndColumn() {
        assertThatThrownBy(() -> DataChanges.withPasted(SPIRAL, DataChanges.pasted("x1,x2,y\n1,2,0\n1,oops,1\n")))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContainingAll("line 3", "column 2", "oops", "expected a number");
        assertThatThrownBy(() -> DataChanges.withPasted(SPIRAL, DataChanges.pasted("1,2,0\n1,2\n")))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContainingAll("line 2", "2 cells", "expected 3");
    }

    @Test
    void aTableInAFileIsReferredTo(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("my.csv");
        Files.writeString(file, "a,b,label\n1,2,0\n2,1,1\n3,3,2\n4,3,2\n");
        Dataset table = CsvReader.read(file, CsvOptions.DEFAULT);
        Experiment opened = DataChanges.withFile(SPIRAL, file.toString(), table);
        Setup setup = Setup.of(opened, folder);
        assertThat(setup.task().classes()).isEqualTo(3);
        assertThat(setup.rows().dataset().inputNames()).containsExactly("a", "b");
    }

    private static int task(String text) {
        return Setup.of(DataChanges.withPasted(SPIRAL, DataChanges.pasted(text)), Path.of(""))
                .task()
                .classes();
    }

    private static List<List<Double>> rows(double... targets) {
        return Arrays.stream(targets)
                .mapToObj(target -> List.of(target * 0.5, 1 - target, target))
                .toList();
    }
}
