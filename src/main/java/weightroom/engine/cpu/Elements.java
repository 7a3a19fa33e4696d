package weightroom.engine.cpu;

import weightroom.engine.Activation;

/** An activation over stretches of numbers. */
interface Elements {
    static Elements of(Activation activation) {
        return Specialized.of(ElementLoops.class, Elements.class, activation);
    }

    /** a[i] = f(z[i]). */
    void values(float[] z, float[] a, int from, int to, float alpha);

    /** d[i] = d[i]·f'(z[i]). */
    void slopes(float[] z, float[] a, float[] d, int from, int to, float alpha);
}
