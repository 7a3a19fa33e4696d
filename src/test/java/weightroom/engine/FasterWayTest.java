package weightroom.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class FasterWayTest {
    private static final double SECOND = 1e9;

    /** Calls that a trial takes where every step is longer than a turn: three turns each, and what each begins with. */
    private static final int BLOCKS = 12;

    /** Nanoseconds spent on each way over so many seconds, when a step takes so long on each. */
    private static double[] spend(FasterWay ways, double seconds, double first, double second) {
        double[] spent = new double[2];
        while (spent[0] + spent[1] < seconds * SECOND) {
            int way = ways.way();
            long steps = ways.steps();
            double nanos = steps * (way == 0 ? first : second);
            spent[way] += nanos;
            ways.took(steps, (long) nanos);
        }
        return spent;
    }

    @Test
    void nearlyAllTimeIsSpentOnTheFasterWay() {
        double[] spent = spend(new FasterWay(), 10, 400_000, 800_000);
        assertTrue(spent[0] > 0.98 * (spent[0] + spent[1]), () -> spent[0] + " and " + spent[1]);
        double[] other = spend(new FasterWay(), 10, 800_000, 400_000);
        assertTrue(other[1] > 0.98 * (other[0] + other[1]), () -> other[0] + " and " + other[1]);
    }

    @Test
    void itChangesOverWhenTheOtherWayHasBecomeTheFaster() {
        FasterWay ways = new FasterWay();
        spend(ways, 20, 400_000, 600_000);
        double[] spent = spend(ways, 20, 1_000_000, 600_000);
        assertTrue(spent[0] < 5 * SECOND, () -> spent[0] + " ns more on what was the faster before");
    }

    /** One turn of a trial in which something else held the processor up does not decide. */
    @Test
    void aTurnThatWasHeldUpDoesNotCount() {
        FasterWay ways = new FasterWay();
        for (int block = 0; block < BLOCKS; block++) {
            ways.took(1, block == 1 ? 50_000_000 : ways.way() == 0 ? 400_000 : 500_000);
        }
        assertEquals(0, ways.way());
    }

    /** The first steps of a program are slow in either way, and say nothing about those that follow. */
    @Test
    void whatWasFoundWhileWarmingUpIsSoonTriedAgain() {
        FasterWay ways = new FasterWay();
        for (int block = 0; block < BLOCKS; block++) {
            ways.took(1, ways.way() == 0 ? 50_000_000 : 60_000_000);
        }
        double[] spent = spend(ways, 1, 800_000, 500_000);
        assertTrue(spent[1] > 0.9 * SECOND, () -> spent[0] + " ns on what was the faster only at first");
    }

    /** Trials of steps of two seconds are worth it only rarely. */
    @Test
    void stepsLongerThanATurnAreTriedOneByOneAndNotOften() {
        FasterWay ways = new FasterWay();
        for (int block = 0; block < BLOCKS; block++) {
            assertEquals(1, ways.steps());
            ways.took(1, 2_000_000_000);
        }
        double[] spent = spend(ways, 1000, 2 * SECOND, 3 * SECOND);
        assertTrue(spent[1] < 0.08 * spent[0], () -> spent[1] + " ns on the slower way");
    }

    @Test
    void equallyFastWaysDoNotTakeTurns() {
        FasterWay ways = new FasterWay();
        double[] spent = spend(ways, 20, 500_000, 499_000);
        assertTrue(spent[0] > 0.95 * (spent[0] + spent[1]), () -> spent[0] + " and " + spent[1]);
    }
}
