package weightroom.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class DropoutMaskTest {
    /** Seed 7, step 3, worked with the published mixers in Python: every device draws these. */
    @Test
    void drawsStayWhatTheyAre() {
        int key = DropoutMask.key(7, 3);
        assertEquals(-321559764, key);
        assertEquals(0.27915966510772705f, DropoutMask.draw(key, 1, 4, 0));
        assertEquals(0.44327741861343384f, DropoutMask.draw(key, 1, 4, 1));
        assertEquals(0.544356644153595f, DropoutMask.draw(key, 1, 4, 2));
        assertEquals(0.8560307621955872f, DropoutMask.draw(key, 0, 0, 0));
    }

    @Test
    void drawsAreEvenAndBelowOne() {
        int[] counts = new int[10];
        for (int step = 0; step < 10; step++) {
            int key = DropoutMask.key(1, step);
            for (int unit = 0; unit < 100; unit++) {
                for (int sample = 0; sample < 100; sample++) {
                    float draw = DropoutMask.draw(key, 2, unit, sample);
                    assertTrue(draw >= 0 && draw < 1);
                    counts[(int) (10 * draw)]++;
                }
            }
        }
        for (int count : counts) {
            assertEquals(10_000, count, 400.0);
        }
    }

    /** Half the neighbours agree on being dropped at one half, along every coordinate: none is tied to the next. */
    @Test
    void neighboursAreIndependent() {
        int[] same = new int[4];
        int n = 0;
        for (int step = 0; step < 20; step++) {
            for (int layer = 0; layer < 3; layer++) {
                for (int unit = 0; unit < 16; unit++) {
                    for (int sample = 0; sample < 16; sample++) {
                        boolean here = dropped(step, layer, unit, sample);
                        same[0] += here == dropped(step + 1, layer, unit, sample) ? 1 : 0;
                        same[1] += here == dropped(step, layer + 1, unit, sample) ? 1 : 0;
                        same[2] += here == dropped(step, layer, unit + 1, sample) ? 1 : 0;
                        same[3] += here == dropped(step, layer, unit, sample + 1) ? 1 : 0;
                        n++;
                    }
                }
            }
        }
        for (int count : same) {
            assertEquals(0.5, (double) count / n, 0.02);
        }
    }

    private static boolean dropped(int step, int layer, int unit, int sample) {
        return DropoutMask.draw(DropoutMask.key(3, step), layer, unit, sample) < 0.5f;
    }
}
