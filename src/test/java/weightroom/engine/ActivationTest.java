package weightroom.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ActivationTest {
    /** a(−2), a(−0.5), a(0.5), a(2) as torch.nn.functional gives them (double precision, version 1.13). */
    @ParameterizedTest
    @CsvSource({
        "LINEAR, -2, -0.5, 0.5, 2",
        "STEP, 0, 0, 1, 1",
        "SIGN, -1, -1, 1, 1",
        "SIGMOID, 0.119202922022, 0.377540668798, 0.622459331202, 0.880797077978",
        "TANH, -0.964027580076, -0.462117157260, 0.462117157260, 0.964027580076",
        "HARD_TANH, -1, -0.5, 0.5, 1",
        "RELU, 0, 0, 0.5, 2",
        "LEAKY_RELU, -0.02, -0.005, 0.5, 2",
        "PRELU, -0.5, -0.125, 0.5, 2",
        "ELU, -0.864664716763, -0.393469340287, 0.5, 2",
        "SELU, -1.520166468596, -0.691758187803, 0.525350493678, 2.101401974711",
        "SOFTPLUS, 0.126928011043, 0.474076984180, 0.974076984180, 2.126928011043",
        "GELU, -0.045500263896, -0.154268769363, 0.345731230637, 1.954499736104",
        "SWISH, -0.238405844044, -0.188770334399, 0.311229665601, 1.761594155956"
    })
    void valuesAreThoseOfTorch(Activation activation, double a, double b, double c, double d) {
        double alpha = activation.defaultAlpha();
        double[] expected = {a, b, c, d};
        double[] z = {-2, -0.5, 0.5, 2};
        for (int i = 0; i < 4; i++) {
            assertEquals(expected[i], activation.value(z[i], alpha), 1e-11, "a(" + z[i] + ")");
        }
    }

    /** At the corner: 1 for step and sign, slope 0 for relu and α for the leaky ones. */
    @Test
    void cornersAreWhereTheTableSays() {
        assertEquals(1, Activation.STEP.value(0, 0));
        assertEquals(1, Activation.SIGN.value(0, 0));
        assertEquals(0, Activation.RELU.slope(0, 0, 0));
        assertEquals(0.01, Activation.LEAKY_RELU.slope(0, 0, 0.01));
        assertEquals(0, Activation.HARD_TANH.slope(1, 1, 0));
    }

    @ParameterizedTest
    @EnumSource(Activation.class)
    void singlePrecisionIsCloseToDouble(Activation activation) {
        // z·σ(z) multiplies what σ is off by, 5·10⁻⁶ down to where it is 0, at −14.6.
        double bound = activation == Activation.SWISH ? 7.3e-5 : 1e-5;
        double alpha = activation.defaultAlpha();
        for (double at = -30; at <= 30; at += 0.0037) {
            float z = (float) at;
            double a = activation.value((double) z, alpha);
            float fast = activation.value(z, (float) alpha);
            assertEquals(a, fast, bound + 1e-6 * Math.abs(a), "a(" + z + ")");
            double slope = activation.slope(z, a, alpha);
            assertEquals(slope, activation.slope(z, fast, (float) alpha), Math.max(2e-5, bound), "a'(" + z + ")");
        }
    }

    @ParameterizedTest
    @EnumSource(Activation.class)
    void noNumberStaysNoNumber(Activation activation) {
        float alpha = (float) activation.defaultAlpha();
        assertTrue(Double.isNaN(activation.value(Double.NaN, activation.defaultAlpha())));
        assertTrue(Float.isNaN(activation.value(Float.NaN, alpha)));
    }

    @ParameterizedTest
    @EnumSource(Activation.class)
    void slopesAreThoseOfTheCurve(Activation activation) {
        double alpha = activation.defaultAlpha();
        double h = 1e-6;
        for (double z = -8.00137; z < 8; z += 0.0731) {
            double rise = activation.value(z + h, alpha) - activation.value(z - h, alpha);
            assertEquals(rise / (2 * h), activation.slope(z, activation.value(z, alpha), alpha), 1e-8, "at " + z);
        }
    }

    /** The stated range, centre, monotony and saturation are those of the curve. */
    @ParameterizedTest
    @EnumSource(Activation.class)
    void shapesAreTrue(Activation activation) {
        double alpha = activation.defaultAlpha();
        Activation.Shape shape = activation.shape();
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        boolean falls = false;
        double before = Double.NEGATIVE_INFINITY;
        for (double z = -40; z <= 40; z += 0.001) {
            double a = activation.value(z, alpha);
            low = Math.min(low, a);
            high = Math.max(high, a);
            falls |= a < before;
            before = a;
        }
        assertEquals(shape.monotonic(), !falls);
        assertBound(shape.low(), low);
        assertBound(shape.high(), high);
        boolean centred = Math.abs(shape.low()) == Math.abs(shape.high());
        assertTrue(!shape.zeroCentred() || centred, "centred on zero");
        if (shape.saturating() && activation.hasSlope()) {
            assertEquals(0, activation.slope(-40, activation.value(-40.0, alpha), alpha), 1e-12);
        }
    }

    private static void assertBound(double stated, double found) {
        if (Double.isInfinite(stated)) {
            assertTrue(Math.abs(found) >= 0.4 && Math.signum(found) == Math.signum(stated), "no bound at " + found);
        } else {
            assertEquals(stated, found, 1e-6);
        }
    }

    @Test
    void slopesOfSigmoidAndTanhAreAtMostAQuarterAndOneAndTanhIsAStretchedSigmoid() {
        for (double z = -6; z <= 6; z += 0.001) {
            double s = Activation.SIGMOID.value(z, 0);
            double t = Activation.TANH.value(z, 0);
            assertTrue(Activation.SIGMOID.slope(z, s, 0) <= 0.25);
            assertTrue(Activation.TANH.slope(z, t, 0) <= 1);
            assertEquals(2 * Activation.SIGMOID.value(2 * z, 0) - 1, t, 1e-12);
        }
    }
}
