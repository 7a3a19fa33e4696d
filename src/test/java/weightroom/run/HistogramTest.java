package weightroom.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HistogramTest {
    @Test
    void countsBetweenTheSmallestAndTheLargestNumber() {
        Histogram histogram = Histogram.of(new float[] {99, -1, 0, 0.5f, 1, 3, 99}, 1, 6, 4);
        assertThat(histogram.low()).isEqualTo(-1);
        assertThat(histogram.high()).isEqualTo(3);
        assertThat(histogram.counts()).containsExactly(1, 2, 1, 1);
        assertThat(histogram.edge(1)).isZero();
        assertThat(histogram.edge(4)).isEqualTo(3);
        assertThat(histogram.total()).isEqualTo(5);
        assertThat(histogram.highest()).isEqualTo(2);
    }

    @Test
    void givesEqualNumbersABinWithRoomAroundThem() {
        Histogram histogram = Histogram.of(new float[] {2, 2, 2}, 0, 3, 5);
        assertThat(histogram.low()).isEqualTo(1);
        assertThat(histogram.high()).isEqualTo(3);
        assertThat(histogram.counts()).containsExactly(0, 0, 3, 0, 0);
        assertThat(Histogram.of(new float[4], 0, 4, 1).low()).isEqualTo(-0.0005);
    }

    @Test
    void leavesOutNumbersThatAreNotFinite() {
        Histogram histogram = Histogram.of(new float[] {Float.NaN, 1, Float.POSITIVE_INFINITY, 2}, 0, 4, 2);
        assertThat(histogram.counts()).containsExactly(1, 1);
        assertThat(Histogram.of(new float[] {Float.NaN}, 0, 1, 2)).isSameAs(Histogram.EMPTY);
    }

    @Test
    void holdsTheWholeRangeOfFloats() {
        Histogram histogram = Histogram.of(new float[] {-Float.MAX_VALUE, Float.MAX_VALUE}, 0, 2, 2);
        assertThat(histogram.counts()).containsExactly(1, 1);
    }
}
