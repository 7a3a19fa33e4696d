package weightroom.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import weightroom.data.Dataset;

class SliceTest {
    private static final Grid GRID = new Grid(2, 2, 0, 2, 10, 14);

    @Test
    void twoInputsRunOverTheGridAndTheOthersAreHeld() {
        double[][] points = new Slice(2, 0, new double[] {7, 8, 9}).points(GRID, 3);
        assertThat(points).isDeepEqualTo(new double[][] {{11, 8, 0.5}, {11, 8, 1.5}, {13, 8, 0.5}, {13, 8, 1.5}});
    }

    @Test
    void aSingleInputChangesOnlyAlongTheFirstAxis() {
        Dataset line = Dataset.ofRows("line", new double[][] {{1, 0}, {3, 0}}, 1);
        double[][] points = Slice.of(line).points(GRID, 1);
        assertThat(points).isDeepEqualTo(new double[][] {{0.5}, {1.5}, {0.5}, {1.5}});
    }

    @Test
    void withoutAChoiceTheOtherInputsAreHeldAtTheirMeans() {
        Dataset rows = Dataset.ofRows("rows", new double[][] {{1, 2, 3, 0}, {3, 4, 9, 0}}, 3);
        assertThat(Slice.of(rows)).isEqualTo(new Slice(0, 1, new double[] {2, 3, 6}));
        assertThat(Slice.FIRST_TWO.points(GRID, 3)[0]).containsExactly(0.5, 11, 0);
    }

    @Test
    void inputsThatNeverVaryAreNoAxesWhileOthersAreLeft() {
        Dataset rows = Dataset.ofRows("rows", new double[][] {{5, 2, 1, 4, 0}, {5, 2, 2, 3, 0}}, 4);
        assertThat(Slice.of(rows)).isEqualTo(new Slice(2, 3, new double[] {5, 2, 1.5, 3.5}));
        Dataset one = Dataset.ofRows("one", new double[][] {{5, 2, 1, 0}, {5, 2, 2, 0}}, 3);
        assertThat(Slice.of(one)).isEqualTo(new Slice(0, 2, new double[] {5, 2, 1.5}));
    }

    @Test
    void fitsOnlyInputsThatThereAre() {
        assertThat(new Slice(0, 2, new double[0]).fits(3)).isTrue();
        assertThat(new Slice(0, 2, new double[0]).fits(2)).isFalse();
        assertThat(new Slice(-1, 0, new double[0]).fits(2)).isFalse();
    }
}
