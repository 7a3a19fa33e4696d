package weightroom.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class FastMathTest {
    @Test
    void tanhIsWithinItsBounds() {
        double near = 0;
        double anywhere = 0;
        for (double x = -20; x <= 20; x += 0.0003) {
            double error = Math.abs(FastMath.tanh((float) x) - Math.tanh((float) x));
            anywhere = Math.max(anywhere, error);
            near = Math.abs(x) < 4.97 ? Math.max(near, error) : near;
        }
        assertTrue(near < 1e-6, "inside ±4.97 it is off by " + near);
        assertTrue(anywhere < 1e-5, "it is off by " + anywhere);
    }

    @Test
    void tanhIsOddAndNeverBeyondOne() {
        for (float x : new float[] {0, 1e-30f, 0.1f, 3, 7.29f, 7.31f, 1e10f, 1e16f}) {
            assertEquals(-FastMath.tanh(x), FastMath.tanh(-x));
            assertTrue(Math.abs(FastMath.tanh(x)) <= 1);
        }
    }

    @Test
    void sigmoidIsWithinItsBoundAndStaysBetweenZeroAndOne() {
        for (double x = -40; x <= 40; x += 0.0007) {
            float sigmoid = FastMath.sigmoid((float) x);
            assertEquals(1 / (1 + Math.exp(-(double) (float) x)), sigmoid, 1e-5);
            assertTrue(sigmoid >= 0 && sigmoid <= 1);
        }
    }

    @Test
    void expIsWithinItsRelativeBound() {
        double worst = 0;
        for (double x = -87; x <= 88; x += 0.0007) {
            double exact = Math.exp((float) x);
            worst = Math.max(worst, Math.abs(FastMath.exp((float) x) - exact) / exact);
        }
        assertTrue(worst < 3e-7, "it is off by a share of " + worst);
        assertEquals(1, FastMath.exp(0));
        assertEquals(FastMath.exp(-87), FastMath.exp(-1000));
        assertEquals(FastMath.exp(88), FastMath.exp(1000));
    }

    @Test
    void noNumberStaysNoNumber() {
        assertTrue(Float.isNaN(FastMath.tanh(Float.NaN)));
        assertTrue(Float.isNaN(FastMath.sigmoid(Float.NaN)));
        assertTrue(Float.isNaN(FastMath.exp(Float.NaN)));
    }
}
