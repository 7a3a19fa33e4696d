package weightroom.ui.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import weightroom.data.DataSource;
import weightroom.engine.InvalidInput;
import weightroom.experiment.DataSpec;
import weightroom.experiment.Experiment;
import weightroom.experiment.Setup;

class RowsTableTest {
    private static final Experiment GATE = Changes.withSource(Experiment.spiral(), DataSource.XOR);

    private final RowsTable table = RowsTable.of(Setup.of(GATE, Path.of("")));

    @Test
    void aGateIsShownAsItsFourRows() {
        assertThat(table.columns()).containsExactly("x1", "x2", "target");
        assertThat(table.count()).isEqualTo(4);
        assertThat(table.isOfClasses()).isTrue();
    }

    @Test
    void aCellIsTypedOverAndTheRowsAreTrainedOn() {
        table.set(0, 2, "1");
        table.set(3, 0, "\u22120,5");
        Experiment changed = table.apply(GATE);
        List<List<Double>> rows = ((DataSpec.OwnRows) changed.data().origin()).rows();
        assertThat(rows.get(0).get(2)).isEqualTo(1);
        assertThat(rows.get(3).get(0)).isEqualTo(-0.5);
        assertThat(Setup.of(changed, Path.of("")).task().classes()).isEqualTo(2);
    }

    @Test
    void aWrongCellIsNamedByRowAndColumnAndStaysAsItWas() {
        double before = table.value(1, 1);
        assertThatThrownBy(() -> table.set(1, 1, "many"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContainingAll("row 2", "x2", "many", "number");
        assertThat(table.value(1, 1)).isEqualTo(before);
        assertThatThrownBy(() -> table.set(2, 2, "0.5")).hasMessageContainingAll("row 3", "target", "0.5", "class");
        assertThatThrownBy(() -> table.set(2, 0, "1e39")).hasMessageContainingAll("row 3", "x1", "1e39");
    }

    @Test
    void rowsAreAddedAndRemovedButForTheLast() {
        table.add(3);
        assertThat(table.count()).isEqualTo(5);
        assertThat(table.value(4, 0)).isEqualTo(table.value(3, 0));
        for (int i = 0; i < 9; i++) {
            table.remove(0);
        }
        assertThat(table.count()).isEqualTo(1);
    }

    @Test
    void targetsBecomeAmountsWhenThatIsSaid() {
        table.setOfClasses(false);
        table.set(0, 2, "0.5");
        assertThat(Setup.of(table.apply(GATE), Path.of("")).task().classes()).isZero();
        table.setOfClasses(true);
        assertThatThrownBy(() -> table.apply(GATE)).hasMessageContainingAll("row 1", "target", "0.5");
    }

    @Test
    void aTableTooLongToBeWrittenIntoAnExperimentIsRefused() {
        Experiment large = Experiment.spiral()
                .withData(Experiment.spiral()
                        .data()
                        .withOrigin(DataSpec.Source.of(DataSource.MOONS).withSamples(10_001)));
        Setup setup = Setup.of(large, Path.of(""));
        assertThatThrownBy(() -> RowsTable.of(setup)).isInstanceOf(InvalidInput.class);
    }
}
