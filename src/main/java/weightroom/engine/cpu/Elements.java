package weightroom.engine.cpu;

import weightroom.engine.Activation;

/** An activation over stretches of numbers. */
interface Elements {
    /** @param length how many numbers a stretch usually has */
    static Elements of(Activation activation, int length) {
        return Specialized.of(ElementLoops.class, Elements.class, new Kind(activation, length < SHORT));
    }

    /** Below this, a stretch is short. */
    int SHORT = 32;

    /** What a copy of the loops is for. */
    record Kind(Activation activation, boolean brief) {}

    /** a[i] = f(z[i]). */
    void values(float[] z, float[] a, int from, int to, float alpha);

    /** d[i] = d[i]·f'(z[i]). */
    void slopes(float[] z, float[] a, float[] d, int from, int to, float alpha);
}
