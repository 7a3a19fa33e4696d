package weightroom.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** How many steps to make at a time, on a clock of the test's own. */
class PaceTest {
    private static final long CHUNK = 6_000_000L;
    private static final long SECOND = 1_000_000_000L;

    private final Pace pace = new Pace(CHUNK);

    private long settle(long nanosPerStep) {
        long steps = 0;
        for (int i = 0; i < 60; i++) {
            steps = pace.due(0, 1);
            pace.made(steps, steps * nanosPerStep, steps * nanosPerStep);
        }
        return steps;
    }

    @Test
    void atFullSpeedAChunkComesToLastAsLongAsWanted() {
        assertEquals(6000.0, settle(1_000), 60);
        assertEquals(60.0, settle(100_000), 1);
        assertEquals(1, settle(SECOND), "a step that is slower than a chunk is still made");
    }

    @Test
    void chunksAreBoundedHoweverFastStepsAre() {
        assertEquals(1 << 20, settle(0));
    }

    @Test
    void afterAnotherDeviceItBeginsSmall() {
        settle(1_000);
        pace.forgetChunk();
        assertEquals(1, pace.due(0, 1));
    }

    @Test
    void aWantedSpeedIsKeptOnTheWhole() {
        settle(1_000);
        pace.setSpeed(7);
        pace.restart(0);
        long steps = 0;
        for (long now = 0; now <= 10 * SECOND; now += SECOND / 60) {
            steps += pace.due(now, 5);
        }
        assertEquals(350.0, steps, 2, "7 epochs of 5 steps in each of 10 seconds");
    }

    @Test
    void aPauseIsNotCaughtUpWith() {
        settle(1_000);
        pace.setSpeed(10);
        pace.restart(0);
        assertTrue(pace.due(100 * SECOND, 1) <= 1);
    }

    @Test
    void itSleepsUntilTheNextStepIsDue() {
        pace.setSpeed(1);
        pace.restart(0);
        assertFalse(pace.owes());
        assertEquals(20_000_000L, pace.wait(1), "but wakes up for commands");
        pace.due(SECOND - 1_000_000L, 1);
        assertEquals(1_000_000.0, pace.wait(1), 10_000);
        assertEquals(1, pace.due(SECOND + 1_000L, 1));
    }

    @Test
    void theSpeedIsAMeanOfTheLastHalfSecond() {
        pace.restart(0);
        assertEquals(0, pace.stepsPerSecond());
        for (int i = 0; i < 100; i++) {
            pace.made(100, SECOND / 100, SECOND / 100);
        }
        assertEquals(10_000, pace.stepsPerSecond(), 1);
        for (int i = 0; i < 300; i++) {
            pace.made(50, SECOND / 100, SECOND / 100);
        }
        assertEquals(5_000, pace.stepsPerSecond(), 50);
    }
}
