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

    /** The largest float below 1: what is rounded up to more than 1 comes back. */
    private static final float BELOW_ONE = 0x1.fffffep-1f;
    /** Beyond this square, sinh is a straight line. */
    private static final float SINH_END = 49f;
    /** 1/n! of the Taylor series in powers of 2x². */
    private static final float SINH_3 = (float) (1.0 / (2 * 6));

    private static final float SINH_5 = (float) (1.0 / (4 * 120));
    private static final float SINH_7 = (float) (1.0 / (8 * 5040));
    private static final float SINH_9 = (float) (1.0 / (16 * 362_880));
    private static final float SINH_11 = (float) (1.0 / (32 * 39_916_800));

    /**
     * Whether {@link Math#fma} is an instruction; no Java API tells, so its time has to. The answer decides about the last
     * bits of every result and must be the same on every start: see {@link #fusedIsFast}.
     */
    private static final boolean FUSED = fusedIsFast();

    private FastMath() {}

    /** a·b + c, rounded once where the processor does so in one instruction. */
    public static float fma(float a, float b, float c) {
        return FUSED ? Math.fma(a, b, c) : a * b + c;
    }

    /**
     * tanh x = t/√(1 + t²) with t = sinh x as its Taylor polynomial of degree 11, continued as a straight line where
     * |x| > 7: that form saturates by itself and needs no clamping, which costs more than all the rest on several numbers
     * at once. Absolute error below 2·10⁻⁶ for |x| < 10¹⁷; an infinity is a NaN, as a NaN is, so that a network that
     * has diverged does not look sane.
     */
    public static float tanh(float x) {
        float s = x * x;
        float twiceClamped = (s + SINH_END) - Math.abs(s - SINH_END);
        float p = fma(fma(SINH_11, twiceClamped, SINH_9), twiceClamped, SINH_7);
        p = fma(fma(fma(p, twiceClamped, SINH_5), twiceClamped, SINH_3), twiceClamped, 1f);
        float t = x * p;
        return BELOW_ONE * (t / (float) Math.sqrt(fma(t, t, 1f)));
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

    /**
     * Compares the fused form with a·b + c side by side, each by its least time of many short tries, which a busy machine
     * can only miss by disturbing every one of them. Even interpreted, an instruction takes about as long as the plain
     * form, while big decimals take a hundred times as long: the border lies far from both.
     */
    private static boolean fusedIsFast() {
        long fused = Long.MAX_VALUE;
        long plain = Long.MAX_VALUE;
        float value = 1f;
        for (int attempt = 0; attempt < 100; attempt++) {
            long start = System.nanoTime();
            for (int i = 0; i < 20; i++) {
                value = Math.fma(value, 0.3f, 0.7f);
            }
            long middle = System.nanoTime();
            for (int i = 0; i < 20; i++) {
                value = value * 0.3f + 0.7f;
            }
            fused = Math.min(fused, middle - start);
            plain = Math.min(plain, System.nanoTime() - middle);
        }
        return value > 0 && fused < 20 * Math.max(plain, 1);
    }
}
