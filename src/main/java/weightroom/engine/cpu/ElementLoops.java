package weightroom.engine.cpu;

import java.lang.invoke.MethodHandles;
import weightroom.engine.Activation;

/** The loops of one activation; a template for {@link Specialized}. */
final class ElementLoops implements Elements {
    private static final Activation ACTIVATION = Specialized.constant(MethodHandles.lookup(), Activation.class);

    @Override
    public void values(float[] z, float[] a, int from, int to, float alpha) {
        for (int i = from; i < to; i++) {
            a[i] = ACTIVATION.value(z[i], alpha);
        }
    }

    @Override
    public void slopes(float[] z, float[] a, float[] d, int from, int to, float alpha) {
        for (int i = from; i < to; i++) {
            d[i] *= ACTIVATION.slope(z[i], a[i], alpha);
        }
    }
}
