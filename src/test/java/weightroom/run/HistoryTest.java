package weightroom.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import weightroom.engine.Chunk.Accuracy;
import weightroom.engine.Chunk.Measurement;

class HistoryTest {
    @Test
    void keepsEveryPointAcrossChunkBorders() {
        History history = new History();
        for (int i = 0; i < 10_000; i++) {
            history.add(i, 50L * i, 1.0 / (i + 1), Double.NaN, i);
        }
        assertEquals(10_000, history.size());
        for (int i : new int[] {0, 1, 4095, 4096, 4097, 8191, 8192, 9999}) {
            assertEquals(i, history.epoch(i));
            assertEquals(50L * i, history.step(i));
            assertEquals(1.0 / (i + 1), history.train(i));
            assertTrue(Double.isNaN(history.validation(i)));
            assertEquals(i, history.test(i));
        }
    }

    @Test
    void findsPointsByStepAndByEpoch() {
        History history = new History();
        assertEquals(0, history.firstAt(0));
        for (int i = 0; i < 5000; i++) {
            history.add(2L * i, 50L * i, 1, 1, 1);
        }
        assertEquals(0, history.countUpTo(-1));
        assertEquals(1, history.countUpTo(49));
        assertEquals(2, history.countUpTo(50));
        assertEquals(5000, history.countUpTo(1_000_000));
        assertEquals(0, history.firstAt(-3));
        assertEquals(2, history.firstAt(3.5));
        assertEquals(2, history.firstAt(4));
        assertEquals(5000, history.firstAt(9999));
    }

    @Test
    void keepsAccuracyAndPenaltyOnBothSidesOfAParting() {
        History history = new History();
        for (int i = 0; i < 5000; i++) {
            history.add(new Measurement(0, i, i, 1, 1, 1, new Accuracy(i / 8192.0, 0.5, 0.25), 2 * i));
        }
        History branch = history.upTo(4500);
        branch.add(new Measurement(0, 4501, 4501, 1, 1, 1, new Accuracy(0, 0, 0), 7));
        assertEquals(4500 / 8192.0, branch.trainAccuracy(4500));
        assertEquals(0.5, branch.validationAccuracy(4500));
        assertEquals(0.25, branch.testAccuracy(4500));
        assertEquals(7, branch.penalty(4501));
        assertEquals(9002, history.penalty(4501), "the old line keeps its own");
        assertEquals(history.point(17), branch.point(17));
    }

    @Test
    void epochsStandStillWhereSmallerBatchesCountThemAnew() {
        History history = new History();
        history.add(40, 960, 1, 1, 1);
        history.add(20, 961, 1, 1, 1);
        history.add(41, 1968, 1, 1, 1);
        assertEquals(40, history.epoch(1));
        assertEquals(41, history.epoch(2));
        assertEquals(2, history.firstAt(40.5));
    }

    @Test
    void halvingKeepsTheFirstAndEverySecondPoint() {
        History history = new History();
        for (int i = 0; i < 9001; i++) {
            history.add(i, 10L * i, i, i, i);
        }
        History halved = history.halved();
        assertEquals(4501, halved.size());
        assertEquals(0, halved.step(0));
        assertEquals(history.point(9000), halved.point(4500));
        assertEquals(9001, history.size(), "who still reads the old one is not disturbed");
    }

    @Test
    void refusesPointsThatAreNotThereYet() {
        History history = new History();
        history.add(1, 1, 0.5, 0.5, 0.5);
        assertThrows(IndexOutOfBoundsException.class, () -> history.train(1));
        assertThrows(IndexOutOfBoundsException.class, () -> history.train(-1));
    }

    @Test
    void aReaderSeesOnlyFinishedPoints() throws InterruptedException {
        History history = new History();
        Thread writer = new Thread(() -> {
            for (int i = 0; i < 200_000; i++) {
                history.add(i, i, i, i, i);
            }
        });
        writer.start();
        int seen = 0;
        while (seen < 200_000) {
            int size = history.size();
            if (size > seen) {
                assertEquals(size - 1, history.test(size - 1));
                assertEquals(size - 1, history.epoch(size - 1));
                seen = size;
            }
        }
        writer.join();
    }
}
