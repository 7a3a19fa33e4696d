package weightroom.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

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
