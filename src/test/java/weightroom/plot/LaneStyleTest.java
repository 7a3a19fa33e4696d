package weightroom.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LaneStyleTest {
    private final List<LaneStyle> all =
            IntStream.range(0, LaneStyle.COUNT).mapToObj(LaneStyle::of).toList();

    @Test
    void noTwoLanesHaveDashAndMarkerInCommonSoThatColourIsNeverNeeded() {
        assertThat(all.stream().map(style -> style.marker() + Arrays.toString(style.dashes())))
                .doesNotHaveDuplicates()
                .hasSize(16);
    }

    @Test
    void lanesOfOneColourDifferInDashAndInMarker() {
        for (LaneStyle one : all) {
            for (LaneStyle other : all) {
                if (one.lane() < other.lane() && one.ink() == other.ink()) {
                    assertThat(one.marker()).isNotEqualTo(other.marker());
                    assertThat(one.dashes()).isNotEqualTo(other.dashes());
                }
            }
        }
    }

    @Test
    void theFirstSixAreThoseOfTheOptimizers() {
        assertThat(all.subList(0, 6).stream().map(LaneStyle::ink))
                .containsExactly(Ink.LANE_1, Ink.LANE_2, Ink.LANE_3, Ink.LANE_4, Ink.LANE_5, Ink.LANE_6);
        assertThat(all.get(0).dashes()).containsExactly(2, 4);
        assertThat(all.get(1).dashes()).isEmpty();
        assertThat(all.get(3).dashes()).containsExactly(7, 3, 2, 3);
        assertThat(all.get(5).marker()).isEqualTo(LaneStyle.Marker.DISC);
        assertThat(LaneStyle.of(16)).isSameAs(all.get(0));
    }
}
