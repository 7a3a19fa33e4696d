package weightroom.engine.opencl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import weightroom.engine.Activation;
import weightroom.engine.DropoutMask;

class PreludeTest {
    private static final int N = 1 << 14;

    @Test
    void tanhIsWithinTenMillionthsOfTheExactOne() {
        check("wr_tanh(x)", -30, 30, Math::tanh, 1e-5, 0);
    }

    @Test
    void expIsAccurateToFloat() {
        check("wr_exp(x)", -86, 88, Math::exp, 0, 4e-7);
    }

    @Test
    void log1pIsAccurateToFloat() {
        check("wr_log1p(x)", -0.9, 50, Math::log1p, 1e-12, 3e-7);
        check("wr_log1p(x)", -1e-6, 1e-6, Math::log1p, 1e-12, 3e-7);
    }

    /** Gelu is z·Φ(z) in double precision, so it says what erf has to be. */
    @Test
    void erfIsAccurateToFloat() {
        check(
                "wr_erf(x)",
                -5,
                5,
                x -> x == 0 ? 0 : 2 * Activation.GELU.value(x * Math.sqrt(2), 0) / (x * Math.sqrt(2)) - 1,
                5e-7,
                0);
    }

    @Test
    void everyFunctionKeepsNotANumber() {
        for (String call : new String[] {"wr_tanh(x)", "wr_exp(x)", "wr_log1p(x)", "wr_erf(x)", "wr_clip(x, 1.0f)"}) {
            for (String width : new String[] {"", "16"}) {
                float[] out = map(call, width, filled(Float.NaN));
                assertTrue(Float.isNaN(out[3]), call + " of float" + width);
            }
        }
    }

    @Test
    void clippingCutsOnBothSides() {
        float[] out =
                map("wr_clip(x, 0.5f)", "16", new float[] {-2, -0.25f, 0, 0.25f, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0});
        assertArrayEquals(new float[] {-0.5f, -0.25f, 0, 0.25f, 0.5f}, java.util.Arrays.copyOf(out, 5));
    }

    @Test
    void dropoutDrawsAreTheOnesOfJava() {
        float[] units = new float[N];
        for (int i = 0; i < N; i++) {
            units[i] = i;
        }
        float[] one = map("wr_dropout_draw(0x9ABCDEF1U, 3U, convert_uint(x), 17U)", "", units);
        float[] many = map("wr_dropout_draw(0x9ABCDEF1U, 3U, convert_uint16(x), (uint16)(17U))", "16", units);
        for (int i = 0; i < N; i++) {
            assertEquals(DropoutMask.draw(0x9ABCDEF1, 3, i, 17), one[i]);
            assertEquals(one[i], many[i]);
        }
    }

    private static void check(
            String call, double low, double high, DoubleUnaryOperator exact, double absolute, double relative) {
        float[] in = new float[N];
        for (int i = 0; i < N; i++) {
            in[i] = (float) (low + (high - low) * i / (N - 1));
        }
        for (String width : new String[] {"", "8", "16"}) {
            float[] out = map(call, width, in);
            for (int i = 0; i < N; i++) {
                double expected = exact.applyAsDouble(in[i]);
                double error = Math.abs(out[i] - expected);
                assertTrue(
                        error <= absolute + relative * Math.abs(expected),
                        "%s at %s: %s instead of %s".formatted(call, in[i], out[i], expected));
            }
        }
    }

    private static float[] filled(float value) {
        float[] out = new float[16];
        java.util.Arrays.fill(out, value);
        return out;
    }

    /** Runs an expression over x on the device. */
    private static float[] map(String expression, String width, float[] in) {
        String kernel = "__kernel void map(__global const REAL* in, __global REAL* out)"
                + " { int i = get_global_id(0); REAL x = in[i]; out[i] = " + expression + "; }";
        try (OpenClDevice device = Devices.first()) {
            ClContext context = device.context();
            ClProgram program = context.program(KernelSource.prelude(8, 16) + KernelSource.typed(kernel, width));
            float[] out = new float[in.length];
            int lanes = width.isEmpty() ? 1 : Integer.parseInt(width);
            try (ClBuffer from = context.copyOf(in);
                    ClBuffer to = context.buffer(in.length);
                    ClKernel map = program.kernel("map").args().arg(from).arg(to)) {
                context.launch(map, new long[] {in.length / lanes}, new long[] {1});
                context.read(to, 0, out, out.length);
            }
            assertEquals(0, context.liveBytes());
            return out;
        }
    }
}
