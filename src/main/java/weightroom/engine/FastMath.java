package weightroom.engine;

/**
 * Single-precision functions made of multiplications and one division, which the just-in-time compiler can run on several
 * numbers at once. {@link Math} is exact but has no such form, and takes most of a small network's time.
 */
public final class FastMath {
    private static final float LOG2_E = 1.4426950408889634f;
    private static final float LN2_HIGH = 0.693359375f;
    private static final float LN2_LOW = -2.12194440e-4f;
    /** Adding and subtracting 1.5·2²³ rounds a small float to the nearest integer without a branch. */
    private static final float ROUND = 12582912f;

    private FastMath() {}

    /**
     * tanh x as a clamped quotient of polynomials, the ninth convergent of Lambert's continued fraction (1768). Absolute
     * error below 10⁻⁶ inside ±4.97 and below 10⁻⁵ everywhere. A NaN stays NaN.
     */
    public static float tanh(float x) {
        float clamped = Math.min(Math.max(x, -7.3f), 7.3f);
        float s = clamped * clamped;
        float p = (((s + 990f) * s + 135135f) * s + 4729725f) * s + 34459425f;
        float q = (((45f * s + 13860f) * s + 945945f) * s + 16216200f) * s + 34459425f;
        return Math.min(Math.max(clamped * p / q, -1f), 1f);
    }

    /** 1/(1 + e^−x) = ½ + ½ tanh(x/2); absolute error below 10⁻⁵. */
    public static float sigmoid(float x) {
        return 0.5f + 0.5f * tanh(0.5f * x);
    }

    /**
     * e^x, relative error below 3·10⁻⁷ for x in −87..88, clamped outside: 2^n times a polynomial on ±½ ln 2 (coefficients
     * of Cephes' expf, S. Moshier 1989). A NaN stays NaN.
     */
    public static float exp(float x) {
        float clamped = Math.min(Math.max(x, -87f), 88f);
        float n = (clamped * LOG2_E + ROUND) - ROUND;
        float r = clamped - n * LN2_HIGH - n * LN2_LOW;
        float p = 1.9875691500e-4f;
        p = p * r + 1.3981999507e-3f;
        p = p * r + 8.3334519073e-3f;
        p = p * r + 4.1665795894e-2f;
        p = p * r + 1.6666665459e-1f;
        p = p * r + 5.0000001201e-1f;
        float power = p * r * r + r + 1f;
        return power * Float.intBitsToFloat(((int) n + 127) << 23);
    }
}
