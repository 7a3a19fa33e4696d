package weightroom.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CadenceTest {
    private static final long SECOND = 1_000_000_000L;

    private final Turns turns = new Turns();

    /** How often each of several was due in ten seconds, all asking in every pulse in the same order. */
    private int[] counts(int pulsesPerSecond, int mostTogether, Cadence... cadences) {
        int[] counts = new int[cadences.length];
        for (long pulse = 0; pulse < 10L * pulsesPerSecond; pulse++) {
            int together = 0;
            for (int i = 0; i < cadences.length; i++) {
                if (cadences[i].due(pulse * SECOND / pulsesPerSecond, false)) {
                    counts[i]++;
                    together++;
                }
            }
            assertThat(together).isLessThanOrEqualTo(mostTogether);
        }
        return counts;
    }

    private Cadence inTurn(int perSecond) {
        return new Cadence(perSecond, turns);
    }

    @Test
    void itIsDueAsOftenAsItShouldBe() {
        assertThat(counts(60, 1, new Cadence(10))[0]).isBetween(99, 101);
        assertThat(counts(30, 1, new Cadence(60))[0]).isEqualTo(300);
    }

    @Test
    void thoseInTurnAreNeverDueTogetherAndLoseNothingWherePulsesSuffice() {
        int[] counts = counts(60, 1, inTurn(20), inTurn(15), inTurn(20));
        assertThat(counts[0]).isBetween(190, 201);
        assertThat(counts[1]).isBetween(145, 151);
        assertThat(counts[2]).isBetween(190, 201);
    }

    @Test
    void whereThereAreTooFewPulsesNobodyIsLeftOut() {
        int[] counts = counts(30, 1, inTurn(30), inTurn(30), inTurn(30));
        assertThat(Arrays.stream(counts).sum()).isEqualTo(300);
        assertThat(counts).containsOnly(100);
    }

    @Test
    void oneThatAsksNoMoreHoldsUpNobody() {
        Cadence stays = inTurn(1000);
        Cadence goes = inTurn(1000);
        assertThat(stays.due(1, false)).isTrue();
        assertThat(goes.due(1, false)).isFalse();
        int due = 0;
        for (long pulse = 1; pulse <= 60; pulse++) {
            due += stays.due(pulse * SECOND / 60, false) ? 1 : 0;
        }
        assertThat(due).isGreaterThanOrEqualTo(59);
    }

    @Test
    void whatCannotWaitDoesNot() {
        Cadence first = inTurn(10);
        Cadence second = inTurn(10);
        assertThat(first.due(5, false)).isTrue();
        assertThat(second.due(5, true)).isTrue();
    }
}
