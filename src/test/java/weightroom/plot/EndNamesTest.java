package weightroom.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EndNamesTest {
    @Test
    void namesWithRoomStayWhereTheirLinesEnd() {
        assertThat(EndNames.spread(new double[] {10, 40, 90}, 14, 0, 100)).containsExactly(10, 40, 90);
    }

    @Test
    void namesThatMeetMoveApartByTheSameAmount() {
        assertThat(EndNames.spread(new double[] {50, 50}, 14, 0, 100)).containsExactly(43, 57);
        // The three share out 52 + 0, 52 − 14 and 55 − 28 about their mean, 39.
        assertThat(EndNames.spread(new double[] {52, 52, 55}, 14, 0, 100)).containsExactly(39, 53, 67);
    }

    @Test
    void namesAtAnEdgeStayWithinIt() {
        assertThat(EndNames.spread(new double[] {99, 100}, 14, 0, 100)).containsExactly(86, 100);
        assertThat(EndNames.spread(new double[] {0, 1, 50}, 14, 0, 100)).containsExactly(0, 14, 50);
    }

    @Test
    void sixteenNamesNeverOverlapAndKeepTheirOrder() {
        Random random = new Random(5);
        for (int trial = 0; trial < 500; trial++) {
            double[] wanted = random.doubles(16, -20, 320).sorted().toArray();
            double[] places = EndNames.spread(wanted, 14, 0, 300);
            for (int i = 1; i < places.length; i++) {
                assertThat(places[i] - places[i - 1]).isGreaterThanOrEqualTo(14 - 1e-9);
            }
            assertThat(places[0]).isGreaterThanOrEqualTo(0);
            assertThat(places[15]).isLessThanOrEqualTo(300);
        }
    }

    @Test
    void whereThereIsNoRoomForAllTheyShareWhatThereIs() {
        double[] places = EndNames.spread(new double[] {5, 5, 5}, 14, 0, 20);
        assertThat(Arrays.stream(places).toArray()).containsExactly(new double[] {0, 10, 20}, within(1e-9));
    }
}
