package weightroom.engine;

import weightroom.engine.RandomStream.Purpose;

/**
 * Which units are dropped, as a pure function of (seed, step, layer, unit, sample): no state, so every device draws the
 * same mask in any order. The OpenCL prelude holds the same integer function under the name {@code wr_dropout_draw}.
 */
public final class DropoutMask {
    private DropoutMask() {}

    /** The 32-bit key of one training step. */
    public static int key(long seed, long step) {
        return (int) (new RandomStream(seed, Purpose.DROPOUT, step).nextLong() >>> 32);
    }

    /**
     * Uniform in [0, 1) with 24 bits; the unit is dropped when the draw is below the dropout rate, and divided by
     * 1 − rate when it is kept.
     *
     * @param key of the step
     * @param layer from 0
     * @param unit from 0
     * @param sample row within the batch, from 0
     */
    public static float draw(int key, int layer, int unit, int sample) {
        int h = mix(key + layer * 0x9E3779B1);
        h = mix(h ^ (unit * 0x85EBCA77));
        h = mix(h + sample * 0xC2B2AE3D);
        return (h >>> 8) * 0x1.0p-24f;
    }

    /** The finalizer of MurmurHash3 (Appleby 2011). */
    private static int mix(int bits) {
        int h = bits;
        h = (h ^ (h >>> 16)) * 0x85EBCA6B;
        h = (h ^ (h >>> 13)) * 0xC2B2AE35;
        return h ^ (h >>> 16);
    }
}
